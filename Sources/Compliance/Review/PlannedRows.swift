internal import Rules

/// Which rows of a city are proposed and not built.
struct PlannedRows: Sendable {
  /// By parcel.
  let isParcel: [Bool]
  /// By facility.
  let isFacility: [Bool]
  /// By parcel that is not planned, in their order: its row in the city as it is.
  let cityParcels: [Int32]
  /// Likewise by facility.
  let cityFacilities: [Int32]
  /// What was found out already, and for which clause.
  var memory: (store: ShareMemory, rule: RuleKey)?
}
