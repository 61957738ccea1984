internal import Workers

extension ShareTurns {
  /// The division for a plan that may take nothing from anyone: every existing parcel keeps the
  /// ratio that it has without the plan, and what is left goes to the plan, turn by turn and again by
  /// the lexicographically max–min ratios. A plan's demand can be met without loss to others exactly
  /// if all its ratios come out as 1: whether it can does not depend on which flow was found.
  ///
  /// A facility that stands in a parcel of the plan already is that parcel's own: what it assures
  /// there, others do not have without the plan either.
  ///
  /// Planned facilities serve the plan first, since nobody else is owed anything of theirs; an
  /// existing parcel may still be served by one where that frees a facility that the plan reaches.
  ///
  /// What an existing parcel keeps is a fraction of its need; it is counted in 2²⁴ths of the unit
  /// where it is not whole, rounded down, so that its ratio falls by less than that.
  ///
  /// - Parameters:
  ///   - division: What is divided, and
  ///   - isAtBest: how unknown amounts are taken: the question that an answer is remembered for.
  static func guarded(
    _ claims: Claims, edges: ReachEdges, of division: Divide, isAtBest: Bool,
    planned: PlannedRows, workers: Workers
  ) async throws -> ShareTurns {
    let ratios = try await kept(
      claims, edges: edges, of: division, isAtBest: isAtBest, planned: planned, workers: workers)
    return try await divide(
      claims.keeping(ratios, planned.isParcel), edges: edges, wantsLoads: false, workers: workers)
  }

  /// By parcel: what of its need nobody may take from it, which is what it has without the plan; all of it where it is
  /// planned itself.
  static func kept(
    _ claims: Claims, edges: ReachEdges, of division: Divide, isAtBest: Bool,
    planned: PlannedRows, workers: Workers
  ) async throws -> [FairShare.Ratio] {
    func before() async throws -> [FairShare.Ratio] {
      let most = claims.most
      let share = try await divide(
        claims.without(planned.isParcel, planned.isFacility), edges: edges, wantsLoads: false,
        workers: workers)
      let ratios = share.ratios(of: most)
      return ratios.indices.filter { !planned.isParcel[$0] }.map { ratios[$0] }
    }
    let known: [FairShare.Ratio]
    // What the plan holds of what is there depends on the plan.
    let holdsNothing = planned.isParcel.indices.allSatisfy {
      !planned.isParcel[$0] || claims.onSite[$0] == 0
    }
    if let memory = planned.memory, holdsNothing {
      let question = StandingShares(
        division: division, isAtBest: isAtBest, parcels: planned.cityParcels,
        facilities: planned.cityFacilities)
      known = try await memory.answer(to: question, before)
    } else {
      known = try await before()
    }
    var ratios: [FairShare.Ratio] = []
    ratios.reserveCapacity(planned.isParcel.count)
    var next = 0
    for isPlanned in planned.isParcel {
      ratios.append(isPlanned ? .one : known[next])
      if !isPlanned { next += 1 }
    }
    return ratios
  }
}

extension ShareTurns.Claims {
  /// By parcel: the most that it needs in any turn.
  fileprivate var most: [Int128] {
    own.indices.map { parcel in needs.reduce(0) { max($0, $1[parcel]) } }
  }

  /// Those of others than some parcels, on other facilities than some; these parcels hold what stands
  /// in them already.
  fileprivate func without(_ isParcel: [Bool], _ isFacility: [Bool]) -> Self {
    let most = most
    var result = self
    for parcel in isParcel.indices where isParcel[parcel] {
      for turn in needs.indices { result.needs[turn][parcel] = 0 }
      result.own[parcel] = 0
      result.held[parcel] = min(onSite[parcel], most[parcel])
    }
    for facility in isFacility.indices where isFacility[facility] {
      result.capacities[facility] = 0
    }
    return result
  }

  /// Those of some parcels, of what is left when all others keep a ratio of the most that they need.
  fileprivate func keeping(_ ratios: [FairShare.Ratio], _ isClaiming: [Bool]) -> Self {
    let most = most
    let isWhole = most.indices.allSatisfy { parcel in
      isClaiming[parcel] || ratios[parcel] == .one
        || most[parcel].isMultiple(of: ratios[parcel].denominator)
    }
    let fineness: Int128 = isWhole ? 1 : 1 << 24
    func finely(_ amounts: [Int128]) -> [Int128] {
      fineness == 1 ? amounts : amounts.map { $0 * fineness }
    }
    var result = ShareTurns.Claims(
      needs: needs.map(finely), own: finely(own), held: held, capacities: finely(capacities))
    for parcel in most.indices where !isClaiming[parcel] {
      // Whatever is left is not for it.
      for turn in needs.indices { result.needs[turn][parcel] = 0 }
      result.own[parcel] = 0
      result.held[parcel] = ratios[parcel].part(of: most[parcel] * fineness)
    }
    return result
  }
}

/// How existing parcels fare without a plan, which does not depend on how much a planned facility
/// has.
private struct StandingShares: Hashable, Sendable {
  let division: Divide
  /// Unknown amounts at their best or at their worst.
  let isAtBest: Bool
  /// Rows of the city that take part.
  let parcels: [Int32]
  /// Likewise: what an unknown need comes to is measured by all supply, reached or not.
  let facilities: [Int32]
}
