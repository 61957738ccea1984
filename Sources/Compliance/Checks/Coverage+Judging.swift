internal import Measuring
internal import Planning
internal import Quantities
internal import Rules

extension Coverage: JudgedCheck {
  private var choice: FacilityChoice { FacilityChoice(facility, filter) }

  /// Those judged, where the subject is facilities.
  private var judgedFacilities: FacilityChoice { FacilityChoice(kinds) }

  /// As the rule says; else a circle takes all of the parcel, a walk its entrances (or, where none
  /// are known, all of it).
  private var place: CoverageKernel.Place {
    switch placement {
    case .areaShare: .area
    case .access: .entrances
    case .centroid: .point
    case nil:
      switch within {
      case .walk, .walkTime: .entrances
      case .radius: .area
      case nil: .point
      }
    }
  }

  private var weighedBy: People.Measure {
    switch weight {
    case .parcels: .parcels
    case .people: .people(.population)
    case .households: .people(.households)
    case .elders: .people(.elders)
    case .infants: .people(.infants)
    case .area: .area
    }
  }

  private func cover(
    _ limit: ReachLimit?, _ stated: StatedLimit?, by choice: FacilityChoice? = nil
  ) -> Cover {
    Cover(choice ?? self.choice, limit, at: place, longest: stated?.longest ?? 0)
  }

  private func nearest(
    _ stated: StatedLimit?, among choice: FacilityChoice? = nil
  ) -> NearestOther {
    NearestOther(
      of: judgedFacilities, among: choice ?? self.choice,
      walking: stated.flatMap { $0.own.isOnNetwork ? $0.longest : nil })
  }

  /// How far those judged are from homes; `nil`: not asked.
  private func nearestParcel(_ stated: StatedLimit?) -> NearestParcel? {
    isFromParcels
      ? stated.map { NearestParcel(of: judgedFacilities, within: $0.longest) } : nil
  }

  /// The choice without what does not stand yet; `nil` where that is the choice itself.
  private func standing(_ frame: Frame) -> FacilityChoice? {
    choice.mayBeComing(frame.project) ? choice.standing : nil
  }

  /// What must be asked to tell whether a finding rests on what does not stand yet.
  private func questionsOfStanding(
    _ rule: AppliedRule, _ stated: StatedLimit?, _ frame: Frame
  ) -> [any Question] {
    guard let standing = standing(frame) else { return [] }
    switch rule.subject {
    case .parcel:
      return [covers(stated?.own, stated, by: choices.map(\.standing))]
    case .facility: return [nearest(stated, among: standing)]
    default:
      return stated.map { [WeighedCover(cover($0.own, stated, by: standing), by: weighedBy)] } ?? []
    }
  }

  private func limit(_ rule: AppliedRule, _ frame: Frame) -> StatedLimit? {
    let limit = within.map { frame.limit($0, rule.pack) }
    // What is as far away as it must be is beyond the limit.
    return isBeyond ? limit?.exclusive : limit
  }

  /// One, or one a group of kinds of which so many must be within reach.
  private var choices: [FacilityChoice] {
    groups?.groups.map { FacilityChoice($0, filter) } ?? [choice]
  }

  /// How much of each parcel is within a limit of those of some choices that count.
  private func covers(
    _ limit: ReachLimit?, _ stated: StatedLimit?, by choices: [FacilityChoice]? = nil
  ) -> NthCover {
    NthCover(
      (choices ?? self.choices).map { cover(limit, stated, by: $0) }, nth: groups?.least ?? 1)
  }

  /// A share within the limit, at worst and at best, as what is judged.
  private func range(_ share: (low: Double, high: Double)) -> (low: ExactRatio, high: ExactRatio) {
    isBeyond
      ? (ExactRatio(shareLeft: share.high), ExactRatio(shareLeft: share.low))
      : (ExactRatio(share: share.low), ExactRatio(share: share.high))
  }

