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
  /// What the rule asks, where that is not the same rate of all.
  private let need: Need?
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
    (reach, isDefaultReach) = check.reach(measure, rule.pack)
    limit = setting.frame.limit(reach, rule.pack)
    attribution = check.attribution(in: setting.frame)
    let stated = Judge(rule, setting.frame)
    let asked = rule.need(per: check.per, setting.frame)
    need = rule.threshold?.hasOwnAmounts ?? false ? asked : nil
    judge = need == nil ? stated : Judge(ofNeeds: rule)
    isFair = attribution == .fair && stated.comparison == .atLeast && stated.hasFigure
    isBound = attribution == .inReach || (attribution == .fair && !isFair)
    usesReach = attribution != .onSite
    let claims = SupplyClaims(
      of: rule, check, within: limit, setting.frame, asking: isFair ? asked : nil)
    let (choice, attribution) = (choice, attribution)
    let bands = check.weights.map {
      (limit: setting.frame.limit($0.reach, rule.pack), weight: $0.weight)
    }
    func divide(_ limit: (StatedLimit) -> ReachLimit) -> Divide {
      Divide(
        choice, measure, by: attribution, claims.within(limit), asking: claims.asking,
        bands: bands.map { Band(limit: limit($0.limit), weight: $0.weight) },
        detour: setting.frame.detour)
    }
    own = divide(\.own)
    atSpeeds = (usesReach ? setting.speeds(limit, rule) : []).indices.map { speed in
      // A limit that is not one of time is what it is.
      divide { $0.atSpeeds.isEmpty ? $0.own : $0.atSpeeds[speed] }
    }
    // Here everyone's demand counts, as it does when the rule itself is so attributed.
    let everyone = Claim(when: .always, demand: check.demanded, need: nil, within: limit.own)
    let others: [Attribution] =
      isFair && !setting.isBrief && setting.frame.planned == nil
      ? [.onSite, .pooled, .inReach] : []
    compared = others.map {
      (
        attribution: $0,
        divide: Divide(choice, measure, by: $0, [everyone], detour: setting.frame.detour)
      )
    }
  }

  /// What it asks of new facilities; `nil` where it divides nothing.
  var sitingTerms: SitingTerms? { isFair ? .shared(FairTerms(own)) : nil }

  // MARK: Questions

  /// What tells of a parcel that it has people, however many; of dwellings, children or old people it is
  /// not enough that somebody lives there.
  private var residents: [People] {
    switch check.demanded {
    case .people(.population):
      [People(.people(.population)), People(.people(.households))]
    case .people, .parcels, .area: []
    }
  }

  var questions: [any Question] {
    var questions = setting.applies(rule)
    questions +=
      [People(check.demanded), Chosen(choice), Standings(), Offers(measure), own]
      as [any Question]
    if usesReach, limit.own.isOnNetwork { questions.append(LostParcels()) }
    questions.append(own.elsewhere)
    questions += need?.questions ?? []
    questions += residents as [any Question]
    questions += atSpeeds
    questions += atSpeeds.map(\.elsewhere)
    questions += compared.map(\.divide)
    return questions
  }

  // MARK: Findings

  func findings(_ judging: Judging) -> RuleFindings {
    let measured = judging.measured
    let division = measured[own]
    let demands = measured[People(check.demanded)].bounds
    let marks = measured.marks(choice)
    let atSpeeds = atSpeeds.map { (division: measured[$0], elsewhere: measured[$0.elsewhere]) }
    let elsewhere = measured[own.elsewhere]
    let isEstimated = measured[Offers(measure)].isEstimated
    let isDrawn = isEstimated.contains(true) ? isEstimated : []
    let needs = KnownNeeds(
      demands: demands, residents: residents.map { measured[$0].bounds })
    let judges = ParcelJudge(judge, per: check.per, need: need, demands, measured)
    let lost = usesReach && limit.own.isOnNetwork ? measured[LostParcels()] : nil
    let isStandIn =
      usesReach && (limit.isStandIn || (limit.own.isOnNetwork && attribution == .pooled))
    let (notes, missingDemand) = (notes, missingDemand)
    let shortfallUnit = measure.unit ?? rule.unit
    var result = judging.parcelFindings(rule) { row, result in
      result.shortfallUnit = shortfallUnit
      if division.isEstimated[row] { result.flags[row].insert(.estimated) }
      if !isDrawn.isEmpty,
        division.edges.facilities(of: row).contains(where: { isDrawn[Int($0)] })
      {
        result.flags[row].insert(.estimated)
      }
      if isStandIn { result.flags[row].insert(.straightLine) }
      guard demands[row] != .zero else {
        result.verdicts[row] = .notApplicable
        return result.set(row, because: .parcelIsEmpty)
      }
      let demand = division.demand[row]
      if let somebody = needs.unmet(row, division, elsewhere) {
        let range = judges.range(ofNothingFor: somebody)
        result.set(row, judge, low: range.low, high: range.high)
      } else {
        result.set(row, judge, judges.range(division, row), demand: demand)
        if demands[row].low == 0, result.verdicts[row] != .notApplicable {
          result.verdicts[row] = .unknown
        }
      }
      if !atSpeeds.isEmpty {
        result.setSensitive(
          row, atSpeeds.map { needs.verdict(of: row, by: judges, $0.division, $0.elsewhere) })
      }
      result.setShortfall(of: row, judge: judge, among: judges, division: division, per: check.per)
      judges.show(row, division, in: &result)
      if !marks.isEmpty { result.rest(row, on: marks.of(division.edges.facilities(of: row))) }
      if result.verdicts[row] == .unknown, division.isDoubtful(row) {
        let (isLost, isCutOff) = (lost?.isLost[row] ?? false, lost?.isCutOff[row] ?? false)
        result.set(
          row,
          because: isLost
            ? .parcelOffNetwork : isCutOff ? .networkInPieces : .nearFacilityOffNetwork)
      }
      result.nameDoubtful(row, elsewhere, judging)
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
    result.detail = .supply(supplied(division, judging, by: judges, verdicts: result.verdicts))
    return result
  }

  /// Who gets what of which facilities.
  private func supplied(
    _ division: Division, _ judging: Judging, by judges: ParcelJudge, verdicts: [Verdict]
  ) -> SupplyFindings {
    let measured = judging.measured
    let loads = loads(division, judges, measured)
    var supply = SupplyFindings(
      attribution: attribution == .fair && !isFair ? .inReach : attribution,
      facilityOffsets: division.edges.offsets, facilityRows: division.edges.facilities,
      facilityNeed: loads.need, facilityCapacity: loads.capacity)
    setGroups(&supply, division, judges)
    let applies = measured[Applies(to: .parcels, rule.when)].parcels
    let demands = measured[People(check.demanded)].bounds
    supply.comparisons = compared.map { other in
      let division = measured[other.divide]
      return AttributionComparison(
        attribution: other.attribution,
        verdicts: verdicts.indices.map { row in
          // Whom the clause does not speak of, or perhaps not, is as in the finding.
          applies[row] == .yes && demands[row] != .zero && !rule.isReportOnly
            ? judges.verdict(division, row) : verdicts[row]
        })
    }
    return supply
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

  /// The bottlenecks of a fair division, and which of them each parcel is in.
  private func setGroups(
    _ supply: inout SupplyFindings, _ division: Division, _ judges: ParcelJudge
  ) {
    guard !division.shortages.isEmpty else { return }
    let isWhole = (measure.unit ?? rule.unit).comesWhole
    supply.groups = Array(repeating: -1, count: division.demand.count)
    for shortage in division.shortages {
      guard let need = judges.need(of: shortage.parcels, division),
        let missing = judges.missing(
          of: shortage.parcels, beyond: shortage.supply, division, isWhole: isWhole)
      else { continue }
      for parcel in shortage.parcels {
        supply.groups[Int(parcel)] = Int32(supply.shortageGroups.count)
      }
      supply.shortageGroups.append(
        ShortageGroup(
          parcels: shortage.parcels, facilities: shortage.facilities, need: need,
          supply: shortage.supply, shortfall: missing))
    }
  }

  /// What facilities offer, and what the parcels that they count for need.
  private func loads(
    _ division: Division, _ judges: ParcelJudge, _ measured: Measurement
  ) -> (need: [Int64], capacity: [Int64]) {
    let offers = measured[Offers(measure)].bounds
    var capacity = Array(repeating: RuleFindings.noAmount, count: offers.count)
    for row in measured[Chosen(choice)].selection.certain where offers[Int(row)].isExact {
      capacity[Int(row)] = offers[Int(row)].low
    }
    if let loads = division.loads {
      return (loads.map { $0 ?? RuleFindings.noAmount }, capacity)
    }
    let applies = measured[Applies(to: .parcels, rule.when)].parcels
    let demands = measured[People(check.demanded)].bounds
    var need = Array(repeating: Int64(0), count: offers.count)
    for row in applies.indices where applies[row] == .yes && demands[row].isExact {
      guard let wanted = judges.need(ofOne: row) else { continue }
      for edge in division.edges.range(of: row) {
        need[Int(division.edges.facilities[edge])] += wanted
      }
    }
    return (need, capacity)
  }
}

extension RuleFindings {
  /// Writes what a judge said of what a parcel gets in a division. Where there may be no demand at
  /// all, the clause may not apply, and nothing can be said.
  fileprivate mutating func set(
    _ row: Int, _ judge: Judge, _ range: (low: ExactRatio, high: ExactRatio), demand: Bounds
  ) {
    set(row, judge, low: range.low, high: range.high)
    guard demand.low == 0, verdicts[row] == .pass || verdicts[row] == .fail else { return }
    setUnknown(row, .divisorMayBeZero)
  }

  /// Writes what a parcel that fails lacks.
  fileprivate mutating func setShortfall(
    of row: Int, judge: Judge, among judges: ParcelJudge, division: Division, per: Amount
  ) {
    guard !judges.isByNeed else {
      guard verdicts[row] == .fail else { return }
      shortfall[row] =
        judges.missing(row, division, isWhole: shortfallUnit.comesWhole) ?? Self.noAmount
      return
    }
    setShortfall(
      row, judge, numerator: division.supply[row], denominator: division.demand[row], per: per,
      share: (judges.demands[row], division.demand[row]))
  }
}
