internal import GeoFiles
package import Planning
package import Quantities
package import Rules

/// Finds the columns that conditions name: ours first, then those of the source.
protocol SubjectColumns {
  var count: Int { get }
  /// What the words of conditions mean.
  var words: ConditionWords { get }
  /// All units.
  var units: Units { get }
  func values(of column: String) -> ColumnValues?
  /// The unit of a level that a row lies in; `nil` where none is known.
  func unit(of row: Int, _ level: UnitLevel) -> Int?
  /// Whether some rows lie in facilities that meet a condition.
  func truths(ofHosts condition: Condition, at rows: [Int]) -> [Truth]
}

extension SubjectColumns {
  /// Not known.
  func truths(ofHosts condition: Condition, at rows: [Int]) -> [Truth] {
    Array(repeating: .unknown, count: rows.count)
  }
}

extension SubjectRows {
  func values(of column: String) -> ColumnValues? {
    switch column {
    case "id": .word { self.ids[$0] }
    case "name": .word { self.names[$0] }
    default: attributes[column].map(Self.values)
    }
  }

  /// The same of a column that conditions read and files call otherwise, too: there only what its
  /// words say.
  func values(
    of column: String, in role: LayerRole, _ words: ConditionWords
  ) -> ColumnValues? {
    let own = values(of: column)
    let others = words.sourceNames(of: column, in: role).compactMap { name -> TextColumn? in
      guard case .text(let texts)? = attributes[name] else { return nil }
      return texts
    }
    guard !others.isEmpty else { return own }
    return .word { row in
      if case .word(let said)? = own, let text = said(row) { return text }
      return others.lazy.compactMap { $0[row] }.compactMap { words.known($0, in: column) }.first
    }
  }

  private static func values(_ column: AttributeColumn) -> ColumnValues {
    switch column {
    case .text(let texts), .json(let texts):
      .word { texts[$0].flatMap { $0.isEmpty ? nil : $0 } }
    case .integer(let values): .number { values[$0].map { Amount(Int($0)) } }
    case .real(let values): .number { values[$0].flatMap { Amount(rounding: $0) } }
    case .boolean(let values): .flag { values[$0] }
    }
  }
}

extension ColumnValues {
  /// Its numbers by row, where it has any; texts may be numbers.
  var number: ((Int) -> Amount?)? {
    switch self {
    case .number(let value): value
    case .word(let value): { value($0).flatMap { Amount(exactly: $0) } }
    case .synonyms, .oneOf, .set, .date, .flag: nil
    }
  }
}

extension Units {
  /// The level of a name: one of administration, or one of planning that there are units of.
  func level(named name: String) -> UnitLevel? {
    if let level = UnitLevel(rawValue: name) { return level }
    let level = UnitLevel.planning(name)
    return self.level.contains(level) ? level : nil
  }

  /// Id and name of the unit of a level that a row belongs to.
  func synonyms(_ membership: UnitMembership, _ level: UnitLevel) -> ColumnValues {
    .synonyms { row in
      membership[row, level].map { [self.rows.ids[$0]] + (self.rows.names[$0].map { [$0] } ?? []) }
    }
  }
}

struct ParcelColumns: SubjectColumns {
  let parcels: Parcels
  let units: Units
  let words: ConditionWords
  /// Conditions see the people that checks see, estimates included.
  let personsPerHousehold: Amount?
  /// Finds the facilities that they lie in.
  var hosts: Hosts?
  var count: Int { parcels.count }

  func truths(ofHosts condition: Condition, at rows: [Int]) -> [Truth] {
    hosts?.truths(condition, ofParcels: rows) ?? rows.map { _ in .unknown }
  }

  func unit(of row: Int, _ level: UnitLevel) -> Int? { parcels.units[row, level] }

  func values(of column: String) -> ColumnValues? {
    if column == "population" {
      return .number { parcels.residents(of: $0, perHousehold: personsPerHousehold) }
    }
    if let values = parcels.values(ofDeclared: column) { return values }
    if let level = units.level(named: column) { return units.synonyms(parcels.units, level) }
    return parcels.rows.values(of: column)
  }
}

struct FacilityColumns: SubjectColumns {
  let facilities: Facilities
  let units: Units
  /// Id of each kind and of everything that it is a kind of.
  let kindNames: [[String]]
  /// What each is on the day: that, and not its word alone, is `operating`.
  let standings: [Standing]
  let words: ConditionWords
  /// Finds the facilities that they lie in.
  var hosts: Hosts?
  var count: Int { facilities.count }

  func truths(ofHosts condition: Condition, at rows: [Int]) -> [Truth] {
    hosts?.truths(condition, of: facilities, at: rows) ?? rows.map { _ in .unknown }
  }

  func unit(of row: Int, _ level: UnitLevel) -> Int? { facilities.units[row, level] }

  func values(of column: String) -> ColumnValues? {
    if column == "operating" { return .oneOf { standings[$0].words } }
    if let values = facilities.values(ofDeclared: column) { return values }
    if column == "kind" {
      return .synonyms { facilities.kind[$0] < 0 ? nil : kindNames[facilities.kind[$0]] }
    }
    if let level = units.level(named: column) { return units.synonyms(facilities.units, level) }
    return facilities.rows.values(of: column, in: .facilities, words)
  }
}

struct UnitColumns: SubjectColumns {
  let units: Units
  let words: ConditionWords
  /// The people of a unit as checks count them; `nil`: its own columns alone.
  var counted: ((PeopleMeasure, Int) -> Amount?)?
  var count: Int { units.count }

  func unit(of row: Int, _ level: UnitLevel) -> Int? { units.parents[row, level] }

  func values(of column: String) -> ColumnValues? {
    if let counted, let measure = PeopleMeasure(named: column) {
      return .number { counted(measure, $0) }
    }
    if let values = units.values(ofDeclared: column) { return values }
    if column == "level" { return .word { units.level[$0].rawValue } }
    if let level = units.level(named: column) { return units.synonyms(units.parents, level) }
    return units.rows.values(of: column)
  }
}

extension Facilities {
  /// The column of a measure; `nil` for counts, which need none.
  package func amounts(of measure: FacilityMeasure) -> [Amount?]? {
    if measure == .count { return nil }
    if let path = Self.amountPaths[measure.name] { return self[keyPath: path] }
    guard let number = (values(ofDeclared: measure.name) ?? rows.values(of: measure.name))?.number
    else { return Array(repeating: nil, count: count) }
    return (0..<count).map(number)
  }

  /// Sets what a facility has of something; what no column of ours holds stays.
  package mutating func set(_ measure: FacilityMeasure, _ amount: Amount, at row: Int) {
    guard let path = Self.amountPaths[measure.name] else { return }
    self[keyPath: path][row] = amount
  }

  /// By name: measures are asked for row by row.
  private static let amountPaths = Dictionary(
    uniqueKeysWithValues: columns.compactMap { column in
      column.amounts.map { (column.name, $0) }
    })
}
