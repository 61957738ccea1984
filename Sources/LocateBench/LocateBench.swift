import ArgumentParser

/// What Scripts/bench asks of the location searches; no product.
@main
struct LocateBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "LocateBench", subcommands: [ReferenceCommand.self, CoverCommand.self])
}
