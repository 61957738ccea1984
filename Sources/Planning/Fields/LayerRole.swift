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

  /// The columns that the program knows in a layer of this role. A new one is a line here, its
  /// aliases in `aliases.yaml`, and the line that reads it; tests compare the three.
  public var columns: [LayerColumn] {
    switch self {
    case .parcels:
      [
        LayerColumn("id", .id, isRequired: true), LayerColumn("name", .text),
        LayerColumn("households", .number(of: .dwellings)),
        LayerColumn("population", .number(of: .people)),
        LayerColumn("elders", .number(of: .people)),
        LayerColumn("infants", .number(of: .people)),
        LayerColumn("status", .word(of: .status)), LayerColumn("urban", .flag(of: .urban)),
        LayerColumn("community", .unit(.community)), LayerColumn("street", .unit(.street)),
        LayerColumn("district", .unit(.district)), LayerColumn("delivered", .date),
        LayerColumn("phase", .phase),
      ]
    case .facilities:
      [
        LayerColumn("id", .id, isRequired: true), LayerColumn("name", .text),
        LayerColumn("kind", .kind, isRequired: true),
        LayerColumn("floor_area", .number(of: .area)),
        LayerColumn("land_area", .number(of: .area)), LayerColumn("places", .number(of: .places)),
        LayerColumn("beds", .number(of: .places)),
        LayerColumn("nursing_beds", .number(of: .places)),
        LayerColumn("inclusive", .flag(of: .inclusive)),
        LayerColumn("ownership", .word(of: .ownership)),
        LayerColumn("status", .word(of: .status)), LayerColumn("delivered", .date),
        LayerColumn("residents", .number(of: .people)),
        LayerColumn("doctors", .number(of: .people)), LayerColumn("nurses", .number(of: .people)),
        LayerColumn("equipment", .words(of: .equipment)),
        LayerColumn("phase", .phase),
        LayerColumn("served_parcels", .parcels), LayerColumn("community", .unit(.community)),
        LayerColumn("street", .unit(.street)), LayerColumn("district", .unit(.district)),
      ]
    case .units:
      [
        LayerColumn("id", .id, isRequired: true), LayerColumn("name", .text),
        LayerColumn("level", .word(of: .level), isRequired: true),
        LayerColumn("type", .word(of: .unitType)), LayerColumn("urban", .flag(of: .urban)),
        LayerColumn("population", .number(of: .people)),
        LayerColumn("elders", .number(of: .people)), LayerColumn("parent", .unit(nil)),
        LayerColumn("street", .unit(.street)), LayerColumn("district", .unit(.district)),
        LayerColumn("city", .unit(.city)),
      ]
    case .entrances:
      [LayerColumn("parcel", .parcels, isRequired: true), LayerColumn("name", .text)]
    }
  }

  /// The column of a name.
  public func column(_ name: String) -> LayerColumn? { columns.first { $0.name == name } }
}

/// A column that the program knows, whatever the data calls it.
public struct LayerColumn: Sendable, Hashable {
  /// What its values are.
  public enum Content: Sendable, Hashable {
    /// The id of the row.
    case id
    /// Free text.
    case text
    /// A number of something, not negative.
    case number(of: UnitFamily)
    /// Yes or no.
    case flag(of: WordFamily)
    /// One of a few words.
    case word(of: WordFamily)
    /// Any of a few words.
    case words(of: WordFamily)
    /// A day.
    case date
    /// Which stage of a plan it is built in: 1, 2 …
    case phase
    /// A facility kind.
    case kind
    /// Id or name of a unit; of any larger level where none is given.
    case unit(UnitLevel?)
    /// Ids of parcels.
    case parcels
  }

  /// Stable, English, `snake_case`.
  public let name: String
  /// What its values are.
  public let content: Content
  /// Whether a row cannot do without it.
  public let isRequired: Bool

  init(_ name: String, _ content: Content, isRequired: Bool = false) {
    self.name = name
    self.content = content
    self.isRequired = isRequired
  }
}

/// What a number counts or measures; decides which words may stand behind it.
public enum UnitFamily: String, Sendable, Hashable, CaseIterable {
  /// Households.
  case dwellings
  /// Persons.
  case people
  /// Square metres.
  case area
  /// Beds and childcare places.
  case places
}

/// A vocabulary of values.
public enum WordFamily: String, Sendable, Hashable, CaseIterable {
  /// New, existing, rebuilt, extended.
  case status
  /// Urban or rural.
  case urban
  /// Inclusive or not.
  case inclusive
  /// Who built and who runs a facility.
  case ownership
  /// Level of a unit.
  case level
  /// Type of a unit.
  case unitType = "unit_type"
  /// What a facility has or offers.
  case equipment
}
