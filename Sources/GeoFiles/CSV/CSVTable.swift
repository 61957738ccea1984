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
    guard let header = try scanner.nextRecord() else { return }
    setNames(header)
    while let record = try scanner.nextRecord() {
      if record.fields.count == 1, record.fields[0].bytes.isEmpty, !record.fields[0].isQuoted {
        continue  // an empty line
      }
      append(record)
    }
  }

  private static func sniffDelimiter(_ text: UnsafeBufferPointer<UInt8>) -> UInt8 {
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
    for (index, field) in header.fields.enumerated() {
      let text = String(decoding: field.bytes, as: UTF8.self)
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
    if record.fields.count != names.count {
      let what = record.fields.count < names.count ? "the rest is missing" : "the rest is left out"
      note(
        row, "line \(record.line)",
        "has \(record.fields.count) fields instead of \(names.count); \(what)")
    }
    for index in columns.indices {
      guard index < record.fields.count else {
        columns[index].append(nil)
        continue
      }
      let field = record.fields[index]
      if field.bytes.isEmpty, !field.isQuoted {
        columns[index].append(nil)
      } else {
        field.bytes.withUnsafeBufferPointer { columns[index].append(utf8: $0) }
      }
    }
    lines.append(record.line)
  }

  private mutating func note(_ row: Int?, _ place: String, _ message: String) {
    notes.append(ReadNote(severity: .warning, row: row, place: place, message: message))
  }
}

/// Takes CSV apart into records.
private struct CSVScanner {
  struct Field {
    var bytes: [UInt8] = []
    var isQuoted = false
  }

  struct Record {
    var fields: [Field]
    let line: Int
  }

  private let text: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private var at = 0
  private var line = 1

  init(_ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
    self.text = text
    self.delimiter = delimiter
  }

  /// The next record, or `nil` at the end.
  mutating func nextRecord() throws(CSVTable.OpenQuote) -> Record? {
    guard at < text.count else { return nil }
    var record = Record(fields: [], line: line)
    var field = Field()
    while true {
      guard at < text.count else {
        record.fields.append(field)
        return record
      }
      let byte = text[at]
      switch byte {
      case delimiter:
        record.fields.append(field)
        field = Field()
        at += 1
      case 0x0A, 0x0D:
        at += 1
        if byte == 0x0D, at < text.count, text[at] == 0x0A { at += 1 }
        line += 1
        record.fields.append(field)
        return record
      case UInt8(ascii: "\"") where field.bytes.isEmpty && !field.isQuoted:
        try scanQuoted(into: &field)
      default:
        let start = at
        while at < text.count, text[at] != delimiter, text[at] != 0x0A, text[at] != 0x0D { at += 1 }
        field.bytes.append(contentsOf: text[start..<at])
      }
    }
  }

  private mutating func scanQuoted(into field: inout Field) throws(CSVTable.OpenQuote) {
    let opening = at
    field.isQuoted = true
    at += 1
    while true {
      let start = at
      while at < text.count, text[at] != UInt8(ascii: "\"") {
        if text[at] == 0x0A || (text[at] == 0x0D && (at + 1 == text.count || text[at + 1] != 0x0A))
        {
          line += 1
        }
        at += 1
      }
      field.bytes.append(contentsOf: text[start..<at])
      guard at < text.count else { throw CSVTable.OpenQuote(offset: opening) }
      at += 1
      guard at < text.count, text[at] == UInt8(ascii: "\"") else { return }
      field.bytes.append(UInt8(ascii: "\""))
      at += 1
    }
  }
}
