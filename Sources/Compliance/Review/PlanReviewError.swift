public import Planning

/// Why a plan cannot be reviewed. The sentences are in `Wording`.
public enum PlanReviewError: Error, Sendable, Hashable {
  /// No row of it could be read as a parcel or a facility; those that were rejected.
  case nothingToReview(plan: String, rejected: [RejectedRow])
  /// Parcels, or facilities of a plan without parcels, that lie in no unit and far from everything in the city; infinitely far where it has
  /// nothing but units.
  case outsideStudyArea(plan: String, rows: [String], kilometres: Double)
  /// Ids that rows of the city have already.
  case repeatedIDs(plan: String, ids: [String])
}
