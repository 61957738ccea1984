internal import Documents
internal import Planar
internal import Planning
internal import Quantities
internal import Rules

extension Coverage: EvaluableCheck {
  func findings(_ rule: Rule, _ pack: RulePack, _ run: RunContext) async throws -> RuleFindings {
    switch rule.subject {
    case .parcel: try await perParcel(rule, pack, run)
    case .facility: perFacility(rule, pack, run)
    default: try await perScope(rule, pack, run)
    }
  }

  private func place(_ line: RunContext.StraightLine?) -> CoverageKernel.Place {
    switch placement {
    case .areaShare, nil: .area
    case .access: .entrances
    case .centroid: .point
    }
  }

  /// Each parcel's covered share, nearest facility and distance.
  private func perParcel(
    _ rule: Rule, _ pack: RulePack, _ run: RunContext
  ) async throws -> RuleFindings {
    let selection = run.selection(facility, filter)
    let kernel = run.coverageKernel(selection)
    let line = within.map { run.straightLine($0, pack) }
    let limit = line?.metres ?? .infinity
    let measured = try await kernel.measure(
      limit: limit, place: line == nil ? .point : place(line), workers: run.workers)
    var sensitivity: (slow: CoverageKernel.Measured, fast: CoverageKernel.Measured)?
    if let line, line.isTimed, !rule.isReportOnly {
      // 0.8 and 1.2 m/s, whatever the rule's own speed.
      let own = pack.walkingSpeed.double / 60
      sensitivity = (
        try await kernel.measure(
          limit: line.metres(atSpeed: 0.8 / own), place: place(line), workers: run.workers),
        try await kernel.measure(
          limit: line.metres(atSpeed: 1.2 / own), place: place(line), workers: run.workers)
      )
    }
    let judge = run.judge(rule, pack, .plan, rounding: false)
    @Sendable func ratio(_ share: Double) -> ExactRatio { ExactRatio(share: share) }
    let none = LocalizedText(en: "no such facility in the data", zh: "数据中没有该类设施")
    let both = sensitivity
    var result = try await run.parcelFindings(rule) { row, index, result in
      if let line {
        if line.isWalk { result.flags[index].insert(.straightLine) }
        let low = ratio(measured.share[row])
        let high = measured.shareAtBest.isEmpty ? low : ratio(measured.shareAtBest[row])
        result.set(index, judge, low: low, high: high)
        result.measured[index] = measured.share[row] * 100
        if result.verdicts[index] == .fail, let figure = judge.figure {
          result.shortfall[index] = max(0, figure.micros - Self.micros(measured.share[row]))
        }
        if let sensitivity = both {
          let slow = judge.judge(
            low: ratio(sensitivity.slow.share[row]), high: ratio(sensitivity.slow.share[row]))
          let fast = judge.judge(
            low: ratio(sensitivity.fast.share[row]), high: ratio(sensitivity.fast.share[row]))
          if slow.verdict != fast.verdict { result.flags[index].insert(.speedSensitive) }
        }
      } else if measured.distance[row].isFinite {
        result.measured[index] = measured.distance[row]
      }
      if measured.nearest[row] < 0, result.reasons[index] == 0 {
        result.reasons[index] = result.reason(none)
      }
    }
    result.counted = selection.certain
    result.nearest = measured.nearest
    result.distance = measured.distance
    result.reachMetres = line?.metres
    result.shortfallUnit = rule.unit
    return result
  }

  private static func micros(_ share: Double) -> Int64 {
    Int64((share * 100 * Double(Amount.scale)).rounded(.down))
  }

  /// Each judged facility against the nearest one that counts, but itself.
  private func perFacility(_ rule: Rule, _ pack: RulePack, _ run: RunContext) -> RuleFindings {
    let judged = run.selection(kinds, .always)
    let selection = run.selection(facility, filter)
    let certain = run.grid(of: selection.certain)
    let all = run.grid(of: selection.all)
    let applies = run.truthsOfFacilities(rule.when)
    let line = within.map { run.straightLine($0, pack) }
    let judge = run.judge(rule, pack, .plan, rounding: false)
    let rows = run.city.facilities.rows
    var result = RuleFindings(rule: rule, table: .facilities, rows: judged.all)
    result.reachMetres = line?.metres
    result.counted = selection.certain
    for (index, row) in judged.all.enumerated() {
      let x = rows.placeX[Int(row)]
      let y = rows.placeY[Int(row)]
      let nearest = certain.search { $0.nearest(toX: x, y: y, excluding: row) }
      let atBest = all.search { $0.nearest(toX: x, y: y, excluding: row) }
      result.nearest.append(nearest?.row ?? -1)
      result.distance.append(nearest?.distance ?? .infinity)
      switch applies[Int(row)] {
      case .no: continue
      case .unknown:
        result.setUnknown(index, missing: rule.when.columns)
        continue
      case .yes: break
      }
      guard let line else {
        result.measured[index] = nearest?.distance ?? .nan
        continue
      }
      if line.isWalk { result.flags[index].insert(.straightLine) }
      func ratio(_ distance: Double?) -> ExactRatio {
        ExactRatio(share: (distance ?? .infinity) <= line.metres ? 1 : 0)
      }
      result.set(index, judge, low: ratio(nearest?.distance), high: ratio(atBest?.distance))
    }
    return result
  }

  /// The share of a unit's people, dwellings, land or parcels that lies within reach.
  private func perScope(
    _ rule: Rule, _ pack: RulePack, _ run: RunContext
  ) async throws -> RuleFindings {
    guard let within else { return RuleFindings(rule: rule, table: .territory, rows: []) }
    let line = run.straightLine(within, pack)
    let selection = run.selection(facility, filter)
    let kernel = run.coverageKernel(selection)
    let measured = try await kernel.measure(
      limit: line.metres, place: place(line), workers: run.workers)
    let weights = (0..<run.city.parcels.count).map { weight(of: $0, run) }
    var result = run.findings(rule) { scope, index, result in
      if line.isWalk { result.flags[index].insert(.straightLine) }
      if let reason = run.layersAreComplete(for: scope) {
        result.setUnknown(index, reason)
        return
      }
      var whole = Bounds.zero
      var low = Int128(0)
      var high = Int128(0)
      for row in run.parcels(in: scope) {
        let weight = weights[row]
        if weight.estimated { result.flags[index].insert(.estimated) }
        whole += weight.bounds
        guard weight.bounds.isExact else { continue }
        low += Self.part(measured.share[row], of: weight.bounds.low)
        high += Self.part(
          measured.shareAtBest.isEmpty ? measured.share[row] : measured.shareAtBest[row],
          of: weight.bounds.low)
      }
      guard whole != .zero else {
        result.reasons[index] = result.reason(
          LocalizedText(en: "nobody lives there", zh: "范围内无居民"))
        return
      }
      guard whole.isExact else {
        result.setUnknown(
          index,
          LocalizedText(
            en: "\(self.weight.rawValue) missing for a parcel", zh: "有小区缺少 \(self.weight.rawValue)")
        )
        return
      }
      let judge = run.judge(rule, pack, scope, rounding: false)
      result.set(
        index, judge, low: ExactRatio(low * 100, over: Int128(whole.low)),
        high: ExactRatio(high * 100, over: Int128(whole.low)))
    }
    result.reachMetres = line.metres
    result.counted = selection.certain
    return result
  }

  /// Exact where all or nothing is covered, rounded down between.
  private static func part(_ share: Double, of amount: Int64) -> Int128 {
    share == 1 ? Int128(amount) : Int128((share * Double(amount)).rounded(.down))
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
