internal import Measuring
internal import Quantities
internal import Rules

/// A provision rule about parcels: how it is asked, and how it is judged.
struct SharedSupply: Inquiry {
  private let check: Provision
  let rule: AppliedRule
  private let setting: Setting
  private let choice: FacilityChoice
  private let measure: FacilityMeasure
  private let reach: Reach
  private let isDefaultReach: Bool
  private let limit: StatedLimit
  private let attribution: Attribution
  private let judge: Judge
  /// Whether supply is divided; else, with a clause that states no minimum, everything in reach
  /// counts for everyone.
  private let isFair: Bool
  private let isBound: Bool
  private let usesReach: Bool
  /// The division that is judged.
  private let own: Divide
  /// The same at other walking speeds.
  private let atSpeeds: [Divide]
  /// Other ways of dividing that show what this one hides; in a batch only.
  private let compared: [(attribution: Attribution, divide: Divide)]

  /// `nil` where the rule is not about parcels, or the supply is not from facilities.
  init?(_ check: Provision, _ rule: AppliedRule, _ setting: Setting) {
    guard rule.subject == .parcel,
      case .facilities(let kinds, let filter, let measure) = check.supply.source
    else { return nil }
    self.check = check
    self.rule = rule
    self.setting = setting
    self.measure = measure
    choice = FacilityChoice(kinds, filter)
    (reach, isDefaultReach) = Self.reach(check, measure, rule.pack)
    limit = setting.frame.limit(reach, rule.pack)
    attribution = check.attribution(in: setting.frame)
    judge = Judge(rule, setting.frame)
    isFair = attribution == .fair && judge.comparison == .atLeast && judge.figure != nil
    isBound = attribution == .inReach || (attribution == .fair && !isFair)
    usesReach = attribution != .onSite
    let (choice, limit, attribution) = (choice, limit, attribution)
    func divide(_ limit: ReachLimit, _ attribution: Attribution, _ claims: [Claim]) -> Divide {
      Divide(
        choice, measure, within: limit, by: attribution, claims, detour: setting.frame.detour)
    }
    let everyone = [Claim(when: .always, demand: check.demanded, ask: nil)]
    let claims: [Claim]
    if isFair, let figure = judge.figure {
      claims = Self.claims(check, rule, setting.frame, asking: figure)
    } else {
      claims = everyone
    }
    own = divide(limit.own, attribution, claims)
    let speeds = usesReach ? setting.speeds(limit, rule) : []
    atSpeeds = speeds.map { divide($0, attribution, claims) }
    // Here everyone's demand counts, as it does when the rule itself is so attributed.
    let others: [Attribution] =
      isFair && !setting.isBrief && setting.frame.planned == nil
      ? [.onSite, .pooled, .inReach] : []
    compared = others.map { (attribution: $0, divide: divide(limit.own, $0, everyone)) }
  }

  /// Where a rule and its pack say nothing: 300 m of walking for areas, else 15 minutes.
  private static func reach(
    _ check: Provision, _ measure: FacilityMeasure, _ pack: RulePack
  ) -> (reach: Reach, isDefault: Bool) {
    if let within = check.within { return (within, false) }
    if let reach = pack.defaultReach[measure.name] { return (reach, true) }
    switch measure {
    case .floorArea, .landArea: return (.walk(metres: Amount(300)), true)
    default: return (.walkTime(minutes: Amount(15)), true)
    }
  }

  // MARK: Questions

  /// What the rule asks for, and what its siblings do: the other clauses of the pack that divide the
  /// same supply, as far as they neither contradict this one nor stand in for it.
  private static func claims(
    _ check: Provision, _ rule: AppliedRule, _ frame: Frame, asking figure: Amount
  ) -> [Claim] {
    let own = Claim(
      when: rule.when, demand: check.demanded, ask: Ask(figure: figure, per: check.per))
    // Few rules divide anything: those that do not are not looked at closely.
    let others = rule.pack.rules.filter {
      $0.id != rule.id && $0.subject == .parcel && $0.check.attribution != nil
    }
    return [own]
      + others.compactMap { claim(of: AppliedRule($0, of: rule.pack), beside: rule, check, frame) }
  }

