/// Takes CSV apart into records.
struct CSVScanner {
  /// The fields of a record, one behind the other in a buffer that the next record uses again.
  struct Record {
    /// UTF-8 of all fields.
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var quoted: [Bool] = []
    /// The line that it starts on, from 1.
    fileprivate(set) var line = 1

    /// Number of fields.
    var count: Int { ends.count }
    /// Whether there is nothing on its line, but perhaps what separates fields.
    var isEmptyLine: Bool { bytes.isEmpty && !quoted.contains(true) }
    /// Where a field stands in `bytes`.
    func range(of field: Int) -> Range<Int> { (field > 0 ? ends[field - 1] : 0)..<ends[field] }
    /// Whether a field is written in quotes.
    func isQuoted(_ field: Int) -> Bool { quoted[field] }
    /// The text of a field.
    func text(_ field: Int) -> String { String(decoding: bytes[range(of: field)], as: UTF8.self) }

    fileprivate mutating func start(onLine line: Int) {
      bytes.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      quoted.removeAll(keepingCapacity: true)
      self.line = line
    }

    fileprivate mutating func append(_ part: UnsafeBufferPointer<UInt8>) {
      bytes.append(contentsOf: part)
    }

    fileprivate mutating func append(_ byte: UInt8) { bytes.append(byte) }

    fileprivate mutating func endField(isQuoted: Bool) {
      ends.append(bytes.count)
      quoted.append(isQuoted)
    }

    /// Whether the field that is being read has no text so far.
    fileprivate var isAtFieldStart: Bool { bytes.count == ends.last ?? 0 }
  }

  private let text: UnsafeBufferPointer<UInt8>
  private let delimiter: Delimiter
  /// How many bytes are read.
  private(set) var at = 0
  /// The line that `at` is in, from 1.
  private(set) var line: Int

  /// Whether all is read.
  var isAtEnd: Bool { at == text.count }

  /// - Parameters:
  ///   - text: UTF-8.
  ///   - delimiter: What separates fields.
  ///   - line: The line that the text starts on, from 1.
  init(_ text: UnsafeBufferPointer<UInt8>, delimiter: Delimiter, line: Int = 1) {
    self.text = text
    self.delimiter = delimiter
    self.line = line
  }

  /// Reads the next record; `false` at the end.
  mutating func next(_ record: inout Record) throws(CSVTable.OpenQuote) -> Bool {
    guard at < text.count else { return false }
    record.start(onLine: line)
    var isQuoted = false
    while true {
      guard at < text.count else {
        record.endField(isQuoted: isQuoted)
        return true
      }
      let byte = text[at]
      switch byte {
      case _ where delimiter.stands(in: text, at: at):
        record.endField(isQuoted: isQuoted)
        isQuoted = false
        at += delimiter.count
      case 0x0A, 0x0D:
        at += 1
        if byte == 0x0D, at < text.count, text[at] == 0x0A { at += 1 }
        line += 1
        record.endField(isQuoted: isQuoted)
        return true
      case UInt8(ascii: "\"") where !isQuoted && record.isAtFieldStart:
        isQuoted = true
        try scanQuoted(into: &record)
      default:
        let start = at
        while at < text.count, text[at] != 0x0A, text[at] != 0x0D,
          !delimiter.stands(in: text, at: at)
        {
          at += 1
        }
        record.append(UnsafeBufferPointer(rebasing: text[start..<at]))
      }
    }
  }

  private mutating func scanQuoted(into record: inout Record) throws(CSVTable.OpenQuote) {
    let opening = at
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
      record.append(UnsafeBufferPointer(rebasing: text[start..<at]))
      guard at < text.count else { throw CSVTable.OpenQuote(offset: opening) }
      at += 1
      guard at < text.count, text[at] == UInt8(ascii: "\"") else { return }
      record.append(UInt8(ascii: "\""))
      at += 1
    }
  }
}
