public import Compliance
internal import Documents
internal import Planning

extension PlanReviewError: CustomStringConvertible {
  /// What is wrong, where, and the way out.
  public var description: String {
    switch self {
    case .noParcel(let plan, let rejected):
      "\(plan): there is no parcel to review"
        + (rejected.isEmpty ? "; a plan needs at least one polygon or point with households" : "")
        + rejected.prefix(5).map {
          "\n  \($0.file): row \($0.row): \($0.sentence(.exact).en)"
        }.joined()
        + (rejected.count > 5 ? "\n  and \(rejected.count - 5) more rows" : "")
    case .outsideStudyArea(let plan, let parcels, let kilometres):
      "\(plan): outside the study area: \(Self.listed(parcels)) lies in no unit"
        + (kilometres.isFinite
          ? " and \(Int(kilometres.rounded())) km from the nearest parcel or facility of the city"
          : "")
        + "; check the plan's coordinates and CRS, or name the project that it belongs to"
    case .repeatedIDs(let plan, let ids):
      "\(plan): the city has rows with the same ids already: \(Self.listed(ids)); give the plan's"
        + " parcels and facilities ids of their own"
    }
  }

  private static func listed(_ ids: [String]) -> String {
    ids.prefix(5).joined(separator: ", ") + (ids.count > 5 ? " and \(ids.count - 5) more" : "")
  }
}
