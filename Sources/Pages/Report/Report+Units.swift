internal import Compliance
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

extension Report {
  /// More rules than this do not fit a page across.
  private static var mostRuleColumns: Int { 10 }
  /// More units than this are left to the layer.
  private static var mostUnits: Int { 400 }

  /// One row a unit, from large to small, with the share of its parcels that pass.
  func units() -> Markup {
    guard city.units.count > 0 else {
      return tag("p") { say(ReportWords.noUnits) }
    }
    let rules = ruleColumns
    // Streets and townships divide a district between them.
    let groups: [[UnitLevel]] =
      [[.province], [.city], [.district], [.street, .township], [.community]]
      + city.units.planningLevels.map { [$0] }
    let present = groups.map { $0.filter { city.units.level.contains($0) } }
    return tag("p", ["class": "small"]) {
      say(ReportWords.unitColumns)
    }
      + Markup.joined(present.filter { !$0.isEmpty }.map { unitTable($0, rules) })
  }

  /// The parcel clauses with most failures, in the order of the report.
  private var ruleColumns: [Int] {
    let counts = result.findings.map { $0.table == .parcels ? $0.verdictCounts : [0, 0, 0, 0] }
    let decided = counts.indices.filter { finding in
      result.findings[finding].rule.force != .advisory
        && counts[finding][Int(Verdict.pass.rawValue)] + counts[finding][Int(Verdict.fail.rawValue)]
          > 0
    }
    func failures(_ finding: Int) -> Int { counts[finding][Int(Verdict.fail.rawValue)] }
    return decided.sorted { (failures($1), $0) < (failures($0), $1) }
      .prefix(Self.mostRuleColumns).sorted()
  }

  private func unitTable(_ levels: [UnitLevel], _ rules: [Int]) -> Markup {
    let rows = levels.flatMap { city.units.rows(of: $0) }
    let tallies = UnitTallies(self, levels, rules)
    let shown = rows.prefix(Self.mostUnits)
    return table(
      "units", caption: levels.map { say($0.heading) }.joined(separator: say(ReportWords.andAlso)),
      head: [
        .text(say(ReportWords.name)), .number(say(ReportWords.parcels)),
        .number(say(Verdict.fail.label)), .number(say(Verdict.unknown.label)),
        .number(say(Verdict.pass.label)), .text(say(ReportWords.distribution)),
        .number(say(ReportWords.residentsFailing)),
      ] + rules.map { .number(number(of: $0)) } + [.text(say(ReportWords.unitItself))]
    ) {
      for unit in shown { unitRow(name(ofUnit: unit), tallies.rows[unit], unit) }
      if let outside = tallies.outside {
        unitRow(say(ReportWords.outsideAll), outside, nil)
      }
    }
      + (rows.count > shown.count
        ? tag("p", ["class": "small"]) {
          say(ReportWords.moreUnits(rows.count - shown.count))
        } : Markup())
  }

  private func unitRow(_ name: String, _ tally: UnitTallies.Tally, _ unit: Int?) -> Markup {
    tag("tr") {
      tag("th", ["scope": "row"]) { name }
      countCell(tally.parcels.reduce(0, +))
      for verdict in [Verdict.fail, .unknown, .pass] {
        countCell(tally.parcels[Int(verdict.rawValue)])
      }
      tag("td", ["class": "barcell"]) { bar(tally.parcels) }
      numberCell(
        NumberWords.text(tally.peopleFailing, decimals: 0), sortKey: tally.peopleFailing.double)
      for rate in tally.rules {
        numberCell(
          NumberWords.percent(Double(rate.pass), of: Double(rate.decided)),
          sortKey: rate.decided == 0 ? nil : Double(rate.pass) / Double(rate.decided))
      }
      tag("td", ["class": "refs"]) {
        if let unit { failingReferences(unit) }
      }
    }
  }

  private func failingReferences(_ unit: Int) -> Markup {
    let failing = result.findings.indices.filter { finding in
      let findings = result.findings[finding]
      guard findings.table == .units else { return false }
      return findings.rows.firstIndex(of: Int32(unit)).map { findings.verdicts[$0] == .fail }
        ?? false
    }
    return failing.isEmpty && result.unitVerdicts[unit] != .fail
      ? tag("span", ["class": "zero"]) { result.unitVerdicts[unit].sign }
      : Markup.joined(failing.map { reference(to: $0) })
  }

  /// The unit's name, or its id where it has none.
  func name(ofUnit unit: Int) -> String {
    city.units.rows.names[unit] ?? city.units.rows.ids[unit]
  }
}

/// What the parcels of each unit of a level came to.
private struct UnitTallies {
  struct Tally {
    /// By verdict's raw value.
    var parcels = [0, 0, 0, 0]
    var peopleFailing = Amount.zero
    /// By column of the table.
    var rules: [(pass: Int, decided: Int)]
  }

  /// By row of the unit; units of other levels stay empty.
  var rows: [Tally]
  /// Parcels in no unit of the level, if there are any.
  var outside: Tally?

  init(_ report: Report, _ levels: [UnitLevel], _ rules: [Int]) {
    let empty = Tally(rules: rules.map { _ in (0, 0) })
    let city = report.city
    // One look at each parcel, whatever the number of rules.
    var places = Array(repeating: city.units.count, count: city.parcels.count)
    for level in levels {
      for (parcel, unit) in city.parcels.units.units(of: level).enumerated() where unit >= 0 {
        places[parcel] = Int(unit)
      }
    }
    var tallies = Array(repeating: empty, count: city.units.count + 1)
    for parcel in 0..<city.parcels.count {
      let unit = places[parcel]
      let verdict = report.result.parcelVerdicts[parcel]
      tallies[unit].parcels[Int(verdict.rawValue)] += 1
      if verdict == .fail { tallies[unit].peopleFailing += report.people[parcel] ?? .zero }
    }
    for (column, finding) in rules.enumerated() {
      let findings = report.result.findings[finding]
      for (subject, row) in findings.rows.enumerated() {
        let verdict = findings.verdicts[subject]
        guard verdict != .notApplicable else { continue }
        let unit = places[Int(row)]
        tallies[unit].rules[column].decided += 1
        if verdict == .pass { tallies[unit].rules[column].pass += 1 }
      }
    }
    let rest = tallies.removeLast()
    outside = rest.parcels.contains { $0 > 0 } ? rest : nil
    rows = tallies
  }
}
