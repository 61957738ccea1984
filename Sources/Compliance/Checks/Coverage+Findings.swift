internal import Documents
internal import Planar
internal import Planning
internal import Quantities
internal import Rules
internal import Walking

extension Coverage: EvaluableCheck {
  func findings(_ rule: AppliedRule, _ run: RunContext) async throws -> RuleFindings {
    switch rule.subject {
    case .parcel: try await perParcel(rule, run)
    case .facility: try await perFacility(rule, run)
    default: try await perScope(rule, run)
    }
  }

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

  /// Each parcel's covered share, nearest facility and distance.
  private func perParcel(
    _ rule: AppliedRule, _ run: RunContext
  ) async throws -> RuleFindings {
    let selection = run.selection(facility, filter)
    let line = within.map { run.limit($0, rule.pack) }
    let kernel = try await run.coverage(selection, line, place)
    let measured = try await kernel.measure(limit: line?.metres ?? .infinity, run.workers)
    let atSpeeds = try await measure(rule, line, measured, kernel, run)
    let judge = run.judge(rule, nil, rounding: false)
    @Sendable func range(_ measured: CoverageKernel.Measured, _ row: Int) -> (
      low: ExactRatio, high: ExactRatio
    ) {
      let shares = measured.shares(row)
      return (ExactRatio(share: shares.low), ExactRatio(share: shares.high))
    }
    let none =
      line?.isOnNetwork == true
      ? Reason.nothingWithinTwiceTheWalk : .nothingInData
    var result = try await run.parcelFindings(rule) { row, index, result in
      if let line {
        if line.isStandIn { result.flags[index].insert(.straightLine) }
        let (low, high) = range(measured, row)
        result.set(index, judge, low: low, high: high)
        result.measured[index] = measured.share[row] * 100
        if result.verdicts[index] == .fail, let figure = judge.figure {
          result.shortfall[index] = max(0, figure.micros - Self.micros(measured.share[row]))
        }
        let verdicts = atSpeeds.map {
          let (low, high) = range($0, row)
          return judge.judge(low: low, high: high).verdict
        }
        if verdicts.contains(where: { $0 != verdicts[0] }) {
          result.flags[index].insert(.speedSensitive)
        }
      } else if measured.distance[row].isFinite {
        result.measured[index] = measured.distance[row]
      }
      if kernel.isLost(row), result.verdicts[index] == .unknown {
        result.set(index, because: .parcelOffNetwork)
      }
      if measured.nearest[row] < 0, result.reasons[index] == 0 {
        result.set(index, because: none)
      }
    }
    result.counted = selection.certain
    result.nearest = measured.nearest
    result.distance = measured.distance
    result.reachMetres = line?.metres
    result.isWalked = line?.isOnNetwork ?? false
    result.shortfallUnit = rule.unit
    return result
  }

  /// The same at the speeds that a verdict may be sensitive to.
  private func measure(
    _ rule: AppliedRule, _ line: RunContext.Limit?, _ own: CoverageKernel.Measured,
    _ kernel: CoverageMeasure, _ run: RunContext
  ) async throws -> [CoverageKernel.Measured] {
    guard let line, !rule.isReportOnly, !run.isBrief else { return [] }
    var measured: [CoverageKernel.Measured] = []
    for limit in line.atSpeeds {
      measured.append(
        limit == line.metres
          ? own : try await kernel.measure(limit: limit, run.workers))
    }
    return measured
  }

  private static func micros(_ share: Double) -> Int64 {
    Int64((share * 100 * Double(Amount.scale)).rounded(.down))
  }

  /// Each judged facility against the nearest one that counts, but itself.
  private func perFacility(
    _ rule: AppliedRule, _ run: RunContext
  ) async throws -> RuleFindings {
    let judged = run.selection(kinds, .always)
    let selection = run.selection(facility, filter)
    let applies = run.truthsOfFacilities(rule.when)
    let line = within.map { run.limit($0, rule.pack) }
    let judge = run.judge(rule, nil, rounding: false)
    let certain = try await nearest(judged.all, selection.certain, line, run)
    let all = try await nearest(judged.all, selection.all, line, run)
    var result = RuleFindings(rule: rule, table: .facilities, rows: judged.all)
    result.reachMetres = line?.metres
    result.isWalked = line?.isOnNetwork ?? false
    result.counted = selection.certain
    for (index, row) in judged.all.enumerated() {
      let nearest = certain[index]
      let atBest = all[index]
      result.nearest.append(nearest?.row ?? -1)
      result.distance.append(nearest?.distance ?? .infinity)
      if applies[Int(row)] == .no { continue }
      defer {
        if applies[Int(row)] == .unknown { result.doubt(index, missing: rule.when.columns) }
      }
      guard let line else {
        result.measured[index] = nearest?.distance ?? .nan
        continue
      }
      if line.isStandIn { result.flags[index].insert(.straightLine) }
      if line.isOnNetwork, run.walking?.access.facilities.edges[Int(row)] == -1 {
        result.setUnknown(
          index, .facilityOffNetwork)
        continue
      }
      func ratio(_ distance: Double?, _ limit: Double) -> ExactRatio {
        ExactRatio(share: (distance ?? .infinity) <= limit ? 1 : 0)
      }
      result.set(
        index, judge, low: ratio(nearest?.distance, line.metres),
        high: ratio(atBest?.distance, line.metres))
      let verdicts = line.atSpeeds.map {
        judge.judge(low: ratio(nearest?.distance, $0), high: ratio(atBest?.distance, $0)).verdict
      }
      if verdicts.contains(where: { $0 != verdicts[0] }) {
        result.flags[index].insert(.speedSensitive)
      }
    }
    return result
  }

