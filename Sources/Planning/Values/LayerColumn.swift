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
    /// One of a few words, or else a word of the data's own.
    case openWord(of: WordFamily)
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
  let isRequired: Bool

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
  /// Yes or no, of anything.
  case flag
  /// New, existing, rebuilt, extended.
  case status
  /// Urban or rural.
  case urban
  /// Inclusive or not.
  case inclusive
  /// Who built and who runs a facility.
  case ownership
  /// Open, closed, under construction, planned.
  case operating
  /// Level of a unit.
  case level
  /// Type of a unit.
  case unitType = "unit_type"
  /// What a facility has or offers.
  case equipment
  /// Filed with the authority or not.
  case filed
  /// Registered or not.
  case registered
  /// A demonstration facility or not.
  case demonstration
  /// Up to the standard or not.
  case standardised
  /// What a public place is.
  case facilityType = "facility_type"
  /// Large, medium, small.
  case sizeClass = "size_class"
  /// The level that a facility is for.
  case tier

  /// What yes and no mean in it; `nil`: nothing.
  var flagValues: (yes: String, no: String)? {
    switch self {
    case .flag, .urban, .inclusive, .filed, .registered, .demonstration, .standardised:
      ("yes", "no")
    case .operating: ("open", "closed")
    case .status, .ownership, .level, .unitType, .equipment, .facilityType, .sizeClass, .tier: nil
    }
  }
}
