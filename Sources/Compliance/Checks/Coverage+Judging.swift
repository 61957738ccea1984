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
    case .parcel: return [cover(stated?.own, stated, by: standing)]
    case .facility: return [nearest(stated, among: standing)]
    default:
      return stated.map { [WeighedCover(cover($0.own, stated, by: standing), by: weighedBy)] } ?? []
    }
  }

  private func limit(_ rule: AppliedRule, _ frame: Frame) -> StatedLimit? {
    within.map { frame.limit($0, rule.pack) }
  }

  func questions(_ rule: AppliedRule, _ setting: Setting) -> [any Question] {
    let stated = limit(rule, setting.frame)
    let limits = stated.map { [$0.own] + setting.speeds($0, rule) } ?? []
    var questions = setting.applies(rule) + [Chosen(choice), Standings()]
    questions += questionsOfStanding(rule, stated, setting.frame)
    switch rule.subject {
    case .parcel:
      questions += limits.isEmpty ? [cover(nil, nil)] : limits.map { cover($0, stated) }
      if let elsewhere = cover(limits.first, stated).elsewhere { questions.append(elsewhere) }
    case .facility:
      questions += [Chosen(judgedFacilities), nearest(stated)]
    default:
      questions += limits.map { WeighedCover(cover($0, stated), by: weighedBy) }
      questions.append(RejectedPeople(weighedBy))
    }
    return questions
  }

  func findings(_ rule: AppliedRule, _ judging: Judging) -> RuleFindings {
    let stated = limit(rule, judging.frame)
    var result =
      switch rule.subject {
      case .parcel: perParcel(rule, judging, stated)
      case .facility: perFacility(rule, judging, stated)
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
    let own = judging.measured[cover(stated?.own, stated)]
    let elsewhere = cover(stated?.own, stated).elsewhere.map { judging.measured[$0] }
    let atSpeeds = stated.map { stated in
      judging.setting.speeds(stated, rule).map { judging.measured[cover($0, stated)] }
    }
    let judges = judging.judges(rule, .parcels)
    let marks = judging.measured.marks(choice)
    let standing = standing(judging.frame).map {
      judging.measured[cover(stated?.own, stated, by: $0)]
    }
    let none =
      stated?.own.isOnNetwork == true ? Reason.nothingWithinTwiceTheWalk : .nothingInData
    var result = judging.parcelFindings(rule) { row, result in
      let judge = judges[row]
      if let stated {
        if stated.isStandIn { result.flags[row].insert(.straightLine) }
        let (low, high) = own.range(row)
        result.set(row, judge, low: low, high: high)
        result.measured[row] = own.share[row] * 100
        if result.verdicts[row] == .fail, let figure = judge.figure {
          result.shortfall[row] = max(0, figure.micros - Self.micros(own.share[row]))
        }
        if let atSpeeds, !atSpeeds.isEmpty {
          result.setSensitive(
            row,
            atSpeeds.map {
              let (low, high) = $0.range(row)
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
        result.set(row, because: own.isLost[row] ? .parcelOffNetwork : .nearFacilityOffNetwork)
      }
      if let elsewhere { result.nameDoubtful(row, elsewhere, judging) }
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
    func range(_ row: Int, _ limit: ReachLimit) -> (low: ExactRatio, high: ExactRatio) {
      (
        ExactRatio(share: nearest.distance[row] <= limit.metres ? 1 : 0),
        ExactRatio(share: nearest.distanceAtBest[row] <= limit.metres ? 1 : 0)
      )
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
      let range = shares.percent
      result.set(index, judge, low: range.low, high: range.high)
      if let standing, range.low != judging.measured.weighed(standing, scope).shares.percent.low {
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
            let range = judging.measured.weighed($0, scope).shares.percent
            return judge.judge(low: range.low, high: range.high).verdict
          })
      }
    }
    result.detail = .cover(CoverFindings(counted: counted(judging)))
    return result
  }
}

extension Cover.Answer {
  /// The covered share of a parcel, in percent, at worst and at best.
  fileprivate func range(_ row: Int) -> (low: ExactRatio, high: ExactRatio) {
    (ExactRatio(share: share[row]), ExactRatio(share: shareAtBest[row]))
  }
}
