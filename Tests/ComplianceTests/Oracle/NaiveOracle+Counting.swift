import Compliance
import Planning
import Quantities
import Rules

extension NaiveOracle {
  // MARK: - presence

  func presence(
    _ check: Presence, _ rule: Rule, _ pack: RulePack, _ subject: OracleSubject
  ) -> OracleFinding {
    guard let counting = check.counting else {
      return ratio(
        (facilityCount(check, subject), []), (Span(count: 1), []), times: 1, rule, pack, subject,
        isWhole: true)
    }
    if let declared = check.declared, let have = figures(of: subject)[declared.have],
      let all = figures(of: subject)[declared.of]
    {
      return ratio(
        (Span(have), []), (Span(all), []), times: 100, rule, pack, subject, isWhole: true)
    }
    let area = area(of: subject)
    let levels = counting.units.filter(\.isUnit).map { UnitLevel(name: $0.rawValue) }
    var members: [(subject: OracleSubject, belongs: Maybe)] = []
    if counting.units.contains(.parcel) {
      members = area.parcels.map { (.parcel($0.row), $0.belongs) }
    }
    members += area.units.filter { levels.contains(city.units.level[$0]) }
      .map { (.unit($0), .yes) }
    let areKnown = levels.isEmpty || levels.contains { city.units.level.contains($0) }
    guard area.isComplete, areKnown else {
      return OracleFinding(
        judged: rule.isReportOnly ? .notApplicable : Judged(possible: [.unknown]))
    }
    var cases: [(counts: Maybe, has: Maybe)] = []
    for (member, belongs) in members {
      let counts = min(belongs, holds(counting.when, of: member))
      if counts == .no { continue }
      guard let has = has(counting, check, member, pack) else { continue }
      cases.append((counts, has))
    }
    return rate(cases, rule, pack, subject)
  }

  /// The share of those that have it, at its worst and at its best.
  private func rate(
    _ cases: [(counts: Maybe, has: Maybe)], _ rule: Rule, _ pack: RulePack,
    _ subject: OracleSubject
  ) -> OracleFinding {
    func count(_ isIn: (Maybe, Maybe) -> Bool, _ isHad: (Maybe, Maybe) -> Bool) -> Fraction {
      let counted = cases.filter { isIn($0.counts, $0.has) }
      return Fraction(
        Int128(counted.filter { isHad($0.counts, $0.has) }.count * 100), over: Int128(counted.count)
      )
    }
    // Whoever may not count is left out where that makes the rate worse, or better.
    let worst = count({ $0 == .yes || $1 != .yes }, { $1 == .yes })
    let best = count({ $0 == .yes || $1 != .no }, { $1 != .no })
    var finding = OracleFinding(judged: .notApplicable)
    if cases.isEmpty { return finding }
    let ends = [worst, best].filter { $0.bottom > 0 }
    guard let low = ends.first, let high = ends.last else { return finding }
    finding.judged = judge(low, high, rule, pack, subject)
    if cases.allSatisfy({ $0.counts == .maybe }), !rule.isReportOnly {
      finding.judged.possible.insert(.notApplicable)
    }
    if cases.allSatisfy({ $0.counts == .yes && $0.has != .maybe }) {
      finding.measured = low.double
      if finding.judged.verdict == .fail, let requirement = requirement(rule, pack, subject) {
        let scale = Int128(Amount.scale)
        finding.missing = requirement.missing(
          supply: Int128(cases.filter { $0.has == .yes }.count) * scale,
          demand: Int128(cases.count) * scale, times: 100, isWhole: true)
      }
    }
    return finding
  }

  /// Whether a member has it; `nil` where the rules that it must pass do not speak of it.
  private func has(
    _ counting: Presence.Counting, _ check: Presence, _ member: OracleSubject, _ pack: RulePack
  ) -> Maybe? {
    guard counting.passing.isEmpty else {
      let verdicts = counting.passing.compactMap {
        settled[RuleKey(pack: pack.id, rule: $0)]?[member]?.verdict
      }
      if verdicts.contains(.fail) { return .no }
      if verdicts.contains(.unknown) { return .maybe }
      return verdicts.contains(.pass) ? .yes : nil
    }
    let count = facilityCount(check, member)
    let wanted = Int128(counting.atLeast.micros)
    if count.low >= wanted { return .yes }
    return count.high.map { $0 < wanted } ?? false ? .no : .maybe
  }

  private func facilityCount(_ check: Presence, _ subject: OracleSubject) -> Span {
    let area = area(of: subject)
    guard area.isComplete else { return .anything }
    return area.facilities.reduce(.zero) { sum, facility in
      let counts = min(
        facility.belongs, counts(facility.row, check.facility, check.filter))
      return sum + Span(count: 1).counted(counts)
    }
  }

  // MARK: - size

  func size(
    _ check: Size, _ rule: Rule, _ pack: RulePack, _ subject: OracleSubject
  ) -> OracleFinding {
    switch (check.demanded, subject) {
    case (.measure(let measure, let per, let times), .facility(let row)):
      let whole = per.map { self.measure($0, ofFacility: row) } ?? Span(count: 1)
      return ratio(
        (self.measure(measure, ofFacility: row), []), (whole, []), times: times, rule, pack,
        subject, isWhole: Self.isWhole(measure))
    case (.has(let condition), .facility):
      return OracleFinding(judged: judged(holds(condition, of: subject), rule))
    case (.deliveredWithHousing, .facility(let row)):
      let homes = homes(ofFacility: row)
      if homes.isEmpty { return OracleFinding(judged: .notApplicable) }
      return OracleFinding(judged: judged(homes.map { isInTime(row, $0) }.min() ?? .yes, rule))
    case (.deliveredWithHousing, .parcel(let row)):
      var possible: Set<Verdict> = []
      var worst = Maybe.yes
      var isCertain = false
      for facility in 0..<city.facilities.count where homes(ofFacility: facility).contains(row) {
        let counts = counts(facility, check.kinds, check.filter)
        if counts == .no { continue }
        let inTime = isInTime(facility, row)
        if counts == .yes {
          isCertain = true
          worst = min(worst, inTime)
        } else {
          possible.insert(.pass)
          if inTime != .yes { possible.insert(.fail) }
        }
      }
      if !isCertain {
        if possible.isEmpty { return OracleFinding(judged: .notApplicable) }
        possible.insert(.notApplicable)
      } else if worst == .no {
        possible = [.fail]
      } else if worst == .maybe {
        possible.formUnion([.pass, .fail])
      } else {
        possible.insert(.pass)
      }
      return OracleFinding(judged: Judged(possible: possible))
    default: return OracleFinding(judged: .notApplicable)
    }
  }

  private func judged(_ truth: Maybe, _ rule: Rule) -> Judged {
    if rule.isReportOnly { return .notApplicable }
    return Judged(
      possible: truth == .maybe ? [.pass, .fail] : truth == .yes ? [.pass] : [.fail])
  }

  private func isInTime(_ facility: Int, _ parcel: Int) -> Maybe {
    guard let day = city.parcels.delivered[parcel] else { return .maybe }
    if let first = city.facilities.delivered[facility] { return Maybe(first <= day) }
    // What had opened by then had been delivered.
    return city.facilities.opened[facility].map { $0 <= day ? .yes : .maybe } ?? .maybe
  }
}
