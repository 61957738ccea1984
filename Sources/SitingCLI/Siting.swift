import ArgumentParser

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
      InspectCommand.self, CatchmentCommand.self, NetworkCommand.self,
    ])

  /// Every command goes through here, so that errors become messages and statuses in one place.
  static func main() async {
    do {
      var command = try Self.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      guard let status = ExitStatus(of: error) else { exit(withError: error) }
      Console.explain(error)
      exit(withError: ExitCode(status.rawValue))
    }
  }
}
