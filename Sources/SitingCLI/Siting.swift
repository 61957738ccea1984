import ArgumentParser
import Conformance

/// The version that `--version`, the manifest and the report state.
let engineVersion = "0.1.0"

@main
struct Siting: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "siting",
    abstract: "Checks where people live against where care is.",
    discussion: """
      Point it at residential parcels, elder-care and childcare facilities and administrative \
      units, name the policies that apply, and get a verdict for every clause.

      Exit codes: \(ExitStatus.summary)
      """,
    version: "siting \(engineVersion)",
    subcommands: [
      CheckCommand.self, ReviewCommand.self, CompareCommand.self, RulesCommand.self,
      InspectCommand.self, CatchmentCommand.self, NetworkCommand.self, ConformanceCommand.self,
    ])

  /// Every command goes through here, so that errors become messages and statuses in one place.
  static func main() async {
    do {
      try await run(nil)
    } catch {
      guard let status = ExitStatus(of: error) else { exit(withError: error) }
      Console.explain(error)
      exit(withError: ExitCode(status.rawValue))
    }
  }

  /// - Parameter arguments: `nil`: those that the process was started with.
  private static func run(_ arguments: [String]?) async throws {
    var command = try parseAsRoot(arguments)
    if var asynchronous = command as? any AsyncParsableCommand {
      try await asynchronous.run()
    } else {
      try command.run()
    }
  }
}

extension Siting {
  /// Runs a command within this process: what the program would end with, and what it would say.
  static func ending(of arguments: [String]) async -> ProgramEnding {
    let transcript = Transcript()
    let status = await Console.$transcript.withValue(transcript) {
      do {
        try await run(arguments)
        return ExitStatus.done.rawValue
      } catch {
        if let status = ExitStatus(of: error) {
          Console.explain(error)
          return status.rawValue
        }
        transcript.append(fullMessage(for: error))
        return exitCode(for: error).rawValue
      }
    }
    return ProgramEnding(status: status, said: transcript.text)
  }
}
