import Planar

/// One column of a file that is written.
///
/// All cases are ways to say values that cost little memory; what a column is written as depends on
/// the values only.
public enum OutputColumn: Sendable {
  /// An attribute as it was read.
  case attribute(AttributeColumn)
  /// A few words: one code per row, an index of `dictionary`; a code beyond it is a missing value.
  case words(dictionary: [String], codes: [UInt8])
  /// Texts that repeat: one index of `dictionary` per row; a negative one is a missing value.
  case shared(dictionary: [String], indices: [Int32])
  /// Numbers rounded to so many decimals, 0 through 9, without zeros at the end; a number that is
  /// not finite is a missing value.
  case real([Double], decimals: Int)
  /// Whole millionths, written as the shortest decimal: 1500000 is 1.5; `Int64.min` is a missing
  /// value.
  case micros([Int64])
  /// Truth values.
  case boolean([Bool])

  /// Texts; `nil` is a missing value.
  public static func text(_ texts: some Sequence<String?>) -> OutputColumn {
    .attribute(.text(TextColumn(texts)))
  }

  /// The rows at `indices`, in that order.
  public func selecting(_ indices: [Int]) -> OutputColumn {
    switch self {
    case .attribute(let column): .attribute(column.selecting(indices))
    case .words(let dictionary, let codes):
      .words(dictionary: dictionary, codes: codes.gathering(indices))
    case .shared(let dictionary, let places):
      .shared(dictionary: dictionary, indices: places.gathering(indices))
    case .real(let values, let decimals): .real(values.gathering(indices), decimals: decimals)
    case .micros(let values): .micros(values.gathering(indices))
    case .boolean(let values): .boolean(values.gathering(indices))
    }
  }

  /// Number of rows.
  public var count: Int {
    switch self {
    case .attribute(let column): column.count
    case .words(_, let codes): codes.count
    case .shared(_, let indices): indices.count
    case .real(let values, _): values.count
    case .micros(let values): values.count
    case .boolean(let values): values.count
    }
  }
}

/// Named columns of equal length for a file that is written, in its order.
public struct OutputTable: Sendable {
  /// One per column.
  public private(set) var names: [String] = []
  /// One per name.
  public private(set) var columns: [OutputColumn] = []
  /// Number of rows, also of a table without columns.
  public let rowCount: Int

  /// A table without columns.
  public init(rowCount: Int) { self.rowCount = rowCount }

  /// A table of the attributes of a layer.
  public init(_ attributes: AttributeTable) {
    self.init(rowCount: attributes.rowCount)
    for (name, column) in zip(attributes.names, attributes.columns) {
      append(name, .attribute(column))
    }
  }

  /// A table of these columns.
  init(_ columns: some Sequence<(String, OutputColumn)>, rowCount: Int) {
    self.init(rowCount: rowCount)
    for (name, column) in columns { append(name, column) }
  }

  /// The rows at `indices`, in that order.
  public func selecting(_ indices: [Int]) -> OutputTable {
    if indices.elementsEqual(0..<rowCount) { return self }
    return OutputTable(
      zip(names, columns.map { $0.selecting(indices) }), rowCount: indices.count)
  }

  /// Adds a column behind the others.
  ///
  /// - Precondition: `column` has `rowCount` rows, and no other has its name.
  public mutating func append(_ name: String, _ column: OutputColumn) {
    precondition(column.count == rowCount, "column \(name) has \(column.count) rows")
    precondition(!names.contains(name), "column \(name) is there already")
    names.append(name)
    columns.append(column)
  }
}
