/// A linear program with whole-number columns: minimise cost · x within bounds of columns and rows.
///
/// Rows are kept one after the other (compressed rows). `±.infinity` is no bound.
public struct IntegerProgram: Sendable, Hashable {
  /// By column: cost of one unit.
  public private(set) var costs: [Double] = []
  /// By column: least value.
  public private(set) var lowers: [Double] = []
  /// By column: largest value.
  public private(set) var uppers: [Double] = []
  /// By column: whether only whole numbers count.
  public private(set) var isInteger: [Bool] = []
  /// By row, where its entries begin; one more than there are rows.
  public private(set) var rowStarts: [Int32] = [0]
  /// By entry: its column.
  public private(set) var entryColumns: [Int32] = []
  /// By entry: its coefficient.
  public private(set) var entryValues: [Double] = []
  /// By row: least sum.
  public private(set) var rowLowers: [Double] = []
  /// By row: largest sum.
  public private(set) var rowUppers: [Double] = []

  /// A program of nothing.
  public init() {}

  /// How many columns there are.
  public var columnCount: Int { costs.count }
  /// How many rows there are.
  public var rowCount: Int { rowLowers.count }

  /// Adds a column and returns its number.
  public mutating func addColumn(
    cost: Double, in range: ClosedRange<Double>, isInteger: Bool
  ) -> Int32 {
    costs.append(cost)
    lowers.append(range.lowerBound)
    uppers.append(range.upperBound)
    self.isInteger.append(isInteger)
    return Int32(costs.count - 1)
  }

  /// Adds a row over columns that differ.
  public mutating func addRow(
    _ entries: some Sequence<(column: Int32, value: Double)>, in range: ClosedRange<Double>
  ) {
    for entry in entries {
      entryColumns.append(entry.column)
      entryValues.append(entry.value)
    }
    rowStarts.append(Int32(entryColumns.count))
    rowLowers.append(range.lowerBound)
    rowUppers.append(range.upperBound)
  }

  /// Cost of an assignment of values to columns.
  public func objective(of values: [Double]) -> Double {
    zip(costs, values).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Whether values obey all bounds, rows and integrality, each within `tolerance`.
  public func accepts(_ values: [Double], tolerance: Double = 1e-6) -> Bool {
    guard values.count == columnCount else { return false }
    for column in 0..<columnCount {
      let value = values[column]
      guard value >= lowers[column] - tolerance, value <= uppers[column] + tolerance,
        !isInteger[column] || abs(value - value.rounded()) <= tolerance
      else { return false }
    }
    for row in 0..<rowCount {
      let entries = Int(rowStarts[row])..<Int(rowStarts[row + 1])
      let sum = entries.reduce(0) { $0 + entryValues[$1] * values[Int(entryColumns[$1])] }
      guard sum >= rowLowers[row] - tolerance, sum <= rowUppers[row] + tolerance
      else { return false }
    }
    return true
  }
}

extension IntegerProgram {
  typealias Entry = (column: Int32, value: Double)

  mutating func addRow(_ columns: some Sequence<Int32>, atMost most: Double) {
    addRow(columns.map { ($0, 1) }, atMost: most)
  }

  mutating func addRow(_ entries: [Entry], atMost most: Double) {
    addRow(entries, in: -Double.infinity...most)
  }

  mutating func addRow(_ entries: [Entry], atLeast least: Double) {
    addRow(entries, in: least...Double.infinity)
  }
}
