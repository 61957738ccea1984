/// Named columns of equal length, in the order in which they first appeared.
public struct AttributeTable: Sendable, Hashable {
  /// One per column; no two are equal.
  public private(set) var names: [String] = []
  /// One per name.
  public private(set) var columns: [AttributeColumn] = []
  /// Number of rows, also of a table without columns.
  public let rowCount: Int

  /// A table without columns.
  public init(rowCount: Int) { self.rowCount = rowCount }

  /// Adds a column, or replaces the one of that name in its place.
  ///
  /// - Precondition: `column` has `rowCount` rows.
  public mutating func set(_ name: String, _ column: AttributeColumn) {
    precondition(column.count == rowCount, "column \(name) has \(column.count) rows")
    if let place = names.firstIndex(of: name) {
      columns[place] = column
    } else {
      names.append(name)
      columns.append(column)
    }
  }

  /// The column of that name.
  public subscript(name: String) -> AttributeColumn? {
    names.firstIndex(of: name).map { columns[$0] }
  }

  /// The rows at `indices`, in that order. An array, so that no step asks what holds them.
  public func selecting(_ indices: [Int]) -> AttributeTable {
    if indices.elementsEqual(0..<rowCount) { return self }
    var result = AttributeTable(rowCount: indices.count)
    for (name, column) in zip(names, columns) { result.set(name, column.selecting(indices)) }
    return result
  }
}
