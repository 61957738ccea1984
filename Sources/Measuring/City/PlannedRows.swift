/// Which rows of a city are proposed and not built.
package struct PlannedRows: Sendable {
  /// By parcel.
  package let isParcel: [Bool]
  /// By facility.
  package let isFacility: [Bool]
  /// By parcel that is not planned, in their order: its row in the city as it is.
  package let cityParcels: [Int32]
  /// Likewise by facility.
  package let cityFacilities: [Int32]
  /// What was found out already; `nil`: nothing is kept.
  package let memory: Memory?

  /// Which rows are proposed.
  package init(
    isParcel: [Bool], isFacility: [Bool], cityParcels: [Int32], cityFacilities: [Int32],
    memory: Memory? = nil
  ) {
    self.isParcel = isParcel
    self.isFacility = isFacility
    self.cityParcels = cityParcels
    self.cityFacilities = cityFacilities
    self.memory = memory
  }
}