  /// The nearest other facility of each, along the network if the limit is; else as the crow flies.
  private func nearest(
    _ judged: [Int32], _ counted: [Int32], _ limit: RunContext.Limit?, _ run: RunContext
  ) async throws -> [(row: Int32, distance: Double)?] {
    if let limit, limit.isOnNetwork, let walking = run.walking {
      let longest = limit.atSpeeds.reduce(limit.metres) { max($0, $1) }
      return try await run.nearestOthers(
        of: judged, among: counted, within: max(2 * longest, 1_000), walking)
    }
    let rows = run.city.facilities.rows
    return run.grid(of: counted).search { view in
      judged.map {
        view.nearest(toX: rows.placeX[Int($0)], y: rows.placeY[Int($0)], excluding: $0)
      }
    }
  }

  /// The share of a unit's people, dwellings, land or parcels that lies within reach.
  private func perScope(
    _ rule: AppliedRule, _ run: RunContext
  ) async throws -> RuleFindings {
    guard let within else { return RuleFindings(rule: rule, table: .territory, rows: []) }
    let line = run.limit(within, rule.pack)
    let selection = run.selection(facility, filter)
    let kernel = try await run.coverage(selection, line, place)
    let measured = try await kernel.measure(limit: line.metres, run.workers)
    let atSpeeds = try await measure(rule, line, measured, kernel, run)
    let weights = (0..<run.city.parcels.count).map { weight(of: $0, run) }
    var result = run.findings(rule) { scope, index, result in
      if line.isStandIn { result.flags[index].insert(.straightLine) }
      if let reason = run.layersAreComplete(for: scope) {
        result.setUnknown(index, .noTotal(reason))
        return
      }
      let parcels = run.parcels(in: scope)
      let shares = Self.weigh(parcels, weights, measured)
      if parcels.contains(where: { weights[$0.row].estimated }) {
        result.flags[index].insert(.estimated)
      }
      guard !shares.isEmpty else {
        result.set(index, because: .areaIsEmpty)
        return
      }
      guard !shares.mayBeEmpty else {
        result.setUnknown(index, Reason.weightMissing(weight))
        return
      }
      let judge = run.judge(rule, scope, rounding: false)
      let range = shares.percent
      result.set(index, judge, low: range.low, high: range.high)
      if result.verdicts[index] == .unknown,
        parcels.contains(where: { !weights[$0.row].bounds.isExact })
      {
        result.setUnknown(index, Reason.weightMissing(weight))
      }
      let verdicts = atSpeeds.map {
        let range = Self.weigh(parcels, weights, $0).percent
        return judge.judge(low: range.low, high: range.high).verdict
      }
      if verdicts.contains(where: { $0 != verdicts[0] }) {
        result.flags[index].insert(.speedSensitive)
      }
    }
    result.reachMetres = line.metres
    result.isWalked = line.isOnNetwork
    result.counted = selection.certain
    return result
  }

  private static func weigh(
    _ parcels: [(row: Int, isIn: Truth)], _ weights: [(bounds: Bounds, estimated: Bool)],
    _ measured: CoverageKernel.Measured
  ) -> WeightedShares {
    var shares = WeightedShares()
    for (row, isIn) in parcels {
      let weight = weights[row].bounds
      let share = measured.shares(row)
      shares.add(
        isIn == .yes ? weight : Bounds(low: 0, high: weight.high), low: share.low,
        high: share.high)
    }
    return shares
  }

  private func weight(of row: Int, _ run: RunContext) -> (bounds: Bounds, estimated: Bool) {
    switch weight {
    case .parcels: (Bounds(count: 1), false)
    case .people: run.people(.population, ofParcel: row)
    case .households: run.people(.households, ofParcel: row)
    case .elders: run.people(.elders, ofParcel: row)
    case .infants: run.people(.infants, ofParcel: row)
    case .area:
      (Bounds(Amount(rounding: run.city.parcels.rows.geometry.area(of: row))), false)
    }
  }
}

extension ExactRatio {
  /// A covered share in percent: exactly 100 only if all is covered.
  init(share: Double) {
    if share >= 1 {
      self.init(100, over: 1)
    } else {
      let parts = Int64((max(0, share) * 1e15).rounded(.down))
      self.init(Int128(parts) * 100, over: 1_000_000_000_000_000)
    }
  }
}
