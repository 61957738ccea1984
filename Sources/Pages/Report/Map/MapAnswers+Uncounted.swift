internal import Compliance
internal import GeoData
internal import Geodesy
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// What else a click tells of supply that is too little: the facilities near that did not count, and with whom
/// those that did are shared.
extension MapAnswers {
  /// Facilities that are named, nearest first.
  private static let mostUncounted = 3

  /// A facility that did not count for a parcel.
  struct Uncounted: Encodable {
    /// Its row.
    let f: Int32
    /// How far it is in a straight line, and by how much that is beyond the limit.
    let d: String
  }

  /// Where facilities of the kinds that a clause counts are; `nil`: the clause adds up nothing.
  struct Candidates {
    let rows: [Int]
    let limit: Double?
    /// By facility: whether it is open, so that within the limit it counts wherever there is a way.
    let stands: [Bool]
    let isWalked: Bool

    init?(_ findings: RuleFindings, of report: Report) {
      let asked = findings.rule.check.asked
      guard findings.supply != nil, !asked.areOwn else { return nil }
      let kinds = report.edition.kinds.descendants(of: asked.kinds)
      let facilities = report.city.facilities
      rows = (0..<facilities.count).filter {
        kinds.contains(facilities.kind[$0]) && facilities.rows.isPlaced($0)
      }
      limit = findings.reach?.metres
      isWalked = findings.reach?.isWalked ?? false
      stands = report.city.standings.map { $0.doubt == nil }
    }
  }

  /// The nearest of those that did not count for a parcel.
  func uncounted(_ candidates: Candidates?, _ counted: some Sequence<Int32>, parcel: Int)
    -> [Uncounted]
  {
    guard let candidates else { return [] }
    let city = report.city
    let (parcels, facilities) = (city.parcels.rows, city.facilities.rows)
    let known = Set(counted)
    var nearest: [(metres: Double, row: Int)] = []
    for row in candidates.rows where !known.contains(Int32(row)) {
      let metres = city.ground.metres(
        fromX: parcels.placeX[parcel], y: parcels.placeY[parcel], toX: facilities.placeX[row],
        y: facilities.placeY[row])
      // What is open and near enough counts, though others may have taken all of it.
      let isInReach = metres <= candidates.limit ?? .infinity && !candidates.isWalked
      guard metres.isFinite, !(isInReach && candidates.stands[row]) else { continue }
      let place = nearest.firstIndex { (metres, row) < ($0.metres, $0.row) } ?? nearest.count
      guard place < Self.mostUncounted else { continue }
      nearest.insert((metres, row), at: place)
      if nearest.count > Self.mostUncounted { nearest.removeLast() }
    }
    return nearest.map { metres, row in
      var text = report.say(ReportWords.answerStraight(NumberWords.length(metres: metres)))
      if let limit = candidates.limit, metres > limit {
        let beyond = Obstacle.tooFar(by: metres - limit)
        text +=
          report.say(Marks.semicolon)
          + report.say(
            beyond.sentence(
              .plain(kinds: report.edition.kinds), kind: WhyWords.unknownKind, keepsAway: false))
      }
      return Uncounted(f: Int32(row), d: text)
    }
  }

  /// The bottleneck of the fair division that a parcel is in; `nil`: it is in none.
  func bottleneck(_ findings: RuleFindings, parcel: Int) -> String? {
    guard let supply = findings.supply, parcel < supply.groups.count, supply.groups[parcel] >= 0
    else { return nil }
    let group = supply.shortageGroups[Int(supply.groups[parcel])]
    func figure(_ micros: Int64) -> String {
      UnitWords.text(
        NumberWords.text(Amount(micros: micros)), findings.shortfallUnit, report.language)
    }
    return report.say(
      ReportWords.answerBottleneck(
        parcels: group.parcels.count, facilities: group.facilities.count, need: figure(group.need),
        supply: figure(group.supply)))
  }
}
