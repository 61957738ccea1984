internal import Planning

extension RunContext {
  /// Everything in reach counts for everyone. It counts double, and is an upper bound.
  func inReach(_ problem: ProvisionProblem) async throws -> Division {
    let edges = try await servedEdges(
      to: problem.selection, within: problem.limit, isOnNetwork: problem.isOnNetwork)
    let supply = try await edges.sums(of: problem.offer, workers)
    return Division(
      supply: supply, demand: problem.demand, isEstimated: problem.isEstimated, edges: edges)
  }
}
