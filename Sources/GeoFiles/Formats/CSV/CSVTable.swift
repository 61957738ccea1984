/// The fields of a CSV text, column by column, before their types are known.
struct CSVTable {
  private(set) var names: [String] = []
  /// One per name: texts; an empty field without quotes is a missing value.
  private(set) var columns: [TextColumn] = []
  /// The line that each row starts on, from 1.
  private(set) var lines: [Int] = []
  private(set) var notes: [ReadNote] = []

  /// A quote that is opened and never closed.
  struct OpenQuote: Error {
    let offset: Int
  }

  /// - Parameters:
  ///   - text: UTF-8.
  ///   - delimiter: What separates fields; `nil`: what the header has most of `,` `;` and tab.
  init(
    _ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8? = nil
  ) throws(OpenQuote) {
    var scanner = CSVScanner(text, delimiter: delimiter ?? Self.sniffDelimiter(text))
    var record = CSVScanner.Record()
    guard try scanner.next(&record) else { return }
    setNames(record)
    while try scanner.next(&record) {
      if record.isEmptyLine { continue }
      append(record)
    }
  }

  static func sniffDelimiter(_ text: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in text {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }

  private mutating func setNames(_ header: CSVScanner.Record) {
    for index in 0..<header.count {
      let text = header.text(index)
      let trimmed = text.drop { $0 == " " || $0 == "\t" }
      var name = String(trimmed.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
      if name.isEmpty {
        name = "column_\(index + 1)"
        note(nil, "column \(index + 1)", "has no name; it is called \(name)")
      }
      if names.contains(name) {
        var number = 2
        while names.contains("\(name)_\(number)") { number += 1 }
        note(nil, "column \(index + 1)", "\(name) is there twice; this one is \(name)_\(number)")
        name += "_\(number)"
      }
      names.append(name)
      columns.append(TextColumn())
    }
  }

  private mutating func append(_ record: CSVScanner.Record) {
    let row = lines.count
    if record.count != names.count {
      let what = record.count < names.count ? "the rest is missing" : "the rest is left out"
      note(
        row, "line \(record.line)",
        "has \(record.count) fields instead of \(names.count); \(what)")
    }
    for index in columns.indices {
      guard index < record.count else {
        columns[index].append(nil)
        continue
      }
      let field = record.range(of: index)
      if field.isEmpty, !record.isQuoted(index) {
        columns[index].append(nil)
      } else {
        record.bytes.withUnsafeBufferPointer {
          columns[index].append(utf8: UnsafeBufferPointer(rebasing: $0[field]))
        }
      }
    }
    lines.append(record.line)
  }

  private mutating func note(_ row: Int?, _ place: String, _ message: String) {
    notes.append(ReadNote(severity: .warning, row: row, place: place, message: message))
  }
}
