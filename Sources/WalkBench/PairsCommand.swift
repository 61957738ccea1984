import ArgumentParser
import Foundation
import Geodesy
import Measuring
import Planar
import Planning
import Walking
import Workers

/// Answers how far pairs of places are, for other routers to be compared with.
struct PairsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pairs",
    abstract: "Print metres between places, and of them the straight pieces at both ends.",
    discussion: "Standard input has a pair a line: longitude and latitude of both, WGS 84.")

  @Argument(help: "OpenStreetMap data, a saved .walknet, or street lines.")
  var network: String

  @Option(help: "The metric CRS to work in.")
  var crs: String

  @Option(help: "Metres from a street.")
  var snapWithin = 200.0

  func run() async throws {
    let crs = try CRS(parsing: crs)
    let workers = Workers(count: 1)
    let ground = GroundScale(of: crs, aroundLatitude: 35) ?? .plane
    let loaded = try await NetworkLoader.load(
      NetworkSource(LayerSource(path: network, resolvedPath: network)), in: crs, on: ground,
      workers: workers)
    let locator = EdgeLocator(loaded.network, on: ground)
    let transformer = try CoordinateTransform(from: .wgs84, to: crs).makeTransformer()
    var search = WalkSearch(on: loaded.network)
    while let line = readLine() {
      let numbers = line.split { $0 == " " || $0 == "," }.compactMap { Double($0) }
      guard numbers.count == 4 else { throw ValidationError("not four numbers: \(line)") }
      guard let from = transformer.transform(x: numbers[0], y: numbers[1]),
        let to = transformer.transform(x: numbers[2], y: numbers[3]),
        let start = locator.nearest(toX: from.x, y: from.y, within: snapWithin),
        let end = locator.nearest(toX: to.x, y: to.y, within: snapWithin)
      else {
        print("inf inf inf")
        continue
      }
      var target = NetworkPositions()
      target.append(end)
      let metres = try search.distances(
        from: start, to: target, within: WalkNetwork.longestLimit)[0]
      print("\(metres) \(start.straightMetres) \(end.straightMetres)")
    }
  }
}
