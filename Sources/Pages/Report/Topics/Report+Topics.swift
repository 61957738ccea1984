internal import Compliance
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

extension Report {
  /// More topics than this do not fit a page across.
  private static var mostTopicColumns: Int { 12 }

  /// Results by topic: of parcels and of the people in them, and street by street.
  func topics(_ topics: [ParcelTopic]) -> Markup {
    tag("p", ["class": "small"]) { say(ReportWords.aboutTopics) } + topicTable(topics)
      + streetTable(Array(topics.prefix(Self.mostTopicColumns)))
  }

  private func topicTable(_ topics: [ParcelTopic]) -> Markup {
    let groups = [
      (say(ReportWords.residents), people), (say(ReportWords.elders), city.parcels.elders),
      (say(ReportWords.infants), city.parcels.infants),
    ]
    return table(
      "topics", caption: say(ReportWords.byTopic),
      head: [
        .text(say(ReportWords.topic)), .text(say(ReportWords.clausesOfTopic)),
        .number(say(Verdict.fail.label)), .number(say(Verdict.unknown.label)),
        .number(say(Verdict.pass.label)), .text(say(ReportWords.distribution)),
      ] + groups.map { .number(say(ReportWords.met($0.0))) }
    ) {
      for topic in topics {
        let counts = Verdict.counts(of: topic.verdicts)
        tag("tr") {
          tag("th", ["scope": "row"]) {
            edition.title(ofTopic: topic.topic)
            if topic.isAdvisory {
              tag("span", ["class": "force advisory"]) { say(Force.advisory.words) }
            }
          }
          tag("td", ["class": "refs"]) { Markup.joined(topic.findings.map { reference(to: $0) }) }
          for verdict in [Verdict.fail, .unknown, .pass] {
            countCell(counts[Int(verdict.rawValue)])
          }
          tag("td", ["class": "barcell"]) { bar(counts) }
          for (_, people) in groups { peopleCell(topic.people(people)) }
        }
      }
    }
  }

  /// `12,300 (41 %)`; a dash where nobody is known, or no clause applies.
  private func peopleCell(_ people: [Amount]?) -> Markup {
    guard let (met, all) = people?.shareMet, all > .zero else { return numberCell("–") }
    let share = NumberWords.percent(met.double, of: all.double)
    return numberCell(
      "\(NumberWords.text(met, decimals: 0)) (\(share))", sortKey: met.double / all.double)
  }

  /// One row a street; the levels above and below stand in their own tables.
  private func streetTable(_ topics: [ParcelTopic]) -> Markup {
    let levels = [[UnitLevel.street, .township], [.district], [.community]]
      .map { $0.filter { city.units.level.contains($0) } }.first { !$0.isEmpty }
    guard let levels, !topics.isEmpty else { return Markup() }
    let units = levels.flatMap { city.units.rows(of: $0) }
    var place = Array(repeating: -1, count: city.parcels.count)
    for level in levels {
      for (parcel, unit) in city.parcels.units.units(of: level).enumerated() where unit >= 0 {
        place[parcel] = Int(unit)
      }
    }
    var sums: [Int: [(met: Amount, all: Amount)]] = [:]
    for (column, topic) in topics.enumerated() {
      for (parcel, verdict) in topic.verdicts.enumerated() where verdict != .notApplicable {
        guard let residents = people[parcel] else { continue }
        var own =
          sums[place[parcel]] ?? Array(repeating: (Amount.zero, Amount.zero), count: topics.count)
        own[column].all += residents
        if verdict == .pass { own[column].met += residents }
        sums[place[parcel]] = own
      }
    }
    let head = topics.map { ReportColumn.number(edition.title(ofTopic: $0.topic)) }
    return table(
      "streets",
      caption: say(
        ReportWords.topicsByUnit(
          levels.map { say($0.heading) }.joined(separator: say(ReportWords.andAlso)))),
      head: [.text(say(ReportWords.name))] + head
    ) {
      for unit in units { streetRow(name(ofUnit: unit), sums[unit], topics.count) }
      if let outside = sums[-1] { streetRow(say(ReportWords.outsideAll), outside, topics.count) }
    }
  }

  private func streetRow(
    _ name: String, _ sums: [(met: Amount, all: Amount)]?, _ columns: Int
  ) -> Markup {
    tag("tr") {
      tag("th", ["scope": "row"]) { name }
      for column in 0..<columns {
        if let (met, all) = sums?[column], all > .zero {
          numberCell(
            NumberWords.percent(met.double, of: all.double), sortKey: met.double / all.double)
        } else {
          numberCell("–")
        }
      }
    }
  }
}
