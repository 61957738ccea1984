internal import Documents
internal import Planning
internal import Quantities
internal import Rules

extension Provision: EvaluableCheck {
  func findings(_ rule: AppliedRule, _ run: RunContext) async throws -> RuleFindings {
    if rule.subject == .parcel {
      return try await perParcel(rule, run)
    }
    return perScope(rule, run)
  }

  /// Where a rule and its pack say nothing: 300 m of walking for areas, else 15 minutes.
  private func reach(_ pack: RulePack) -> (reach: Reach, isDefault: Bool) {
    if let within { return (within, false) }
    guard case .facilities(_, _, let measure) = supply.source else {
      return (.walkTime(minutes: Amount(15)), true)
    }
    if let reach = pack.defaultReach[measure.name] { return (reach, true) }
    switch measure {
    case .floorArea, .landArea: return (.walk(metres: Amount(300)), true)
    default: return (.walkTime(minutes: Amount(15)), true)
    }
  }

  var per: Int {
    if case .people(_, let per, _) = demand { return per }
    return 1
  }

  func demand(ofParcel row: Int, _ run: RunContext) -> (bounds: Bounds, estimated: Bool) {
    switch demand {
    case .parcel: (Bounds(count: 1), false)
    case .people(let measure, _, _): run.people(measure, ofParcel: row)
    }
  }

  private func perParcel(
    _ rule: AppliedRule, _ run: RunContext
  ) async throws -> RuleFindings {
    guard case .facilities(let kinds, let filter, let measure) = supply.source else {
      return RuleFindings(rule: rule, table: .parcels, rows: [])
    }
    let (reach, isDefault) = reach(rule.pack)
    let line = run.limit(reach, rule.pack)
    let attribution =
      run.city.project.attribution.flatMap(Attribution.init(rawValue:)) ?? dividing
    let selection = run.selection(kinds, filter)
    let applies = run.truthsOfParcels(rule.when)
    let demands = (0..<run.city.parcels.count).map { demand(ofParcel: $0, run) }
    let judge = run.judge(rule, nil, rounding: false)
    let isFair = attribution == .fair && judge.comparison == .atLeast && judge.figure != nil
    var sharing = Sharing(
      demand: demands.map(\.bounds), isEstimated: demands.map(\.estimated), asks: [])
    if isFair, let figure = judge.figure {
      sharing = self.sharing(rule, Ask(figure: figure, per: per), demands, applies, run)
    }
    let problem = ProvisionProblem(
      demand: sharing.demand, isEstimated: sharing.isEstimated, selection: selection,
      offer: offers(measure, selection, run), limit: line.metres,
      isOnNetwork: line.isOnNetwork, asks: sharing.asks,
      askOfParcel: sharing.askOfParcel)
    let division = try await run.divide(problem, by: attribution)
    let isBound = attribution == .inReach || (attribution == .fair && !isFair)
    let usesReach = attribution != .onSite
    var divisions: [Division] = []
    if usesReach, !rule.isReportOnly, !run.isBrief {
      for limit in line.atSpeeds {
        divisions.append(
          limit == line.metres
            ? division : try await run.divide(problem.limited(to: limit), by: attribution))
      }
    }
    let sensitivity = Sensitivity(divisions: divisions)
    let defaultReach = isDefault && usesReach ? reach : nil
    let notes =
      isBound || defaultReach != nil
      ? Reason.SupplyCount(isBound: isBound, defaultReach: defaultReach) : nil
    let shortfallUnit = measure.unit ?? rule.unit
    let per = per
    let missingDemand = missingDemand
    let isStandIn =
      usesReach && (line.isStandIn || (line.isOnNetwork && attribution == .pooled))
    // Whoever is on no street may reach anything, for all that is known.
    let lost = usesReach && line.isOnNetwork ? run.walking?.access.lost ?? [] : []
    var result = try await run.parcelFindings(rule) { row, index, result in
      result.shortfallUnit = shortfallUnit
      if division.isEstimated[row] { result.flags[index].insert(.estimated) }
      if isStandIn { result.flags[index].insert(.straightLine) }
      var supply = division.supply[row]
      if !lost.isEmpty, lost[row] > 0 { supply.high = Bounds.unlimited }
      let demand = division.demand[row]
      if demands[row].bounds == .zero {
        result.verdicts[index] = .notApplicable
        result.set(index, because: .parcelIsEmpty)
        return
      }
      result.set(index, judge, supply: supply, demand: demand, per: per)
      if demands[row].bounds.low == 0 {
        if result.verdicts[index] != .notApplicable { result.verdicts[index] = .unknown }
      } else if sensitivity.isSensitive(row, judge, per) {
        result.flags[index].insert(.speedSensitive)
      }
      result.setShortfall(
        index, judge, numerator: supply, denominator: demand, per: per,
        share: (demands[row].bounds, demand))
      if !lost.isEmpty, lost[row] > 0, result.verdicts[index] == .unknown {
        result.set(index, because: .parcelOffNetwork)
      }
      if let missingDemand, demands[row].bounds == .unknown, result.verdicts[index] == .unknown {
        result.set(index, because: missingDemand)
      }
      if let notes, result.reasons[index] == 0,
        result.verdicts[index] == .pass || result.verdicts[index] == .fail
      {
        result.set(index, because: .counted(notes, verdict: result.verdicts[index]))
      }
    }
    result.attribution = attribution == .fair && !isFair ? .inReach : attribution
    result.reachMetres = usesReach ? line.metres : nil
    result.isWalked = usesReach && line.isOnNetwork
    result.shortfallUnit = shortfallUnit
    result.facilityOffsets = division.edges.offsets
    result.facilityRows = division.edges.facilities
    setLoads(&result, division, problem, applies, judge)
    setGroups(&result, division, problem, judge)
    if isFair, !run.isBrief, run.planned == nil {
      // Here everyone's demand counts, as it does when the rule itself is so attributed.
      let whole = problem.asking(demands.map(\.bounds))
      for other in [Attribution.onSite, .pooled, .inReach] {
        let division = try await run.divide(whole, by: other)
        result.comparisons.append(
          AttributionComparison(
            attribution: other, verdicts: verdicts(division, result.verdicts, judge)))
      }
    }
    return result
  }

