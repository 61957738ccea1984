/// Which rows of a city are proposed and not built.
struct PlannedRows: Sendable {
  /// By parcel.
  let isParcel: [Bool]
  /// By facility.
  let isFacility: [Bool]
}
