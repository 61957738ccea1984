import ArgumentParser
import Conformance
import Wording
import Workers

struct ConformanceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conformance",
    abstract: "Run small cases of planning rules with known answers, and tell which ones agree.",
    discussion: """
      A case is a few parcels, facilities and rules with the findings that must come out, derived by \
      hand. Without FOLDER the cases that come with the program are run; to hold it against cases of \
      your own, name the folder of their *.json files:
        siting conformance
        siting conformance my-cases --only coverage --keep /tmp/cases
      Each case goes the way of 'siting check', from files to files. What differs is printed, then a \
      table by group. How a case is written stands in the README beside the cases of the program.
      """)

  @Argument(
    help: "The folder of case files. Default: the cases that come with the program.",
    completion: .directory)
  var folder: String?

  @Option(help: "Only cases whose id or group contains this text.")
  var only: String?

  @Option(
    help: "Leave the files and results of each case in this folder, ready for 'siting check'.",
    completion: .directory)
  var keep: String?

  @Flag(help: "Print the outcomes as JSON on standard output.")
  var json = false

  @Flag(help: "Name the cases that agree, too.")
  var verbose = false

  @OptionGroup var shared: SharedOptions
  @OptionGroup var computing: WorkerOptions

  func run() async throws {
    let console = shared.console
    var suite = try folder.map { try ConformanceSuite(at: $0) } ?? .builtIn()
    if let only { suite = try suite.only(only) }
    let cases = suite.cases
    let run = try ConformanceRun(atATime: computing.workers.count, keepingIn: keep) {
      await Siting.ending(of: ["check"] + $0)
    }
    let outcomes = try await run.outcomes(of: cases) { done in
      console.progress(console.say(TerminalWords.casesDone(done, of: cases.count)))
    }
    console.note(
      console.say(TerminalWords.ranCases(cases.count))
        + " (\(console.elapsed))")
    let sheet = ConformanceSheet(cases, outcomes)
    if json {
      Console.write(try Console.json(sheet.summary))
    } else {
      Console.write(sheet.text(console, namingAll: verbose))
    }
    if outcomes.contains(where: { $0 != .pass }) { throw ExitStatus.doesNotComply }
  }
}
