import ArgumentParser
import Documents
import Planning
import Rules

/// Which rules of the packs are judged; what is stated here takes the place of what the project states.
struct RuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Judge by these rules only: rule,rule or pack/rule; * stands for any letters.",
      valueName: "rules"))
  var only: [String] = []

  @Option(help: ArgumentHelp("Leave these rules out.", valueName: "rules"))
  var except: [String] = []

  @Option(
    name: .customLong("topic"),
    help: ArgumentHelp(
      "Judge by the rules of these topics, and those of --only: childcare-circle,elder-land.",
      valueName: "topics"))
  var topics: [String] = []

  func validate() throws {
    for (name, words) in [("--only", only), ("--except", except), ("--topic", topics)]
    where !words.isEmpty && Self.words(words).isEmpty {
      throw usageError("\(name) names nothing; leave it out to judge by all rules")
    }
  }

  /// What is chosen, where nothing is stated by the project.
  func choice(_ project: Project) -> RuleChoice {
    let own = RuleChoice(
      only: Self.words(only), except: Self.words(except), topics: Self.words(topics))
    let stated = project.rules
    return own.isAll
      ? RuleChoice(only: stated.only, except: stated.except, topics: stated.topics) : own
  }

  private static func words(_ lists: [String]) -> [String] {
    lists.flatMap { $0.split(separator: ",") }.map { $0.filter { !$0.isWhitespace } }
      .filter { !$0.isEmpty }
  }
}
