internal import Foundation
internal import GeoFiles
internal import Quantities

/// Reads the cells of one source column, whatever its type.
struct CellReading {
  let column: AttributeColumn

  /// The text of a cell without white space around it; `nil` where there is none.
  func text(_ row: Int) -> String? {
    switch column {
    case .text(let values): values[row].flatMap(Self.trimmed)
    case .integer(let values): values[row].map { String($0) }
    case .real(let values): values[row].flatMap(Self.text)
    case .boolean(let values): values[row].map { $0 ? "true" : "false" }
    case .json(let values): values[row].flatMap(Self.jsonText)
    }
  }

  /// The number in a cell; booleans and lists are not numbers.
  func number(
    _ row: Int, units: [String: UnitFactor], missing: Set<String>
  ) -> NumberReading {
    switch column {
    case .integer(let values):
      guard let value = values[row] else { return .missing }
      let (micros, overflow) = value.multipliedReportingOverflow(by: Amount.scale)
      return overflow ? .unreadable : .amount(Amount(micros: micros))
    case .real(let values): return values[row].map { NumberReading($0) } ?? .missing
    case .boolean(let values): return values[row] == nil ? .missing : .unreadable
    case .text, .json:
      guard let text = text(row) else { return .missing }
      return NumberReading(text, units: units, missing: missing)
    }
  }

  /// The items of a list: of a JSON array, or divided by `;`, `,`, `、`, `|` or line ends.
  func items(_ row: Int) -> [String]? {
    if case .json(let values) = column, let json = values[row], json.hasPrefix("["),
      let list = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [Any]
    {
      return list.compactMap { item in
        switch item {
        case let text as String: Self.trimmed(text)
        case let number as NSNumber: number.stringValue
        default: nil
        }
      }
    }
    return text(row)?.split { ";；,，、|\n\t".contains($0) }.compactMap { Self.trimmed(String($0)) }
  }

  private static func trimmed(_ text: String) -> String? {
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
  private static func text(_ number: Double) -> String? {
    guard number.isFinite else { return nil }
    if number == number.rounded(), abs(number) < 9e15 { return String(Int64(number)) }
    return "\(number)"
  }

  private static func jsonText(_ json: String) -> String? {
    guard json.hasPrefix("\"") else {
      return json == "null" ? nil : trimmed(json)
    }
    let value = try? JSONSerialization.jsonObject(
      with: Data(json.utf8), options: .fragmentsAllowed)
    return (value as? String).flatMap(trimmed)
  }
}