  private static func claim(
    of other: AppliedRule, beside rule: AppliedRule, _ check: Provision, _ frame: Frame
  ) -> Claim? {
    guard let claimed = other.judged.claimed, claimed.supply == check.supply,
      claimed.attribution == .fair, !other.isReportOnly,
      other.force != .advisory || rule.force == .advisory, !rule.conflicts(with: other),
      !rule.isAlternative(to: other)
    else { return nil }
    let judge = Judge(other, frame)
    guard judge.comparison == .atLeast, let figure = judge.figure, figure > .zero else {
      return nil
    }
    return Claim(
      when: other.when, demand: claimed.demand, ask: Ask(figure: figure, per: claimed.per))
  }

  var questions: [any Question] {
    var questions = setting.applies(rule)
    questions +=
      [People(check.demanded), Chosen(choice), Standings(), Offers(measure), own]
      as [any Question]
    if usesReach, limit.own.isOnNetwork { questions.append(LostParcels()) }
    questions += atSpeeds
    questions += compared.map(\.divide)
    return questions
  }

  // MARK: Findings

  func findings(_ judging: Judging) -> RuleFindings {
    let measured = judging.measured
    let division = measured[own]
    let demands = measured[People(check.demanded)].bounds
    let marks = measured.marks(choice)
    let atSpeeds = atSpeeds.map { measured[$0] }
    let shortfallUnit = measure.unit ?? rule.unit
    // Whoever is on no street may reach anything, for all that is known.
    let lost =
      usesReach && limit.own.isOnNetwork ? measured[LostParcels()].isLost : []
    let isStandIn =
      usesReach && (limit.isStandIn || (limit.own.isOnNetwork && attribution == .pooled))
    let (notes, missingDemand, per) = (notes, missingDemand, check.per)
    var result = judging.parcelFindings(rule) { row, result in
      result.shortfallUnit = shortfallUnit
      if division.isEstimated[row] { result.flags[row].insert(.estimated) }
      if isStandIn { result.flags[row].insert(.straightLine) }
      let isLost = !lost.isEmpty && lost[row]
      var supply = division.supply[row]
      if isLost { supply.high = Bounds.unlimited }
      guard demands[row] != .zero else {
        result.verdicts[row] = .notApplicable
        return result.set(row, because: .parcelIsEmpty)
      }
      let demand = division.demand[row]
      result.set(row, judge, supply: supply, demand: demand, per: per)
      if demands[row].low == 0 {
        if result.verdicts[row] != .notApplicable { result.verdicts[row] = .unknown }
      } else if !atSpeeds.isEmpty {
        result.setSensitive(row, atSpeeds.map { judge.verdict($0, row, per) })
      }
      result.setShortfall(
        row, judge, numerator: supply, denominator: demand, per: per,
        share: (demands[row], demand))
      result.rest(row, on: marks.of(division.edges.facilities(of: row)))
      if isLost, result.verdicts[row] == .unknown {
        result.set(row, because: .parcelOffNetwork)
      }
      if let missingDemand, demands[row] == .unknown, result.verdicts[row] == .unknown {
        result.set(row, because: missingDemand)
      }
      if let notes, result.reasons[row] == 0,
        result.speaks(of: row), result.verdicts[row] != .unknown
      {
        result.set(row, because: .counted(notes, verdict: result.verdicts[row]))
      }
    }
    result.shortfallUnit = shortfallUnit
    if usesReach {
      result.reach = MeasuredReach(metres: limit.own.metres, isWalked: limit.own.isOnNetwork)
    }
    let loads = loads(division, measured)
    var supply = SupplyFindings(
      attribution: attribution == .fair && !isFair ? .inReach : attribution,
      facilityOffsets: division.edges.offsets, facilityRows: division.edges.facilities,
      facilityNeed: loads.need, facilityCapacity: loads.capacity)
    setGroups(&supply, division, shortfallUnit)
    supply.comparisons = compared.map {
      AttributionComparison(
        attribution: $0.attribution, verdicts: verdicts(measured[$0.divide], result.verdicts))
    }
    result.detail = .supply(supply)
    return result
  }

