internal import Documents
internal import Planning
internal import Quantities
internal import Rules

extension Presence: EvaluableCheck {
  func findings(_ rule: AppliedRule, _ run: RunContext) async throws -> RuleFindings {
    if rule.subject == .parcel { return try await perParcel(rule, run) }
    var findings = run.findings(rule) { scope, index, result in
      if let counting {
        share(counting, rule, run, scope, index, &result)
      } else {
        count(rule, run, scope, index, &result)
      }
    }
    if counting != nil { findings.shortfallUnit = "units" }
    return findings
  }

  /// How many facilities a unit has.
  private func count(
    _ rule: AppliedRule, _ run: RunContext, _ scope: Scope, _ index: Int,
    _ result: inout RuleFindings
  ) {
    if let reason = run.layersAreComplete(for: scope) {
      result.setUnknown(index, .noTotal(reason))
      return
    }
    let bounds = run.sum(
      .count, run.selection(facility, filter), where: run.facilities(in: scope))
    let judge = run.judge(rule, scope, rounding: false)
    result.set(
      index, judge, low: ExactRatio(Amount(micros: bounds.low)),
      high: ExactRatio(Amount(micros: bounds.high)))
    result.setShortfall(index, judge, numerator: bounds, denominator: Bounds(count: 1), per: 1)
  }

  /// What share of the units, or parcels, of a scope has it.
  private func share(
    _ counting: Counting, _ rule: AppliedRule, _ run: RunContext, _ scope: Scope,
    _ index: Int, _ result: inout RuleFindings
  ) {
    let judge = run.judge(rule, scope, rounding: false)
    result.shortfallUnit = "units"
    if let declared, let have = run.declared(declared.have, scope),
      let all = run.declared(declared.of, scope)
    {
      guard all > .zero else {
        result.set(index, because: .noSuchUnit)
        return
      }
      let ratio = ExactRatio(supply: have.micros, demand: all.micros, per: 100)
      result.set(index, judge, low: ratio, high: ratio)
      result.setShortfall(
        index, judge, numerator: Bounds(have), denominator: Bounds(all), per: 100)
      return
    }
    if let reason = run.layersAreComplete(for: scope) {
      result.setUnknown(index, .noTotal(reason))
      return
    }
    let counted: [Counted]
    if counting.units.contains(.parcel) {
      guard let parcels = countedParcels(counting, rule, run, scope) else {
        result.setUnknown(index, .countedRuleMissing)
        return
      }
      counted = parcels
    } else {
      let levels = counting.units.map(\.rawValue)
      guard run.city.units.level.contains(where: { levels.contains($0.rawValue) }) else {
        result.setUnknown(index, .noTotal(.noCountedUnits(counting.units)))
        return
      }
      counted = countedUnits(counting, run, scope)
    }
    judge.setShare(of: counted, index, &result)
  }

  /// One unit that is counted: whether it is one of those meant, and whether it has it.
  fileprivate struct Counted {
    let isMeant: Truth
    let has: Truth
  }

  private func countedUnits(
    _ counting: Counting, _ run: RunContext, _ scope: Scope
  ) -> [Counted] {
    let selection = run.selection(facility, filter)
    let meant = run.truthsOfUnits(counting.when)
    var low = [Int64](repeating: 0, count: run.city.units.count)
    var high = low
    let membership = run.city.facilities.units
    for level in UnitLevel.allCases
    where counting.units.contains(where: { $0.rawValue == level.rawValue }) {
      for row in selection.certain {
        guard let unit = membership[Int(row), level] else { continue }
        low[unit] += Amount.scale
        high[unit] += Amount.scale
      }
      for row in selection.possible {
        if let unit = membership[Int(row), level] { high[unit] += Amount.scale }
      }
    }
    return run.units(counting.units, in: scope).map { unit in
      let has: Truth =
        low[unit] >= counting.atLeast.micros
        ? .yes : (high[unit] >= counting.atLeast.micros ? .unknown : .no)
      return Counted(isMeant: meant[unit], has: has)
    }
  }

