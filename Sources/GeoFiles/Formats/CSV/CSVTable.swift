import Documents

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

  /// - Parameter text: UTF-8.
  init(_ text: UnsafeBufferPointer<UInt8>) throws(OpenQuote) {
    let layout = CSVLayout(text)
    var scanner = CSVScanner(
      UnsafeBufferPointer(rebasing: text[layout.headerOffset...]), delimiter: layout.delimiter,
      line: layout.headerLine)
    var record = CSVScanner.Record()
    do throws(OpenQuote) {
      guard try scanner.next(&record) else { return }
      setNames(record)
      if layout.hasTitles {
        note(
          nil, "line \(layout.headerLine)",
          "is taken for the header, and what stands above it for titles")
      }
      var isSecond = true
      while try scanner.next(&record) {
        if record.isEmptyLine { continue }
        if !(isSecond && takeSubheader(record)) { append(record) }
        isSecond = false
      }
    } catch {
      throw OpenQuote(offset: layout.headerOffset + error.offset)
    }
  }

  private mutating func setNames(_ header: CSVScanner.Record) {
    for index in 0..<header.count {
      let text = header.text(index)
      let trimmed = text.drop { $0 == " " || $0 == "\t" }
      var name = String(trimmed.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
      if name.isEmpty {
        name = "column_\(index + 1)"
        note(nil, Self.place(ofColumn: index), Self.nameless(name))
      }
      if names.contains(name) {
        var number = 2
        while names.contains("\(name)_\(number)") { number += 1 }
        note(
          nil, Self.place(ofColumn: index),
          "\(name) is there twice; this one is \(name)_\(number)")
        name += "_\(number)"
      }
      names.append(name)
      columns.append(TextColumn())
    }
  }

  /// Takes the second line of a header whose first has cells over several columns: below 位置 and an empty
  /// cell stand 经度 and 纬度.
  private mutating func takeSubheader(_ record: CSVScanner.Record) -> Bool {
    let texts = (0..<record.count).map { TypeInference.trimmed(record.bytes[record.range(of: $0)]) }
    let unnamed = names.indices.filter { names[$0] == "column_\($0 + 1)" }
    guard texts.count == names.count, let first = unnamed.first, first > 0, texts[0].isEmpty,
      unnamed.allSatisfy({ !texts[$0].isEmpty }), !texts[first - 1].isEmpty,
      texts.allSatisfy({ DecimalText.number($0) == nil })
    else { return false }
    for index in names.indices where !texts[index].isEmpty {
      let name = String(decoding: texts[index], as: UTF8.self)
      names[index] = names.contains(name) ? "\(names[index]) \(name)" : name
    }
    let said = Set(names.indices.map { Self.nameless("column_\($0 + 1)") })
    notes.removeAll { said.contains($0.message) }
    note(nil, "line \(record.line)", "is taken for a second line of the header")
    return true
  }

  private static func nameless(_ name: String) -> FaultText { "has no name; it is called \(name)" }

  /// A column by its number: with nothing behind it, which tells it from one by its name.
  private static func place(ofColumn index: Int) -> FaultText {
    "column \(index + 1)\(FaultHint())"
  }

  private mutating func append(_ record: CSVScanner.Record) {
    checkCount(of: record)
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

  /// A value too many is a comma in a text without quotes: all behind it stand in the wrong columns.
  private mutating func checkCount(of record: CSVScanner.Record) {
    let row = lines.count
    if record.count < names.count {
      note(
        row, "line \(record.line)",
        "has \(record.count) fields instead of \(names.count); the rest is missing")
    }
    guard record.count > names.count else { return }
    let isSurplusFilled = (names.count..<record.count).contains { !record.range(of: $0).isEmpty }
    if isSurplusFilled {
      note(
        row, "line \(record.line)",
        "has \(record.count) values for \(names.count) columns, so that it is not known which belongs"
          + " where; put a text that has a separator in it in quotes", severity: .refused)
    }
  }

  private mutating func note(
    _ row: Int?, _ place: FaultText, _ message: FaultText, severity: ReadNote.Severity = .warning
  ) {
    notes.append(ReadNote(severity: severity, row: row, place: place, message: message))
  }
}
