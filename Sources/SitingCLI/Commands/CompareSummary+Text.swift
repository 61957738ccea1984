import Compliance
import Documents
import Publishing
import Rules
import Wording

extension CompareSummary {
  /// What changed, for a terminal: rule by rule, subjects, and what went in differently.
  static func text(_ comparison: RunComparison, _ console: Console) -> String {
    var parts: [String] = []
    if comparison.isEmpty {
      parts.append(
        console.say(TerminalWords.nothingChanged))
    } else {
      if comparison.rules.contains(where: { $0.changed > 0 }) {
        parts.append(ruleTable(comparison, console))
      }
      parts.append(subjectTable(comparison, console))
    }
    if comparison.trend.count > 2 { parts.append(trend(comparison, console)) }
    for (rules, title) in [
      (comparison.rulesGone, console.say(TerminalWords.earlierRules)),
      (comparison.rulesAdded, console.say(TerminalWords.laterRules)),
    ] where !rules.isEmpty {
      parts.append(list(title, rules.map { "\($0.pack)/\($0.rule)" }))
    }
    parts.append(differences(comparison.differences, console))
    return parts.joined(separator: "\n\n")
  }

  private static func list(_ title: String, _ lines: [String]) -> String {
    title + lines.map { "\n  \($0)" }.joined()
  }

  private static func label(_ transition: Transition, _ console: Console) -> String {
    switch transition {
    case .passToFail: console.say(TerminalWords.passToFail)
    case .failToPass: console.say(TerminalWords.failToPass)
    case .toUnknown: console.say(TerminalWords.toUnknown)
    case .fromUnknown: console.say(TerminalWords.fromUnknown)
    case .applicability: console.say(TerminalWords.applicability)
    case .figures: console.say(TerminalWords.figures)
    // Not in the table.
    case .added, .gone: ""
    }
  }

  private static func label(_ change: Change, _ console: Console) -> String {
    switch change {
    case .improved: console.say(TerminalWords.improved)
    case .worsened: console.say(TerminalWords.worsened)
    case .other: console.say(TerminalWords.otherChange)
    case .added: console.say(TerminalWords.added)
    case .gone: console.say(TerminalWords.gone)
    }
  }

  /// A line for each rule of which a subject of both runs changed, and their sum.
  private static func ruleTable(_ comparison: RunComparison, _ console: Console) -> String {
    let always: Set<Transition> = [.passToFail, .failToPass, .toUnknown, .fromUnknown, .figures]
    // A parcel that is new has findings of every rule: they would drown the rest.
    let ofOneRun: Set<Transition> = [.added, .gone]
    let changed = comparison.rules.filter { rule in
      Transition.allCases.contains { !ofOneRun.contains($0) && rule[$0] > 0 }
    }
    let columns = Transition.allCases.filter { transition in
      always.contains(transition)
        || !ofOneRun.contains(transition) && changed.contains { $0[transition] > 0 }
    }
    let severalPacks = Set(comparison.rules.map(\.name.pack)).count > 1
    var table = TextTable(
      header: [console.say(TerminalWords.rule)] + columns.map { label($0, console) },
      right: Set(1...columns.count))
    for rule in changed {
      let name = (severalPacks ? "\(rule.name.pack)/" : "") + rule.name.rule
      table.append([name] + columns.map { "\(rule[$0])" })
    }
    func sum(_ transition: Transition) -> Int {
      comparison.rules.reduce(0) { $0 + $1[transition] }
    }
    table.append([console.say(TerminalWords.allRules)] + columns.map { "\(sum($0))" })
    let (added, gone) = (sum(.added), sum(.gone))
    guard added + gone > 0 else { return table.text }
    return table.text + "\n"
      + console.say(TerminalWords.oneSided(added: added, gone: gone))
  }

  /// Parcels by verdict, run by run.
  private static func trend(_ comparison: RunComparison, _ console: Console) -> String {
    let order: [Verdict] = [.fail, .unknown, .pass, .notApplicable]
    var table = TextTable(
      header: [console.say(ChangesWords.run)] + order.map { $0.label[console.language] },
      right: Set(1...order.count))
    for (run, parcels) in comparison.trend {
      table.append(
        [run.title] + order.map { "\(parcels[Int($0.rawValue)])" })
    }
    return table.text
  }

  /// A line for each kind of subject.
  private static func subjectTable(_ comparison: RunComparison, _ console: Console) -> String {
    var table = TextTable(
      header: [console.say(TerminalWords.subjects)] + Change.allCases.map { label($0, console) } + [
        console.say(TerminalWords.unchanged)
      ],
      right: Set(1...Change.allCases.count + 1))
    for subjects in comparison.subjects {
      table.append(
        [console.say(CodeWords.of(subjects.kind))]
          + Change.allCases.map { "\(subjects.counts[$0] ?? 0)" } + [
            "\(subjects.unchanged)"
          ])
    }
    return table.text
  }

  /// Why: what the manifests state differently.
  private static func differences(_ differences: RunDifferences, _ console: Console) -> String {
    let title = console.say(TerminalWords.inputChanges)
    guard !differences.isEmpty else {
      return list(
        title, [console.say(TerminalWords.noInputChange)])
    }
    return list(title, differences.lines(console.language))
  }
}
