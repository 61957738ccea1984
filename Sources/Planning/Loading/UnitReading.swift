internal import Quantities

/// What the columns of units say, in the order of the rows.
struct UnitValues: RowValues {
  var subjects = SubjectValues()
  /// `nil` for a rejected row.
  var level: [UnitLevel?] = []
  var type: [String?] = []
  var urban: [Bool?] = []
  var population: [Amount?] = []
  var elders: [Amount?] = []
  var units = UnitTexts()

  mutating func append(_ other: UnitValues) {
    subjects.append(other.subjects)
    level += other.level
    type += other.type
    urban += other.urban
    population += other.population
    elders += other.elders
    units.append(other.units)
  }
}

extension UnitValues {
  init(_ range: RowRange, _ aliases: FieldAliases, _ records: inout RowRecords) {
    subjects = range.subjects(aliases, &records)
    let level = range.column("level", aliases)
    let type = range.column("type", aliases)
    let urban = range.column("urban", aliases)
    let population = range.column("population", aliases)
    let elders = range.column("elders", aliases)
    for row in range.rows {
      self.level.append(
        Self.level(row, level, stated: range.file.source.level, range.firstRow, &records))
      self.type.append(type.openWord(row, &records))
      self.urban.append(urban.flag(row, &records))
      self.population.append(population.amount(row, &records))
      self.elders.append(elders.amount(row, &records))
    }
    units = UnitTexts(range, aliases)
  }

  /// The level that the project states for the file holds for all its rows.
  private static func level(
    _ row: Int, _ column: ColumnReading, stated: UnitLevel?, _ firstRow: Int,
    _ records: inout RowRecords
  ) -> UnitLevel? {
    if let stated { return stated }
    guard let text = column.text(row), !column.isMissing(text) else {
      records.reject(firstRow + row, .missingLevel(column.shown))
      return nil
    }
    if let level = column.known(text).flatMap(UnitLevel.init) { return level }
    records.reject(firstRow + row, .unknownLevel(text))
    return nil
  }
}