  /// Whether it decides that nothing is near, where the data has no row of the kinds: that there is none
  /// does not follow.
  private func lacksData(_ rule: AppliedRule, _ frame: Frame) -> Bool {
    let wantsNone =
      isBeyond || rule.threshold?.comparison == .atMost || rule.threshold?.comparison == .lessThan
    return wantsNone && within != nil && !frame.hasAny(of: facility)
  }

  func questions(_ rule: AppliedRule, _ setting: Setting) -> [any Question] {
    let stated = limit(rule, setting.frame)
    if let nearest = nearestParcel(stated) {
      return setting.applies(rule) + [Chosen(judgedFacilities), nearest]
    }
    let limits = stated.map { [$0.own] + setting.speeds($0, rule) } ?? []
    var questions = setting.applies(rule) + [Chosen(choice), Standings()]
    questions += questionsOfStanding(rule, stated, setting.frame)
    switch rule.subject {
    case .parcel:
      questions += limits.isEmpty ? [covers(nil, nil)] : limits.map { covers($0, stated) }
      questions += covers(limits.first, stated).covers.compactMap(\.elsewhere)
    case .facility:
      questions += [Chosen(judgedFacilities), nearest(stated)]
    default:
      questions += limits.map { WeighedCover(cover($0, stated), by: weighedBy) }
      questions.append(RejectedPeople(weighedBy))
    }
    return questions
  }

  func sitingTerms(_ rule: AppliedRule, _ setting: Setting) -> SitingTerms? {
    guard rule.subject == .parcel, groups == nil, !isBeyond,
      rule.threshold?.comparison == .atLeast, let limit = limit(rule, setting.frame)
    else { return nil }
    return .covered(SoleCover(choice, limit.own, at: place))
  }

  func findings(_ rule: AppliedRule, _ judging: Judging) -> RuleFindings {
    let stated = limit(rule, judging.frame)
    var result =
      switch rule.subject {
      case .parcel: perParcel(rule, judging, stated)
      case .facility:
        if let nearest = nearestParcel(stated), let stated {
          fromParcels(rule, judging, nearest, within: stated)
        } else {
          perFacility(rule, judging, stated)
        }
      default: perScope(rule, judging, stated)
      }
    result.reach = stated.map {
      MeasuredReach(metres: $0.own.metres, isWalked: $0.own.isOnNetwork)
    }
    return result
  }

  /// Each parcel's covered share, nearest facility and distance.
  private func perParcel(
    _ rule: AppliedRule, _ judging: Judging, _ stated: StatedLimit?
  ) -> RuleFindings {
    let question = covers(stated?.own, stated)
    let own = judging.measured[question]
    let elsewhere = question.covers.compactMap(\.elsewhere).map { judging.measured[$0] }
    let atSpeeds = stated.map { stated in
      judging.setting.speeds(stated, rule).map { judging.measured[covers($0, stated)] }
    }
    let lacksData = lacksData(rule, judging.frame)
    let judges = judging.judges(rule, .parcels)
    let marks = judging.measured.marks(choice)
    let standing = standing(judging.frame).map { _ in
      judging.measured[covers(stated?.own, stated, by: choices.map(\.standing))]
    }
    let none =
      stated?.own.isOnNetwork == true ? Reason.nothingWithinTwiceTheWalk : .nothingInData
    var result = judging.parcelFindings(rule) { row, result in
      let judge = judges[row]
      if let stated {
        if stated.isStandIn { result.flags[row].insert(.straightLine) }
        let (low, high) = range(own.shares(row))
        result.set(row, judge, low: low, high: high)
        if own.shareOfWorstGate[row] != own.share[row], result.verdicts[row] != .unknown {
          let worst = range((own.shareOfWorstGate[row], own.shareOfWorstGate[row]))
          if judge.judge(low: worst.low, high: worst.high).verdict != result.verdicts[row] {
            result.flags[row].insert(.gateAssumed)
          }
        }
        let share = isBeyond ? 1 - own.share[row] : own.share[row]
        result.measured[row] = share * 100
        if result.verdicts[row] == .fail, let figure = judge.figure {
          result.shortfall[row] =
            result.isExcess(row)
            ? Self.micros(share) - (judge.upper ?? figure).micros
            : max(0, figure.micros - Self.micros(share))
        }
        if let atSpeeds, !atSpeeds.isEmpty {
          result.setSensitive(
            row,
            atSpeeds.map {
              let (low, high) = range($0.shares(row))
              return judge.judge(low: low, high: high).verdict
            })
        }
      } else if own.distance[row].isFinite {
        result.measured[row] = own.distance[row]
        // There are streets, and this is not along them.
        if judging.frame.hasNetwork { result.flags[row].insert(.straightLine) }
      }
      if let standing,
        own.shares(row).low != standing.shares(row).low
          || own.nearest[row] != standing.nearest[row]
      {
        result.rest(row, on: .coming)
      }
      if marks.hasDoubts { result.rest(row, on: .doubt) }
      if result.verdicts[row] == .unknown, own.mayReach[row] {
        result.set(
          row,
          because: own.isLost[row]
            ? .parcelOffNetwork : own.isApart[row] ? .networkInPieces : .nearFacilityOffNetwork)
      }
      if result.verdicts[row] == .unknown {
        for elsewhere in elsewhere { result.nameDoubtful(row, elsewhere, judging) }
      }
      if lacksData { result.doubtPass(row) }
      if own.nearest[row] < 0, result.reasons[row] == 0 { result.set(row, because: none) }
    }
    result.detail = .cover(
      CoverFindings(
        nearest: own.nearest, distance: own.distance, counted: counted(judging)))
    return result
  }

