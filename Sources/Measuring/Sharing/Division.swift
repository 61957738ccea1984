internal import Planning
package import Quantities

/// What parcels got under one way of dividing supply.
package struct Division: Sendable {
  /// By parcel, in millionths.
  package var supply: [Bounds]
  /// By parcel: what the supply is divided by.
  package var demand: [Bounds]
  /// By parcel: whether supply or demand rests on an estimate.
  package var isEstimated: [Bool]
  /// The facilities that counted for each parcel.
  package var edges: ReachEdges
  /// By facility, in millionths: what is asked of it; `nil` where missing figures may change that.
  /// Without any: the need of all that it counts for.
  package var loads: [Int64?]?
  /// Parcels that must share too little, whatever the missing figures are.
  package var shortages: [SupplyShortage] = []
  /// Facilities of which it is not known whether they serve a parcel, for want of a street near
  /// either; `nil`: there are none.
  var possible: ReachEdges?
  /// `nil`: supply over demand is what parcels are judged by.
  var rates: Rates?
  /// What may be there besides; `nil`: it is in the rates already.
  var elsewhere: Elsewhere.Answer?

  /// Whether there are facilities of which it is not known whether they serve a parcel.
  package func isDoubtful(_ row: Int) -> Bool {
    possible.map { !$0.facilities(of: row).isEmpty } ?? false
  }

  /// Whether its ranges are parts of what parcels owe, and no rates.
  package var tellsOfNeeds: Bool { rates?.isOfNeeds ?? false }

  /// Supply over demand of a parcel, times `per`: at worst and at best.
  package func range(_ row: Int, per: Amount) -> (low: ExactRatio, high: ExactRatio) {
    guard let rates else {
      return ExactRatio.range(supply: supply[row], demand: demand[row], per: per)
    }
    let range = rates.range(row, per: per)
    let isOpen = elsewhere.map { $0[row].high > 0 } ?? false
    return isOpen ? (range.low, .infinite) : range
  }
}

/// Parcels that must share too little, and the facilities that they share: those that a clause
/// speaks of, with figures that are known.
package struct SupplyShortage: Sendable, Hashable {
  /// Ascending.
  package let parcels: [Int32]
  /// Ascending.
  package let facilities: [Int32]
  /// What the parcels get together, in millionths.
  package let supply: Int64
}

extension Division {
  /// Whether no facility that has anything counts for a parcel.
  package func reachesNothing(_ row: Int) -> Bool {
    // A division gives nothing, too, to whom it is not known to need anything.
    rates == nil
      ? supply[row] == .zero : edges.facilities(of: row).isEmpty && !isDoubtful(row)
  }

  /// With what may be there besides, for whoever may have it.
  func adding(_ elsewhere: Elsewhere.Answer) -> Division {
    guard !elsewhere.isEmpty else { return self }
    var result = self
    for row in supply.indices { result.supply[row].addPossibly(elsewhere[row]) }
    result.elsewhere = elsewhere
    return result
  }
}

extension Divide {
  /// Everything in reach counts for everyone. It counts double, and is an upper bound.
  func inReach(
    _ problem: ProvisionProblem, _ frame: Frame, _ known: Answers
  ) async throws -> Division {
    let reached = known[reached(own)]
    let edges = reached.edges.union(known[Own(choice)].edges)
    let possible = reached.possible.subtracting(edges)
    var supply = try await edges.sums(of: problem.offer, frame.workers)
    for (parcel, more) in try await possible.sums(of: problem.offer, frame.workers).enumerated() {
      supply[parcel].addPossibly(more)
    }
    return Division(
      supply: supply, demand: problem.demand, isEstimated: problem.isEstimated, edges: edges,
      possible: possible)
  }

  /// Supply in the circle over demand in the circle, shown for comparison.
  func pooled(_ known: Answers) -> Division {
    let floating = known[floating]
    return Division(
      supply: floating.supply, demand: floating.demand,
      isEstimated: floating.isEstimated, edges: floating.edges)
  }

  /// Only facilities inside a parcel, or declared for it; one declared for several parcels is divided
  /// among them in proportion to their demand.
  func onSite(_ problem: ProvisionProblem, _ known: Answers) -> Division {
    let edges = known[Own(choice)].edges
    let owners = edges.parcels(ofFacilities: problem.offer.count)
    let supply = problem.demand.indices.map { parcel in
      edges.facilities(of: parcel).reduce(Bounds.zero) { sum, facility in
        let sharing = owners.facilities(of: Int(facility))
        let offer = problem.offer[Int(facility)]
        guard sharing.count > 1 else { return sum + offer }
        return sum + Self.share(of: offer, for: parcel, among: sharing, problem.demand)
      }
    }
    var isEstimated = problem.isEstimated
    for row in known[choice].all {
      let parcels = owners.facilities(of: Int(row))
      guard parcels.contains(where: { problem.isEstimated[Int($0)] }) else { continue }
      for parcel in parcels { isEstimated[Int(parcel)] = true }
    }
    return Division(
      supply: supply, demand: problem.demand, isEstimated: isEstimated,
      edges: edges)
  }

  private static func share(
    of offer: Bounds, for parcel: Int, among parcels: ArraySlice<Int32>, _ demand: [Bounds]
  ) -> Bounds {
    let demands = parcels.map { demand[Int($0)] }
    guard demands.allSatisfy(\.isExact), offer.high != Bounds.unlimited else {
      return Bounds(low: 0, high: offer.high)
    }
    let all = demands.reduce(Int128(0)) { $0 + Int128($1.low) }
    guard all > 0 else { return .zero }
    func part(_ amount: Int64) -> Int64 {
      // To the nearest millionth: where the shares are decimals, they are exact.
      Int64((Int128(amount) * Int128(demand[parcel].low) * 2 + all) / (all * 2))
    }
    return Bounds(low: part(offer.low), high: part(offer.high))
  }
}
