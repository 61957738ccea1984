internal import Measuring
internal import Planning
internal import Quantities
internal import Rules

extension RuleFindings {
  /// Notes that it is not known whether the rule applies to a subject; where it came to nothing
  /// even if it does, that does not matter.
  mutating func doubt(_ index: Int, because reason: Reason) {
    flags[index] = []
    guard verdicts[index] != .notApplicable else { return }
    measured[index] = .nan
    shortfall[index] = Self.noAmount
    setUnknown(index, reason)
  }

  /// Notes what a figure rests on, once it is judged.
  mutating func rest(_ index: Int, on grounds: Grounds) {
    if grounds.contains(.estimate) { flags[index].insert(.estimated) }
    if grounds.contains(.coming) { flags[index].insert(.planned) }
    if grounds.contains(.doubt), reason(of: index) == .dataDecides {
      set(index, because: .standingUnknown)
    }
  }

  /// Notes why nothing can be said about a subject.
  mutating func setUnknown(_ index: Int, _ reason: Reason) {
    verdicts[index] = .unknown
    set(index, because: reason)
  }

  /// Notes what there is to say of a subject.
  mutating func set(_ index: Int, because reason: Reason) {
    reasons[index] = self.index(of: reason)
  }

  /// Writes what a judge said of a ratio.
  mutating func set(_ index: Int, _ judge: Judge, low: ExactRatio, high: ExactRatio) {
    let outcome = judge.judge(low: low, high: high)
    verdicts[index] = outcome.verdict
    flags[index].formUnion(outcome.flags)
    // Where data is missing, the figure is the case that decides: a failure is shown at its best, a
    // pass at its worst.
    let shown =
      outcome.verdict == .pass || outcome.verdict == .fail
      ? judge.deciding(outcome.verdict, low: low, high: high) : low
    let isExact = low == high
    let isDecided = outcome.verdict == .pass || outcome.verdict == .fail
    if isExact || isDecided || high == .infinite && outcome.verdict == .unknown {
      measured[index] = shown.double
    }
    if !isExact, outcome.verdict == .unknown || outcome.verdict == .notApplicable,
      low.numerator == 0
    {
      measured[index] = .nan
    }
    if measured[index].isInfinite { measured[index] = .nan }
    if !isExact, isDecided {
      set(index, because: outcome.verdict == .fail ? .failsAtBest : .passesAtWorst)
    }
    // What is only reported is a figure, or none.
    if !isExact, judge.rule.isReportOnly { set(index, because: .dataDecides) }
    setRequired(index, judge)
    if outcome.verdict == .unknown {
      set(index, because: judge.missingFigure?.reason ?? .dataDecides)
    }
  }

  /// Notes what is required of a subject, where that is declared subject by subject.
  private mutating func setRequired(_ index: Int, _ judge: Judge) {
    if judge.isOfNeeds { return }
    if judge.isOfSubjects {
      setRequired(index, judge.figure)
    } else if required == nil {
      required = judge.figure
    }
  }

  /// Notes what is required of one subject, where each has a figure of its own.
  mutating func setRequired(_ index: Int, _ figure: Amount?) {
    if requiredOfSubject.isEmpty {
      requiredOfSubject = Array(repeating: Self.noAmount, count: count)
    }
    requiredOfSubject[index] = figure?.micros ?? Self.noAmount
  }

  /// Writes what a judge said of a plain amount.
  mutating func set(_ index: Int, _ judge: Judge, amount: Bounds) {
    set(
      index, judge, low: ExactRatio(Amount(micros: amount.low)),
      high: amount.high == Bounds.unlimited
        ? .infinite : ExactRatio(Amount(micros: amount.high)))
    setShortfall(index, judge, numerator: amount, denominator: Bounds(count: 1), per: Amount(1))
  }

  /// Writes what a judge said of supply over demand. Where there may be no demand at all, the
  /// clause may not apply, and nothing can be said.
  ///
  /// - Precondition: `demand` is not known to be zero.
  mutating func set(_ index: Int, _ judge: Judge, supply: Bounds, demand: Bounds, per: Amount) {
    let range = ExactRatio.range(supply: supply, demand: demand, per: per)
    set(index, judge, low: range.low, high: range.high)
    guard demand.low == 0, verdicts[index] == .pass || verdicts[index] == .fail else { return }
    setUnknown(index, .divisorMayBeZero)
  }

  /// Writes what is missing, or too much, where a finding fails.
  mutating func setShortfall(
    _ index: Int, _ judge: Judge, numerator: Bounds, denominator: Bounds, per: Amount,
    share: (part: Bounds, whole: Bounds) = (Bounds(count: 1), Bounds(count: 1))
  ) {
    guard verdicts[index] == .fail, denominator.isExact, share.part.isExact, share.whole.isExact
    else { return }
    // One who has all of it need not be divided: the plain product stays small.
    let isAll = share.part == share.whole
    let portion = isAll ? (1, 1) : (share.part.low, share.whole.low)
    let isWhole = shortfallUnit.comesWhole
    if let excess = judge.excess(
      numerator: numerator.low, denominator: denominator.low, per: per, isWhole: isWhole,
      share: portion)
    {
      shortfall[index] = excess
    } else if numerator.high != Bounds.unlimited,
      let missing = judge.shortfall(
        numerator: numerator.high, denominator: denominator.low, per: per, isWhole: isWhole,
        share: portion)
    {
      shortfall[index] = missing
    }
  }

  /// Flags a verdict that differs among the walking speeds.
  mutating func setSensitive(_ index: Int, _ verdicts: [Verdict]) {
    if verdicts.contains(where: { $0 != verdicts[0] }) { flags[index].insert(.speedSensitive) }
  }
}
