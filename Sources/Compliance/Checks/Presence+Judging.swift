internal import Measuring
internal import Planning
internal import Quantities
internal import Rules

extension Presence: JudgedCheck {
  private var choice: FacilityChoice { FacilityChoice(facility, filter) }

  func questions(_ rule: AppliedRule, _ setting: Setting) -> [any Question] {
    setting.applies(rule) + countingQuestions(rule)
  }

  private var ownQuestions: [any Question] {
    [OwnCounts(choice), Own(choice), Chosen(choice), Standings()]
  }

  private func countingQuestions(_ rule: AppliedRule) -> [any Question] {
    if rule.subject == .parcel { return ownQuestions }
    guard let counting else { return TotalSource.facilities(choice, .count) }
    if counting.units.contains(.parcel) {
      return [Territories(), Applies(to: .parcels, counting.when), RejectedPeople(.parcels)]
        + (counting.passing.isEmpty ? ownQuestions : [])
    }
    return [AppliesToUnits(counting.when)] + TotalSource.facilities(choice, .count)
  }

  func counted(_ rule: AppliedRule) -> CountedFacilities {
    if rule.subject == .parcel { return .ofParcel(choice) }
    // What passes other clauses is no facility.
    return counting?.passing.isEmpty == false ? .none : .inArea([choice])
  }

  func findings(_ rule: AppliedRule, _ judging: Judging) -> RuleFindings {
    if rule.subject == .parcel { return perParcel(rule, judging) }
    guard let counting else { return perScope(rule, judging) }
    return shares(counting, rule, judging)
  }

  /// How many facilities each parcel has of its own.
  private func perParcel(_ rule: AppliedRule, _ judging: Judging) -> RuleFindings {
    let counts = judging.measured[OwnCounts(choice)]
    let own = judging.measured[Own(choice)].edges
    let marks = judging.measured.marks(choice)
    let judges = judging.judges(rule, .parcels)
    return judging.parcelFindings(rule) { row, result in
      result.set(row, judges[row], amount: counts[row])
      result.rest(row, on: marks.of(own.facilities(of: row)))
    }
  }

  /// How many facilities a unit has.
  private func perScope(_ rule: AppliedRule, _ judging: Judging) -> RuleFindings {
    judging.scopeFindings(rule) { scope, index, result in
      switch judging.measured.facilities(choice, .count, scope) {
      case .missing(let reason): result.setUnknown(index, .noTotal(reason))
      case .bounds(let count, let grounds):
        result.set(index, judging.judge(rule, scope), amount: count)
        result.rest(index, on: grounds)
        result.nameRejected(index, judging.rejected(choice, .count, scope))
      }
    }
  }

  /// What share of the units, or parcels, of a scope has it.
  private func shares(
    _ counting: Counting, _ rule: AppliedRule, _ judging: Judging
  ) -> RuleFindings {
    let countsParcels = counting.units.contains(.parcel)
    let parcels = countsParcels ? countedParcels(counting, rule, judging) : nil
    var findings = judging.scopeFindings(rule) { scope, index, result in
      let judge = judging.judge(rule, scope)
      result.shortfallUnit = MeasureUnit(.units)
      if let declared, let have = judging.frame.declared(declared.have, scope),
        let all = judging.frame.declared(declared.of, scope)
      {
        guard all > .zero else { return result.set(index, because: .noSuchUnit) }
        let ratio = ExactRatio(supply: have.micros, demand: all.micros, per: 100)
        result.set(index, judge, low: ratio, high: ratio)
        result.setShortfall(
          index, judge, numerator: Bounds(have), denominator: Bounds(all), per: Amount(100))
        return
      }
      if let reason = judging.frame.layersAreIncomplete(
        for: scope, of: countsParcels ? .parcels : .facilities)
      {
        return result.setUnknown(index, .noTotal(reason))
      }
      if countsParcels {
        guard let counted = parcels?[scope] else {
          return result.setUnknown(index, .countedRuleMissing)
        }
        result.setShare(of: counted, index, judge)
        result.rest(index, on: counted.grounds)
      } else {
        guard judging.frame.hasUnits(counting.units) else {
          return result.setUnknown(index, .noTotal(.noCountedUnits(counting.units)))
        }
        let counted = countedUnits(counting, judging, scope)
        result.setShare(of: counted, index, judge)
        result.rest(index, on: counted.grounds)
        result.nameRejected(index, judging.rejected(choice, .count, scope))
      }
    }
    findings.shortfallUnit = MeasureUnit(.units)
    return findings
  }

