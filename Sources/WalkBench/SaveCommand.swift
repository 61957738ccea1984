import ArgumentParser
import Geodesy
import Measuring
import Planning
import Walking
import Workers

/// Builds the network of a project and saves it.
struct SaveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "save", abstract: "Build the network of a project, and save it.")

  @OptionGroup var options: BenchOptions

  @Argument(help: "The .walknet to write.")
  var file: String

  func run() async throws {
    let project = try ProjectFile.read(options.project)
    guard let source = project.layers.network, let text = project.workingCRS else {
      throw ValidationError("the project states no network, or no working_crs")
    }
    let crs = try CRS(parsing: text)
    let ground = GroundScale(of: crs, aroundLatitude: 35) ?? .plane
    let loaded = try await options.timed("read and build") {
      try await NetworkLoader.load(source, in: crs, on: ground, workers: options.workers)
    }
    try await options.timed("save") { try loaded.network.save(to: file) }
    _ = try await options.timed("load") { try WalkNetwork(contentsOf: file) }
    let network = loaded.network
    print(
      "\(network.nodeCount) nodes, \(network.edgeCount) edges, \(network.componentCount) parts,"
        + " \(Int(network.totalMetres)) m")
  }
}