  private func countedParcels(
    _ counting: Counting, _ rule: AppliedRule, _ run: RunContext, _ scope: Scope
  ) -> [Counted]? {
    let meant = run.truthsOfParcels(counting.when)
    if counting.passing.isEmpty {
      let own = parcelCounts(run)
      return run.parcels(in: scope).map { row, isIn in
        let has: Truth =
          own.low[row] >= counting.atLeast.micros
          ? .yes : (own.high[row] >= counting.atLeast.micros ? .unknown : .no)
        return Counted(isMeant: isIn && meant[row], has: has)
      }
    }
    let others = counting.passing.compactMap { run.findings[rule.key.sibling($0)] }
    guard others.count == counting.passing.count,
      others.allSatisfy({ $0.table == .parcels })
    else { return nil }
    return run.parcels(in: scope).map { row, isIn in
      // A parcel that none of the rules speaks of is not one of those meant.
      let verdicts = others.map { $0.verdicts[row] }
      let applies = verdicts.contains { $0 != .notApplicable }
      let has = verdicts.reduce(Truth.yes) { sum, verdict in
        switch verdict {
        case .pass, .notApplicable: sum
        case .fail: .no
        case .unknown: sum && .unknown
        }
      }
      return Counted(isMeant: applies ? isIn && meant[row] : .no, has: has)
    }
  }

  /// Facilities inside each parcel, or declared for it.
  private func parcelCounts(_ run: RunContext) -> (low: [Int64], high: [Int64]) {
    let facilities = run.city.facilities
    var low = [Int64](repeating: 0, count: run.city.parcels.count)
    var high = low
    let selection = run.selection(facility, filter)
    func parcels(_ row: Int32) -> [Int] {
      let served = facilities.servedParcels[Int(row)]
      if !served.isEmpty { return served }
      let inside = facilities.insideParcel[Int(row)]
      return inside < 0 ? [] : [Int(inside)]
    }
    for row in selection.certain {
      for parcel in parcels(row) {
        low[parcel] += Amount.scale
        high[parcel] += Amount.scale
      }
    }
    for row in selection.possible { for parcel in parcels(row) { high[parcel] += Amount.scale } }
    return (low, high)
  }

  private func perParcel(
    _ rule: AppliedRule, _ run: RunContext
  ) async throws -> RuleFindings {
    let counts = parcelCounts(run)
    let judge = run.judge(rule, nil, rounding: false)
    return try await run.parcelFindings(rule) { row, index, result in
      let bounds = Bounds(low: counts.low[row], high: counts.high[row])
      result.set(
        index, judge, low: ExactRatio(Amount(micros: bounds.low)),
        high: ExactRatio(Amount(micros: bounds.high)))
      result.setShortfall(index, judge, numerator: bounds, denominator: Bounds(count: 1), per: 1)
    }
  }
}

extension Judge {
  /// Judges the share of counted units that have it, at its worst and at its best.
  fileprivate func setShare(
    of counted: [Presence.Counted], _ index: Int, _ result: inout RuleFindings
  ) {
    var low = (have: 0, all: 0)
    var high = (have: 0, all: 0)
    for unit in counted where unit.isMeant != .no {
      let isSure = unit.isMeant == .yes
      // At worst a doubtful unit is meant just when it lacks it; at best, when it has it.
      if isSure || unit.has != .yes { low.all += 1 }
      if isSure && unit.has == .yes { low.have += 1 }
      if isSure || unit.has != .no { high.all += 1 }
      if unit.has != .no { high.have += 1 }
    }
    guard high.all > 0 || low.all > 0 else {
      result.set(index, because: .noSuchUnit)
      return
    }
    guard counted.contains(where: { $0.isMeant == .yes }) else {
      result.setUnknown(index, .unitsUnknown)
      return
    }
    func ratio(_ share: (have: Int, all: Int)) -> ExactRatio {
      ExactRatio(Int128(share.have) * 100, over: Int128(share.all))
    }
    result.set(index, self, low: ratio(low), high: ratio(high))
    if low == high {
      result.setShortfall(
        index, self, numerator: Bounds(count: low.have), denominator: Bounds(count: low.all),
        per: 100)
    }
  }
}
