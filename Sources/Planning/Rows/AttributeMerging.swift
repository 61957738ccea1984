internal import GeoFiles

/// Puts the source columns of several files into one table.
enum AttributeMerging {
  /// All rows, one table behind the other, with the columns of all; a column that has different
  /// types in different files becomes JSON.
  static func merged(_ tables: [AttributeTable]) -> AttributeTable {
    if tables.count == 1 { return tables[0] }
    var result = AttributeTable(rowCount: tables.reduce(0) { $0 + $1.rowCount })
    for name in tables.flatMap(\.names) where result[name] == nil {
      let columns = tables.map { $0[name] }
      result.set(name, joined(columns, tables.map(\.rowCount)))
    }
    return result
  }

  /// - Parameters:
  ///   - columns: One per table; `nil` where the table has none of this name.
  ///   - rowCounts: One per table.
  private static func joined(
    _ columns: [AttributeColumn?], _ rowCounts: [Int]
  ) -> AttributeColumn {
    let kinds = Set(columns.compactMap { $0.map(kind) })
    if kinds == [.text] { return .text(texts(columns, rowCounts)) }
    if kinds == [.json] { return .json(texts(columns, rowCounts)) }
    if kinds == [.integer] {
      var result = ValueColumn<Int64>(filler: 0)
      for (column, count) in zip(columns, rowCounts) {
        if case .integer(let values) = column {
          result.append(contentsOf: values)
        } else {
          result.appendMissing(count)
        }
      }
      return .integer(result)
    }
    if kinds == [.boolean] {
      var result = ValueColumn<Bool>(filler: false)
      for (column, count) in zip(columns, rowCounts) {
        if case .boolean(let values) = column {
          result.append(contentsOf: values)
        } else {
          result.appendMissing(count)
        }
      }
      return .boolean(result)
    }
    if kinds.isSubset(of: [.integer, .real]) {
      var result = ValueColumn<Double>(filler: 0)
      for (column, count) in zip(columns, rowCounts) {
        for row in 0..<count { result.append(column.flatMap { number($0, row) }) }
      }
      return .real(result)
    }
    return .json(jsonTexts(columns, rowCounts))
  }

  private enum Kind {
    case text
    case integer
    case real
    case boolean
    case json
  }

  private static func kind(of column: AttributeColumn) -> Kind {
    switch column {
    case .text: .text
    case .integer: .integer
    case .real: .real
    case .boolean: .boolean
    case .json: .json
    }
  }

  private static func texts(
    _ columns: [AttributeColumn?], _ rowCounts: [Int]
  ) -> TextColumn {
    var result = TextColumn()
    for (column, count) in zip(columns, rowCounts) {
      switch column {
      case .text(let values), .json(let values): result.append(contentsOf: values)
      default: result.appendMissing(count)
      }
    }
    return result
  }

  private static func jsonTexts(
    _ columns: [AttributeColumn?], _ rowCounts: [Int]
  ) -> TextColumn {
    var result = TextColumn()
    for (column, count) in zip(columns, rowCounts) {
      for row in 0..<count { result.append(column.flatMap { json($0, row) }) }
    }
    return result
  }

  private static func number(_ column: AttributeColumn, _ row: Int) -> Double? {
    switch column {
    case .integer(let values): values[row].map(Double.init)
    case .real(let values): values[row]
    case .text, .boolean, .json: nil
    }
  }

  private static func json(_ column: AttributeColumn, _ row: Int) -> String? {
    switch column {
    case .integer(let values): values[row].map { String($0) }
    case .real(let values): values[row].map { "\($0)" }
    case .boolean(let values): values[row].map { $0 ? "true" : "false" }
    case .json(let values): values[row]
    case .text(let values): values[row].map(\.json)
    }
  }
}
