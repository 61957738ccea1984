import ArgumentParser
import Foundation
import Publishing
import Wording
import Workers

struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "What changed between two results of 'siting check', as a table and a layer.",
    discussion: """
      Compares finding by finding, and says what went into the two runs differently:
        siting compare result-2024 result-2025 --out changes
      Without --out the table is all there is. To compare rule packs: siting rules compare.
      """)

  @Argument(help: "The folder of the earlier run.", completion: .directory)
  var before: String

  @Argument(help: "The folder of the later run.", completion: .directory)
  var after: String

  @Option(
    help: "The folder to write changes.geojson and changes.csv to; an earlier one is replaced.")
  var out: String?

  @Flag(help: "Print the comparison as JSON on standard output.")
  var json = false

  @OptionGroup var shared: SharedOptions
  @OptionGroup var computing: WorkerOptions

  func validate() throws {
    guard let out else { return }
    // It would be replaced as an earlier result is.
    for run in [before, after] where Self.place(run) == Self.place(out) {
      throw ValidationError("--out \(out) is one of the two runs; name another folder")
    }
  }

  private static func place(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }

  func run() async throws {
    let console = shared.console
    if let out { try Publication.check(out) }
    let comparison = try await RunComparison.compare(
      before, with: after, workers: computing.workers,
      progress: { console.progress(console.say(TerminalWords.reading($0))) })
    console.note(
      console.say(
        TerminalWords.compared(comparison.before.findings, with: comparison.after.findings))
        + " (\(console.elapsed))")
    var files: [String] = []
    if let out {
      files = try await ComparisonPublication.publish(
        comparison, to: out,
        options: ComparisonPublication.Options(
          language: shared.language, workers: computing.workers,
          engineVersion: engineVersion)
      ).map(\.name)
      console.note(
        console.say(TerminalWords.wroteFiles(files.count, to: out))
          + " (\(console.elapsed))")
    }
    if json {
      Console.write(try Console.json(CompareSummary(comparison, out: out, files: files)))
    } else if !shared.quiet {
      Console.write(CompareSummary.text(comparison, console))
    }
  }
}
