internal import Planar
public import Quantities

/// Administrative units in columns, sorted by level and id.
public struct Units: ColumnedRows {
  /// Ids (unique within a level), names, geometry and source attributes.
  public var rows: SubjectRows
  /// One per unit.
  public var level: [UnitLevel]
  /// Type, such as `municipal_district`; `nil` where not known.
  public var type: [String?] = []
  /// Whether it counts as urban.
  public var urban: [Bool?] = []
  /// Persons, where the data has them.
  public var population: [Amount?] = []
  /// Persons of 60 and over.
  public var elders: [Amount?] = []
  /// Children under 3.
  public var infants: [Amount?] = []
  /// Dwellings.
  public var households: [Amount?] = []
  /// The larger units that each lies in; its own level names itself.
  public var parents: UnitMembership

  /// Number of units.
  public var count: Int { rows.count }

  /// Units with nothing known but their rows and levels.
  public init(rows: SubjectRows, level: [UnitLevel]) {
    precondition(level.count == rows.count, "one level per unit")
    self.rows = rows
    self.level = level
    parents = UnitMembership(count: rows.count)
    clearColumns(count: rows.count)
  }

  /// No units.
  public init() { self.init(rows: SubjectRows(), level: []) }

  /// All columns. A new one is an array above, a line here and its other names in `aliases.yaml`.
  public static let columns: [Column<Units>] = [
    .other("id", .id, isRequired: true),
    .other("name", .text),
    .other("level", .word(of: .level), isRequired: true),
    .openWord("type", \.type, of: .unitType),
    .flag("urban", \.urban, of: .urban),
    .amount("population", \.population, of: .people),
    .amount("elders", \.elders, of: .people),
    .amount("infants", \.infants, of: .people),
    .amount("households", \.households, of: .dwellings),
    .other("parent", .unit(nil)),
    .other("street", .unit(.street)),
    .other("district", .unit(.district)),
    .other("city", .unit(.city)),
  ]

  /// The rows of one level.
  public func rows(of level: UnitLevel) -> [Int] {
    self.level.indices.filter { self.level[$0] == level }
  }
}

/// For each row, the unit of every level that it belongs to.
public struct UnitMembership: Sendable, Hashable {
  /// By level rank, then by row: row of the unit in `Units`, or -1.
  public private(set) var unit: [[Int32]]

  /// Nothing belongs anywhere.
  public init(count: Int) {
    unit = UnitLevel.allCases.map { _ in Array(repeating: -1, count: count) }
  }

  /// The unit of a level that a row belongs to; `nil` where it lies in none.
  public subscript(row: Int, level: UnitLevel) -> Int? {
    get {
      let found = unit[level.rank][row]
      return found < 0 ? nil : Int(found)
    }
    set { unit[level.rank][row] = newValue.map(Int32.init) ?? -1 }
  }

  /// The rows at `indices`, in that order.
  func selecting(_ indices: [Int]) -> UnitMembership {
    UnitMembership(unit: unit.map { $0.gathering(indices) })
  }

  /// These rows, then others.
  func appending(_ others: UnitMembership) -> UnitMembership {
    UnitMembership(unit: zip(unit, others.unit).map { $0 + $1 })
  }

  private init(unit: [[Int32]]) { self.unit = unit }
}
