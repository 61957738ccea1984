internal import Rules

/// Which columns leave tests of a condition open, row by row: what is missing where it is not known
/// whether a row meets it.
package struct OpenColumns {
  /// A bit for each column.
  package typealias Bits = UInt16

  private let bits: [String: Bits]
  /// By row, a bit for each column in the order of their names; empty where the condition reads but
  /// one, of which there is no question.
  private(set) var rows: [Bits]

  /// For those who do not ask.
  static let unasked = OpenColumns(bits: [:], rows: [])

  private init(bits: [String: Bits], rows: [Bits]) {
    self.bits = bits
    self.rows = rows
  }

  /// None yet.
  init(of condition: Condition, rows count: Int) {
    let columns = condition.columns.sorted()
    bits = Dictionary(
      uniqueKeysWithValues: columns.enumerated().map { ($0.element, Self.bit($0.offset)) })
    rows = columns.count < 2 ? [] : Array(repeating: 0, count: count)
  }

  /// Notes the rows of which one test of a column is open.
  mutating func note(_ column: String, _ truths: [Truth]) {
    guard !rows.isEmpty, let bit = bits[column] else { return }
    for row in rows.indices where truths[row] == .unknown { rows[row] |= bit }
  }

  /// The columns that some bits stand for, sorted.
  ///
  /// - Parameter columns: Those of the condition, sorted.
  package static func names(_ open: Bits, of columns: [String]) -> [String] {
    columns.indices.filter { open & bit($0) != 0 }.map { columns[$0] }
  }

  /// Columns beyond the last bit share it: more than one of them is named, and none left out.
  private static func bit(_ column: Int) -> Bits { 1 << Bits(min(column, Bits.bitWidth - 1)) }
}
