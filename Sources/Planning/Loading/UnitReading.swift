/// What the columns of units say, in the order of the rows.
struct UnitValues: RowValues {
  var subjects = SubjectValues()
  /// `nil` for a rejected row.
  var level: [UnitLevel?] = []
  /// The declared columns alone: there are no rows yet.
  var columns = Units()
  var units = UnitTexts()

  mutating func append(_ other: UnitValues) {
    let count = subjects.ids.count
    subjects.append(other.subjects)
    level += other.level
    columns.appendColumns(of: other.columns, behind: count)
    units.append(other.units, behind: count)
  }

  mutating func pad() {
    columns.padColumns(to: subjects.ids.count)
    units.pad(to: subjects.ids.count)
  }
}

extension UnitValues {
  init(_ range: RowRange, _ aliases: FieldAliases, _ records: inout RowRecords) {
    subjects = range.subjects(aliases, &records)
    let level = range.column("level", aliases)
    self.level = range.rows.map {
      Self.level(
        $0, level, stated: range.file.source.level.map(aliases.level), firstRow: range.firstRow,
        records: &records)
    }
    columns.readColumns(range, aliases, &records)
    units = UnitTexts(range, aliases)
  }

  /// The level that the project states for the file holds for all its rows.
  private static func level(
    _ row: Int, _ column: ColumnReading, stated: UnitLevel?, firstRow: Int,
    records: inout RowRecords
  ) -> UnitLevel? {
    if let stated { return stated }
    guard let text = column.text(row), !column.isMissing(text) else {
      records.reject(firstRow + row, .missingLevel(column: column.shown))
      return nil
    }
    if let level = column.known(text).map(UnitLevel.init(name:)) { return level }
    records.reject(firstRow + row, .unknownLevel(text))
    return nil
  }
}
