internal import Documents
internal import GeoFiles
internal import Planning
internal import Quantities
internal import Rules

/// A check that this module can measure and judge; one file per check conforms it.
protocol EvaluableCheck: Check {
  /// The findings of a rule of this kind.
  func findings(_ rule: AppliedRule, _ run: RunContext) async throws -> RuleFindings
}

extension RunContext {
  /// The judge of a rule for one scope.
  ///
  /// - Parameter scope: `nil` for single parcels and facilities, for which nothing is declared.
  func judge(_ rule: AppliedRule, _ scope: Scope?, rounding: Bool) -> Judge {
    let allowsRounding: Bool
    switch scope {
    case nil, .plan: allowsRounding = false
    case .territory(let subject): allowsRounding = subject.allowsRounding
    case .unit(let row):
      allowsRounding =
        RuleSubject(rawValue: city.units.level[row].rawValue)?.allowsRounding ?? false
    }
    return Judge(
      rule, project: city.project, allowsRounding: rounding && allowsRounding,
      statistic: { name in scope.flatMap { self.declared(name, $0) } })
  }

  /// Whether a rule speaks of a scope.
  func applies(_ condition: Condition, _ scope: Scope) -> Truth {
    switch scope {
    case .unit(let row): truthsOfUnits(condition)[row]
    case .territory, .plan: condition.truths(in: ScopeColumns(run: self, scope: scope))[0]
    }
  }

  /// Findings about units, the territory or the plan: one rule, applied scope by scope.
  ///
  /// - Parameter body: Measures and judges one scope, and writes entry `index`.
  func findings(
    _ rule: AppliedRule, _ body: (Scope, Int, inout RuleFindings) -> Void
  ) -> RuleFindings {
    let (table, scopes) = scopes(of: rule.subjects)
    var rows: [Int32] = []
    for scope in scopes {
      if case .unit(let row) = scope { rows.append(Int32(row)) } else { rows.append(0) }
    }
    var result = RuleFindings(rule: rule, table: table, rows: rows)
    for (index, scope) in scopes.enumerated() {
      switch applies(rule.when, scope) {
      case .no: continue
      case .unknown:
        body(scope, index, &result)
        result.doubt(index, missing: rule.when.columns)
      case .yes: body(scope, index, &result)
      }
    }
    return result
  }
}

extension RunContext {
  /// What all parcels of a plan say in a column of theirs; `nil` where they differ or do not say.
  fileprivate func word(_ column: String, of planned: PlannedRows) -> String? {
    guard let texts = city.parcels.rows.attributes[column], case .text(let values) = texts else {
      return nil
    }
    let words = Set(planned.isParcel.indices.filter { planned.isParcel[$0] }.map { values[$0] })
    return words.count == 1 ? words.first.flatMap { $0 } : nil
  }
}

/// The few things known about a territory or the plan as a whole, for conditions.
private struct ScopeColumns: SubjectColumns {
  let run: RunContext
  let scope: Scope
  var count: Int { 1 }

  func values(of column: String) -> ColumnValues? {
    if column == "name" {
      let name = run.city.project.name
      return .synonyms { _ in [name.zh, name.en] }
    }
    if let figure = run.declared(column, scope) { return .number { _ in figure } }
    if case .plan = scope, let planned = run.planned, let word = run.word(column, of: planned) {
      return .word { _ in word }
    }
    for statistics in run.city.project.statistics {
      guard case .territory(let word) = statistics.subject, let value = statistics.words[column]
      else { continue }
      switch scope {
      case .plan where word == "plan": return .word { _ in value }
      case .territory(let subject) where word == subject.rawValue: return .word { _ in value }
      default: continue
      }
    }
    return nil
  }
}

extension RuleFindings {
  /// Notes that it is not known whether the rule applies to a subject; where it came to nothing
  /// even if it does, that does not matter.
  mutating func doubt(_ index: Int, missing columns: Set<String>) {
    flags[index] = []
    guard verdicts[index] != .notApplicable else { return }
    measured[index] = .nan
    shortfall[index] = Self.noAmount
    setUnknown(index, missing: columns)
  }

  /// Notes that it is not known whether the rule applies to a subject.
  mutating func setUnknown(_ index: Int, missing columns: Set<String>) {
    verdicts[index] = .unknown
    set(index, because: .applicabilityUnknown(columns: columns.sorted()))
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
    let shown = outcome.verdict == .fail ? high : low
    if low == high || outcome.verdict == .pass || outcome.verdict == .fail || high == .infinite {
      measured[index] = shown.double
    }
    if low != high, outcome.verdict == .unknown || outcome.verdict == .notApplicable,
      low.numerator == 0
    {
      measured[index] = .nan
    }
    if measured[index].isInfinite { measured[index] = .nan }
    if low != high, outcome.verdict == .fail || outcome.verdict == .pass {
      set(index, because: outcome.verdict == .fail ? .failsAtBest : .passesAtWorst)
    }
    if required == nil { required = judge.figure }
    if outcome.verdict == .unknown {
      set(index, because: judge.missingFigure?.reason ?? .dataDecides)
    }
  }

  /// Writes what a judge said of supply over demand. Where there may be no demand at all, the
  /// clause may not apply, and nothing can be said.
  ///
  /// - Precondition: `demand` is not known to be zero.
  mutating func set(_ index: Int, _ judge: Judge, supply: Bounds, demand: Bounds, per: Int) {
    let range = ExactRatio.range(supply: supply, demand: demand, per: per)
    set(index, judge, low: range.low, high: range.high)
    guard demand.low == 0, verdicts[index] == .pass || verdicts[index] == .fail else { return }
    setUnknown(index, .divisorMayBeZero)
  }

  /// Writes what is missing, where a finding fails or cannot be decided for want of a standard.
  mutating func setShortfall(
    _ index: Int, _ judge: Judge, numerator: Bounds, denominator: Bounds, per: Int,
    share: (part: Bounds, whole: Bounds) = (Bounds(count: 1), Bounds(count: 1))
  ) {
    guard verdicts[index] == .fail, numerator.high != Bounds.unlimited, denominator.isExact,
      share.part.isExact, share.whole.isExact
    else { return }
    // One who has all of it need not be divided: the plain product stays small.
    let isAll = share.part == share.whole
    if let missing = judge.shortfall(
      numerator: numerator.high, denominator: denominator.low, per: per,
      isWhole: comesWhole(shortfallUnit),
      share: isAll ? (1, 1) : (share.part.low, share.whole.low))
    {
      shortfall[index] = missing
    }
  }
}
