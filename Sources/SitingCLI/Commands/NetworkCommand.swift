import ArgumentParser
import Compliance
import Documents
import Foundation
import Geodesy
import Measuring
import Planning
import Walking
import Wording
import Workers

struct NetworkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network",
    abstract: "Build the walking network of a city once and save it, for runs that start at once.",
    discussion: """
      A saved network is in the CRS of the runs that use it: that of the project, or one stated.
        siting network city.osm.pbf --project project.yaml --out city.walknet
      Then name it in the project file: `network: {file: city.walknet}`.
      """)

  @Argument(
    help: "OpenStreetMap data or a layer of street lines. Default: what the project names.",
    completion: .file())
  var file: String?

  @Option(help: "The project that is to use it.", completion: .file(extensions: ["yaml", "yml"]))
  var project: String?

  @Option(help: "The CRS to save it in, in metres, such as EPSG:4547; instead of a project.")
  var crs: String?

  @Option(help: "The file to write, \(NetworkLoader.savedExtension) by its ending.")
  var out = "network.\(NetworkLoader.savedExtension)"

  @OptionGroup var shared: SharedOptions
  @OptionGroup var computing: WorkerOptions

  func validate() throws {
    if (project == nil) == (crs == nil) {
      throw usageError("name the project that is to use the network, or a --crs")
    }
    if file == nil, project == nil { throw usageError("name a file") }
    if !NetworkLoader.isSaved(out) {
      throw usageError("--out must end with .\(NetworkLoader.savedExtension)")
    }
  }

  func run() async throws {
    let console = shared.console
    var source = file.map { NetworkSource(LayerSource(path: $0, resolvedPath: $0)) }
    let target: CRS
    let ground: GroundScale
    if let project {
      try InputError.check(project)
      let stated = try ProjectFile.read(project)
      let packs = try stated.packs.isEmpty ? [] : stated.rulePacks(stated: [])
      let vocabulary = try stated.vocabulary(of: packs)
      if let named = stated.layers.network {
        let path = source?.source
        source = named
        if let path { source?.source = path }
      }
      // The CRS is that of the run: centred on the project's data unless stated.
      let city = try await CityLoader.load(
        stated, vocabulary: vocabulary, workers: computing.workers)
      city.tellPlane(console)
      (target, ground) = (city.workingCRS, city.ground)
    } else {
      target = try CRS(parsing: crs ?? "")
      guard target.metresPerUnit == 1 else {
        throw usageError("--crs must be a projected CRS in metres, such as EPSG:4547")
      }
      guard let scale = GroundScale(of: target, aroundLatitude: 35) else {
        throw usageError(
          "--crs must be a transverse Mercator, such as EPSG:4547: lengths are those on the ground;"
            + " for a project with `distances: plane` name the project")
      }
      ground = scale
    }
    guard let source else {
      throw usageError("the project names no network; name a file")
    }
    let loaded = try await NetworkLoader.load(
      source, in: target, on: ground, workers: computing.workers)
    do {
      try loaded.network.save(to: out)
    } catch {
      Console.explain(error)
      throw ExitStatus.cannotWrite
    }
    console.note(loaded.network.summary.sheet(console))
    console.note(console.say(TerminalWords.wrote(out)) + " (\(console.elapsed))")
  }
}
