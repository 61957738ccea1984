import ArgumentParser
import Conformance
import Documents
import Foundation

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
      CheckCommand.self, ReviewCommand.self, ProposeCommand.self, WhyCommand.self,
      CompareCommand.self,
      RulesCommand.self,
      InspectCommand.self, InitCommand.self, ConvertCommand.self, CatchmentCommand.self,
      NetworkCommand.self,
      ConformanceCommand.self,
    ])

  /// Every command goes through here, so that errors become messages and statuses in one place.
  static func main() async {
    Memory.keepWhatIsFreed()
    let arguments = Array(CommandLine.arguments.dropFirst())
    let asked = language(askedBy: arguments)
    await Console.$asked.withValue(asked) {
      if Console.language(nil) == .zh, let help = HelpPage.asked(by: arguments) {
        Console.write(help.trimmingCharacters(in: .newlines))
        return
      }
      var language: Language?
      do {
        try await run(nil, &language)
      } catch {
        guard let status = ExitStatus(of: error) else { end(error) }
        Console.explain(error, in: language)
        exit(withError: ExitCode(status.rawValue))
      }
    }
  }

  /// Ends as the argument parser does, in the reader's language.
  private static func end(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    guard code != .success else { exit(withError: error) }
    let message = fullMessage(for: error)
    Console.complain(Console.language(nil) == .zh ? UsagePage.chinese(message) : message)
    exit(withError: code)
  }

  /// The language that a command line asks for, before anything else is read of it.
  private static func language(askedBy arguments: [String]) -> Language? {
    for (index, word) in arguments.enumerated() {
      if word.hasPrefix("--lang=") { return Language(rawValue: String(word.dropFirst(7))) }
      if word == "--lang", index + 1 < arguments.count {
        return Language(rawValue: arguments[index + 1])
      }
    }
    return nil
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
