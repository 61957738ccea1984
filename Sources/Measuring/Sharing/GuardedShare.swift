internal import Workers

extension FairShare {
  /// The division for a plan that may take nothing from anyone: every existing parcel keeps the
  /// ratio that it has without the plan, and what is left goes to the plan, again by the
  /// lexicographically max–min ratios. A plan's demand can be met without loss to others exactly if
  /// all its ratios come out as 1: whether it can does not depend on which flow was found.
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
  /// - Returns: The ratios of planned parcels, and 1 for the others: they have what they keep.
  static func guarded(
    _ amounts: ShareAmounts, edges: ReachEdges, of division: Divide, isAtBest: Bool,
    planned: PlannedRows, workers: Workers
  ) async throws -> FairShare {
    func before() async throws -> [Ratio] {
      let share = try await divide(
        ShareAmounts(
          needs: amounts.needs.enumerated().map { planned.isParcel[$0] ? 0 : $1 },
          assured: amounts.assured.enumerated().map { planned.isParcel[$0] ? 0 : $1 },
          capacities: amounts.capacities.enumerated().map { planned.isFacility[$0] ? 0 : $1 }),
        edges: edges, wantsLoads: false, workers: workers)
      return share.ratios.indices.filter { !planned.isParcel[$0] }.map { share.ratios[$0] }
    }
    let known: [Ratio]
    if let memory = planned.memory {
      let question = StandingShares(
        division: division, isAtBest: isAtBest, parcels: planned.cityParcels,
        facilities: planned.cityFacilities)
      known = try await memory.answer(to: question, before)
    } else {
      known = try await before()
    }
    var ratios: [Ratio] = []
    ratios.reserveCapacity(planned.isParcel.count)
    var next = 0
    for isPlanned in planned.isParcel {
      ratios.append(isPlanned ? .one : known[next])
      if !isPlanned { next += 1 }
    }
    let isWhole = amounts.needs.indices.allSatisfy { parcel in
      let ratio = ratios[parcel]
      return planned.isParcel[parcel] || ratio == .one
        || amounts.needs[parcel].isMultiple(of: ratio.denominator)
    }
    let fineness: Int128 = isWhole ? 1 : 1 << 24
    var needs: [Int128] = []
    var assured: [Int128] = []
    for (parcel, need) in amounts.needs.enumerated() {
      if planned.isParcel[parcel] {
        needs.append(need * fineness)
        assured.append(amounts.assured[parcel] * fineness)
      } else {
        let kept = ratios[parcel].part(of: need * fineness)
        needs.append(kept)
        assured.append(kept)
      }
    }
    return try await divide(
      ShareAmounts(
        needs: needs, assured: assured, capacities: amounts.capacities.map { $0 * fineness }),
      edges: edges, wantsLoads: false, workers: workers)
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