  private func countedUnits(
    _ counting: Counting, _ judging: Judging, _ scope: Scope
  ) -> Tally {
    let meant = judging.measured[AppliesToUnits(counting.when)]
    var tally = Tally()
    for unit in judging.frame.units(counting.units, in: scope) {
      guard
        case .bounds(let count, let grounds) = judging.measured.facilities(
          choice, .count, .unit(unit))
      else {
        tally.add(isMeant: meant[unit], has: .unknown, on: [])
        continue
      }
      tally.add(isMeant: meant[unit], has: count.reaches(counting.atLeast), on: grounds)
    }
    for _ in 0..<judging.frame.rejectedUnits(counting.units) {
      tally.add(isMeant: .unknown, has: .unknown, on: [])
    }
    return tally
  }

  /// By scope; `nil` where a rule whose verdicts count has no findings.
  private func countedParcels(
    _ counting: Counting, _ rule: AppliedRule, _ judging: Judging
  ) -> [Scope: Tally]? {
    let meant = judging.measured[Applies(to: .parcels, counting.when)].parcels
    let has: (Int) -> (isMeant: Truth, has: Truth, grounds: Grounds)
    if counting.passing.isEmpty {
      let counts = judging.measured[OwnCounts(choice)]
      let own = judging.measured[Own(choice)].edges
      let marks = judging.measured.marks(choice)
      has = { row in
        (.yes, counts[row].reaches(counting.atLeast), marks.of(own.facilities(of: row)))
      }
    } else {
      let others = counting.passing.compactMap { judging.findings[rule.key.sibling($0)] }
      guard others.count == counting.passing.count,
        others.allSatisfy({ $0.table == .parcels && $0.count == meant.count })
      else { return nil }
      has = { Self.passes(others, $0) }
    }
    let scopes = judging.frame.scopes(of: rule.subjects)
    let rejected = judging.measured[RejectedPeople(.parcels)]
    let members = judging.measured[Territories()].parcels(in: scopes, judging.frame)
    return Dictionary(
      uniqueKeysWithValues: zip(scopes, members).map { scope, parcels in
        var tally = Tally()
        for (row, isIn) in parcels {
          let parcel = has(row)
          tally.add(
            isMeant: isIn && meant[row] && parcel.isMeant, has: parcel.has, on: parcel.grounds)
        }
        for _ in 0..<rejected.count(in: scope) {
          tally.add(isMeant: .unknown, has: .unknown, on: [])
        }
        return (scope, tally)
      })
  }

  /// A parcel that none of the rules speaks of is not one of those meant.
  private static func passes(
    _ rules: [RuleFindings], _ row: Int
  ) -> (isMeant: Truth, has: Truth, grounds: Grounds) {
    var isMeant = Truth.no
    var has = Truth.yes
    var grounds: Grounds = []
    for rule in rules {
      switch rule.verdicts[row] {
      case .notApplicable: continue
      case .pass: break
      case .fail: has = .no
      case .unknown: has = has && .unknown
      }
      isMeant = .yes
      if rule.flags[row].contains(.planned) { grounds.insert(.coming) }
      if rule.reason(of: row) == .standingUnknown { grounds.insert(.doubt) }
    }
    return (isMeant, has, grounds)
  }
}

extension Bounds {
  /// Whether a count, in millionths, comes to so many.
  fileprivate func reaches(_ least: Amount) -> Truth {
    low >= least.micros ? .yes : (high >= least.micros ? .unknown : .no)
  }
}

/// How many units are counted, and how many of them have it, at worst and at best.
private struct Tally {
  private(set) var low = (have: 0, all: 0)
  private(set) var high = (have: 0, all: 0)
  /// Whether some are counted for certain.
  private(set) var isSure = false
  /// What that rests on.
  private(set) var grounds: Grounds = []

  /// - Parameters:
  ///   - isMeant: Whether the unit is one of those meant.
  ///   - has: Whether it has it.
  ///   - basis: What that rests on.
  mutating func add(isMeant: Truth, has: Truth, on basis: Grounds) {
    guard isMeant != .no else { return }
    grounds.formUnion(basis)
    let isSure = isMeant == .yes
    self.isSure = self.isSure || isSure
    // At worst a doubtful unit is meant just when it lacks it; at best, when it has it.
    if isSure || has != .yes { low.all += 1 }
    if isSure && has == .yes { low.have += 1 }
    if isSure || has != .no { high.all += 1 }
    if has != .no { high.have += 1 }
  }
}

extension RuleFindings {
  /// Judges the share of counted units that have it.
  fileprivate mutating func setShare(of tally: Tally, _ index: Int, _ judge: Judge) {
    guard tally.high.all > 0 || tally.low.all > 0 else {
      return set(index, because: .noSuchUnit)
    }
    guard tally.isSure else { return setUnknown(index, .unitsUnknown) }
    func ratio(_ share: (have: Int, all: Int)) -> ExactRatio {
      ExactRatio(Int128(share.have) * 100, over: Int128(share.all))
    }
    set(index, judge, low: ratio(tally.low), high: ratio(tally.high))
    if tally.low == tally.high {
      setShortfall(
        index, judge, numerator: Bounds(count: tally.low.have),
        denominator: Bounds(count: tally.low.all), per: Amount(100))
    }
  }
}
