internal import Compliance
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

extension Report {
  /// Rows of the table.
  private static var mostPlaces: Int { 20 }
  /// Gaps spelled out per parcel.
  private static var mostGaps: Int { 3 }

  /// The parcels that fail most, those with more residents first among equals.
  func worstPlaces() -> Markup {
    let worst = rankedParcels()
    guard !worst.isEmpty else {
      return tag("p") { say(ReportWords.noneFails) }
    }
    return table(
      "worst",
      caption: say(ReportWords.worstParcels(worst.count)),
      head: [
        .text(say(PageWords.number)), .text(say(ReportWords.parcel)),
        .text(say(ReportWords.whereabouts)),
        .number(say(ReportWords.residents)), .number(say(Force.binding.words)),
        .number(say(ReportWords.inAll)), .text(say(ReportWords.fails)),
        .text(say(ReportWords.largestGaps)),
      ]
    ) {
      for (index, place) in worst.enumerated() { placeRow(place, number: index + 1) }
    }
  }

  struct Place {
    let parcel: Int
    var binding = 0
    /// Index of the finding; for parcels the subject is the row.
    var failing: [Int] = []
  }

  func rankedParcels() -> [Place] {
    var places = (0..<city.parcels.count).map { Place(parcel: $0) }
    for (index, findings) in result.findings.enumerated()
    where findings.table == .parcels && findings.rule.force != .advisory {
      for (subject, row) in findings.rows.enumerated() where findings.verdicts[subject] == .fail {
        places[Int(row)].failing.append(index)
        if findings.rule.force == .binding { places[Int(row)].binding += 1 }
      }
    }
    func key(_ place: Place) -> (Int, Int, Int64, Int) {
      (
        -place.binding, -place.failing.count, -(people[place.parcel]?.micros ?? 0), place.parcel
      )
    }
    return places.filter { !$0.failing.isEmpty }.sorted { key($0) < key($1) }
      .prefix(Self.mostPlaces).map { $0 }
  }

  private func placeRow(_ place: Place, number: Int) -> Markup {
    let rows = city.parcels.rows
    return tag("tr") {
      countCell(number)
      tag("th", ["scope": "row"]) {
        rows.names[place.parcel] ?? rows.ids[place.parcel]
        if rows.names[place.parcel] != nil {
          tag("small", ["class": "id"]) { rows.ids[place.parcel] }
        }
      }
      tag("td") { whereabouts(place.parcel) }
      numberCell(
        people[place.parcel].map { NumberWords.text($0, decimals: 0) } ?? "–",
        sortKey: people[place.parcel]?.double)
      countCell(place.binding)
      countCell(place.failing.count)
      tag("td", ["class": "refs"]) { for finding in place.failing { reference(to: finding) } }
      tag("td", ["class": "small"]) {
        tag("ul", ["class": "plain"]) {
          for finding in largestGaps(place) { tag("li") { gap(finding, place.parcel) } }
        }
      }
    }
  }

  private func whereabouts(_ parcel: Int) -> String {
    let units = [UnitLevel.street, .township, .community].compactMap {
      city.parcels.units[parcel, $0].map { name(ofUnit: $0) }
    }
    return units.isEmpty ? "–" : units.joined(separator: " / ")
  }

  /// Those furthest from what is required, as a share of it; one for each topic.
  private func largestGaps(_ place: Place) -> [Int] {
    func share(_ finding: Int) -> Double {
      let findings = result.findings[finding]
      guard let required = findings.required?.double, required > 0,
        let subject = subject(of: place.parcel, in: findings), findings.measured[subject].isFinite
      else { return 0 }
      return min(1, abs(required - findings.measured[subject]) / required)
    }
    var topics: Set<String> = []
    return place.failing.sorted { (share($1), $0) < (share($0), $1) }
      .filter { topics.insert(result.findings[$0].rule.means).inserted }
      .prefix(Self.mostGaps).sorted()
  }

  private func gap(_ finding: Int, _ parcel: Int) -> Markup {
    let findings = result.findings[finding]
    guard let subject = subject(of: parcel, in: findings) else { return Markup() }
    var text =
      bareMeasured(findings, subject) + say(ReportWords.requiredFigure) + required(findings)
    let isRate = findings.shortfallUnit == .percent || findings.shortfallUnit.isRate
    if !isRate, findings.shortfall[subject] != RuleFindings.noAmount {
      let phrase = missing(
        Amount(micros: findings.shortfall[subject]), in: findings.shortfallUnit,
        isExcess: findings.isExcess(subject))
      text += say(ReportWords.missing(phrase))
    }
    if !findings.nearest.isEmpty, findings.distance[subject].isFinite {
      let distance = NumberWords.length(metres: findings.distance[subject])
      text += say(ReportWords.nearest(at: distance))
    }
    return reference(to: finding) + Markup(" " + text)
  }

  /// The figure without its unit, which stands behind the required one.
  private func bareMeasured(_ findings: RuleFindings, _ subject: Int) -> String {
    guard findings.required != nil, findings.rule.unit != .percent else {
      return measured(findings, subject)
    }
    return NumberWords.measured(findings.measured[subject], against: findings.required)
  }

  /// Where a row is among the subjects; for parcels every row is one.
  private func subject(of row: Int, in findings: RuleFindings) -> Int? {
    row < findings.count && findings.rows[row] == Int32(row)
      ? row : findings.rows.firstIndex(of: Int32(row))
  }
}
