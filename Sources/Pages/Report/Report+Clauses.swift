internal import Compliance
internal import Quantities
internal import Rules
internal import Wording

extension Report {
  /// Every clause with its figures, one table per document.
  func clauses() -> Markup {
    Markup.joined(
      result.packs.enumerated().map { index, pack in
        let own = result.findings.indices.filter { edition.packOfFinding[$0] == index }
        return table(
          "clauses", caption: clauseCaption(pack),
          head: [
            .text(say(PageWords.number)), .text(say(PageWords.clause)),
            .text(say(ReportWords.requirement)),
            .text(say(ReportWords.required)), .number(say(Verdict.fail.label)),
            .number(say(Verdict.unknown.label)), .number(say(Verdict.pass.label)),
            .number(say(ReportWords.notApplicable)), .number(say(ReportWords.missingInAll)),
            .text(say(ReportWords.flags)),
          ]
        ) {
          for finding in own { clauseRow(finding, of: pack) }
        } + judgedNothing(own) + leftOut(pack) + notComputed(pack)
      })
  }

  private func clauseCaption(_ pack: RulePack) -> String {
    say(ReportWords.findings(of: pack.title))
  }

  private func clauseRow(_ finding: Int, of pack: RulePack) -> Markup {
    let findings = result.findings[finding]
    let rule = findings.rule
    let counts = findings.verdictCounts
    return tag("tr", ["id": "clause-\(finding + 1)"]) {
      tag("th", ["scope": "row", "class": "n"]) { number(of: finding) }
      tag("td", ["class": "clause"]) {
        rule.clause
        if rule.origin != pack.id {
          tag("small", ["class": "id"]) { imprint.document(of: rule) }
        }
      }
      tag("td") {
        say(rule.says)
        " "
        tag("span", ["class": "force \(rule.force.rawValue)"]) { say(rule.force.words) }
        if let year = dueYear(rule) {
          tag("span", ["class": "label"]) { say(PageWords.due(by: year)) }
        }
        " "
        tag("span", ["class": "who"]) { who(findings) }
        bar(counts)
      }
      tag("td", ["class": "required"]) { required(findings) }
      for verdict in Self.verdictOrder { countCell(counts[Int(verdict.rawValue)]) }
      tag("td", ["class": "n total"]) { shortfallTotal(findings) }
      tag("td", ["class": "small"]) { flagCounts(findings) }
    }
  }

  /// Who is judged, and how many.
  private func who(_ findings: RuleFindings) -> String {
    let subjects = findings.rule.subjects.map { say($0.words) }.joined(
      separator: say(Marks.listComma))
    guard findings.table != .territory else { return subjects }
    return subjects + say(Marks.colon) + NumberWords.grouped(findings.count)
  }

  /// The sum of what fails, where a sum means something: people for shares within reach, nothing
  /// for other rates.
  private func shortfallTotal(_ findings: RuleFindings) -> String {
    if findings.rule.check.measuresCover {
      guard findings.table == .parcels, findings.rule.unit == .percent,
        findings.rule.threshold?.comparison.isLowerLimit == true
      else { return "–" }
      var uncovered = 0.0
      for (subject, row) in findings.rows.enumerated()
      where findings.verdicts[subject] == .fail && findings.measured[subject].isFinite {
        uncovered += (people[Int(row)]?.double ?? 0) * (1 - findings.measured[subject] / 100)
      }
      guard uncovered > 0, let amount = Amount(rounding: uncovered) else { return "–" }
      let text = NumberWords.text(amount, decimals: 0)
      return say(ReportWords.residentsOutOfReach(text))
    }
    let isRate = findings.shortfallUnit == .percent || findings.shortfallUnit.isRate
    guard !isRate else { return "–" }
    var (missing, excess) = (Amount.zero, Amount.zero)
    for (subject, shortfall) in findings.shortfall.enumerated()
    where shortfall != RuleFindings.noAmount && findings.verdicts[subject] == .fail {
      if findings.isExcess(subject) {
        excess += Amount(micros: shortfall)
      } else {
        missing += Amount(micros: shortfall)
      }
    }
    let totals = [(missing, false), (excess, true)].filter { $0.0 > .zero }
    guard !totals.isEmpty else { return "–" }
    return totals.map { total, isExcess in
      let text = NumberWords.text(total, decimals: 1)
      return say(
        MissingWords.cell(
          UnitWords.text(text, findings.shortfallUnit, language), isExcess: isExcess))
    }.joined(separator: say(Marks.listComma))
  }

  private func flagCounts(_ findings: RuleFindings) -> String {
    findings.flagCounts.compactMap { entry, count in
      // What holds for all of a document, or is the clause's own force, is said already.
      if entry.flag == .draft || (entry.flag == .advisory && findings.rule.force == .advisory) {
        return nil
      }
      return "\(say(FlagWords.of(entry.name).label)) \(NumberWords.grouped(count))"
    }.joined(separator: say(Marks.listComma))
  }

  /// Rules that are about nothing that there is here.
  private func judgedNothing(_ own: [Int]) -> Markup {
    let idle = own.filter { finding in
      let findings = result.findings[finding]
      return findings.verdicts.allSatisfy { $0 == .notApplicable }
    }
    guard !idle.isEmpty else { return Markup() }
    return tag("p", ["class": "small"]) {
      say(ReportWords.judgedNothing(idle.count))
      for (place, finding) in idle.enumerated() {
        if place > 0 { say(Marks.listComma) }
        reference(to: finding)
      }
    }
  }

  /// Rules of a pack that were not judged, since others were chosen.
  private func leftOut(_ pack: RulePack) -> Markup {
    let rules = result.rulesLeftOut.filter { $0.key.pack == pack.id }
    guard !rules.isEmpty else { return Markup() }
    return tag("p", ["class": "small"]) {
      say(ReportWords.leftOut(rules.count))
      rules.map { "\($0.clause) \(say($0.says))" }.joined(separator: say(Marks.semicolon))
    }
  }

  private func notComputed(_ pack: RulePack) -> Markup {
    guard !pack.notComputed.isEmpty else { return Markup() }
    let reasons = NotComputed.Reason.allCases.compactMap { reason -> String? in
      let count = pack.notComputed.count { $0.why == reason }
      return count == 0 ? nil : "\(say(reason.words)) \(count)"
    }
    let all = pack.notComputed.count
    return tag("p", ["class": "small"]) {
      say(ReportWords.notComputed(all))
        + reasons.joined(separator: say(Marks.listComma)) + say(ReportWords.endOfReasons)
    }
  }
}
