import ArgumentParser
import Documents
import Planning
import Rules

/// Whose clauses decide an opinion.
enum DutyChoice: String, ExpressibleByArgument, CaseIterable {
  case developer
  case authority
  case all

  var duties: Set<Duty> {
    switch self {
    case .developer: [.developer]
    case .authority: [.authority]
    case .all: Set(Duty.allCases)
    }
  }
}

/// What stands on an opinion besides what was found; it takes the place of what the plan's columns and
/// the project's letterhead say.
struct FormOptions: ParsableArguments {
  @Option(help: "Who reviews, for the head of the opinion and the line to sign.")
  var bureau: String?

  @Option(help: "The number of the opinion (of a single plan).")
  var number: String?

  @Option(help: "What the project is called (of a single plan).")
  var projectName: String?

  @Option(help: "Who builds it.")
  var developer: String?

  @Option(help: "Who designed it.")
  var designer: String?

  @Option(help: "Where it is, in words.")
  var site: String?

  @Option(help: "The number of its planning conditions.")
  var conditions: String?

  @Option(help: "The how manieth time it is handed in.")
  var round: String?

  @Option(help: "The day on which it was handed in.")
  var submitted: String?

  /// - Throws: `ValidationError` where something can only be said of one plan.
  func check(count: Int) throws {
    guard count > 1 else { return }
    for (option, value) in [("--number", number), ("--project-name", projectName)]
    where value != nil {
      throw usageError(
        "\(option) is for a single plan; with several give each a column, such as 项目名称")
    }
  }

  /// The letterhead of a project with what is stated here.
  func letterhead(_ own: Letterhead) -> Letterhead {
    var letterhead = own
    if let bureau { letterhead.bureau = LocalizedText(en: bureau, zh: bureau) }
    if let number { letterhead.number = number }
    return letterhead
  }

  /// What is stated of the project.
  var facts: PlanFacts {
    var facts = PlanFacts()
    facts[.projectName] = projectName
    facts[.developer] = developer
    facts[.designer] = designer
    facts[.site] = site
    facts[.planningConditions] = conditions
    facts[.round] = round
    facts[.submitted] = submitted
    return facts
  }
}
