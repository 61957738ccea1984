import Geodesy
import Planar

/// Comma-separated values (RFC 4180), also with semicolons or tabs.
enum CSV: LayerFormat {
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
    return try layer(table, guessed: decoded.guessed, file: file, options: options)
  }

  private static func layer(
    _ table: CSVTable, guessed: String?, file: FileBytes, options: ReadOptions
  ) throws(LayerFileError) -> Layer {
    var fileNotes: [ReadNote] = []
    if let guessed {
      fileNotes.append(
        ReadNote(
          severity: .warning, row: nil, place: "",
          message: "the text is not UTF-8 and was read as \(guessed); state the file's encoding if "
            + "characters are wrong"))
    }
    let source = try CSVGeometrySource(options.geometry, in: table, path: file.path)
    let geometry = source.read(table)
    if case .nothingFound = source {
      fileNotes.append(
        ReadNote(
          severity: .warning, row: nil, place: "header",
          message: "no columns of coordinates; name them lon and lat, x and y, 经度 and 纬度, or wkt"))
    }
    fileNotes += table.notes.filter { $0.row == nil }
    fileNotes += GeometryReview.notes(
      on: geometry.column, tally: geometry.tally, crs: options.crs)
    let rowNotes = (table.notes.filter { $0.row != nil } + geometry.notes)
      .enumerated().sorted { ($0.element.row ?? 0, $0.offset) < ($1.element.row ?? 0, $1.offset) }
      .map(\.element)
    var attributes = AttributeTable(rowCount: table.lines.count)
    for (name, texts) in zip(table.names, table.columns) {
      attributes.set(name, TypeInference.typed(texts))
    }
    return Layer(
      name: file.name, geometry: geometry.column, attributes: attributes, lines: table.lines,
      crs: options.crs, notes: fileNotes + rowNotes, byteCount: file.storedCount)
  }
}
