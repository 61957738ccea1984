import ArgumentParser
import Compliance
import Documents
import Foundation
import Measuring
import Planning
import Publishing
import Rules
import Workers

/// Publishes a city measured in one piece and in parts, and tells whether the bytes are the same.
struct PartsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parts",
    abstract: "Measure a city in parts, and compare what is published with the city in one piece.",
    discussion: """
      Every count is cut twice: into vertical strips, and row by row at random. What parts were
      measured to goes through files. Ends with 1 if any published file differs.
      """)

  @Argument(help: "The project file.")
  var project: String

  @Option(help: "The folder to write: 'whole', 'COUNT-strips' and 'COUNT-random' in it.")
  var out: String

  @Option(help: "Numbers of parts.", transform: Self.counts)
  var counts = [1, 2, 7, 40]

  @Option(help: "Which random cut.")
  var seed: UInt64 = 1

  @Option(help: "How many threads.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  func run() async throws {
    let folder = URL(fileURLWithPath: out)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let engine = try await makeEngine()
    let whole = folder.appendingPathComponent("whole")
    let (result, seconds) = try await timed { try await engine.run() }
    try await publish(result, to: whole)
    let city = engine.city
    print(
      "\(city.parcels.count) parcels, \(city.facilities.count) facilities;"
        + String(format: " in one piece %.2f s", seconds))
    print("cut          parts       bytes  measure s  judge s  published")
    var isSame = true
    for (name, cut) in counts.flatMap({ cuts($0, of: city) }) {
      let run = try await PartedRun(cut, engine, storingIn: folder.appendingPathComponent("stored"))
      let published = folder.appendingPathComponent(name)
      try await publish(run.result, to: published)
      let differing = try FolderComparison.differingFiles(whole, published)
      isSame = isSame && differing.isEmpty
      let columns = [
        name.padding(toLength: 12, withPad: " ", startingAt: 0),
        String(format: "%5d %11d", cut.parts, run.bytes),
        String(format: "%10.2f %8.2f", run.measuringSeconds, run.judgingSeconds),
        differing.isEmpty ? " identical" : " DIFFERS: " + differing.joined(separator: ", "),
      ]
      print(columns.joined(separator: " "))
      fflush(nil)  // into a pipe, too, a line as soon as it is known
    }
    if !isSame { throw ExitCode.failure }
  }

  /// What `siting check` would judge.
  private func makeEngine() async throws -> ComplianceEngine {
    let workers = Workers(count: threads)
    let (project, packs, vocabulary) = try inputs()
    let city = try await CityLoader.load(project, vocabulary: vocabulary, workers: workers)
    let network = try await CityNetwork.load(for: city, workers: workers)
    return ComplianceEngine(
      city: city, packs: packs, vocabulary: vocabulary.kinds, network: network, workers: workers)
  }

  /// The project, its packs, and the words that its data is read with.
  private func inputs() throws -> (Project, [RulePack], Vocabulary) {
    var project = try ProjectFile.read(project)
    if project.workingCRS == nil, let source = project.layers.network {
      project.workingCRS = try NetworkLoader.savedCRS(source)
    }
    let library = try PackLibrary()
    let beside = URL(fileURLWithPath: self.project).deletingLastPathComponent()
    let packs = try project.packs.map { try library.pack($0, relativeTo: beside) }
    var vocabulary = try Vocabulary.builtIn()
    vocabulary.kinds = try .known(to: packs)
    return (project, packs, vocabulary)
  }

  private func cuts(_ count: Int, of city: City) -> [(String, CityCut)] {
    [
      (
        "\(count)-strips",
        CityCut.strips(
          count, parcelX: city.parcels.rows.placeX, facilityX: city.facilities.rows.placeX)
      ),
      ("\(count)-random", CityCut.random(count, of: city, seed: seed)),
    ]
  }

  private func publish(_ result: ComplianceResult, to folder: URL) async throws {
    _ = try await Publication.publish(
      result, to: folder.path,
      options: Publication.Options(
        language: .en, workers: Workers(count: threads), engineVersion: "parts"))
  }

  private static func counts(_ text: String) throws -> [Int] {
    try text.split(separator: ",").map { word in
      guard let count = Int(word), count > 0 else {
        throw ValidationError("--counts takes numbers of parts such as 1,2,7,40, not '\(text)'")
      }
      return count
    }
  }
}
