import Compliance
import Planning
import Quantities
import Rules

extension NaiveOracle {
  /// Whether the verdict may depend on the walking speed.
  func isTimed(_ rule: Rule, _ pack: RulePack, _ subject: OracleSubject) -> Bool {
    switch rule.check {
    case let check as Coverage: return check.within?.isTimed ?? false
    case let check as Provision:
      guard case .parcel = subject, attribution(check) != .onSite else { return false }
      return reach(check, pack)?.isTimed ?? false
    default: return false
    }
  }

  private func attribution(_ check: Provision) -> Attribution {
    city.project.attribution.flatMap { Attribution(rawValue: $0) } ?? check.dividing
  }

  private func reach(_ check: Provision, _ pack: RulePack) -> Reach? {
    if let within = check.within { return within }
    guard case .facilities(_, _, let measure) = check.supply.source else { return nil }
    return pack.defaultReach[measure.name]
  }

  func provision(
    _ check: Provision, _ rule: Rule, _ pack: RulePack, _ subject: OracleSubject,
    _ metresPerMinute: Amount
  ) -> OracleFinding {
    guard case .parcel(let row) = subject else {
      let supply = amount(check.supply, subject)
      switch check.demand {
      case .people(let people, let per, let statistic):
        let declared = figures(of: subject)[statistic].map { (span: Span($0), flags: Flags()) }
        return ratio(
          supply, declared ?? self.people(people, of: subject, statistic: statistic),
          times: Int(per.double),
          rule, pack, subject, isWhole: isWhole(check.supply, rule))
      case .parcel:
        return ratio(
          supply, parcelCount(subject), times: 1, rule, pack, subject,
          isWhole: isWhole(check.supply, rule))
      }
    }
    return provision(ofParcel: row, check, rule, pack, metresPerMinute)
  }

  private func parcelCount(_ subject: OracleSubject) -> (span: Span, flags: Flags) {
    let area = area(of: subject)
    guard area.isComplete else { return (.anything, []) }
    return (area.parcels.reduce(.zero) { $0 + Span(count: 1).counted($1.belongs) }, [])
  }

  private func provision(
    ofParcel row: Int, _ check: Provision, _ rule: Rule, _ pack: RulePack,
    _ metresPerMinute: Amount
  ) -> OracleFinding {
    guard case .facilities(let ids, let filter, let measure) = check.supply.source else {
      return OracleFinding(judged: .notApplicable)
    }
    let attribution = attribution(check)
    let reach = attribution == .onSite ? nil : reach(check, pack)
    let limit = reach.map { self.limit($0, metresPerMinute) }
    var flags: Flags = []
    if let reach, reach.isWalk { flags.insert(.straightLine) }

    func need(_ parcel: Int) -> (span: Span, flags: Flags) {
      guard case .people(let people, _, _) = check.demand else { return (Span(count: 1), []) }
      return self.people(people, ofParcel: parcel)
    }
    var supply = Span.zero
    for facility in 0..<city.facilities.count where isReached(facility, row, attribution, limit) {
      var offer = self.measure(measure, ofFacility: facility)
        .counted(counts(facility, ids, filter))
      let served = Set(city.facilities.servedParcels[facility])
      if attribution == .onSite, served.count > 1 {
        offer = share(of: offer, need(row).span, served.map { need($0).span })
        if counts(facility, ids, filter) != .no {
          for parcel in served { flags.formUnion(need(parcel).flags) }
        }
      }
      supply = supply + offer
    }
    var times = 1
    if case .people(_, let per, _) = check.demand { times = Int(per.double) }
    let own = need(row)
    if own.span.high == 0 { return OracleFinding(judged: .notApplicable, flags: flags) }
    var demand = own
    if attribution == .pooled, let limit {
      for other in 0..<city.parcels.count
      where other != row && limit.contains(place(ofParcel: row), place(ofParcel: other)) {
        let more = need(other)
        demand.span = demand.span + more.span
        demand.flags.formUnion(more.flags)
      }
    }
    // Nothing at all is too little for anybody.
    let isTooLittle =
      own.span.low == 0 && supply.high == 0 && isLivedIn(row) && check.demand.countsEverybody
    if isTooLittle { demand.span.low = max(1, demand.span.low) }
    var finding = ratio(
      (supply, flags), demand, times: times, rule, pack, .parcel(row),
      isWhole: isWhole(check.supply, rule))
    if attribution == .pooled, finding.missing != nil, let supply = supply.exact,
      let all = demand.span.exact, let own = own.span.exact,
      let requirement = requirement(rule, pack, .parcel(row))
    {
      finding.missing = requirement.missing(
        supply: supply, demand: all, times: Int128(times), isWhole: isWhole(check.supply, rule),
        share: (own, all))
    } else if attribution == .pooled {
      finding.missing = nil
    }
    if own.span.low == 0, !isTooLittle, !rule.isReportOnly {
      finding.judged.possible.insert(.notApplicable)
    }
    return finding
  }

  private func isLivedIn(_ row: Int) -> Bool {
    [PeopleMeasure.population, .households].contains { people($0, ofParcel: row).span.low > 0 }
  }

  private func isReached(
    _ facility: Int, _ row: Int, _ attribution: Attribution, _ limit: OracleLimit?
  ) -> Bool {
    let served = city.facilities.servedParcels[facility]
    // A pool is all that is in the circle, whoever it is for.
    if !served.isEmpty, attribution != .pooled { return served.contains(row) }
    // What lies in a parcel serves it, however far that is; a circle is a circle.
    if attribution != .pooled, Int(city.facilities.insideParcel[facility]) == row { return true }
    guard let limit else { return false }
    let gates = gates(ofParcel: row)
    return (gates.isEmpty ? [place(ofParcel: row)] : gates).contains {
      limit.contains(squared: squaredDistance($0, toFacility: facility))
    }
  }

  /// What a parcel gets of a facility that is declared for several, by their needs.
  private func share(of offer: Span, _ own: Span, _ all: [Span]) -> Span {
    let needs = all.compactMap(\.exact)
    guard needs.count == all.count, let own = own.exact, let high = offer.high else {
      return Span(low: 0, high: offer.high)
    }
    let sum = needs.reduce(0, +)
    if sum == 0 { return .zero }
    return Span(
      low: (2 * offer.low * own + sum) / (2 * sum), high: (2 * high * own + sum) / (2 * sum))
  }
}

extension Provision.Demand {
  /// Whether whoever lives somewhere has some.
  fileprivate var countsEverybody: Bool {
    switch self {
    case .people(.population, _, _): true
    case .people, .parcel: false
    }
  }
}
