internal import GeoFiles

/// Keeps texts of the data from being run as formulas where a table is opened in a spreadsheet: they stand with
/// an apostrophe before them, which spreadsheets take for what it is.
enum FormulaGuard {
  private static let mark = UInt8(ascii: "'")

  /// Whether a spreadsheet would take a text for a formula: it begins with `=`, `+`, `-`, `@`, a tab or a
  /// return, and is no number.
  ///
  /// - Parameter start: The byte that it begins with.
  static func isFormula(_ utf8: Span<UInt8>, from start: Int = 0) -> Bool {
    guard start < utf8.count else { return false }
    switch utf8[start] {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 9, 13: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      for place in start + 1..<utf8.count {
        let byte = utf8[place]
        let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
        if !isDigit, byte != UInt8(ascii: ".") { return true }
      }
      return false
    default: return false
    }
  }

  /// How many bytes `ByteBuffer.append(cell:)` put before a text.
  static func length(in utf8: Span<UInt8>) -> Int {
    utf8.count > 1 && utf8[0] == mark && isFormula(utf8, from: 1) ? 1 : 0
  }
}

extension ByteBuffer {
  /// A text of the data as a cell of CSV that no spreadsheet runs.
  func append(cell text: String) {
    append(csv: FormulaGuard.isFormula(text.utf8.span) ? "'" + text : text)
  }
}
