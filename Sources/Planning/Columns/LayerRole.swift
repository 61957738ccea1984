/// What the rows of a file are to the program.
public enum LayerRole: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Residential compounds or lots.
  case parcels
  /// Elder-care, childcare and other places.
  case facilities
  /// Administrative units.
  case units
  /// Gates of parcels.
  case entrances

  /// In the order of the project file.
  public static func < (a: LayerRole, b: LayerRole) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

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
    LayerColumn("parcel", .parcels, isRequired: true), LayerColumn("name", .text),
  ]
}
