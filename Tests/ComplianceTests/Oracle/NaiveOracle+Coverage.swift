import Compliance
import Planar
import Planning
import Quantities
import Rules

extension NaiveOracle {
  func coverage(
    _ check: Coverage, _ rule: Rule, _ pack: RulePack, _ subject: OracleSubject,
    _ metresPerMinute: Amount
  ) -> OracleFinding {
    var finding = measuredCoverage(check, rule, pack, subject, metresPerMinute)
    // Of what the data has no row it does not follow that there is none.
    let wantsNone =
      check.isBeyond || [.atMost, .lessThan].contains(rule.threshold?.comparison)
    if wantsNone, check.within != nil, finding.judged.possible == [.pass],
      facilities(ofKinds: check.facility).isEmpty
    {
      finding.judged.possible = [.unknown]
      finding.measured = nil
    }
    return finding
  }

  private func measuredCoverage(
    _ check: Coverage, _ rule: Rule, _ pack: RulePack, _ subject: OracleSubject,
    _ metresPerMinute: Amount
  ) -> OracleFinding {
    var flags: Flags = []
    if let within = check.within, within.isWalk { flags.insert(.straightLine) }
    var limit = check.within.map { self.limit($0, metresPerMinute) }
    limit?.isExclusive = check.isBeyond
    /// What lies within, or beyond.
    func wanted(_ share: (low: Double, high: Double)) -> (low: Double, high: Double) {
      check.isBeyond ? (1 - share.high, 1 - share.low) : share
    }
    func counted(_ least: Maybe, except: Int = -1) -> [Int] {
      (0..<city.facilities.count).filter {
        $0 != except && counts($0, check.facility, check.filter) >= least
      }
    }
    switch subject {
    case .parcel(let row):
      let certain = counted(.yes)
      var finding = OracleFinding(judged: .notApplicable, flags: flags)
      let near = nearest(to: place(ofParcel: row), certain)
      finding.nearest = near?.row ?? -1
      finding.distance = near?.distance ?? .infinity
      guard let limit else {
        finding.measured = near?.distance
        return finding
      }
      let found = wanted(
        (share(row, certain, limit, check), share(row, counted(.maybe), limit, check)))
      finish(&finding, found.low, found.high, rule, pack, subject)
      return finding
    case .facility(let row):
      let place = place(ofFacility: row)
      var finding = OracleFinding(judged: .notApplicable, flags: flags)
      let near = nearest(to: place, counted(.yes, except: row))
      finding.nearest = near?.row ?? -1
      finding.distance = near?.distance ?? .infinity
      guard let limit else {
        finding.measured = near?.distance
        return finding
      }
      func share(_ rows: [Int]) -> Double {
        rows.contains { limit.contains(squared: squaredDistance(place, toFacility: $0)) } ? 1 : 0
      }
      let found = wanted(
        (share(counted(.yes, except: row)), share(counted(.maybe, except: row))))
      finish(&finding, found.low, found.high, rule, pack, subject)
      return finding
    case .unit, .territory:
      guard let limit else { return OracleFinding(judged: .notApplicable) }
      let certain = counted(.yes)
      let possible = counted(.maybe)
      return coverage(ofArea: subject, check, rule, pack, flags) { row in
        wanted((share(row, certain, limit, check), share(row, possible, limit, check)))
      }
    }
  }

  private func finish(
    _ finding: inout OracleFinding, _ low: Double, _ high: Double, _ rule: Rule,
    _ pack: RulePack, _ subject: OracleSubject
  ) {
    if low == high { finding.measured = low * 100 }
    finding.judged = judge(Self.percent(low), Self.percent(high), rule, pack, subject)
    finding.judged.isTie =
      isNearLimit(low * 100, rule, pack, subject)
      || isNearLimit(high * 100, rule, pack, subject)
  }

  private static func percent(_ share: Double) -> Fraction {
    let scale = 1_000_000_000_000.0
    return Fraction(Int128((share * scale).rounded()) * 100, over: Int128(scale))
  }

  /// A figure that is not a whole percentage is not exact; at its limit nothing can be said.
  private func isNearLimit(
    _ percent: Double, _ rule: Rule, _ pack: RulePack, _ subject: OracleSubject
  ) -> Bool {
    guard percent != 0, percent != 100, let requirement = requirement(rule, pack, subject) else {
      return false
    }
    let figure = requirement.figure.double
    let steps = [figure, requirement.upper?.double ?? figure, 0.95 * figure, 1.05 * figure]
    return steps.contains { abs($0 - percent) < 1e-6 || abs($0 - percent - 0.05) < 1e-6 }
  }

  private func nearest(to place: Point, _ rows: [Int]) -> (row: Int, distance: Double)? {
    let best = rows.min {
      let a = squaredDistance(place, toFacility: $0)
      let b = squaredDistance(place, toFacility: $1)
      return a == b ? $0 < $1 : a < b
    }
    return best.map {
      ($0, Double(squaredDistance(place, toFacility: $0)).squareRoot())
    }
  }

