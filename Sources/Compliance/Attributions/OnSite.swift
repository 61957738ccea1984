internal import Planning
internal import Quantities

/// Only facilities inside a parcel, or declared for it; one declared for several parcels is divided
/// among them in proportion to their demand.
extension RunContext {
  func onSite(_ problem: ProvisionProblem) -> Division {
    let edges = ownFacilities(of: problem.selection)
    let served = city.facilities.servedParcels
    let supply = (0..<city.parcels.count).map { parcel in
      edges.facilities(of: parcel).reduce(Bounds.zero) { sum, facility in
        let shares = Set(served[Int(facility)])
        let offer = problem.offer[Int(facility)]
        guard shares.count > 1 else { return sum + offer }
        return sum + Self.share(of: offer, for: parcel, among: shares, problem.demand)
      }
    }
    var isEstimated = problem.isEstimated
    for row in problem.selection.all {
      let parcels = served[Int(row)]
      guard parcels.contains(where: { problem.isEstimated[$0] }) else { continue }
      for parcel in parcels { isEstimated[parcel] = true }
    }
    return Division(
      supply: supply, demand: problem.demand, isEstimated: isEstimated, edges: edges)
  }

  private static func share(
    of offer: Bounds, for parcel: Int, among parcels: Set<Int>, _ demand: [Bounds]
  ) -> Bounds {
    let demands = parcels.map { demand[$0] }
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