  /// What the same clause says of another division; what cannot be judged stays as it is.
  private func verdicts(
    _ division: Division, _ own: [Verdict], _ judge: Judge
  ) -> [Verdict] {
    own.indices.map { row in
      guard own[row] == .pass || own[row] == .fail else { return own[row] }
      let range = ExactRatio.range(
        supply: division.supply[row], demand: division.demand[row], per: per)
      return judge.judge(low: range.low, high: range.high).verdict
    }
  }

  /// The bottlenecks of a fair division, and which of them each parcel is in.
  private func setGroups(
    _ result: inout RuleFindings, _ division: Division, _ problem: ProvisionProblem,
    _ judge: Judge
  ) {
    guard !division.shortages.isEmpty else { return }
    result.groups = Array(repeating: -1, count: result.count)
    for (shortage, together) in zip(division.shortages, division.shortageSupply) {
      let parcels = shortage.parcels.filter { problem.demand[Int($0)].isExact }
      let isWhole = parcels.count == shortage.parcels.count
      let supply =
        isWhole
        ? together : parcels.reduce(Bounds.zero) { $0 + division.supply[Int($1)] }.low
      guard
        let (need, missing) = problem.lack(
          of: parcels, supply: supply, isWhole: comesWhole(result.shortfallUnit))
      else { continue }
      for parcel in parcels { result.groups[Int(parcel)] = Int32(result.shortageGroups.count) }
      result.shortageGroups.append(
        ShortageGroup(
          parcels: parcels, facilities: shortage.facilities.sorted(), need: need, supply: supply,
          shortfall: missing))
    }
  }

  private var missingDemand: Reason? {
    guard case .people(let measure, _, _) = demand else { return nil }
    return .peopleMissing(measure)
  }

