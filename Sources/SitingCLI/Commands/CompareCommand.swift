import ArgumentParser
import Documents
import Foundation
import Publishing
import Wording
import Workers

struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "What changed between results of 'siting check', as a table, a page and a layer.",
    discussion: """
      Compares finding by finding, and says what went into the two runs differently:
        siting compare result-2024 result-2025 --out changes
      Of more than two the first and the last are compared, and all are told as a trend.
      Without --out the table is all there is. To compare rule packs: siting rules compare.
      """)

  @Argument(help: "The folders of the runs, earlier ones first.", completion: .directory)
  var runs: [String]

  @Option(
    help:
      "The folder to write changes.html, changes.geojson and changes.csv to; an earlier one is replaced."
  )
  var out: String?

  @Flag(help: "Print the comparison as JSON on standard output.")
  var json = false

  @OptionGroup var shared: SharedOptions
  @OptionGroup var computing: WorkerOptions

  func validate() throws {
    guard runs.count > 1 else { throw usageError("name the folders of two runs or more") }
    guard let out else { return }
    // It would be replaced as an earlier result is.
    for run in runs where Self.place(run) == Self.place(out) {
      throw usageError("--out \(out) is one of the two runs; name another folder")
    }
  }

  private static func place(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }

  func run() async throws {
    let console = shared.console
    if let out { try Publication.check(out) }
    let comparison = try await RunComparison.compare(
      runs[0], with: runs[runs.count - 1], between: Array(runs.dropFirst().dropLast()),
      workers: computing.workers,
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
