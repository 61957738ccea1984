public import Workers

/// Writes tables as CSV of RFC 4180: UTF-8, commas, lines that end in CR LF.
///
/// A missing value is an empty field, an empty text is `""`. Nothing is done about texts that a
/// spreadsheet takes for a formula: they are data.
public struct CSVWriter: Sendable {
  /// How many tasks may render at a time; the bytes never depend on it.
  public let workers: Workers
  /// Whether the file starts with a byte order mark, by which Excel knows UTF-8.
  public let hasByteOrderMark: Bool

  /// A writer.
  public init(workers: Workers = Workers(count: 1), hasByteOrderMark: Bool = false) {
    self.workers = workers
    self.hasByteOrderMark = hasByteOrderMark
  }

  /// Writes a header and the rows, and returns the size in bytes.
  ///
  /// - Parameters:
  ///   - table: At least one column.
  ///   - path: A file that is there already is replaced. After an error a part of it may be left.
  @discardableResult
  public func write(_ table: OutputTable, to path: String) async throws(LayerWriteError) -> Int {
    let head = ByteBuffer()
    if hasByteOrderMark { head.append("\u{FEFF}") }
    for (index, name) in table.names.enumerated() {
      if index > 0 { head.append(UInt8(ascii: ",")) }
      var name = name
      name.withUTF8 { head.appendText($0, style: .csv) }
    }
    head.append("\r\n")
    var file = try OutputFile(creating: path)
    try file.write(head)
    let words = table.columns.map { CellWriter.words(of: $0, style: .csv) }
    try await file.write(rows: table.rowCount, workers: workers) { rows in
      Self.render(rows, of: table, words)
    }
    try file.finish()
    return file.byteCount
  }

  private static func render(
    _ rows: Range<Int>, of table: OutputTable, _ words: [WordList?]
  ) -> ByteBuffer {
    let comma = [UInt8(ascii: ",")]
    let cells = table.columns.enumerated().map { index, column in
      CellWriter.make(
        column, style: .csv, words: words[index], prefix: index > 0 ? comma : [])
    }
    let buffer = ByteBuffer(capacity: rows.count * (16 * cells.count + 2))
    for row in rows {
      for cell in cells { cell.writeWithPrefix(row, to: buffer) }
      buffer.append("\r\n")
    }
    return buffer
  }
}
