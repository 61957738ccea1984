internal import Planar

/// Values of one type with the rows where they are missing.
public struct ValueColumn<Value: Sendable & Hashable>: Sendable, Hashable {
  /// One per row; the filler where `isPresent` is false.
  public private(set) var values: [Value]
  /// One per row; `false`: the value is missing.
  private(set) var isPresent: [Bool]
  private let filler: Value

  /// An empty column; `filler` stands in the buffer where a value is missing.
  public init(filler: Value) {
    values = []
    isPresent = []
    self.filler = filler
  }

  /// A column of these values; `nil` is a missing value.
  public init(_ values: some Sequence<Value?>, filler: Value) {
    self.init(filler: filler)
    for value in values { append(value) }
  }

  /// Number of rows.
  public var count: Int { values.count }

  /// Adds a row; `nil` is a missing value.
  public mutating func append(_ value: Value?) {
    values.append(value ?? filler)
    isPresent.append(value != nil)
  }

  /// Adds rows without a value.
  public mutating func appendMissing(_ rows: Int) {
    // Array(repeating:) is a fill; a sequence of repetitions would be stepped through one by one.
    values += Array(repeating: filler, count: rows)
    isPresent += Array(repeating: false, count: rows)
  }

  /// Takes the last row away.
  mutating func removeLast() {
    values.removeLast()
    isPresent.removeLast()
  }

  /// Adds all rows of another column.
  public mutating func append(contentsOf other: ValueColumn) {
    values.append(contentsOf: other.values)
    isPresent.append(contentsOf: other.isPresent)
  }

  /// The value of a row, or `nil` where it is missing.
  public subscript(row: Int) -> Value? { isPresent[row] ? values[row] : nil }

  /// The rows at `indices`, in that order.
  public func selecting(_ indices: [Int]) -> ValueColumn {
    var result = ValueColumn(filler: filler)
    result.values = values.gathering(indices)
    result.isPresent = isPresent.gathering(indices)
    return result
  }
}
