internal import Measuring
internal import Quantities
internal import Rules

extension Total: JudgedCheck {
  func questions(_ rule: AppliedRule, _ setting: Setting) -> [any Question] {
    setting.applies(rule) + TotalSource(sum).questions
  }

  func counted(_ rule: AppliedRule) -> CountedFacilities { .inArea(sum.choices) }

  func findings(_ rule: AppliedRule, _ judging: Judging) -> RuleFindings {
    judging.scopeFindings(rule) { scope, index, result in
      switch judging.measured.total(sum, scope) {
      case .missing(let reason): result.setUnknown(index, .noTotal(reason))
      case .bounds(let bounds, let grounds):
        result.set(index, judging.judge(rule, scope), amount: bounds)
        result.rest(index, on: grounds)
        result.nameRejected(index, judging.rejected([sum], scope))
      }
    }
  }
}
