public import Planning

/// Why a plan cannot be reviewed. The sentences are in `Wording`.
public enum PlanReviewError: Error, Sendable, Hashable {
  /// No row of it could be read as a parcel; those that were rejected.
  case noParcel(plan: String, rejected: [RejectedRow])
  /// Parcels that lie in no unit and far from everything in the city; infinitely far where it has
  /// nothing but units.
  case outsideStudyArea(plan: String, parcels: [String], kilometres: Double)
  /// Ids that rows of the city have already.
  case repeatedIDs(plan: String, ids: [String])
}
