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
    if files.isEmpty { throw ValidationError("name the files") }
    if FileManager.default.fileExists(atPath: out) {
      throw ValidationError(
        "\(out) is there already; name another file with --out, or move it away")
    }
  }

  func run() async throws {
    let console = shared.console
    let vocabulary = try Vocabulary.builtIn()
    let library = try PackLibrary()
    for pack in packs { _ = try library.pack(pack, relativeTo: nil) }
    var layers: [DraftLayer] = []
    var networks: [String] = []
    for file in files {
      if NetworkLoader.isSaved(file) || NetworkLoader.isOSM(file) {
        try InputError.check(file)
        networks.append(file)
      } else {
        layers += try await DraftLayer.drafts(
          of: file, vocabulary: vocabulary, workers: computing.workers)
      }
    }
    let draft = ProjectDraft(
      layers: layers, networks: networks, packs: packs, builtIn: library.builtInIDs,
      folder: URL(fileURLWithPath: out).deletingLastPathComponent().path,
      language: shared.language)
    // A draft that is not read as a project is a fault of ours, and better told now.
    guard FileManager.default.createFile(atPath: out, contents: Data(draft.text.utf8)) else {
      throw ExitStatus.cannotWrite
    }
    _ = try ProjectFile.read(out)
    for line in draft.found { console.note(line) }
    for line in draft.questions { console.note("? \(line)") }
    console.note(console.say(TerminalWords.wrote(out)) + " (\(console.elapsed))")
  }
}
