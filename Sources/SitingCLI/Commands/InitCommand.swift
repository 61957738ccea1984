import ArgumentParser
import Documents
import Foundation
import GeoFiles
import Measuring
import Planning
import Rules
import Wording

struct InitCommand: AsyncParsableCommand, SpeakingCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a project file for these files, with what it could not find out.",
    discussion: """
      Looks what each file is (parcels, facilities, units, entrances, streets), and writes what it found; what only
      you can know stands in it as a question. Then: siting check project.yaml
        siting init 小区.shp 设施.xlsx 社区.gpkg roads.osm.pbf --pack shangqiu-2022
      """)

  @Argument(help: "Files and folders, or connections to databases.", completion: .file())
  var files: [String]

  @Option(name: .customLong("pack"), help: "A rule pack: built-in id or path (may be repeated).")
  var packs: [String] = []

  @Option(help: "The project file to write; one that is there already is left alone.")
  var out = "project.yaml"

  @OptionGroup var shared: SharedOptions
  @OptionGroup var computing: WorkerOptions

  func validate() throws {
    if files.isEmpty { throw usageError("name the files") }
    if FileManager.default.fileExists(atPath: out) {
      throw usageError(
        "\(out) is there already; name another file with --out, or move it away")
    }
  }

  func run() async throws {
    let console = shared.console
    let draft = try await draft()
    try write(draft)
    for line in draft.found { console.note(line) }
    for line in draft.questions { console.note("? \(line)") }
    console.note(console.say(TerminalWords.wrote(out)) + " (\(console.elapsed))")
  }

  private func draft() async throws -> ProjectDraft {
    let vocabulary = try Vocabulary.builtIn()
    let known = try knownPacks()
    let streets = try streets()
    var layers: [DraftLayer] = []
    for file in files where !streets.contains(file) {
      layers += try await DraftLayer.drafts(
        of: file, vocabulary: vocabulary, workers: computing.workers)
    }
    return ProjectDraft(
      layers: layers, networks: streets, packs: packs, builtIn: known,
      folder: URL(fileURLWithPath: out).deletingLastPathComponent().path,
      language: shared.language)
  }

  /// The packs that come with the program, once those that are named are known to be right.
  private func knownPacks() throws -> [String] {
    let library = try PackLibrary()
    for pack in packs { _ = try library.pack(pack, relativeTo: nil) }
    return library.builtInIDs
  }

  /// The files that are streets by their names.
  private func streets() throws -> [String] {
    let streets = files.filter { NetworkLoader.isSaved($0) || NetworkLoader.isOSM($0) }
    for file in streets { try InputError.check(file) }
    return streets
  }

  private func write(_ draft: ProjectDraft) throws {
    guard FileManager.default.createFile(atPath: out, contents: Data(draft.text.utf8)) else {
      throw ExitStatus.cannotWrite
    }
    // A draft that is not read as a project is a fault of ours, and better told now.
    _ = try ProjectFile.read(out)
  }
}
