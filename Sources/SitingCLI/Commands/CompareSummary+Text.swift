import Documents
import Publishing
import Rules

extension CompareSummary {
  /// What changed, for a terminal: rule by rule, subjects, and what went in differently.
  static func text(_ comparison: RunComparison, _ console: Console) -> String {
    var parts: [String] = []
    if comparison.isEmpty {
      parts.append(
        console.say(
          "The two runs say the same: no verdict and no figure changed.",
          "两次运行结果一致：结论和数值均无变化。"))
    } else {
      if comparison.rules.contains(where: { $0.changed > 0 }) {
        parts.append(ruleTable(comparison, console))
      }
      parts.append(subjectTable(comparison, console))
    }
    for (rules, title) in [
      (comparison.rulesGone, console.say("rules only in the earlier run:", "仅前次运行有的规则：")),
      (comparison.rulesAdded, console.say("rules only in the later run:", "仅后次运行有的规则：")),
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
    case .passToFail: console.say("pass → fail", "符合→不符合")
    case .failToPass: console.say("fail → pass", "不符合→符合")
    case .toUnknown: console.say("to unknown", "变为无法判定")
    case .fromUnknown: console.say("from unknown", "由无法判定")
    case .applicability: console.say("applicability", "适用性")
    case .figures: console.say("figures", "数值")
    // Not in the table.
    case .added, .gone: ""
    }
  }

  private static func label(_ change: Change, _ console: Console) -> String {
    switch change {
    case .improved: console.say("improved", "改善")
    case .worsened: console.say("worsened", "变差")
    case .other: console.say("other", "其他变化")
    case .added: console.say("added", "新增")
    case .gone: console.say("gone", "消失")
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
      header: [console.say("rule", "规则")] + columns.map { label($0, console) },
      right: Set(1...columns.count))
    for rule in changed {
      let name = (severalPacks ? "\(rule.name.pack)/" : "") + rule.name.rule
      table.append([name] + columns.map { "\(rule[$0])" })
    }
    func sum(_ transition: Transition) -> Int {
      comparison.rules.reduce(0) { $0 + $1[transition] }
    }
    table.append([console.say("all rules", "全部规则")] + columns.map { "\(sum($0))" })
    let (added, gone) = (sum(.added), sum(.gone))
    guard added + gone > 0 else { return table.text }
    return table.text + "\n"
      + console.say(
        "beside them findings that one run alone has: \(added) added, \(gone) gone",
        "另有仅一次运行具有的检查结果：新增 \(added) 条，消失 \(gone) 条")
  }

  /// A line for each kind of subject.
  private static func subjectTable(_ comparison: RunComparison, _ console: Console) -> String {
    var table = TextTable(
      header: [console.say("subjects", "对象")] + Change.allCases.map { label($0, console) } + [
        console.say("unchanged", "无变化")
      ],
      right: Set(1...Change.allCases.count + 1))
    for subjects in comparison.subjects {
      table.append(
        [subjects.kind] + Change.allCases.map { "\(subjects.counts[$0] ?? 0)" } + [
          "\(subjects.unchanged)"
        ])
    }
    return table.text
  }

  /// Why: what the manifests state differently.
  private static func differences(_ differences: RunDifferences, _ console: Console) -> String {
    let title = console.say("what went in differently:", "输入差异：")
    guard !differences.isEmpty else {
      return list(
        title, [console.say("nothing that the manifests state", "两份清单所载内容无差异")])
    }
    let none = console.say("none", "无")
    var lines: [String] = []
    func append(_ what: String, _ before: String?, _ after: String?) {
      lines.append("\(what): \(before ?? none) → \(after ?? none)")
    }
    for input in differences.inputs {
      append(
        input.role, cite(input.fileBefore, input.hashBefore),
        cite(input.fileAfter, input.hashAfter))
    }
    for pack in differences.packs {
      append(
        console.say("pack", "规则包"), cite(pack.hashBefore.map { _ in pack.id }, pack.hashBefore),
        cite(pack.hashAfter.map { _ in pack.id }, pack.hashAfter))
    }
    for setting in differences.settings { append(setting.name, setting.before, setting.after) }
    return list(title, lines)
  }

  /// A file with the start of its hash, by which a reader tells two of a name apart.
  private static func cite(_ name: String?, _ hash: String?) -> String? {
    name.map { "\($0) (\((hash ?? "").prefix(8)))" }
  }
}
