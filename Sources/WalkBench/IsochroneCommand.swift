import ArgumentParser
import GeoFiles
import Geodesy
import Measuring
import Planar
import Planning
import Walking
import Workers

/// Times the isochrone of every facility, and writes them to be checked.
struct IsochroneCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "isochrones", abstract: "Draw what is within a limit of every facility.")

  @OptionGroup var options: BenchOptions

  @Option(help: "Metres.")
  var within = 1_200.0

  @Option(help: "The most that is drawn to each side of a street, metres.")
  var offset = 25.0

  @Option(help: "A GeoJSON file to write.")
  var out: String?

  func run() async throws {
    let (city, network) = try await options.load()
    let served = try await network.waysToParcels(
      of: city, offset: offset, workers: options.workers)
    let shapes = try await options.timed("\(city.facilities.count) isochrones") {
      try await network.areas(
        ofFacilities: Array(0..<city.facilities.count), within: [within], offset: offset,
        served: served, of: city, workers: options.workers)[0]
    }
    print("\(shapes.vertexCount / max(1, shapes.count)) vertices each")
    guard let out else { return }
    var table = OutputTable(rowCount: shapes.count)
    table.append("id", .text(city.facilities.rows.ids))
    _ = try await options.timed("write") {
      try await GeoJSONWriter(workers: options.workers).write(
        table, geometry: shapes, crs: .wgs84, to: out)
    }
  }
}
