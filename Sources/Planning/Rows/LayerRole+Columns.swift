extension LayerRole {
  /// The columns that the program knows in a layer of this role, in the order in which they are
  /// matched.
  public var columns: [LayerColumn] {
    switch self {
    case .parcels: Self.ofParcels
    case .facilities: Self.ofFacilities
    case .units: Self.ofUnits
    case .entrances: Self.ofEntrances
    }
  }

  /// The column of a name.
  public func column(_ name: String) -> LayerColumn? { columns.first { $0.name == name } }

  private static let ofParcels = Parcels.columns.map(\.declared)
  private static let ofFacilities = Facilities.columns.map(\.declared)
  private static let ofUnits = Units.columns.map(\.declared)
  private static let ofEntrances = [
    LayerColumn("parcel", .parcels, isRequired: true), LayerColumn("facility", .text),
    LayerColumn("name", .text),
  ]
}