  private func offers(
    _ measure: FacilityMeasure, _ selection: FacilitySelection, _ run: RunContext
  ) -> [Bounds] {
    var offers = Array(repeating: Bounds.zero, count: run.city.facilities.count)
    let amounts = run.city.facilities.amounts(of: measure)
    func offer(_ row: Int32) -> Bounds {
      guard let amounts else { return Bounds(count: 1) }
      return Bounds(amounts[Int(row)])
    }
    for row in selection.certain { offers[Int(row)] = offer(row) }
    for row in selection.possible { offers[Int(row)] = Bounds(low: 0, high: offer(row).high) }
    return offers
  }

  /// What facilities offer, and what the parcels that they count for need.
  private func setLoads(
    _ result: inout RuleFindings, _ division: Division, _ problem: ProvisionProblem,
    _ applies: [Truth], _ judge: Judge
  ) {
    var capacity = Array(repeating: RuleFindings.noAmount, count: problem.offer.count)
    for row in problem.selection.certain where problem.offer[Int(row)].isExact {
      capacity[Int(row)] = problem.offer[Int(row)].low
    }
    result.facilityCapacity = capacity
    if let loads = division.loads {
      result.facilityNeed = loads
      return
    }
    var need = Array(repeating: Int64(0), count: problem.offer.count)
    for row in applies.indices where applies[row] == .yes && problem.demand[row].isExact {
      guard
        let wanted = judge.shortfall(
          numerator: 0, denominator: problem.demand[row].low, per: per, isWhole: false)
      else { continue }
      for facility in division.edges.facilities(of: row) { need[Int(facility)] += wanted }
    }
    result.facilityNeed = need
  }

  /// A rate over a unit, the territory or the plan: plain totals.
  private func perScope(_ rule: AppliedRule, _ run: RunContext) -> RuleFindings {
    // Also within the loop: whether what is missing comes whole depends on its unit.
    let shortfallUnit = rule.unit.split(separator: "/").first.map(String.init) ?? rule.unit
    var findings = run.findings(rule) { scope, index, result in
      result.shortfallUnit = shortfallUnit
      let demand: Bounds
      switch total(ofDemandIn: scope, run) {
      case .missing(let reason):
        result.setUnknown(index, .noTotal(reason))
        return
      case .bounds(let bounds, let estimated):
        demand = bounds
        if estimated { result.flags[index].insert(.estimated) }
      }
      guard demand != .zero else {
        result.set(index, because: .areaIsEmpty)
        return
      }
      let supply: Bounds
      switch run.total(self.supply, scope) {
      case .missing(let reason):
        result.setUnknown(index, .noTotal(reason))
        return
      case .bounds(let bounds, _): supply = bounds
      }
      let judge = run.judge(rule, scope, rounding: true)
      result.set(index, judge, supply: supply, demand: demand, per: per)
      result.setShortfall(index, judge, numerator: supply, denominator: demand, per: per)
    }
    findings.shortfallUnit = shortfallUnit
    return findings
  }

  private func total(ofDemandIn scope: Scope, _ run: RunContext) -> Totalled {
    switch demand {
    case .parcel:
      if let reason = run.layersAreComplete(for: scope) { return .missing(reason) }
      var parcels = Bounds.zero
      for (_, isIn) in run.parcels(in: scope) {
        if isIn == .yes {
          parcels += Bounds(count: 1)
        } else {
          parcels.addPossibly(Bounds(count: 1))
        }
      }
      return .bounds(parcels, estimated: false)
    case .people(let measure, _, let statistic):
      if let figure = run.declared(statistic, scope) {
        return .bounds(Bounds(figure), estimated: false)
      }
      return run.people(measure, scope)
    }
  }
}

/// What parcels get at the walking speeds that a verdict may be sensitive to.
private struct Sensitivity: Sendable {
  let divisions: [Division]

  /// Whether a parcel's verdict differs among the speeds.
  func isSensitive(_ row: Int, _ judge: Judge, _ per: Int) -> Bool {
    let verdicts = divisions.map { division in
      let range = ExactRatio.range(
        supply: division.supply[row], demand: division.demand[row], per: per)
      return division.demand[row].low == 0
        ? .unknown : judge.judge(low: range.low, high: range.high).verdict
    }
    return verdicts.contains { $0 != verdicts[0] }
  }
}
