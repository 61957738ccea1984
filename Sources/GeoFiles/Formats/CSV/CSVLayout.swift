/// How a table is laid out: what separates its fields, and where its header is.
///
/// Spreadsheets put titles above a table, and a line `sep=;` for themselves; both are found in the
/// first records, as the header is the first record that has about as many texts as the table is wide.
struct CSVLayout {
  /// What separates fields.
  let delimiter: Delimiter
  /// Where the header starts, in bytes.
  private(set) var headerOffset = 0
  /// The line that the header starts on, from 1.
  private(set) var headerLine = 1
  /// Whether what stands above the header is more than empty lines and `sep=`.
  private(set) var hasTitles = false

  /// How many records are looked at, and in how many bytes.
  fileprivate static let sampleRecords = 40
  private static let sampleBytes = 1 << 16

  /// - Parameter text: UTF-8.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    let sample = UnsafeBufferPointer(rebasing: text.prefix(Self.sampleBytes))
    if let stated = Self.stated(sample) {
      delimiter = stated.delimiter
      let rest = UnsafeBufferPointer(rebasing: sample[stated.end...])
      take(Trial(delimiter, rest, offset: stated.end, line: 2))
      return
    }
    let trials = Delimiter.narrow.map { Trial($0, sample) }
    let best = Self.best(of: trials) ?? Self.best(of: Delimiter.wide.map { Trial($0, sample) })
    let plain = Delimiter.plain(ofHeader: sample)
    guard let chosen = best ?? trials.first(where: { $0.delimiter == plain }) else {
      delimiter = .comma
      return
    }
    delimiter = chosen.delimiter
    take(chosen)
  }

  private mutating func take(_ trial: Trial) {
    guard let header = trial.header ?? trial.records.first else { return }
    headerOffset = header.offset
    headerLine = header.line
    hasTitles = header.offset != trial.records.first?.offset
  }

  /// The trial that most records agree with, more so if they are wide and nothing is above the header.
  private static func best(of trials: [Trial]) -> Trial? {
    trials.filter { $0.header != nil && $0.agreeing * 2 >= $0.records.count }
      .reduce(nil) { best, trial in
        guard let best, best.score >= trial.score else { return trial }
        return best
      }
  }

  /// `sep=;` in the first line, as spreadsheets write and read it.
  private static func stated(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (delimiter: Delimiter, end: Int)? {
    let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
    guard line.count <= 16 else { return nil }
    let stated = String(decoding: line.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
      .drop { $0 == " " }
    guard stated.lowercased().hasPrefix("sep") else { return nil }
    let value = stated.dropFirst(3).drop { $0 == " " }
    guard value.first == "=" else { return nil }
    // A blank is stated by one, and stands around others.
    let separator = value.dropFirst()
    let visible = separator.drop { $0 == " " }
    guard let delimiter = Delimiter(stated: visible.isEmpty ? separator : visible) else {
      return nil
    }
    var end = line.count
    if end < text.count, text[end] == 0x0D { end += 1 }
    if end < text.count, text[end] == 0x0A { end += 1 }
    return (delimiter, end)
  }
}

/// What a record looks like under one delimiter.
private struct RecordShape {
  /// Of its first byte.
  let offset: Int
  let line: Int
  let fields: Int
  /// Fields with something in them.
  let filled: Int
  /// Fields with a number.
  let numbers: Int
}

/// The first records of a table, taken apart by one delimiter.
private struct Trial {
  let delimiter: Delimiter
  /// Without those that are empty.
  private(set) var records: [RecordShape] = []
  /// Number of fields that most records have, the larger one where two are as frequent.
  private let width: Int
  /// Number of records that have so many.
  let agreeing: Int

  init(
    _ delimiter: Delimiter, _ text: UnsafeBufferPointer<UInt8>, offset: Int = 0, line: Int = 1
  ) {
    self.delimiter = delimiter
    var scanner = CSVScanner(text, delimiter: delimiter, line: line)
    var record = CSVScanner.Record()
    var start = 0
    // A quote that is open at the end of the sample ends it, and no more.
    while records.count < CSVLayout.sampleRecords, (try? scanner.next(&record)) == true {
      let shape = Self.shape(of: record, at: offset + start)
      if shape.filled > 0 { records.append(shape) }
      start = scanner.at
    }
    var counts: [Int: Int] = [:]
    for record in records { counts[record.fields, default: 0] += 1 }
    let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    width = most?.key ?? 0
    agreeing = most?.value ?? 0
  }

  private static func shape(of record: CSVScanner.Record, at offset: Int) -> RecordShape {
    var filled = 0
    var numbers = 0
    for field in 0..<record.count {
      let bytes = TypeInference.trimmed(record.bytes[record.range(of: field)])
      if bytes.isEmpty { continue }
      filled += 1
      if DecimalText.number(bytes) != nil { numbers += 1 }
    }
    return RecordShape(
      offset: offset, line: record.line, fields: record.count, filled: filled, numbers: numbers)
  }

  /// The first record that is filled to more than half; behind another one it must be mostly texts.
  var header: RecordShape? {
    guard width > 1 else { return nil }
    for (index, record) in records.enumerated() where record.filled * 2 > width {
      return index == 0 || record.numbers * 2 < record.filled ? record : nil
    }
    return nil
  }

  /// How well the delimiter explains the records.
  var score: Int {
    let isHeaderFirst = header?.offset == records.first?.offset
    return agreeing * (width - 1) * (isHeaderFirst ? 2 : 1)
  }
}
