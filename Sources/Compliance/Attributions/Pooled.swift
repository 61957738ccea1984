internal import Planning
internal import Quantities
internal import Workers

/// Supply within a parcel's circle over demand within the same circle: a floating catchment, as it
/// is done by hand, shown for comparison.
extension RunContext {
  ///
  /// The circle stays one with a network, as it is done by hand: the walk divided by the detour
  /// factor.
  func pooled(_ problem: ProvisionProblem) async throws -> Division {
    let rows = city.parcels.rows
    let detour = (city.project.assumptions.detour ?? Amount(micros: 1_300_000)).double
    let radius = problem.isOnNetwork ? problem.limit / detour : problem.limit
    func sums(of values: [Bounds]) async throws -> [Bounds] {
      let sums = DiscSums(
        x: rows.placeX, y: rows.placeY, values: values, radius: radius)
      return try await workers.map(rows.count, grain: 16_384) { range in
        sums.sums(aroundX: rows.placeX[range], y: rows.placeY[range])
      }.flatMap { $0 }
    }
    let demand = try await sums(of: problem.demand)
    var isEstimated = problem.isEstimated
    if isEstimated.contains(true) {
      isEstimated = try await sums(of: isEstimated.map { Bounds(count: $0 ? 1 : 0) })
        .map { $0 != .zero }
    }
    let grid = grid(of: problem.selection.all)
    let edges = try await edges(to: grid, within: radius)
    let supply = try await edges.sums(of: problem.offer, workers)
    return Division(supply: supply, demand: demand, isEstimated: isEstimated, edges: edges)
  }
}
