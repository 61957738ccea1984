import ArgumentParser
import Foundation
import GeoFiles
import Geodesy
import Workers

/// Times the reading of a layer, and the writing of it in the same format.
struct LayersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layers", abstract: "Read a layer, and write it.")

  @Argument(help: "The file.")
  var file: String

  @Option(help: "A file to write, in the format of its extension.")
  var out: String?

  @Option(help: "How many threads.")
  var threads = 2

  @Option(help: "How often; each time is printed.")
  var runs = 3

  func run() async throws {
    let workers = Workers(count: threads)
    let layer = try await Stopwatch.timed("read \(file)", runs: runs) {
      try await LayerFile.read(file, options: ReadOptions(workers: workers))
    }
    print("\(layer.count) rows, \(layer.attributes.names.count) columns")
    guard let out else { return }
    let crs = layer.crs ?? .wgs84
    _ = try await Stopwatch.timed("write \(out)", runs: runs) {
      try await LayerFile.write(layer, in: crs, to: out, workers: workers)
    }
  }
}
