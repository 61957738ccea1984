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
            .text(say("No.", "序号")), .text(say("Clause", "条款")), .text(say("Requirement", "要求")),
            .text(say("Required", "指标")), .number(say("fail", "不符合")),
            .number(say("unknown", "无法判定")), .number(say("pass", "符合")),
            .number(say("n/a", "不适用")), .number(say("Missing in all", "缺口合计")),
            .text(say("Flags", "标记")),
          ]
        ) {
          for finding in own { clauseRow(finding, of: pack) }
        } + notComputed(pack)
      })
  }

  private func clauseCaption(_ pack: RulePack) -> String {
    say(
      "\(say(pack.title)): findings by clause", "《\(say(pack.title))》逐条检查结果")
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
        tag("span", ["class": "force \(rule.force.rawValue)"]) { name(of: rule.force) }
        if let year = dueYear(rule) {
          tag("span", ["class": "label"]) { say("due by \(year)", "目标年\(year)") }
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
    let subjects = findings.rule.subjects.map { name(of: $0) }.joined(separator: say(", ", "、"))
    guard findings.table != .territory else { return subjects }
    return subjects + say(": ", "：") + NumberWords.grouped(findings.count)
  }

  private func name(of subject: RuleSubject) -> String {
    switch subject {
    case .parcel: say("parcels", "小区")
    case .plan: say("the plan", "规划方案")
    case .facility: say("facilities", "设施")
    case .community: say("communities", "社区")
    case .street: say("streets", "街道")
    case .township: say("townships", "乡镇")
    case .district: say("districts", "区县")
    case .city: say("the city", "全市")
    case .province: say("the province", "全省")
    }
  }

  /// The sum of what fails, where a sum means something: people for shares within reach, nothing
  /// for other rates.
  private func shortfallTotal(_ findings: RuleFindings) -> String {
    if findings.rule.check.measuresCover {
      guard findings.table == .parcels, findings.rule.unit == .percent else { return "–" }
      var uncovered = 0.0
      for (subject, row) in findings.rows.enumerated()
      where findings.verdicts[subject] == .fail && findings.measured[subject].isFinite {
        uncovered += (people[Int(row)]?.double ?? 0) * (1 - findings.measured[subject] / 100)
      }
      guard uncovered > 0, let amount = Amount(rounding: uncovered) else { return "–" }
      let text = NumberWords.text(amount, decimals: 0)
      return say("\(text) residents out of reach", "\(text)人未覆盖")
    }
    let isRate = findings.shortfallUnit == .percent || findings.shortfallUnit.isRate
    guard !isRate else { return "–" }
    var total = Amount.zero
    for (subject, shortfall) in findings.shortfall.enumerated()
    where shortfall != RuleFindings.noAmount && findings.verdicts[subject] == .fail {
      total += Amount(micros: shortfall)
    }
    guard total > .zero else { return "–" }
    return UnitWords.text(
      NumberWords.text(total, decimals: 1), findings.shortfallUnit, language)
  }

  private func flagCounts(_ findings: RuleFindings) -> String {
    findings.flagCounts.compactMap { entry, count in
      // What holds for all of a document, or is the clause's own force, is said already.
      if entry.flag == .draft || (entry.flag == .advisory && findings.rule.force == .advisory) {
        return nil
      }
      return "\(say(FlagWords.of(entry.name).label)) \(NumberWords.grouped(count))"
    }.joined(separator: say(", ", "、"))
  }

  private func notComputed(_ pack: RulePack) -> Markup {
    guard !pack.notComputed.isEmpty else { return Markup() }
    let reasons = NotComputed.Reason.allCases.compactMap { reason -> String? in
      let count = pack.notComputed.count { $0.why == reason }
      return count == 0 ? nil : "\(name(of: reason)) \(count)"
    }
    let all = pack.notComputed.count
    return tag("p", ["class": "small"]) {
      say(
        "Not computed: \(all) further clauses (", "未计算的其他条款\(all)条（")
        + reasons.joined(separator: say(", ", "、")) + say(").", "）。")
    }
  }

  private func name(of reason: NotComputed.Reason) -> String {
    switch reason {
    case .personLevel: say("about single persons", "针对个人")
    case .money: say("about money", "资金类")
    case .organisational: say("about who does what", "组织分工类")
    case .noStandard: say("without a standard", "无明确标准")
    case .serviceQuality: say("about how a service is given", "服务质量类")
    case .notInData: say("not in planning data", "规划数据未包含")
    case .duplicate: say("said elsewhere", "与他条重复")
    }
  }
}