  private func counted(_ judging: Judging) -> [Int32] {
    judging.measured[Chosen(choice)].selection.certain
  }

  private static func micros(_ share: Double) -> Int64 {
    Int64((share * 100 * Double(Amount.scale)).rounded(.down))
  }

  /// Each judged facility against the nearest one that counts, but itself.
  private func perFacility(
    _ rule: AppliedRule, _ judging: Judging, _ stated: StatedLimit?
  ) -> RuleFindings {
    let rows = judging.measured[Chosen(judgedFacilities)].selection.all
    let nearest = judging.measured[self.nearest(stated)]
    let judges = judging.judges(rule, .facilities)
    let marks = judging.measured.marks(choice)
    let standing = standing(judging.frame).map {
      judging.measured[self.nearest(stated, among: $0)]
    }
    let lacksData = lacksData(rule, judging.frame)
    func range(_ row: Int, _ limit: ReachLimit) -> (low: ExactRatio, high: ExactRatio) {
      self.range(
        (
          nearest.distance[row] <= limit.metres ? 1 : 0,
          nearest.distanceAtBest[row] <= limit.metres ? 1 : 0
        ))
    }
    var result = judging.facilityFindings(rule, judgedFacilities) { row, index, result in
      if let standing, nearest.nearest[row] != standing.nearest[row] {
        result.rest(index, on: .coming)
      }
      guard let stated else {
        result.measured[index] =
          nearest.distance[row].isFinite ? nearest.distance[row] : .nan
        if judging.frame.hasNetwork { result.flags[index].insert(.straightLine) }
        return
      }
      if stated.isStandIn { result.flags[index].insert(.straightLine) }
      let judge = judges[row]
      if nearest.isLost[row] { return result.setUnknown(index, .facilityOffNetwork) }
      let (low, high) = range(row, stated.own)
      result.set(index, judge, low: low, high: high)
      if lacksData { result.doubtPass(index) }
      if marks.hasDoubts { result.rest(index, on: .doubt) }
      if !stated.atSpeeds.isEmpty {
        result.setSensitive(
          index,
          stated.atSpeeds.map { limit in
            let (low, high) = range(row, limit)
            return judge.judge(low: low, high: high).verdict
          })
      }
    }
    result.detail = .cover(
      CoverFindings(
        nearest: rows.map { nearest.nearest[Int($0)] },
        distance: rows.map { nearest.distance[Int($0)] }, counted: counted(judging)))
    return result
  }

