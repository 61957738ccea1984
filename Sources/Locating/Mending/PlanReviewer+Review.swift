public import Compliance
public import Planning
public import Workers

extension PlanReviewer {
  /// Reviews one plan, and says what would make it pass.
  ///
  /// - Throws: `PlanReviewError` where there is nothing to review, or where it does not belong to
  ///   the city.
  public func review(
    _ plan: Plan, options: Options = Options(), workers: Workers
  ) async throws -> PlanReview {
    try await opinion(on: plan, options: options, workers: workers) { clauses, phases, memory in
      var search = RemedySearch(
        self, plan, of: options.remedied, memory: memory, workers: workers)
      return try await search.run(clauses, phases: phases)
    }
  }
}
