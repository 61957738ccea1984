/// What the rows of a file are to the program.
public enum LayerRole: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Residential compounds or lots.
  case parcels
  /// Elder-care, childcare and other places.
  case facilities
  /// Administrative units.
  case units
  /// Gates of parcels, doors of facilities.
  case entrances

  /// In the order of the project file.
  public static func < (a: LayerRole, b: LayerRole) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
