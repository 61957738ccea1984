/// A thing that clauses count or measure.
public enum MeasuredThing: Hashable, Sendable {
  /// Square metres of floor or land.
  case squareMetres
  /// Metres.
  case metres
  /// Hundredths of what could be.
  case percent
  /// Facilities, or whatever a clause counts by the piece.
  case count
  /// Childcare places.
  case places
  /// Beds.
  case beds
  /// Persons.
  case persons
  /// Persons who live in a facility.
  case residents
  /// Dwellings.
  case households
  /// Persons of 60 and over.
  case elders
  /// Children under 3.
  case infants
  /// Administrative units, or parcels that are counted like these.
  case units
  /// Residential compounds.
  case parcels
  /// Building projects.
  case projects
  /// Nothing: a clause without a figure.
  case nothing
  /// Another word of a pack.
  case other(String)

  /// Those with a meaning of their own, with their words: for many, and for one.
  private static let named: [(thing: MeasuredThing, word: String, singular: String)] = [
    (.squareMetres, "m2", "m2"), (.metres, "m", "m"), (.percent, "percent", "percent"),
    (.count, "count", "count"), (.places, "places", "place"), (.beds, "beds", "bed"),
    (.persons, "persons", "person"), (.residents, "residents", "resident"),
    (.households, "households", "household"), (.elders, "elders", "elder"),
    (.infants, "infants", "infant"), (.units, "units", "unit"), (.parcels, "parcels", "parcel"),
    (.projects, "projects", "project"), (.nothing, "none", "none"),
  ]

  /// The thing of a word for many; `nil` for what cannot be one.
  public init?(word: String) {
    guard Self.isWord(word) else { return nil }
    if let known = Self.named.first(where: { $0.word == word }) {
      self = known.thing
    } else if Self.named.contains(where: { $0.singular == word }) {
      return nil
    } else {
      self = .other(word)
    }
  }

  /// The thing of a word for one; `nil` for what cannot be one.
  public init?(singular: String) {
    guard Self.isWord(singular) else { return nil }
    if let known = Self.named.first(where: { $0.singular == singular }) {
      self = known.thing
    } else if Self.named.contains(where: { $0.word == singular }) {
      return nil
    } else {
      self = .other(singular)
    }
  }

  /// The word for many of it.
  public var word: String {
    if case .other(let word) = self { return word }
    return Self.named.first { $0.thing == self }?.word ?? ""
  }

  /// The word for one of it; of another word of a pack that word.
  public var singular: String {
    if case .other(let word) = self { return word }
    return Self.named.first { $0.thing == self }?.singular ?? ""
  }

  /// Whether it comes whole: half a place is no place, half a square metre is one half.
  public var comesWhole: Bool {
    switch self {
    case .squareMetres, .metres, .percent: false
    case .count, .places, .beds, .persons, .residents, .households, .elders, .infants, .units,
      .parcels, .projects, .nothing, .other:
      true
    }
  }

  /// Whether a text can stand for a thing: no spaces, no `/`, no figure in front.
  static func isWord(_ text: String) -> Bool {
    guard let first = text.first, !first.isNumber else { return false }
    return !text.contains { $0.isWhitespace || $0 == "/" }
  }
}
