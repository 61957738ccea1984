/// One attribute of a layer.
public enum AttributeColumn: Sendable, Hashable {
  /// Texts; also a column in which every value is missing.
  case text(TextColumn)
  /// Whole numbers.
  case integer(ValueColumn<Int64>)
  /// Numbers, at least one of which was not written as a whole one.
  case real(ValueColumn<Double>)
  /// Truth values.
  case boolean(ValueColumn<Bool>)
  /// Values of mixed types, arrays and objects: each as JSON text, as it stood in the file.
  case json(TextColumn)

  /// Number of rows.
  public var count: Int {
    switch self {
    case .text(let column), .json(let column): column.count
    case .integer(let column): column.count
    case .real(let column): column.count
    case .boolean(let column): column.count
    }
  }

  /// Whether a row has a value.
  func isPresent(_ row: Int) -> Bool {
    switch self {
    case .text(let column), .json(let column): column.isPresent[row]
    case .integer(let column): column.isPresent[row]
    case .real(let column): column.isPresent[row]
    case .boolean(let column): column.isPresent[row]
    }
  }

  /// The rows at `indices`, in that order.
  public func selecting(_ indices: [Int]) -> AttributeColumn {
    switch self {
    case .text(let column): .text(column.selecting(indices))
    case .json(let column): .json(column.selecting(indices))
    case .integer(let column): .integer(column.selecting(indices))
    case .real(let column): .real(column.selecting(indices))
    case .boolean(let column): .boolean(column.selecting(indices))
    }
  }
}