  /// Each judged facility against the nearest home.
  private func fromParcels(
    _ rule: AppliedRule, _ judging: Judging, _ question: NearestParcel, within stated: StatedLimit
  ) -> RuleFindings {
    let nearest = judging.measured[question]
    let judges = judging.judges(rule, .facilities)
    let frame = judging.frame
    // That nobody lives near does not follow from data without parcels.
    let lacksParcels = frame.parcels == 0 || frame.project.layers.lacks(.parcels)
    return judging.facilityFindings(rule, judgedFacilities) { row, index, result in
      let (low, high) = range(
        (
          nearest.distance[row] <= stated.own.metres ? 1 : 0,
          nearest.distanceAtBest[row] <= stated.own.metres ? 1 : 0
        ))
      result.set(index, judges[row], low: low, high: high)
      guard lacksParcels, result.verdicts[index] == .pass else { return }
      result.measured[index] = .nan
      result.setUnknown(index, .noLayer(.parcels))
    }
  }

  /// The mean of an area, at worst and at best, as what is judged.
  private func percent(_ shares: WeightedShares) -> (low: ExactRatio, high: ExactRatio) {
    let (low, high) = shares.percent
    guard isBeyond else { return (low, high) }
    func left(_ ratio: ExactRatio) -> ExactRatio {
      ExactRatio(100 * ratio.denominator - ratio.numerator, over: ratio.denominator)
    }
    return (left(high), left(low))
  }

  /// The share of a unit's people, dwellings, land or parcels that lies within reach.
  private func perScope(
    _ rule: AppliedRule, _ judging: Judging, _ stated: StatedLimit?
  ) -> RuleFindings {
    guard let stated else { return RuleFindings(rule: rule, table: .territory, rows: []) }
    func weighed(_ limit: ReachLimit, by choice: FacilityChoice? = nil) -> WeighedCover {
      WeighedCover(cover(limit, stated, by: choice), by: weighedBy)
    }
    let own = weighed(stated.own)
    let marks = judging.measured.marks(choice)
    let standing = standing(judging.frame).map { weighed(stated.own, by: $0) }
    let speeds = judging.setting.speeds(stated, rule).map { weighed($0) }
    let lacksData = lacksData(rule, judging.frame)
    var result = judging.scopeFindings(rule) { scope, index, result in
      if stated.isStandIn { result.flags[index].insert(.straightLine) }
      if let reason = judging.frame.layersAreIncomplete(for: scope, of: .parcels) {
        return result.setUnknown(index, .noTotal(reason))
      }
      let (shares, isEstimated, lacksWeight) = judging.measured.weighed(own, scope)
      if isEstimated { result.flags[index].insert(.estimated) }
      guard !shares.isEmpty else { return result.set(index, because: .areaIsEmpty) }
      guard !shares.mayBeEmpty else {
        return result.setUnknown(index, .weightMissing(weight))
      }
      let judge = judging.judge(rule, scope)
      let range = percent(shares)
      result.set(index, judge, low: range.low, high: range.high)
      if lacksData { result.doubtPass(index) }
      if let standing,
        range.low != percent(judging.measured.weighed(standing, scope).shares).low
      {
        result.rest(index, on: .coming)
      }
      if marks.hasDoubts { result.rest(index, on: .doubt) }
      if result.verdicts[index] == .unknown, lacksWeight {
        result.setUnknown(index, .weightMissing(weight))
      }
      if !speeds.isEmpty {
        result.setSensitive(
          index,
          speeds.map {
            let range = percent(judging.measured.weighed($0, scope).shares)
            return judge.judge(low: range.low, high: range.high).verdict
          })
      }
    }
    result.detail = .cover(CoverFindings(counted: counted(judging)))
    return result
  }
}

extension RuleFindings {
  /// Takes back that something is far enough away, where the data has no row of its kind.
  fileprivate mutating func doubtPass(_ index: Int) {
    guard verdicts[index] == .pass else { return }
    measured[index] = .nan
    flags[index].remove(.speedSensitive)
    setUnknown(index, .nothingInData)
  }
}
