internal import Foundation
internal import GeoFiles
internal import Quantities

/// Reads the cells of one source column, whatever its type.
struct CellReading: Sendable {
  /// By the column's type, so that it is not asked for, and nothing of the column counted, cell by
  /// cell.
  private let cells: any Cells

  init(column: AttributeColumn) {
    cells =
      switch column {
      case .text(let values): TextCells(values)
      case .integer(let values): IntegerCells(values)
      case .real(let values): RealCells(values)
      case .boolean(let values): BooleanCells(values)
      case .json(let values): JSONCells(values)
      }
  }

  /// Whether its numbers were not all written as whole ones.
  var isReal: Bool { cells is RealCells }

  /// Its values, where all are whole numbers.
  var wholeNumbers: ValueColumn<Int64>? { (cells as? IntegerCells)?.values }

  /// The text of a cell without white space around it; `nil` where there is none.
  func text(_ row: Int) -> String? { cells.text(row) }

  /// The number in a cell; booleans and lists are not numbers.
  func number(
    _ row: Int, units: [String: UnitFactor], missing: Set<String>
  ) -> NumberReading {
    cells.number(row, units: units, missing: missing)
  }

  /// The items of a list: of a JSON array, or divided by `;`, `,`, `、`, `|` or line ends.
  func items(_ row: Int) -> [String]? {
    if let json = (cells as? JSONCells)?.values[row], json.hasPrefix("["),
      let list = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [Any]
    {
      return list.compactMap { item in
        switch item {
        case let text as String: CellText.trimmed(text)
        case let number as NSNumber: number.stringValue
        default: nil
        }
      }
    }
    return text(row)?.split { ";；,，、|\n\t".contains($0) }.compactMap {
      CellText.trimmed(String($0))
    }
  }
}

/// The cells of a column of one type.
private protocol Cells: Sendable {
  func text(_ row: Int) -> String?
  func number(_ row: Int, units: [String: UnitFactor], missing: Set<String>) -> NumberReading
}

extension Cells {
  /// What a cell says that holds a text.
  func number(_ row: Int, units: [String: UnitFactor], missing: Set<String>) -> NumberReading {
    guard let text = text(row) else { return .missing }
    return NumberReading(text, units: units, missing: missing)
  }
}

private final class TextCells: Cells {
  private let values: TextColumn

  init(_ values: TextColumn) { self.values = values }

  func text(_ row: Int) -> String? { values[row].flatMap(CellText.trimmed) }
}

private final class IntegerCells: Cells {
  let values: ValueColumn<Int64>

  init(_ values: ValueColumn<Int64>) { self.values = values }

  func text(_ row: Int) -> String? { values[row].map { String($0) } }

  func number(_ row: Int, units: [String: UnitFactor], missing: Set<String>) -> NumberReading {
    guard let value = values[row] else { return .missing }
    let (micros, overflow) = value.multipliedReportingOverflow(by: Amount.scale)
    return overflow ? .unreadable : .amount(Amount(micros: micros))
  }
}

private final class RealCells: Cells {
  private let values: ValueColumn<Double>

  init(_ values: ValueColumn<Double>) { self.values = values }

  func text(_ row: Int) -> String? { values[row].flatMap(CellText.text) }

  func number(_ row: Int, units: [String: UnitFactor], missing: Set<String>) -> NumberReading {
    values[row].map { NumberReading($0) } ?? .missing
  }
}

private final class BooleanCells: Cells {
  private let values: ValueColumn<Bool>

  init(_ values: ValueColumn<Bool>) { self.values = values }

  func text(_ row: Int) -> String? { values[row].map { $0 ? "true" : "false" } }

  func number(_ row: Int, units: [String: UnitFactor], missing: Set<String>) -> NumberReading {
    values[row] == nil ? .missing : .unreadable
  }
}

private final class JSONCells: Cells {
  let values: TextColumn

  init(_ values: TextColumn) { self.values = values }

  func text(_ row: Int) -> String? { values[row].flatMap(CellText.json) }
}

/// The text of what stands in a cell.
private enum CellText {
  static func trimmed(_ text: String) -> String? {
    if isTrimmed(text.utf8) { return text }
    let trimmed = text.trimmingCharacters(in: blank)
    return trimmed.isEmpty ? nil : trimmed
  }

  private static let blank = CharacterSet.whitespacesAndNewlines
    .union(CharacterSet(charactersIn: "\u{FEFF}\u{200B}\u{0}"))

  /// Whether a text starts and ends with ASCII that is not blank or with a Chinese character, as
  /// nearly all do; the full test is slow.
  private static func isTrimmed(_ utf8: String.UTF8View) -> Bool {
    guard let first = utf8.first, let last = utf8.last else { return false }
    let visible: ClosedRange<UInt8> = 0x21...0x7E
    let chinese: ClosedRange<UInt8> = 0xE4...0xE9
    guard visible.contains(first) || chinese.contains(first) else { return false }
    return visible.contains(last) || (utf8.suffix(3).first.map(chinese.contains) ?? false)
  }

  /// Whole numbers without `.0`, since ids come as reals from some formats.
  static func text(_ number: Double) -> String? {
    guard number.isFinite else { return nil }
    if number == number.rounded(), abs(number) < 9e15 { return String(Int64(number)) }
    return "\(number)"
  }

  static func json(_ json: String) -> String? {
    guard json.hasPrefix("\"") else {
      return json == "null" ? nil : trimmed(json)
    }
    let value = try? JSONSerialization.jsonObject(
      with: Data(json.utf8), options: .fragmentsAllowed)
    return (value as? String).flatMap(trimmed)
  }
}
