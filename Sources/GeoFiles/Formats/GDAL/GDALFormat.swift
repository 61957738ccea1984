import CGDAL
import Documents
import Geodesy
import Glibc
import Planar
import Workers

/// Formats that GDAL reads: each is opened by its own driver and no other, from the disk or the database that is
/// named, so that no file can have others fetched from the network.
struct GDALFormat: LayerFormat {
  /// What is special about a format.
  enum Kind: Sendable {
    case plain
    /// Texts in an encoding that the file may state or not.
    case shapefile
    /// A drawing: what is closed is an area.
    case drawing
    /// Sheets without geometry and without types.
    case workbook
    /// A packed set of files.
    case archive
    case database
  }

  let name: String
  /// As GDAL calls it; several where one name stands for them.
  let drivers: [String]
  let extensions: [String]
  var kind = Kind.plain

  /// A new one is a line here.
  static let all: [GDALFormat] = [
    GDALFormat(
      name: "Shapefile", drivers: ["ESRI Shapefile"], extensions: ["shp", "dbf"], kind: .shapefile),
    GDALFormat(name: "GeoPackage", drivers: ["GPKG"], extensions: ["gpkg"]),
    GDALFormat(name: "File Geodatabase", drivers: ["OpenFileGDB"], extensions: ["gdb"]),
    GDALFormat(name: "FlatGeobuf", drivers: ["FlatGeobuf"], extensions: ["fgb"]),
    // Not every GDAL has it: Debian's has not.
    GDALFormat(name: "GeoParquet", drivers: ["Parquet"], extensions: ["parquet", "geoparquet"]),
    GDALFormat(name: "KML", drivers: ["LIBKML", "KML"], extensions: ["kml", "kmz"]),
    GDALFormat(name: "MapInfo", drivers: ["MapInfo File"], extensions: ["tab", "mif"]),
    GDALFormat(name: "DXF", drivers: ["DXF"], extensions: ["dxf"], kind: .drawing),
    GDALFormat(name: "XLSX", drivers: ["XLSX"], extensions: ["xlsx"], kind: .workbook),
    GDALFormat(name: "ODS", drivers: ["ODS"], extensions: ["ods"], kind: .workbook),
    GDALFormat(
      name: "ZIP", drivers: ["ESRI Shapefile", "OpenFileGDB", "MapInfo File"], extensions: ["zip"],
      kind: .archive),
    GDALFormat(name: "PostGIS", drivers: ["PostgreSQL"], extensions: ["pg"], kind: .database),
  ]

  func read(
    _ location: LayerLocation, options: ReadOptions
  ) async throws(LayerFileError) -> Layer {
    let byteCount = kind == .database ? 0 : try storedCount(location.path)
    try checkLibrary(location)
    if location.fileExtension == "shp" { try ShapefileParts(location.path).check() }
    var layer: Layer
    switch kind {
    case .workbook: layer = try await readSheet(location, options)
    default: layer = try await readLayer(location, options)
    }
    layer.byteCount = byteCount
    return layer
  }

  func layerNames(in location: LayerLocation) throws(LayerFileError) -> [String] {
    if kind != .database { _ = try storedCount(location.path) }
    try checkLibrary(location)
    return try GDALSource.layerNames(in: location, self)
  }

  /// - Throws: Where GDAL is not there, or has none of the drivers.
  private func checkLibrary(_ location: LayerLocation) throws(LayerFileError) {
    guard GDALLibrary.isThere else { throw .noGDAL(path: location.shown, format: name) }
    GDALLibrary.start
    guard drivers.contains(where: { gdal.GDALGetDriverByName($0) != nil }) else {
      throw .noDriver(path: location.shown, format: name)
    }
  }

