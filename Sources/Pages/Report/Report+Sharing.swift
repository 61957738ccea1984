internal import Compliance
internal import Documents
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

extension Report {
  private static var mostGroups: Int { 20 }
  /// Names spelled out per group.
  private static var mostNames: Int { 4 }

  /// Whether any rule divides shared supply.
  var hasSharing: Bool { result.findings.contains { $0.attribution == .fair } }

  /// What double counting hides, and where supply that is shared is too little.
  func sharing() -> Markup { comparisons() + shortages() }

  /// By rule: parcels that pass under each way of counting.
  private func comparisons() -> Markup {
    table(
      "sharing",
      caption: say(ReportWords.waysOfCounting),
      head: [
        .number(say(PageWords.number)), .text(say(PageWords.clause)),
        .number(say(ReportWords.onSiteOnly)), .number(say(ReportWords.fair)),
        .number(say(ReportWords.pooled)), .number(say(ReportWords.allInReach)),
        .number(say(ReportWords.hidden)),
        .text(say(ReportWords.which)),
      ]
    ) {
      for (index, findings) in result.findings.enumerated() where !findings.comparisons.isEmpty {
        comparisonRow(index, findings)
      }
    }
  }

  private func comparisonRow(_ index: Int, _ findings: RuleFindings) -> Markup {
    func verdicts(_ attribution: Attribution) -> [Verdict] {
      findings.comparisons.first { $0.attribution == attribution }?.verdicts ?? []
    }
    func passes(_ verdicts: [Verdict]) -> Int { verdicts.count { $0 == .pass } }
    let inReach = verdicts(.inReach)
    let hidden = inReach.indices.filter {
      findings.verdicts[$0] == .fail && inReach[$0] == .pass
    }.map { Int32($0) }
    return tag("tr") {
      tag("td", ["class": "n"]) { reference(to: index) }
      tag("td") { say(findings.rule.says) }
      countCell(passes(verdicts(.onSite)))
      countCell(passes(findings.verdicts))
      countCell(passes(verdicts(.pooled)))
      countCell(passes(verdicts(.inReach)))
      countCell(hidden.count)
      tag("td", ["class": "small"]) { names(hidden, of: city.parcels.rows) }
    }
  }

  /// The groups that miss most of what they need, worst first.
  private func shortages() -> Markup {
    let groups = rankedGroups()
    guard !groups.isEmpty else {
      return tag("p") {
        say(ReportWords.noGroups)
      }
    }
    let all = result.findings.reduce(0) { $0 + $1.shortageGroups.count }
    return table(
      "shortages",
      caption: say(ReportWords.worstGroups(groups.count, of: all)),
      head: [
        .text(say(ReportWords.group)), .number(say(ReportWords.ofClause)),
        .text(say(ReportWords.parcelsOfGroup)),
        .text(say(ReportWords.sharedFacilities)), .number(say(ReportWords.need)),
        .number(say(ReportWords.have)), .number(say(ReportWords.lack)),
        .number(say(ReportWords.served)),
      ]
    ) {
      for group in groups { groupRow(group) }
    }
  }

  private struct RankedGroup {
    let finding: Int
    let number: Int
    let group: ShortageGroup
  }

  /// By what share is missing, then by how many parcels are in it: a group of one that reaches
  /// nothing says less than twenty that share one place.
  private func rankedGroups() -> [RankedGroup] {
    let all = result.findings.enumerated().flatMap { finding, findings in
      findings.shortageGroups.enumerated().map {
        RankedGroup(finding: finding, number: $0.offset, group: $0.element)
      }
    }
    func missing(_ group: RankedGroup) -> Double {
      group.group.need == 0
        ? 0 : Double(group.group.need - group.group.supply) / Double(group.group.need)
    }
    return all.sorted { a, b in
      let first = (missing(a) * Double(a.group.parcels.count), -a.finding, -a.number)
      let second = (missing(b) * Double(b.group.parcels.count), -b.finding, -b.number)
      return first > second
    }.prefix(Self.mostGroups).map { $0 }
  }

  private func groupRow(_ ranked: RankedGroup) -> Markup {
    let group = ranked.group
    let findings = result.findings[ranked.finding]
    func cell(_ micros: Int64) -> Markup {
      numberCell(
        UnitWords.text(
          NumberWords.text(Amount(micros: micros)), findings.shortfallUnit, language),
        sortKey: Amount(micros: micros).double)
    }
    return tag("tr") {
      tag("th", ["scope": "row"]) {
        edition.name(ofGroup: ranked.number, ofFinding: ranked.finding)
      }
      tag("td", ["class": "n"]) { reference(to: ranked.finding) }
      tag("td", ["class": "small"]) { names(group.parcels, of: city.parcels.rows) }
      tag("td", ["class": "small"]) {
        group.facilities.isEmpty
          ? say(ReportWords.noneInReach) : names(group.facilities, of: city.facilities.rows)
      }
      cell(group.need)
      cell(group.supply)
      cell(group.shortfall)
      numberCell(
        NumberWords.percent(Double(group.supply), of: Double(group.need)),
        sortKey: group.need == 0 ? nil : Double(group.supply) / Double(group.need))
    }
  }

  /// The first few names, and how many more.
  private func names(_ members: [Int32], of rows: SubjectRows) -> String {
    let first = members.prefix(Self.mostNames).map {
      rows.names[Int($0)] ?? rows.ids[Int($0)]
    }.joined(separator: say(Marks.listComma))
    let more = members.count - Self.mostNames
    return more > 0 ? first + say(PageWords.andMore(more, of: members.count)) : first
  }
}
