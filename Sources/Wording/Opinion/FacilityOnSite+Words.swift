package import Compliance
package import Documents

extension FacilityOnSite {
  /// Over those of a plan.
  package static let heading = LocalizedText(
    en: "stands in the plan's parcels already, and counts as theirs", zh: "规划地块内既有设施（计入本地块）")

  /// `SS-01 in P1`
  package var sentence: LocalizedText {
    LocalizedText(en: "\(facility) in \(parcel)", zh: "\(facility)（位于 \(parcel)）")
  }
}
