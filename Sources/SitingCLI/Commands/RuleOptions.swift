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

  /// What is chosen; where nothing is, what is stated for what is done, else what the project states.
  func choice(_ project: Project, orElse stated: Project.ChosenRules? = nil) -> RuleChoice {
    let own = RuleChoice(
      only: Self.words(only), except: Self.words(except), topics: Self.words(topics))
    let others = [stated, project.rules].compactMap { $0 }.map {
      RuleChoice(only: $0.only, except: $0.except, topics: $0.topics)
    }
    return ([own] + others).first { !$0.isAll } ?? own
  }

  private static func words(_ lists: [String]) -> [String] {
    lists.flatMap { $0.split(separator: ",") }.map { $0.filter { !$0.isWhitespace } }
      .filter { !$0.isEmpty }
  }
}
