internal import Documents
internal import Quantities
internal import Rules

extension Total: EvaluableCheck {
  func findings(_ rule: AppliedRule, _ run: RunContext) async throws -> RuleFindings {
    run.findings(rule) { scope, index, result in
      switch run.total(sum, scope) {
      case .missing(let reason): result.setUnknown(index, .noTotal(reason))
      case .bounds(let bounds, let estimated):
        if estimated { result.flags[index].insert(.estimated) }
        let judge = run.judge(rule, scope, rounding: false)
        result.set(
          index, judge, low: ExactRatio(Amount(micros: bounds.low)),
          high: bounds.high == Bounds.unlimited
            ? .infinite : ExactRatio(Amount(micros: bounds.high)))
        result.setShortfall(
          index, judge, numerator: bounds, denominator: Bounds(count: 1), per: 1)
      }
    }
  }
}
