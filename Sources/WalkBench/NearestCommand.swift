import ArgumentParser
import Measuring
import Planning
import Walking
import Workers

/// Times the search for the nearest facility of each kind.
struct NearestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nearest",
    abstract: "Search from every parcel's places for the nearest facility of each kind.")

  @OptionGroup var options: BenchOptions

  @Option(help: "Metres.")
  var within = 1_200.0

  func run() async throws {
    let (city, network) = try await options.load()
    _ = try await options.timed("put the city on the network") {
      try await CityNetwork(
        LoadedNetwork(network: network.network), network.source, city: city,
        workers: options.workers)
    }
    let kinds = Set(city.facilities.kind).sorted()
    let access = network.access
    let groups = kinds.map { kind in
      access.facilities.selecting(
        city.facilities.kind.indices.filter { city.facilities.kind[$0] == kind }
      ).doors
    }
    let found = try await options.timed("nearest of \(kinds.count) kinds") {
      try await network.network.nearest(
        groups, from: access.parcels.doors, within: within, workers: options.workers)
    }
    let reached = found.map { group in group.rows.count { $0 >= 0 } }
    let places = access.parcels.doors
    print(
      "\(places.count) places at \(places.positions.count) points of streets; with a facility in"
        + " reach: \(reached)")
  }
}
