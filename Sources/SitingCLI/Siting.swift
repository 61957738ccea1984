import ArgumentParser
import Conformance
import Documents

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
      CheckCommand.self, ReviewCommand.self, WhyCommand.self, CompareCommand.self,
      RulesCommand.self,
      InspectCommand.self, InitCommand.self, ConvertCommand.self, CatchmentCommand.self,
      NetworkCommand.self,
      ConformanceCommand.self,
    ])

  /// Every command goes through here, so that errors become messages and statuses in one place.
  static func main() async {
    Memory.keepWhatIsFreed()
    var language: Language?
    do {
      try await run(nil, &language)
    } catch {
      guard let status = ExitStatus(of: error) else { exit(withError: error) }
      Console.explain(error, in: language)
      exit(withError: ExitCode(status.rawValue))
    }
  }

  /// - Parameters:
  ///   - arguments: `nil`: those that the process was started with.
  ///   - language: What the command is asked to speak, as soon as that is known.
  private static func run(_ arguments: [String]?, _ language: inout Language?) async throws {
    var command = try parseAsRoot(arguments)
    language = (command as? any SpeakingCommand)?.shared.lang
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
      var language: Language?
      do {
        try await run(arguments, &language)
        return ExitStatus.done.rawValue
      } catch {
        if let status = ExitStatus(of: error) {
          Console.explain(error, in: language)
          return status.rawValue
        }
        transcript.append(fullMessage(for: error))
        return exitCode(for: error).rawValue
      }
    }
    return ProgramEnding(status: status, said: transcript.text)
  }
}
