internal import Documents
internal import GeoData
internal import Planning
internal import Quantities
internal import Rules
internal import Workers

/// Looks for the least that makes a plan pass.
struct RemedySearch {
  let reviewer: PlanReviewer
  let plan: Plan
  let workers: Workers

  init(_ reviewer: PlanReviewer, _ plan: Plan, _ workers: Workers) {
    self.reviewer = reviewer
    self.plan = plan
    self.workers = workers
  }

  func run(_ clauses: [ClauseOpinion]) async throws -> Remedy? { nil }
}
