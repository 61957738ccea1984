internal import Documents
public import Quantities

/// A number of people or dwellings that parcels have.
public enum PeopleMeasure: Sendable, Hashable {
  /// Dwellings.
  case households
  /// Persons.
  case population
  /// Persons of 60 and over.
  case elders
  /// Children under 3.
  case infants
  /// A numeric column of the data, or several added up: an age group.
  case columns([String])

  /// Those with a meaning of their own.
  public static let named: [PeopleMeasure] = [.households, .population, .elders, .infants]

  /// That of a column with a meaning of its own.
  public init?(named column: String) {
    guard let measure = Self.named.first(where: { $0.rawValue == column }) else { return nil }
    self = measure
  }

  /// That of a column.
  public init(column: String) { self = Self(named: column) ?? .columns([column]) }

  /// Its name in rule packs; of several columns, what they are added up as.
  public var rawValue: String {
    switch self {
    case .households: "households"
    case .population: "population"
    case .elders: "elders"
    case .infants: "infants"
    case .columns(let names): names.joined(separator: "+")
    }
  }

  /// The columns that are added up.
  public var columns: [String] {
    if case .columns(let names) = self { return names }
    return [rawValue]
  }

  /// It in a rule's unit; `nil` where anything fits.
  public var unit: MeasureUnit? {
    if case .columns = self { return nil }
    return things.first.map { MeasureUnit($0) }
  }

  /// What it may be said to count: of a column its name, or persons, or whatever else lives somewhere.
  public var things: [MeasuredThing] {
    switch self {
    case .households: [.households]
    case .population: [.persons]
    case .elders: [.elders]
    case .infants: [.infants]
    case .columns(let names):
      (names.count == 1 ? MeasuredThing(word: names[0]).map { [$0] } ?? [] : [])
        + [.persons, .households, .elders, .infants]
    }
  }

  /// Reads a name, or a list of columns to be added up.
  static func read(_ node: DocumentNode, _ reader: DocumentReader) -> PeopleMeasure? {
    guard let names = reader.texts(node, "measure") else { return nil }
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      reader.report(node, "'\(name)' is added up twice")
      return nil
    }
    guard let first = names.first else {
      reader.report(node, "'measure' names no column")
      return nil
    }
    let known = named.map(\.rawValue)
    for name in names where !known.contains(name) {
      guard let meant = Spelling.nearest(to: name, among: known) else { continue }
      reader.report(node, "unknown measure '\(name)'; did you mean '\(meant)'?")
      return nil
    }
    return names.count == 1 ? PeopleMeasure(column: first) : .columns(names)
  }
}
