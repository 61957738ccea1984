internal import Measuring
internal import Planning
internal import Quantities
internal import Rules

extension Provision: JudgedCheck {
  var per: Amount {
    if case .people(_, let per, _) = demand { return per }
    return Amount(1)
  }

  var demanded: People.Measure {
    switch demand {
    case .parcel: .parcels
    case .people(let measure, _, _): .people(measure)
    }
  }

  /// How far parcels look. Where a rule and its pack say nothing: 300 m of walking for areas, else 15
  /// minutes.
  func reach(_ measure: FacilityMeasure, _ pack: RulePack) -> (reach: Reach, isDefault: Bool) {
    if let within { return (within, false) }
    if let reach = pack.defaultReach[measure.name] { return (reach, true) }
    switch measure {
    case .floorArea, .landArea: return (.walk(metres: Amount(300)), true)
    default: return (.walkTime(minutes: Amount(15)), true)
    }
  }

  /// As the project states it for all rules, else as the rule does.
  func attribution(in frame: Frame) -> Attribution {
    frame.project.attribution.flatMap(Attribution.init(rawValue:)) ?? dividing
  }

  func claimed(_ rule: AppliedRule, _ frame: Frame) -> ClaimedSupply? {
    guard attribution(in: frame) == .fair, case .facilities(_, _, let measure) = supply.source
    else { return nil }
    return ClaimedSupply(
      supply: supply, demand: demanded, per: per, reach: reach(measure, rule.pack).reach)
  }

  func sitingTerms(_ rule: AppliedRule, _ setting: Setting) -> SitingTerms? {
    SharedSupply(self, rule, setting)?.sitingTerms
  }

  func inquiry(_ rule: AppliedRule, _ setting: Setting) -> any Inquiry {
    if let shared = SharedSupply(self, rule, setting) { return shared }
    return PlainInquiry(check: self, rule: rule, setting: setting)
  }

  /// A rate over a unit, the territory or the plan: plain totals. What facilities do not supply,
  /// parcels do not share.
  func questions(_ rule: AppliedRule, _ setting: Setting) -> [any Question] {
    guard rule.subject != .parcel else { return [] }
    return setting.applies(rule) + TotalSource.people(demanded) + TotalSource(supply).questions
  }

  func counted(_ rule: AppliedRule) -> CountedFacilities {
    rule.subject == .parcel ? .none : .inArea(supply.choices)
  }

  func findings(_ rule: AppliedRule, _ judging: Judging) -> RuleFindings {
    guard rule.subject != .parcel else {
      return RuleFindings(rule: rule, table: .parcels, rows: [])
    }
    // Also within the loop: whether what is missing comes whole depends on its unit.
    let shortfallUnit = rule.unit.numerator
    var findings = judging.scopeFindings(rule) { scope, index, result in
      result.shortfallUnit = shortfallUnit
      let demand: Bounds
      var grounds: Grounds
      switch total(ofDemandIn: scope, judging) {
      case .missing(let reason): return result.setUnknown(index, .noTotal(reason))
      case .bounds(let bounds, let basis):
        (demand, grounds) = (bounds, basis)
        result.rest(index, on: basis)
      }
      guard demand != .zero else { return result.set(index, because: .areaIsEmpty) }
      let supply: Bounds
      switch judging.measured.total(self.supply, scope) {
      case .missing(let reason): return result.setUnknown(index, .noTotal(reason))
      case .bounds(let bounds, let basis):
        supply = bounds
        grounds.formUnion(basis)
      }
      if let owed = owed(rule, in: scope, demand: demand, judging: judging) {
        result.set(index, rule, supply: supply, owed: owed, demand: demand, per: per)
        result.rest(index, on: grounds)
      } else {
        let judge = judging.judge(rule, scope, rounding: true)
        result.set(index, judge, supply: supply, demand: demand, per: per)
        result.rest(index, on: grounds)
        result.setShortfall(index, judge, numerator: supply, denominator: demand, per: per)
      }
      result.nameRejected(index, judging.rejected([self.supply], scope))
    }
    findings.shortfallUnit = shortfallUnit
    return findings
  }

  /// What a scope owes, where that is not the same rate of all.
  private func owed(
    _ rule: AppliedRule, in scope: Scope, demand: Bounds, judging: Judging
  ) -> Owed? {
    guard rule.threshold?.hasOwnAmounts ?? false, let need = rule.need(per: per, judging.frame)
    else { return nil }
    let steps = judging.steps(rule, scope)
    return need.owed(of: demand, asks: steps.isEmpty ? [0] : steps.compactMap { $0 })
  }

  private func total(ofDemandIn scope: Scope, _ judging: Judging) -> Totalled {
    switch demand {
    case .parcel: return judging.measured.sum(.parcels, scope)
    case .people(let measure, _, let statistic):
      if let figure = judging.frame.declared(statistic, scope) {
        return .bounds(Bounds(figure), on: [])
      }
      return judging.measured.people(measure, scope, statistic: statistic)
    }
  }
}

extension RuleFindings {
  /// Writes what a judge said of supply over what an area owes by itself, shown as rates.
  fileprivate mutating func set(
    _ index: Int, _ rule: AppliedRule, supply: Bounds, owed: Owed, demand: Bounds, per: Amount
  ) {
    func amount(_ micros: Int64) -> ExactRatio {
      micros == Bounds.unlimited ? .infinite : ExactRatio(Int128(micros), over: 1)
    }
    let received = (low: amount(supply.low), high: amount(supply.high))
    let parts = owed.ratios(of: received)
    let judge = Judge(ofNeeds: rule)
    set(index, judge, low: parts.low, high: parts.high)
    if demand.low == 0, verdicts[index] == .pass || verdicts[index] == .fail {
      setUnknown(index, .divisorMayBeZero)
    }
    let rates = ExactRatio.range(supply: supply, demand: demand, per: per)
    if measured[index].isFinite {
      measured[index] =
        judge.deciding(verdicts[index], low: rates.low, high: rates.high).double
    }
    guard owed.isExact, demand.isExact, demand.low > 0 else { return }
    setRequired(
      index, Amount(rounding: owed.least.double * per.double / Double(demand.low)))
    guard verdicts[index] == .fail else { return }
    shortfall[index] =
      judge.missing(
        of: owed, low: received.low,
        high: supply.high == Bounds.unlimited ? nil : received.high,
        isWhole: shortfallUnit.comesWhole) ?? Self.noAmount
  }
}