  private var notes: Reason.SupplyCount? {
    let defaultReach = isDefaultReach && usesReach ? reach : nil
    guard isBound || defaultReach != nil else { return nil }
    return Reason.SupplyCount(isBound: isBound, defaultReach: defaultReach)
  }

  private var missingDemand: Reason? {
    guard case .people(let measure, _, _) = check.demand else { return nil }
    return .peopleMissing(measure)
  }

  /// What the same clause says of another division; what cannot be judged stays as it is.
  private func verdicts(_ division: Division, _ own: [Verdict]) -> [Verdict] {
    own.indices.map { row in
      guard own[row] == .pass || own[row] == .fail else { return own[row] }
      let range = ExactRatio.range(
        supply: division.supply[row], demand: division.demand[row], per: check.per)
      return judge.judge(low: range.low, high: range.high).verdict
    }
  }

  /// The bottlenecks of a fair division, and which of them each parcel is in.
  private func setGroups(
    _ supply: inout SupplyFindings, _ division: Division, _ unit: MeasureUnit
  ) {
    guard !division.shortages.isEmpty else { return }
    let problem = division.problem
    supply.groups = Array(repeating: -1, count: problem.demand.count)
    for (shortage, received) in zip(division.shortages, division.shortageSupply) {
      let parcels = shortage.parcels.filter { problem.demand[Int($0)].isExact }
      let isWhole = parcels.count == shortage.parcels.count
      let together =
        isWhole
        ? received : parcels.reduce(Bounds.zero) { $0 + division.supply[Int($1)] }.low
      guard
        let (need, missing) = problem.lack(
          of: parcels, supply: together, isWhole: unit.comesWhole)
      else { continue }
      for parcel in parcels { supply.groups[Int(parcel)] = Int32(supply.shortageGroups.count) }
      supply.shortageGroups.append(
        ShortageGroup(
          parcels: parcels, facilities: shortage.facilities.sorted(), need: need, supply: together,
          shortfall: missing))
    }
  }

  /// What facilities offer, and what the parcels that they count for need.
  private func loads(
    _ division: Division, _ measured: Measurement
  ) -> (need: [Int64], capacity: [Int64]) {
    let offers = measured[Offers(measure)].bounds
    var capacity = Array(repeating: RuleFindings.noAmount, count: offers.count)
    for row in measured[Chosen(choice)].selection.certain where offers[Int(row)].isExact {
      capacity[Int(row)] = offers[Int(row)].low
    }
    if let loads = division.loads { return (loads, capacity) }
    let applies = measured[Applies(to: .parcels, rule.when)].parcels
    let demands = measured[People(check.demanded)].bounds
    var need = Array(repeating: Int64(0), count: offers.count)
    for row in applies.indices where applies[row] == .yes && demands[row].isExact {
      guard
        let wanted = judge.shortfall(
          numerator: 0, denominator: demands[row].low, per: check.per, isWhole: false)
      else { continue }
      for facility in division.edges.facilities(of: row) { need[Int(facility)] += wanted }
    }
    return (need, capacity)
  }
}

extension Judge {
  /// The verdict on what a parcel gets in a division.
  fileprivate func verdict(_ division: Division, _ row: Int, _ per: Int) -> Verdict {
    guard division.demand[row].low != 0 else { return .unknown }
    let range = ExactRatio.range(
      supply: division.supply[row], demand: division.demand[row], per: per)
    return judge(low: range.low, high: range.high).verdict
  }
}
