import Documents
import Geodesy
import Planar

/// Comma-separated values (RFC 4180), also with semicolons, tabs, bars or Chinese commas.
enum CSV: ByteFormat {
  static let name = "CSV"
  static let extensions = ["csv", "tsv", "txt"]

  static func read(
    _ file: FileBytes, options: ReadOptions
  ) async throws(LayerFileError) -> Layer {
    let bytes = try file.load()
    guard bytes.count > 0 else { throw .empty(path: file.path) }
    let decoded = try TextEncoding.decode(bytes, stated: options.encoding, path: file.path)
    defer { withExtendedLifetime(decoded.bytes) {} }
    let text = decoded.bytes.bytes
    guard text.contains(where: { !$0.isJSONSpace }) else { throw .empty(path: file.path) }
    let table: CSVTable
    do throws(CSVTable.OpenQuote) {
      table = try CSVTable(text)
    } catch {
      let place = TextPlace(offset: error.offset, in: text)
      throw .malformed(
        path: file.path, line: place.line, column: place.column,
        message: "the quote opened here is never closed; double the quotes within a text")
    }
    return try layer(table, remark: decoded.remark, file: file, options: options)
  }

  private static func layer(
    _ table: CSVTable, remark: FaultText?, file: FileBytes, options: ReadOptions
  ) throws(LayerFileError) -> Layer {
    var fileNotes: [ReadNote] = []
    if let remark {
      fileNotes.append(ReadNote(severity: .warning, row: nil, place: nil, message: remark))
    }
    let source = try CSVGeometrySource(options, in: table, path: file.path)
    let geometry = source.read(table)
    let crs = options.crs ?? source.crs ?? geometry.crs
    fileNotes += source.notes + geometry.notes.filter { $0.row == nil }
    fileNotes += table.notes.filter { $0.row == nil }
    fileNotes += GeometryReview.notes(on: geometry.column, tally: geometry.tally, crs: crs)
    let rowNotes = (table.notes + geometry.notes).filter { $0.row != nil }
      .enumerated().sorted { ($0.element.row ?? 0, $0.offset) < ($1.element.row ?? 0, $1.offset) }
      .map(\.element)
    var attributes = AttributeTable(rowCount: table.lines.count)
    for (name, texts) in zip(table.names, table.columns) {
      attributes.set(name, TypeInference.typed(texts))
    }
    var layer = Layer(
      name: file.name, geometry: geometry.column, attributes: attributes, lines: table.lines,
      crs: crs, notes: fileNotes + rowNotes, byteCount: file.storedCount)
    layer.lacksGeometry = source.content == .nothingFound
    return layer
  }
}
