import Documents

/// Files whose first bytes say that they are of another format than their name does.
enum ForeignBytes {
  private static let table: FaultText = "save the sheet as CSV (UTF-8) or .xlsx"
  private static let layer: FaultText = "convert it with: ogr2ogr out.gpkg FILE"

  /// What the first bytes of formats are.
  private static let heads: [(head: [UInt8], what: FaultText, advice: FaultText)] = [
    (
      Array("PK\u{3}\u{4}".utf8), "a workbook or another packed file", "name it .xlsx, .ods or .zip"
    ),
    ([0xD0, 0xCF, 0x11, 0xE0], "a workbook of old", table),
    (Array("SQLite format 3".utf8), "a GeoPackage or another database", "name it .gpkg"),
    ([0, 0, 0x27, 0x0A], "a shapefile", "name it .shp"),
    (Array("%PDF".utf8), "a PDF document", "ask for the data behind it"),
    (Array("{\\rtf".utf8), "a document of a word processor", table),
    (Array("Rar!".utf8), "a packed file", "unpack it"),
    ([0x37, 0x7A, 0xBC, 0xAF], "a packed file", "unpack it"),
    (Array("fgb".utf8), "a FlatGeobuf file", "name it .fgb"),
    (Array("PAR1".utf8), "a Parquet file", layer),
  ]

  /// What is marked up starts with.
  private static let tags: [(head: String, what: FaultText, advice: FaultText)] = [
    ("<kml", "KML", "name it .kml"), ("<gpx", "GPX", layer),
    ("<osm", "OpenStreetMap data", "name it .osm"),
    ("<html", "a page of the web", "save the table in it as CSV"),
    ("<!doctype html", "a page of the web", "save the table in it as CSV"),
    ("<table", "a table of a page of the web", "open it in a spreadsheet, and \(table)"),
    ("<wfs:", "GML", layer), ("<gml:", "GML", layer),
  ]

  /// - Parameter path: For messages.
  /// - Throws: What the file is and how to convert it.
  static func check(_ file: FileBytes) throws(LayerFileError) {
    let count = min(file.count, 600)
    let bytes = PaddedBytes(count: count)
    try file.copy(0..<count, to: bytes.start)
    defer { withExtendedLifetime(bytes) {} }
    for (head, what, advice) in heads where bytes.bytes.starts(with: head) {
      throw .foreign(path: file.path, what: what, advice: advice)
    }
    guard let first = bytes.bytes.first(where: { !$0.isJSONSpace && $0 < 0x80 }),
      first == UInt8(ascii: "<")
    else { return }
    let text = String(decoding: bytes.bytes, as: UTF8.self).lowercased()
    for (head, what, advice) in tags where text.contains(head) {
      throw .foreign(path: file.path, what: what, advice: advice)
    }
    guard text.contains("<?xml") || text.contains("/>") || text.contains("</") else { return }
    throw .foreign(path: file.path, what: "XML", advice: layer)
  }
}
