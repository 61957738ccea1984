internal import Compliance
internal import Documents
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

extension OpinionSheet {
  /// Facilities that are named as counted.
  private static var mostCounted: Int { 3 }

  /// Every clause that applies, then those that do not.
  func clauses() -> Markup {
    guard !applicable.isEmpty else {
      return tag("p") { say("No clause applies.", "没有适用的条款。") } + inapplicableList()
    }
    return table(
      "verdicts", caption: say("Clauses that apply", "适用条款"),
      head: [
        .text(say("No.", "序号")), .text(say("What is asked", "审查内容")),
        .text(say("Required", "应达到")), .text(say("Provided", "方案提供")),
        .text(say("Missing", "缺口")), .text(say("Verdict", "结论")),
      ]
    ) {
      for pack in review.packs {
        let own = applicable.filter { $0.key.pack == pack.id }
        if !own.isEmpty {
          tag("tr", ["class": "group"]) {
            tag("th", ["colspan": "6", "scope": "rowgroup"]) { document(pack) }
          }
          for clause in own { row(clause, of: pack) }
        }
      }
    } + inapplicableList()
  }

  private func row(_ clause: ClauseOpinion, of pack: RulePack) -> Markup {
    let concerned = clause.subjects.filter { $0.verdict != .notApplicable }
    let open = concerned.filter { $0.verdict != .pass }
    let isLong = concerned.count > 1 && !open.isEmpty
    let worst = worst(of: concerned)
    return tag("tr", ["id": "clause-\(numbers[clause.key] ?? 0)", "class": isLong ? "long" : ""]) {
      tag("th", ["scope": "row", "class": "n"]) { "\(numbers[clause.key] ?? 0)" }
      tag("td", ["class": "what"]) {
        say(clause.rule.says)
        " "
        tag("span", ["class": "cite"]) { citation(clause, in: pack) }
        labels(clause)
        remarks(clause, concerned)
      }
      tag("td", ["class": "figure"]) { required(by: clause) }
      tag("td", ["class": "figure"]) { worst.map { provided($0, clause) } ?? Markup("–") }
      tag("td", ["class": "figure"]) {
        worst.map { missing($0, clause) } ?? "–"
        if open.count > 1, worst?.shortfall != nil { tag("small") { say("the worst", "最差者") } }
      }
      tag("td", ["class": "verdictcell"]) {
        mark(clause.verdict)
        if concerned.count > 1 { tag("small") { tally(concerned) } }
      }
    } + (isLong ? subjectRow(clause, open) : Markup())
  }

  /// The number of the document stands above; here the clause, and the document if it is another.
  private func citation(_ clause: ClauseOpinion, in pack: RulePack) -> String {
    let inherited = clause.rule.origin == pack.id ? "" : imprint.document(of: clause.rule) + " "
    return inherited + clause.rule.clause
  }

  private func labels(_ clause: ClauseOpinion) -> Markup {
    tag("span", ["class": "force \(clause.rule.force.rawValue)"]) { name(of: clause.rule.force) }
      + (dueYear(clause.rule, asOf: city.project.asOf).map { year in
        tag("span", ["class": "label"]) { say("due by \(year)", "目标年\(year)") }
      } ?? Markup())
      + Markup.joined(
        Flags.all.filter {
          clause.flags.contains($0.flag) && ![.draft, .advisory, .disputed].contains($0.flag)
        }.map { entry in tag("span", ["class": "label"]) { say(FlagWords.of(entry.name).label) } })
  }

  /// What there is to say about a clause in a line or two.
  private func remarks(_ clause: ClauseOpinion, _ concerned: [SubjectOpinion]) -> Markup {
    var lines: [String] = []
    if clause.flags.contains(.disputed) { lines.append(dispute(clause)) }
    if !clause.rule.alternativeTo.isEmpty || isAlternative(clause) {
      lines.append(alternative(clause))
    }
    if concerned.count == 1, let only = concerned.first {
      let rows = only.table == .parcels ? plan.parcels.count : plan.facilities.count
      if rows > 1, only.table != .territory {
        lines.append(say("About: ", "对象：") + name(of: only))
      }
      if only.verdict != .pass, !only.flags.contains(.disputed),
        let reason = reason(of: only, clause)
      {
        lines.append(reason)
      }
    }
    if let counted = counted(clause, concerned) { lines.append(counted) }
    return Markup.joined(lines.map { line in tag("small", ["class": "remark"]) { line } })
  }

  private func dispute(_ clause: ClauseOpinion) -> String {
    let others = review.clauses.filter { $0.rule.conflicts(with: clause.rule) }
    guard !others.isEmpty else {
      return say(
        "Disputed: another clause of the same document says otherwise; the stricter one counts.",
        "有出入：同一文件另有条款规定不同，以较严者计。")
    }
    return say(
      "Disputed: \(references(to: others.map(\.key))) of the same document says otherwise; the"
        + " stricter one counts.",
      "有出入：同一文件的\(references(to: others.map(\.key)))规定不同，以较严者计。")
  }

  private func isAlternative(_ clause: ClauseOpinion) -> Bool {
    review.clauses.contains {
      $0.key.pack == clause.key.pack && $0.rule.alternativeTo.contains(clause.rule.id)
    }
  }

  private func alternative(_ clause: ClauseOpinion) -> String {
    let others = review.clauses.filter { $0.rule.isAlternative(to: clause.rule) }
    guard !others.isEmpty else { return "" }
    return say(
      "Alternative to \(references(to: others.map(\.key))): meeting one of them is enough.",
      "与\(references(to: others.map(\.key)))为替代关系，满足其一即可。")
  }

  /// The facilities that a provision rests on.
  private func counted(_ clause: ClauseOpinion, _ concerned: [SubjectOpinion]) -> String? {
    guard clause.rule.check.attribution != nil else { return nil }
    var ids: [String] = []
    for id in concerned.flatMap(\.facilities) where !ids.contains(id) { ids.append(id) }
    guard !ids.isEmpty else { return nil }
    return say("Counted: ", "计入设施：")
      + list(ids.map { name(ofFacility: $0) }, most: Self.mostCounted)
  }

  // MARK: What does not apply

  private func inapplicableList() -> Markup {
    guard !inapplicable.isEmpty else { return Markup() }
    return tag("div", ["class": "inapplicable"]) {
      tag("h3") { say("Clauses that do not apply", "不适用的条款") }
      tag("ul", ["class": "columns"]) {
        for clause in inapplicable {
          tag("li") {
            tag("b") { "\(numbers[clause.key] ?? 0)" }
            " \(citation(clause, in: clause.rule.pack)) – \(say(clause.rule.says)) "
            tag("i") { whyNot(clause) }
          }
        }
      }
    }
  }

  private func whyNot(_ clause: ClauseOpinion) -> String {
    if clause.rule.isReportOnly {
      guard let figure = clause.subjects.first(where: { $0.measured.isFinite }) else {
        return say("Reported only.", "仅报告数值。")
      }
      let text = measured(figure.measured, by: clause.rule, against: nil)
      return say("Reported only: \(text).", "仅报告数值：\(text)。")
    }
    if let reason = clause.worst?.reason {
      return say(reason) + say(".", "。")
    }
    switch clause.table {
    case .parcels:
      return say("It is about other kinds of housing.", "本项目住宅不属于该条适用对象。")
    case .facilities:
      return say("The plan has no such facility.", "本项目没有该类设施。")
    case .territory, .units: return say("It does not speak of this plan.", "不针对本项目。")
    }
  }
}
