/// Texts in one buffer, in Arrow's layout.
public struct TextColumn: Sendable, Hashable {
  /// UTF-8 of all values.
  public private(set) var bytes: [UInt8] = []
  /// Rows + 1 entries.
  public private(set) var offsets: [Int] = [0]
  /// One per row; `false`: the value is missing.
  public private(set) var isPresent: [Bool] = []

  public init() {}

  public var count: Int { isPresent.count }

  public mutating func append(_ text: String?) {
    if let text { bytes.append(contentsOf: text.utf8) }
    offsets.append(bytes.count)
    isPresent.append(text != nil)
  }

  /// Appends UTF-8 that the caller has checked.
  public mutating func append(utf8: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: utf8)
    offsets.append(bytes.count)
    isPresent.append(true)
  }

  /// All rows of another column, behind this one's.
  public mutating func append(contentsOf other: TextColumn) {
    let base = bytes.count
    bytes.append(contentsOf: other.bytes)
    offsets.append(contentsOf: other.offsets.dropFirst().lazy.map { $0 + base })
    isPresent.append(contentsOf: other.isPresent)
  }

  public subscript(row: Int) -> String? {
    guard isPresent[row] else { return nil }
    return String(decoding: bytes[offsets[row]..<offsets[row + 1]], as: UTF8.self)
  }

  /// The bytes of a row; empty where the value is missing.
  public func utf8(of row: Int) -> ArraySlice<UInt8> { bytes[offsets[row]..<offsets[row + 1]] }
}

/// Values of one type with the rows where they are missing.
public struct ValueColumn<Value: Sendable & Hashable>: Sendable, Hashable {
  /// One per row; meaningless where `isPresent` is false.
  public private(set) var values: [Value]
  /// One per row.
  public private(set) var isPresent: [Bool]
  private let filler: Value

  /// An empty column; `filler` stands in the buffer where a value is missing.
  public init(filler: Value) {
    values = []
    isPresent = []
    self.filler = filler
  }

  public var count: Int { values.count }

  public mutating func append(_ value: Value?) {
    values.append(value ?? filler)
    isPresent.append(value != nil)
  }

  /// All rows of another column, behind this one's.
  public mutating func append(contentsOf other: ValueColumn) {
    values.append(contentsOf: other.values)
    isPresent.append(contentsOf: other.isPresent)
  }

  public subscript(row: Int) -> Value? { isPresent[row] ? values[row] : nil }
}

/// One attribute of a layer.
public enum AttributeColumn: Sendable, Hashable {
  case text(TextColumn)
  case integer(ValueColumn<Int64>)
  case real(ValueColumn<Double>)
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
}

/// Named columns of equal length, in the order in which they first appeared.
public struct AttributeTable: Sendable, Hashable {
  public private(set) var names: [String] = []
  public private(set) var columns: [AttributeColumn] = []
  /// Number of rows, also of a table without columns.
  public let rowCount: Int

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

  public subscript(name: String) -> AttributeColumn? {
    names.firstIndex(of: name).map { columns[$0] }
  }
}
