internal import Measuring
internal import Planning
internal import Quantities
internal import Rules

extension Presence: JudgedCheck {
  private var choice: FacilityChoice { FacilityChoice(facility, filter) }

  /// One, or one a group of kinds of which so many must be there.
  private var choices: [FacilityChoice] {
    groups?.groups.map { FacilityChoice($0, filter) } ?? [choice]
  }

  /// What a count of facilities of a choice counts for: itself, or of a group whether there are any.
  private func counting(_ count: Bounds) -> Bounds {
    groups == nil
      ? count
      : Bounds(low: min(count.low, Amount.scale), high: min(count.high, Amount.scale))
  }

  /// How many each parcel has of its own.
  private func ownCounts(_ judging: Judging) -> [Bounds] {
    let counts = choices.map { judging.measured[OwnCounts($0)] }
    return counts[0].indices.map { row in
      counts.reduce(Bounds.zero) { $0 + counting($1[row]) }
    }
  }

  /// How many a scope has.
  private func count(in scope: Scope, _ judging: Judging) -> Totalled {
    var all = Bounds.zero
    var grounds: Grounds = []
    for choice in choices {
      switch judging.measured.facilities(choice, .count, scope) {
      case .missing(let reason): return .missing(reason)
      case .bounds(let count, let basis):
        all += counting(count)
        grounds.formUnion(basis)
      }
    }
    return .bounds(all, on: grounds)
  }

  /// The first rejected facility that may add to what a scope has.
  private func rejected(_ scope: Scope, _ judging: Judging) -> Reason? {
    choices.lazy.compactMap { judging.rejected($0, .count, scope) }.first
  }

  func questions(_ rule: AppliedRule, _ setting: Setting) -> [any Question] {
    setting.applies(rule) + countingQuestions(rule)
  }

  private var ownQuestions: [any Question] {
    choices.map { OwnCounts($0) as any Question } + [Own(choice), Chosen(choice), Standings()]
  }

  private func countingQuestions(_ rule: AppliedRule) -> [any Question] {
    if rule.subject == .parcel { return ownQuestions }
    let totals = choices.flatMap { TotalSource.facilities($0, .count) }
    guard let counting else { return totals }
    if counting.units.contains(.parcel) {
      return [Territories(), Applies(to: .parcels, counting.when), RejectedPeople(.parcels)]
        + (counting.passing.isEmpty ? ownQuestions : [])
    }
    return [AppliesToUnits(counting.when)] + totals
  }

  func counted(_ rule: AppliedRule) -> CountedFacilities {
    if rule.subject == .parcel { return .ofParcel(choice) }
    // What passes other clauses is no facility.
    return counting?.passing.isEmpty == false ? .none : .inArea([choice])
  }

  func sitingTerms(_ rule: AppliedRule, _ setting: Setting) -> SitingTerms? {
    guard rule.subject.isUnit, groups == nil, counting == nil,
      rule.threshold?.comparison == .atLeast
    else { return nil }
    return .present(choice)
  }

  func findings(_ rule: AppliedRule, _ judging: Judging) -> RuleFindings {
    if rule.subject == .parcel { return perParcel(rule, judging) }
    guard let counting else { return perScope(rule, judging) }
    return shares(counting, rule, judging)
  }

  /// How many facilities each parcel has of its own.
  private func perParcel(_ rule: AppliedRule, _ judging: Judging) -> RuleFindings {
    let counts = ownCounts(judging)
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
      switch count(in: scope, judging) {
      case .missing(let reason): result.setUnknown(index, .noTotal(reason))
      case .bounds(let count, let grounds):
        result.set(index, judging.judge(rule, scope), amount: count)
        result.rest(index, on: grounds)
        result.nameRejected(index, rejected(scope, judging))
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
        result.nameRejected(index, rejected(scope, judging))
      }
    }
    findings.shortfallUnit = MeasureUnit(.units)
    return findings
  }

  /// How many one that is counted must have.
  private func least(_ counting: Counting) -> Amount {
    groups.map { Amount($0.least) } ?? counting.atLeast
  }

  private func countedUnits(
    _ counting: Counting, _ judging: Judging, _ scope: Scope
  ) -> Tally {
    let meant = judging.measured[AppliesToUnits(counting.when)]
    var tally = Tally()
    for unit in judging.frame.units(counting.units, in: scope) {
      guard
        case .bounds(let count, let grounds) = count(in: .unit(unit), judging)
      else {
        tally.add(isMeant: meant[unit], has: .unknown, on: [])
        continue
      }
      tally.add(isMeant: meant[unit], has: count.reaches(least(counting)), on: grounds)
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
      let counts = ownCounts(judging)
      let own = judging.measured[Own(choice)].edges
      let marks = judging.measured.marks(choice)
      has = { row in
        (.yes, counts[row].reaches(least(counting)), marks.of(own.facilities(of: row)))
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
    // What fails fails at best, and that is the least that is missing.
    let best = judge.isTooLarge(ratio(tally.low)) ? tally.low : tally.high
    setShortfall(
      index, judge, numerator: Bounds(count: best.have), denominator: Bounds(count: best.all),
      per: Amount(100))
  }
}
