internal import Planning

extension RunContext {
  /// Everything in reach counts for everyone. It counts double, and is an upper bound.
  func inReach(_ problem: ProvisionProblem) async throws -> Division {
    let edges = try await servedEdges(to: problem.selection, within: problem.limit)
    let supply = (0..<city.parcels.count).map { parcel in
      edges.facilities(of: parcel).reduce(Bounds.zero) { $0 + problem.offer[Int($1)] }
    }
    return Division(
      supply: supply, demand: problem.demand, isEstimated: problem.isEstimated, edges: edges)
  }
}