  /// The share of a parcel within a limit of facilities; 0 and 1 are exact.
  private func share(
    _ row: Int, _ facilities: [Int], _ limit: OracleLimit, _ check: Coverage
  ) -> Double {
    let placement =
      check.placement ?? (check.within.map(\.isWalk) == true ? .access : .areaShare)
    func isReached(_ point: Point) -> Bool {
      facilities.contains { limit.contains(squared: squaredDistance(point, toFacility: $0)) }
    }
    let gates = gates(ofParcel: row)
    if placement == .access, !gates.isEmpty {
      return Double(gates.filter(isReached).count) / Double(gates.count)
    }
    if placement == .centroid || city.parcels.rows.geometry.kinds[row].isPoint {
      return isReached(place(ofParcel: row)) ? 1 : 0
    }
    var cover = OffsetCover()
    for facility in facilities { insert(facility, within: limit.metres, into: &cover) }
    return city.parcels.rows.geometry.withBuffers { parcels in
      city.facilities.rows.geometry.withBuffers {
        cover.share(of: row, in: parcels, areas: $0)
      }
    }
  }

  private func insert(_ row: Int, within metres: Double, into cover: inout OffsetCover) {
    switch city.facilities.site(of: row) {
    case .entrances(let own):
      for door in city.facilities.entrances[own] {
        cover.insert(Capsule(Disc(x: door.x, y: door.y, radius: metres)))
      }
    case .place:
      let place = place(ofFacility: row)
      cover.insert(Capsule(Disc(x: place.x, y: place.y, radius: metres)))
    case .area:
      let box = city.facilities.rows.geometry.envelope(of: row)
      let x = [box.minX, box.maxX, box.maxX, box.minX, box.minX]
      let y = [box.minY, box.minY, box.maxY, box.maxY, box.minY]
      for edge in 0..<4 {
        cover.insert(
          Capsule(ax: x[edge], ay: y[edge], bx: x[edge + 1], by: y[edge + 1], radius: metres))
      }
      cover.insert(area: row)
    }
  }

  private func weight(_ weight: CoverWeight, _ row: Int) -> (span: Span, flags: Flags) {
    switch weight {
    case .parcels: return (Span(count: 1), [])
    case .people: return people(.population, ofParcel: row)
    case .households: return people(.households, ofParcel: row)
    case .elders: return people(.elders, ofParcel: row)
    case .infants: return people(.infants, ofParcel: row)
    case .area:
      return (Span(Amount(rounding: city.parcels.rows.geometry.area(of: row))), [])
    }
  }

  private struct Weighed {
    let span: Span
    let low: Double
    let high: Double
  }

  private func coverage(
    ofArea subject: OracleSubject, _ check: Coverage, _ rule: Rule, _ pack: RulePack,
    _ flags: Flags, _ share: (Int) -> (low: Double, high: Double)
  ) -> OracleFinding {
    let area = area(of: subject)
    var finding = OracleFinding(judged: .notApplicable, flags: flags)
    guard area.isComplete else {
      finding.judged = judge(Fraction(0, over: 1), Fraction(100, over: 1), rule, pack, subject)
      if !rule.isReportOnly { finding.judged.possible = [.unknown] }
      return finding
    }
    var weighed: [Weighed] = []
    for (row, belongs) in area.parcels where belongs != .no {
      let (span, flags) = weight(check.weight, row)
      finding.flags.formUnion(flags)
      let shares = share(row)
      weighed.append(Weighed(span: span.counted(belongs), low: shares.low, high: shares.high))
    }
    weighed.removeAll { $0.span.high == 0 }
    if weighed.isEmpty { return finding }
    let low = Self.extreme(weighed.map { ($0.span, $0.low) })
    let high = Self.extreme(weighed.map { ($0.span, 1 - $0.high) })
    let rates = (low, high.map { Fraction($0.bottom - $0.top, over: $0.bottom) })
    guard let worst = rates.0, let best = rates.1 else { return finding }
    finding.judged = judge(
      Fraction(worst.top * 100, over: worst.bottom), Fraction(best.top * 100, over: best.bottom),
      rule, pack, subject)
    let isExact = weighed.allSatisfy { $0.low == $0.low.rounded() && $0.high == $0.high.rounded() }
    finding.judged.isTie =
      !isExact
      && [worst, best].contains { isNearLimit($0.double * 100, rule, pack, subject) }
    if weighed.allSatisfy({ $0.span.low == 0 }), !rule.isReportOnly {
      finding.judged.possible.insert(.notApplicable)
    }
    if weighed.allSatisfy({ $0.span.exact != nil }), worst == best {
      finding.measured = worst.double * 100
    }
    return finding
  }

  /// The smallest weighted mean that is possible: every cut between heavy and light is tried.
  private static func extreme(_ weighed: [(span: Span, share: Double)]) -> Fraction? {
    let scale: Int128 = 1_000_000_000_000
    let shares = weighed.map { Int128(($0.share * Double(scale)).rounded()) }
    var best: Fraction?
    func offer(_ fraction: Fraction) {
      if fraction.bottom > 0, best.map({ fraction < $0 }) ?? true { best = fraction }
    }
    for cut in Set(shares) {
      var top: Int128 = 0
      var bottom: Int128 = 0
      for (index, (span, _)) in weighed.enumerated() {
        // An endless weight is tried by itself, below.
        let weight = shares[index] <= cut ? span.high ?? span.low : span.low
        top += weight * shares[index]
        bottom += weight
      }
      offer(Fraction(top, over: bottom * scale).reduced)
    }
    for (index, (span, _)) in weighed.enumerated() where span.high == nil {
      offer(Fraction(shares[index], over: scale))
    }
    return best
  }
}
