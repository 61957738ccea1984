internal import Planning
internal import Quantities

/// What parcels got under one way of dividing supply.
package struct Division: Sendable {
  /// What was divided, and among whom.
  package let problem: ProvisionProblem
  /// By parcel, in millionths.
  package var supply: [Bounds]
  /// By parcel: what the supply is divided by.
  package var demand: [Bounds]
  /// By parcel: whether supply or demand rests on an estimate.
  package var isEstimated: [Bool]
  /// The facilities that counted for each parcel.
  package var edges: ReachEdges
  /// By facility, in millionths: what is asked of it. `nil`: the need of all that it counts for.
  package var loads: [Int64]?
  /// Parcels that must share too little, and the facilities that they share.
  package var shortages: [FairShare.Shortage] = []
  /// What the parcels of each shortage get together, in millionths.
  package var shortageSupply: [Int64] = []
}

extension Divide {
  /// Everything in reach counts for everyone. It counts double, and is an upper bound.
  func inReach(
    _ problem: ProvisionProblem, _ frame: Frame, _ known: Answers
  ) async throws -> Division {
    let edges = known[reached].edges
    return Division(
      problem: problem, supply: try await edges.sums(of: problem.offer, frame.workers),
      demand: problem.demand, isEstimated: problem.isEstimated, edges: edges)
  }

  /// Supply in the circle over demand in the circle, shown for comparison.
  func pooled(_ known: Answers) -> Division {
    let floating = known[floating]
    let problem = ProvisionProblem(
      demand: floating.demand, isEstimated: floating.isEstimated, offer: [], asks: [])
    return Division(
      problem: problem, supply: floating.supply, demand: floating.demand,
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
      problem: problem, supply: supply, demand: problem.demand, isEstimated: isEstimated,
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

extension ReachEdges {
  /// The same edges from the other side: the parcels of each facility, ascending.
  func parcels(ofFacilities count: Int) -> ReachEdges {
    var starts = [Int32](repeating: 0, count: count + 1)
    for facility in facilities { starts[Int(facility) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var result = ReachEdges(parcels: 0)
    result.offsets = starts
    result.facilities = Array(repeating: 0, count: facilities.count)
    for parcel in 0..<offsets.count - 1 {
      for facility in facilities(of: parcel) {
        result.facilities[Int(starts[Int(facility)])] = Int32(parcel)
        starts[Int(facility)] += 1
      }
    }
    return result
  }
}
