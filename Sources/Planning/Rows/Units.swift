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

  /// The levels of planning units that there are, sorted by name.
  public var planningLevels: [UnitLevel] { Set(level.filter(\.isOfPlanning)).sorted() }

  /// Those of administration and those of planning that there are.
  public var allLevels: [UnitLevel] { UnitLevel.administrative + planningLevels }
}

/// For each row, the unit of every level that it belongs to.
public struct UnitMembership: Sendable, Hashable {
  /// By level of administration, then by row: row of the unit in `Units`, or -1.
  private var unit: [[Int32]]
  /// Likewise by level of planning; none where no row belongs to any.
  private var planning: [UnitLevel: [Int32]] = [:]
  private let count: Int

  /// Nothing belongs anywhere.
  public init(count: Int) {
    self.count = count
    unit = UnitLevel.administrative.map { _ in Array(repeating: -1, count: count) }
  }

  /// The unit of a level that a row belongs to; `nil` where it lies in none.
  public subscript(row: Int, level: UnitLevel) -> Int? {
    get {
      let found = level.isOfPlanning ? planning[level]?[row] ?? -1 : unit[level.rank][row]
      return found < 0 ? nil : Int(found)
    }
    set {
      let value = newValue.map(Int32.init) ?? -1
      if !level.isOfPlanning {
        unit[level.rank][row] = value
      } else if value >= 0 || planning[level] != nil {
        planning[level, default: Array(repeating: -1, count: count)][row] = value
      }
    }
  }

  /// By row: row of its unit of a level, or -1.
  public func units(of level: UnitLevel) -> [Int32] {
    level.isOfPlanning
      ? planning[level] ?? Array(repeating: -1, count: count) : unit[level.rank]
  }

  /// Whether a row lies in no unit that is known.
  public func isNowhere(_ row: Int) -> Bool {
    unit.allSatisfy { $0[row] < 0 } && planning.values.allSatisfy { $0[row] < 0 }
  }

  /// The rows at `indices`, in that order.
  func selecting(_ indices: [Int]) -> UnitMembership {
    var result = UnitMembership(count: indices.count)
    result.unit = unit.map { $0.gathering(indices) }
    result.planning = planning.mapValues { $0.gathering(indices) }
    return result
  }

  /// These rows, then others.
  func appending(_ others: UnitMembership) -> UnitMembership {
    var result = UnitMembership(count: count + others.count)
    result.unit = zip(unit, others.unit).map { $0 + $1 }
    for level in Set(planning.keys).union(others.planning.keys) {
      result.planning[level] = units(of: level) + others.units(of: level)
    }
    return result
  }
}
