internal import GeoData
internal import Measuring
internal import Planning
internal import Quantities
internal import Rules
internal import Workers

extension PlanReviewer {
  /// What a plan does to those who are there: the findings with it beside those without it.
  func effects(
    of plan: Plan, _ memory: Memory, workers: Workers
  ) async throws -> PlanEffects {
    let shared = rules.filter { $0.sharesSupply(city.project) }
    let others = rules.filter {
      !$0.sharesSupply(city.project) && $0.subject != .plan && !$0.isUnlimited
    }
    async let openRun = openRun(
      plan, others, over: surroundings.neighbourhood(of: plan, in: city), isBrief: true,
      memory, workers: workers)
    let divided = try await withThrowingTaskGroup(of: (RuleKey, PlanEffects).self) { group in
      for pair in shared {
        group.addTask {
          let key = pair.key
          guard let before = baseline[key] else { return (key, PlanEffects()) }
          let (joined, part) = await community(of: plan, under: key, memory)
          // The whole division, old and new alike.
          let whole = MeasuredCity(
            joined.city, vocabulary: vocabulary,
            walks: try await walks(part, plan, workers: workers), workers: workers, tree: tree)
          guard let after = try await whole.findings(of: [pair], isBrief: true).first else {
            return (key, PlanEffects())
          }
          var effects = changes(
            of: pair, from: before, to: after, in: joined, among: nil, units: [])
          effects.loads = loads(of: pair, from: before, to: after, in: joined)
          return (key, effects)
        }
      }
      return try await group.reduce(into: [RuleKey: PlanEffects]()) { $0[$1.0] = $1.1 }
    }
    let opened = try await openRun
    let units = surroundings.units(touchedBy: plan, surroundings.near(plan, in: city), city)
    var result = PlanEffects()
    for pair in rules {
      let key = pair.key
      if let effects = divided[key] {
        result.append(effects)
      } else if let before = baseline[key], let after = opened.findings[key] {
        result.append(
          changes(
            of: pair, from: before, to: after, in: opened.joined, among: opened.part, units: units))
      }
    }
    return result
  }

  /// - Parameters:
  ///   - among: Rows of the city whose findings are those of the whole city; `nil`: all that are
  ///     there.
  ///   - units: Units all of whose parcels are there.
  private func changes(
    of pair: AppliedRule, from before: RuleFindings, to after: RuleFindings,
    in joined: JoinedCity, among: Set<Int>?, units: Set<Int>
  ) -> PlanEffects {
    var effects = PlanEffects()
    // Where each row of the city is among the findings without the plan; parcels have all rows.
    var places: [Int32: Int] = [:]
    if before.table != .parcels {
      places = Dictionary(uniqueKeysWithValues: before.rows.enumerated().map { ($1, $0) })
    }
    for (entry, joinedRow) in after.rows.enumerated() {
      let row: Int32
      let old: Int?
      switch after.table {
      case .parcels:
        row = joined.cityParcels[Int(joinedRow)]
        old = row < 0 || among?.contains(Int(row)) == false ? nil : Int(row)
      case .facilities:
        row = joined.cityFacilities[Int(joinedRow)]
        old = places[row]
      case .units:
        row = joinedRow
        old = units.contains(Int(row)) ? places[row] : nil
      case .territory:
        row = joinedRow
        old = nil
      }
      guard let old, Self.differs(before, at: old, from: after, at: entry) else { continue }
      let rows =
        switch after.table {
        case .facilities: city.facilities.rows
        case .units: city.units.rows
        default: city.parcels.rows
        }
      let effect = EffectOnSubject(
        rule: pair, table: after.table, row: Int(row),
        id: rows.ids[Int(row)], name: rows.names[Int(row)], before: before.verdicts[old],
        after: after.verdicts[entry], measuredBefore: before.measured[old],
        measuredAfter: after.measured[entry])
      switch after.table {
      case .facilities: effects.facilities.append(effect)
      case .units: effects.units.append(effect)
      default: effects.parcels.append(effect)
      }
    }
    effects.sort()
    return effects
  }

  /// Figures are shown to six decimals: what differs by less does not differ.
  private static func differs(
    _ before: RuleFindings, at old: Int, from after: RuleFindings, at new: Int
  ) -> Bool {
    if before.verdicts[old] != after.verdicts[new] { return true }
    let (a, b) = (before.measured[old], after.measured[new])
    if a.isNaN || b.isNaN { return a.isNaN != b.isNaN }
    return abs(a - b) > 5e-7 * max(1, abs(a))
  }

  private func loads(
    of pair: AppliedRule, from before: RuleFindings, to after: RuleFindings,
    in joined: JoinedCity
  ) -> [EffectOnLoad] {
    guard let before = before.supply, let after = after.supply, !after.facilityNeed.isEmpty
    else { return [] }
    let wanted = vocabulary.descendants(of: pair.check.facilityKinds)
    return joined.city.facilities.rows.ids.indices.compactMap { row in
      guard wanted.contains(joined.city.facilities.kind[row]) else { return nil }
      let old = joined.cityFacilities[row]
      let loadBefore = old < 0 ? 0 : before.facilityNeed[Int(old)]
      let loadAfter = after.facilityNeed[row]
      // Missing figures may decide a load. Others are rounded down to the millionth, each on its own.
      guard loadBefore != RuleFindings.noAmount, loadAfter != RuleFindings.noAmount,
        abs(loadBefore - loadAfter) > 1
      else { return nil }
      let capacity = after.facilityCapacity[row]
      return EffectOnLoad(
        rule: pair, id: joined.city.facilities.rows.ids[row],
        isPlanned: old < 0, loadBefore: Amount(micros: loadBefore),
        loadAfter: Amount(micros: loadAfter),
        capacity: capacity == RuleFindings.noAmount ? nil : Amount(micros: capacity))
    }
  }
}

extension AppliedRule {
  /// Whether it only reports how far from each parcel the nearest facility is: a plan may change
  /// that anywhere in the city, and nothing comes of it.
  fileprivate var isUnlimited: Bool {
    self.subject == .parcel && self.check.measuresCover && self.check.reach == nil
  }
}

extension PlanEffects {
  fileprivate mutating func append(_ other: PlanEffects) {
    parcels += other.parcels
    facilities += other.facilities
    units += other.units
    loads += other.loads
  }

  /// By row, whatever the order of the joined city was.
  fileprivate mutating func sort() {
    parcels.sort { $0.row < $1.row }
    facilities.sort { $0.row < $1.row }
    units.sort { $0.row < $1.row }
  }
}
