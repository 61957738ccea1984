/// The names of files that pages send their readers to.
package enum FileName {
  /// The opinion for machines.
  package static let opinionJSON = "opinion.json"
  /// The parcels of a plan.
  package static let planParcels = "plan_parcels.geojson"
  /// The facilities of a plan.
  package static let planFacilities = "plan_facilities.geojson"
}