  /// How large it is on the disk: of a set of files all of them.
  ///
  /// - Throws: Where there is nothing.
  private func storedCount(_ path: String) throws(LayerFileError) -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .notFound(path: path) }
      throw .unreadable(path: path, reason: FileBytes.text(of: errno))
    }
    let files = LayerFiles.parts(of: path)
    guard !files.isEmpty else { throw .isDirectory(path: path) }
    return files.reduce(0) { sum, file in
      var status = stat()
      return stat(file, &status) == 0 ? sum + Int(status.st_size) : sum
    }
  }

  /// The rows that are asked for.
  ///
  /// - Parameter took: See `GDALSource`.
  private func source(
    _ location: LayerLocation, _ options: ReadOptions,
    _ took: (ArrowBatch, [[UInt8]]) -> Void = { _, _ in }
  ) throws(LayerFileError) -> GDALSource {
    guard let text = options.filter else {
      return try GDALSource(location, self, options, whileReading: took)
    }
    let filter = RowFilter(text: text)
    // Databases have an SQL of their own, in which what is quoted may be a text.
    let isOwnSQL = drivers == ["GPKG"] || kind == .database
    guard kind == .shapefile || kind == .archive else {
      let words = isOwnSQL ? filter.text : filter.quoted
      return try GDALSource(
        location, self, options, filter: Array(words.utf8CString), whileReading: took)
    }
    // Names and texts are compared in the encoding of the file, which its rows tell.
    let all = try GDALSource(location, self, options)
    let texts = try all.decoder(stated: options.encoding).settled(path: location.shown)
    guard let bytes = texts.encoded(filter.quoted) else {
      throw .invalid(
        path: location.shown, place: FaultText(verbatim: "where"),
        message: "it has characters that are not in the encoding of the file: \(text)")
    }
    return try GDALSource(location, self, options, filter: bytes)
  }

  private func readLayer(
    _ location: LayerLocation, _ options: ReadOptions
  ) async throws(LayerFileError) -> Layer {
    var (source, batches) = try await decodedWhileRead(location, options)
    if source.lacksGeometry { return try await readTable(source, location, options) }
    let decoder = source.decoder(stated: options.encoding)
    let texts = try decoder.settled(path: location.shown)
    if batches.count < source.batches.count {
      let (reading, names) = (source, texts.uniqueNames(source.names))
      batches = await options.workers.sideBySide(Array(source.batches.indices)) { index in
        reading.batches[index].rows(names, texts, closing: self.kind == .drawing)
      }
    }
    let rows = await LayerAssembler.assembled(batches, options.workers)
    var crs = options.crs
    if crs == nil { crs = try source.crs(path: location.shown) }
    let notes =
      texts.notes + source.warnings
      + GeometryReview.notes(on: rows.geometry, tally: rows.tally, crs: crs, isRFC: false)
    return Layer(
      name: location.name, geometry: rows.geometry, attributes: rows.attributes, crs: crs,
      notes: notes + rows.notes)
  }

  /// Reads the layer on one core and makes rows of its batches on others, where its texts are known to be UTF-8; else
  /// there are no rows yet.
  private func decodedWhileRead(
    _ location: LayerLocation, _ options: ReadOptions
  ) async throws(LayerFileError) -> (GDALSource, [RowBatch]) {
    if options.workers.count == 1 || kind == .shapefile || kind == .archive {
      return (try source(location, options), [])
    }
    let closing = kind == .drawing
    let (source, rows) = await withTaskGroup(of: (number: Int, rows: RowBatch).self) { group in
      var started = 0
      let source = Result { () throws(LayerFileError) in
        try self.source(location, options) { batch, names in
          let number = started
          started += 1
          group.addTask {
            let texts = DecodedTexts()
            return (number, batch.rows(texts.uniqueNames(names), texts, closing: closing))
          }
        }
      }
      var rows: [Int: RowBatch] = [:]
      for await batch in group { rows[batch.number] = batch.rows }
      return (source, (0..<started).compactMap { rows[$0] })
    }
    return (try source.get(), rows)
  }

  /// A table without geometry is read as one of texts, whose columns of coordinates are found.
  private func readTable(
    _ source: GDALSource, _ location: LayerLocation, _ options: ReadOptions
  ) async throws(LayerFileError) -> Layer {
    let texts = try source.decoder(stated: options.encoding).settled(path: location.shown)
    let names = texts.uniqueNames(source.names)
    var bytes: [UInt8] = []
    TableText.append(names, to: &bytes)
    for batch in source.batches { batch.append(texts, to: &bytes) }
    var layer = try await CSV.read(
      FileBytes(bytes, path: location.shown), options: Self.plain(options))
    layer.notes = texts.notes + layer.notes
    return layer
  }

  /// All cells of a sheet as they stand, so that what looks like a header is one.
  private func readSheet(
    _ location: LayerLocation, _ options: ReadOptions
  ) async throws(LayerFileError) -> Layer {
    let source = try source(location, options)
    let texts = DecodedTexts()
    var bytes: [UInt8] = []
    for batch in source.batches { batch.append(texts, to: &bytes) }
    return try await CSV.read(FileBytes(bytes, path: location.shown), options: Self.plain(options))
  }

  /// Options for a text in UTF-8 that is one layer.
  private static func plain(_ options: ReadOptions) -> ReadOptions {
    var options = options
    options.layer = nil
    options.filter = nil
    options.encoding = "UTF-8"
    return options
  }
}
