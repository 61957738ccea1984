import Documents

/// Tables of texts that are read row by row, for those of which a caller keeps little.
///
/// Nothing is guessed: fields are the texts as written, and every row has as many as the header.
public enum TableFile {
  /// The fields that were asked for, of one row.
  public struct Row {
    /// The line of the file that the row starts on, from 1.
    public let line: Int
    private let bytes: UnsafeBufferPointer<UInt8>
    private let record: CSVScanner.Record
    private let places: [Int]

    fileprivate init(
      _ record: CSVScanner.Record, _ bytes: UnsafeBufferPointer<UInt8>, places: [Int]
    ) {
      self.record = record
      self.bytes = bytes
      self.places = places
      line = record.line
    }

    /// Calls `body` with the UTF-8 of a field, counted in the order asked for.
    public func withField<Result>(
      _ column: Int, _ body: (Span<UInt8>) throws -> Result
    ) rethrows -> Result {
      try body(self[column].span)
    }

    /// The text of a field, counted in the order asked for.
    public func text(_ column: Int) -> String { String(decoding: self[column], as: UTF8.self) }

    /// Whether a field, counted in the order asked for, has exactly these bytes.
    public func field(_ column: Int, is utf8: [UInt8]) -> Bool { utf8.elementsEqual(self[column]) }

    /// Appends the UTF-8 of a field, counted in the order asked for.
    public func append(_ column: Int, to utf8: inout [UInt8]) {
      utf8.append(contentsOf: self[column])
    }

    fileprivate subscript(column: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: bytes[record.range(of: places[column])])
    }
  }

  /// Visits all rows of a CSV file in its order; of the file no more than a piece is in memory.
  ///
  /// - Parameters:
  ///   - path: UTF-8; compressed or not.
  ///   - columns: Names from the header.
  ///   - pieceBytes: How much is read at a time, so that tests can cut anywhere.
  ///   - visit: What it throws ends the reading.
  /// - Throws: `LayerFileError` where there is no such file, a column is missing or a row has not
  ///   as many fields as the header; else what `visit` throws.
  public static func read(
    _ path: String, columns: [String], pieceBytes: Int = 4 << 20, visit: (Row) throws -> Void
  ) throws {
    var pieces = FilePieces(try FileBytes(path: path), pieceBytes: pieceBytes)
    guard try pieces.readMore() else { throw LayerFileError.empty(path: path) }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    while pieces.bytes.count < mark.count, try pieces.readMore() {}
    if pieces.bytes.starts(with: mark) { pieces.drop(mark.count) }
    var rows = TableRows(path: path, columns: columns)
    repeat {
      let isLast = pieces.isAtEnd
      let read = try pieces.bytes.withUnsafeBufferPointer {
        try rows.visit($0, isLast: isLast, visit)
      }
      pieces.drop(read)
    } while try pieces.readMore()
    guard rows.hasHeader else { throw LayerFileError.empty(path: path) }
  }
}

/// The bytes of a file that are not used yet.
private struct FilePieces {
  private let file: FileBytes
  private let pieceBytes: Int
  private var place = 0
  private(set) var bytes: [UInt8] = []

  init(_ file: FileBytes, pieceBytes: Int) {
    self.file = file
    self.pieceBytes = max(1, pieceBytes)
  }

  var isAtEnd: Bool { place == file.count }

  /// Adds the next piece; `false` at the end of the file.
  mutating func readMore() throws(LayerFileError) -> Bool {
    // A record that is longer than a piece gets twice as much each time.
    let count = min(max(pieceBytes, bytes.count), file.count - place)
    guard count > 0 else { return false }
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: count))
    var failure: LayerFileError?
    bytes.withUnsafeMutableBufferPointer { buffer in
      guard let target = buffer.baseAddress else { return }
      do throws(LayerFileError) {
        try file.copy(place..<place + count, to: target + start)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    place += count
    return true
  }

  mutating func drop(_ count: Int) { bytes.removeFirst(count) }
}

/// The rows of a table that comes in pieces.
private struct TableRows {
  private let path: String
  private let columns: [String]
  private var record = CSVScanner.Record()
  /// The line that the next piece starts on.
  private var line = 1
  private var delimiter = Delimiter.comma
  private var fieldCount = 0
  private var places: [Int] = []

  init(path: String, columns: [String]) {
    self.path = path
    self.columns = columns
  }

  var hasHeader: Bool { fieldCount > 0 }

  /// Visits the rows that are whole, and returns how many bytes they take.
  ///
  /// - Parameter isLast: Whether nothing follows, so that the last row needs no line end.
  mutating func visit(
    _ text: UnsafeBufferPointer<UInt8>, isLast: Bool, _ body: (TableFile.Row) throws -> Void
  ) throws -> Int {
    if !hasHeader { delimiter = Delimiter.plain(ofHeader: text) }
    var scanner = CSVScanner(text, delimiter: delimiter, line: line)
    var read = 0
    var readLine = line
    while try hasNext(&scanner, in: text, isLast: isLast) {
      // What ends with the piece may go on in the next.
      if scanner.isAtEnd, !isLast { break }
      read = scanner.at
      readLine = scanner.line
      if !hasHeader {
        try readHeader()
      } else if !record.isEmptyLine {
        try visitRow(body)
      }
    }
    line = readLine
    return read
  }

  private mutating func hasNext(
    _ scanner: inout CSVScanner, in text: UnsafeBufferPointer<UInt8>, isLast: Bool
  ) throws(LayerFileError) -> Bool {
    do throws(CSVTable.OpenQuote) {
      return try scanner.next(&record)
    } catch {
      guard isLast else { return false }
      let place = TextPlace(offset: error.offset, in: text)
      throw .malformed(
        path: path, line: line + place.line - 1, column: place.column,
        message: "the quote opened here is never closed; double the quotes within a text")
    }
  }

  private mutating func readHeader() throws(LayerFileError) {
    let names = (0..<record.count).map { record.text($0) }
    for column in columns {
      guard let place = names.firstIndex(of: column) else {
        throw .invalid(
          path: path, place: "header",
          message:
            "there is no column \"\(column)\"; the columns are \(names.joined(separator: ", "))")
      }
      places.append(place)
    }
    fieldCount = names.count
  }

  private func visitRow(_ body: (TableFile.Row) throws -> Void) throws {
    guard record.count == fieldCount else {
      throw LayerFileError.invalid(
        path: path, place: "line \(record.line)",
        message: "has \(record.count) fields instead of \(fieldCount); the file was cut off or"
          + " edited, write it again")
    }
    try record.bytes.withUnsafeBufferPointer { bytes in
      let row = TableFile.Row(record, bytes, places: places)
      for column in places.indices where UTF8Check.firstFault(in: row[column]) != nil {
        throw LayerFileError.encoding(
          path: path, name: "UTF-8", reason: "line \(record.line) is not in it")
      }
      try body(row)
    }
  }
}
