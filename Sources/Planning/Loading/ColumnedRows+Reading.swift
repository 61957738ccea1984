extension ColumnedRows {
  /// Puts the values of some rows of a file behind.
  mutating func readColumns(
    _ range: RowRange, _ aliases: FieldAliases, _ records: inout RowRecords
  ) {
    for column in Self.columns {
      column.store?.read(&self, range.rows, range.column(column.name, aliases), &records)
    }
  }
}
