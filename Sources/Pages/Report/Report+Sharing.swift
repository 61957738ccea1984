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

  /// By rule and way of counting: all parcels, by verdict.
  private func comparisons() -> Markup {
    var head: [ReportColumn] = [
      .number(say(PageWords.number)), .text(say(PageWords.clause)),
      .text(say(ReportWords.wayOfCounting)),
    ]
    for verdict in Verdict.allCases { head.append(.number(say(verdict.label))) }
    head += [.number(say(ReportWords.hidden)), .text(say(ReportWords.which))]
    return table("sharing", caption: say(ReportWords.waysOfCounting), head: head) {
      for (index, findings) in result.findings.enumerated() where !findings.comparisons.isEmpty {
        for way in waysOfCounting(findings) { comparisonRow(index, findings, way) }
      }
    }
  }

  private func waysOfCounting(
    _ findings: RuleFindings
  ) -> [(name: LocalizedText, attribution: Attribution, verdicts: [Verdict])] {
    let names: [(LocalizedText, Attribution)] = [
      (ReportWords.onSiteOnly, .onSite), (ReportWords.fair, .fair),
      (ReportWords.pooled, .pooled), (ReportWords.allInReach, .inReach),
    ]
    return names.map { name, attribution in
      let compared = findings.comparisons.first { $0.attribution == attribution }
      return (name, attribution, compared?.verdicts ?? findings.verdicts)
    }
  }

  private func comparisonRow(
    _ index: Int, _ findings: RuleFindings,
    _ way: (name: LocalizedText, attribution: Attribution, verdicts: [Verdict])
  ) -> Markup {
    let hidden =
      way.attribution == .inReach
      ? way.verdicts.indices.filter {
        findings.verdicts[$0] == .fail && way.verdicts[$0] == .pass
      }.map { Int32($0) } : []
    return tag("tr") {
      tag("td", ["class": "n"]) { reference(to: index) }
      tag("td") { say(findings.rule.says) }
      tag("td") { say(way.name) }
      for verdict in Verdict.allCases { countCell(way.verdicts.count { $0 == verdict }) }
      if way.attribution == .inReach {
        countCell(hidden.count)
        tag("td", ["class": "small"]) { names(hidden, of: city.parcels.rows) }
      } else {
        tag("td") { "" }
        tag("td") { "" }
      }
    }
  }

  /// The groups that miss most, worst first.
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
    /// How many people or dwellings go without.
    let missing: Double
  }

  /// By how many people or dwellings what is missing would be for: square metres and places can be
  /// told apart in no other way.
  private func rankedGroups() -> [RankedGroup] {
    let all = result.findings.enumerated().flatMap { finding, findings in
      findings.shortageGroups.enumerated().map {
        RankedGroup(
          finding: finding, number: $0.offset, group: $0.element,
          missing: findings.people(for: $0.element.shortfall))
      }
    }
    return all.sorted { a, b in
      (b.missing, a.finding, a.number) < (a.missing, b.finding, b.number)
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

extension RuleFindings {
  /// How many people or dwellings an amount, in millionths of the supply's unit, is for under the
  /// clause.
  fileprivate func people(for amount: Int64) -> Double {
    guard let required, required > .zero else { return 0 }
    return Double(amount) / Double(required.micros) * (rule.unit.per?.count.double ?? 1)
  }
}
