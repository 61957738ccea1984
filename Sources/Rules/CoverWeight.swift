/// What a unit's rate of cover weighs.
public enum CoverWeight: String, Sendable, Hashable, CaseIterable {
  /// Each parcel alike.
  case parcels
  /// Residents.
  case people
  /// Dwellings.
  case households
  /// Persons of 60 and over.
  case elders
  /// Children under 3.
  case infants
  /// Residential land.
  case area
}
