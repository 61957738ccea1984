import Documents

/// A table for a terminal: columns as wide as their widest cell, Chinese characters counted as two.
struct TextTable {
  private var rows: [[String]] = []
  private let alignsRight: Set<Int>

  /// - Parameters:
  ///   - header: The first row.
  ///   - right: Columns of numbers.
  init(header: [String], right: Set<Int> = []) {
    rows = [header]
    alignsRight = right
  }

  /// Adds a row; a cell is one line.
  mutating func append(_ row: [String]) {
    rows.append(row.map { ShownText.shown($0).replacing("\n", with: " ") })
  }

  /// The lines, without blanks at their ends.
  var text: String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? Self.width($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - Self.width(cell))
        return alignsRight.contains(column) ? blanks + cell : cell + blanks
      }
      var line = cells.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// Cells of a terminal that a text takes.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x300...0x36F, 0x200B...0x200F: sum
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        sum + 2
      default: sum + 1
      }
    }
  }
}
