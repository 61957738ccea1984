internal import Documents
internal import Quantities
internal import Rules

extension Share: EvaluableCheck {
  func findings(_ rule: AppliedRule, _ run: RunContext) async throws -> RuleFindings {
    var findings = run.findings(rule) { scope, index, result in
      let part: Bounds
      let whole: Bounds
      switch (run.total(self.part, scope), run.total(self.whole, scope)) {
      case (_, .bounds(.zero, _)):
        result.set(index, because: .nothingToShare)
        return
      case (.missing(let reason), _), (_, .missing(let reason)):
        result.setUnknown(index, .noTotal(reason))
        return
      case (.bounds(let first, let estimatedPart), .bounds(let second, let estimatedWhole)):
        part = first
        whole = second
        if estimatedPart || estimatedWhole { result.flags[index].insert(.estimated) }
      }
      let judge = run.judge(rule, scope, rounding: true)
      result.shortfallUnit = Self.unit(of: rule)
      result.set(index, judge, supply: part, demand: whole, per: per)
      result.setShortfall(index, judge, numerator: part, denominator: whole, per: per)
    }
    findings.shortfallUnit = Self.unit(of: rule)
    return findings
  }

  /// What is missing is counted in the unit of the part.
  private static func unit(of rule: AppliedRule) -> String {
    guard let share = rule.check as? Share else { return rule.unit }
    if case .facilities(_, _, let measure) = share.part.source, let unit = measure.unit {
      return unit
    }
    if case .people(let people) = share.part.source { return people.unit }
    return rule.unit.split(separator: "/").first.map(String.init) ?? rule.unit
  }
}
