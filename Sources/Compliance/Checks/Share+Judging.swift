internal import Measuring
internal import Quantities
internal import Rules

extension Share: JudgedCheck {
  func questions(_ rule: AppliedRule, _ setting: Setting) -> [any Question] {
    setting.applies(rule) + TotalSource(part).questions + TotalSource(whole).questions
  }

  func counted(_ rule: AppliedRule) -> CountedFacilities { .inArea(part.choices + whole.choices) }

  func findings(_ rule: AppliedRule, _ judging: Judging) -> RuleFindings {
    // What is missing is counted in the unit of the part.
    let shortfallUnit =
      part.unitOfThings ?? rule.unit.numerator
    var findings = judging.scopeFindings(rule) { scope, index, result in
      let part: Bounds
      let whole: Bounds
      let grounds: Grounds
      switch (judging.measured.total(self.part, scope), judging.measured.total(self.whole, scope)) {
      case (_, .bounds(.zero, _)):
        result.set(index, because: .nothingToShare)
        return
      case (.missing(let reason), _), (_, .missing(let reason)):
        result.setUnknown(index, .noTotal(reason))
        return
      case (.bounds(let first, let ofPart), .bounds(let second, let ofWhole)):
        part = first
        whole = second
        grounds = ofPart.union(ofWhole)
      }
      let judge = judging.judge(rule, scope, rounding: true)
      result.shortfallUnit = shortfallUnit
      result.set(index, judge, supply: part, demand: whole, per: Amount(per))
      result.rest(index, on: grounds)
      result.setShortfall(index, judge, numerator: part, denominator: whole, per: Amount(per))
      result.nameRejected(index, judging.rejected([self.part, self.whole], scope))
    }
    findings.shortfallUnit = shortfallUnit
    return findings
  }
}

extension Quantity {
  /// The unit of what is added up; `nil` where only the rule's own unit tells.
  fileprivate var unitOfThings: MeasureUnit? {
    switch source {
    case .facilities(_, _, let measure): measure.unit
    case .people(let people): people.unit
    case .units, .declared: nil
    }
  }
}
