import CGDAL
import Documents
import Geodesy
import Planar

/// One layer of a dataset that GDAL opened, with all its rows in Arrow's columns.
///
/// `@unchecked Sendable`: nothing changes once it is made.
final class GDALSource: @unchecked Sendable {
  /// Of the columns, as in the file: bytes of a shapefile are of any encoding.
  private(set) var names: [[UInt8]] = []
  private(set) var batches: [ArrowBatch] = []
  let lacksGeometry: Bool
  /// What the file says of the encoding of its texts; `nil`: all are UTF-8.
  private(set) var encoding: StatedEncoding?
  /// What GDAL says of the whole file.
  private(set) var warnings: [ReadNote] = []
  private let wkt: String?

  /// Opens what is at a location and reads a layer of it.
  ///
  /// - Parameters:
  ///   - filter: Of the options, in the encoding of the file; `nil`: all rows are read.
  ///   - took: Is told of each batch of a layer with geometry while the next ones are read, with the names of the
  ///     columns.
  init(
    _ location: LayerLocation, _ format: GDALFormat, _ options: ReadOptions, filter: [CChar]? = nil,
    whileReading took: (ArrowBatch, [[UInt8]]) -> Void = { _, _ in }
  ) throws(LayerFileError) {
    let path = location.shown
    let messages = GDALMessages()
    func damaged() -> LayerFileError {
      .damaged(path: path, format: format.name, reason: messages.text)
    }
    let isShapefile = format.kind == .shapefile || format.kind == .archive
    let (dataset, layer): (GDALDataset, OGRLayerH) = try messages.collecting {
      () throws(LayerFileError) in
      guard let dataset = GDALDataset(location, format) else { throw damaged() }
      return (dataset, try dataset.layer(options.layer, path: path))
    }
    lacksGeometry = gdal.OGR_L_GetGeomType(layer) == wkbNone
    encoding = isShapefile ? StatedEncoding(layer) : nil
    wkt = Self.wkt(of: layer)
    func wrongFilter() -> LayerFileError {
      .invalid(
        path: path, place: FaultText(verbatim: "where"),
        message: "\(messages.text): \(options.filter ?? "")")
    }
    if let filter {
      let isTaken = messages.collecting {
        gdal.OGR_L_SetAttributeFilter(layer, filter) == OGRERR_NONE
      }
      guard isTaken else { throw wrongFilter() }
    }
    // Others than those in the rectangle may come with them, and are left out behind.
    if let box = options.box {
      gdal.OGR_L_SetSpatialFilterRect(layer, box.minX, box.minY, box.maxX, box.maxY)
    }
    let hasGeometry = !lacksGeometry
    let reading = messages.collecting {
      ArrowReading(layer) { batch, names in if hasGeometry { took(batch, names) } }
    }
    guard let reading else { throw damaged() }
    if reading.isTooLarge { throw .tooLarge(path: path, limitBytes: Gzip.limitBytes) }
    names = reading.names
    batches = reading.batches
    // What cannot be read is said, perhaps on a thread of GDAL's own, and gone on behind: nothing is lost so.
    let count = messages.collecting { Int(gdal.OGR_L_GetFeatureCount(layer, 1)) }
    if filter != nil, !messages.isEmpty { throw wrongFilter() }
    // Of a rectangle an index counts what is near it, too.
    let isWhole = options.box == nil ? count == reading.rowCount : count >= reading.rowCount
    if reading.failure != nil || !messages.isEmpty || !isWhole {
      let reason: FaultText = messages.isEmpty ? reading.failure ?? "it is damaged" : messages.text
      throw .damaged(
        path: path, format: format.name,
        reason: "\(reason); of \(count) rows \(reading.rowCount) were read")
    }
    warnings = messages.warnings
    withExtendedLifetime(dataset) {}
  }

  /// The layers that have rows.
  static func layerNames(
    in location: LayerLocation, _ format: GDALFormat
  ) throws(LayerFileError) -> [String] {
    let messages = GDALMessages()
    return try messages.collecting { () throws(LayerFileError) in
      guard let dataset = GDALDataset(location, format) else {
        throw .damaged(path: location.shown, format: format.name, reason: messages.text)
      }
      return dataset.filledLayers
    }
  }

  /// The CRS that the layer states; `nil` for none.
  func crs(path: String) throws(LayerFileError) -> CRS? {
    guard let wkt else { return nil }
    do throws(CRSError) {
      return try CRS(parsing: wkt)
    } catch {
      throw .unknownCRS(path: path, error: error)
    }
  }

  /// What its texts are decoded by.
  func decoder(stated: String?) -> TextDecoder {
    TextDecoder(stated: stated, file: encoding) { add in
      for name in names { _ = add(name) }
      for batch in batches { batch.forEachText(add) }
    }
  }

  private static func wkt(of layer: OGRLayerH) -> String? {
    guard let system = gdal.OGR_L_GetSpatialRef(layer) else { return nil }
    var text: UnsafeMutablePointer<CChar>?
    guard gdal.OSRExportToWkt(system, &text) == OGRERR_NONE, let text else { return nil }
    defer { gdal.VSIFree(text) }
    return String(cString: text)
  }
}

/// The functions of GDAL, which whoever asks for knows to be there; see `GDALLibrary`.
var gdal: SitingGDAL {
  guard let functions = siting_gdal() else { preconditionFailure("there is no GDAL") }
  return functions.pointee
}

/// GDAL as a whole: looked for when the first file is to be read that needs it.
enum GDALLibrary {
  /// Whether it is on this machine.
  static let isThere = siting_gdal() != nil

  /// Makes its drivers known, once: to do so while one is used would pull it away from under its user.
  static let start: Void = {
    gdal.GDALAllRegister()
    // Arcs are drawn by chords; nothing here knows any other line.
    gdal.OGRSetNonLinearGeometriesEnabledFlag(0)
    // Threads of its own have no other handler, and standard error is not theirs.
    _ = gdal.CPLSetErrorHandler({ _, _, _ in })
  }()
}

/// A dataset that is open.
private final class GDALDataset {
  private let handle: GDALDatasetH
  /// Of the thread, while it is open.
  private let options: [String: String]

  /// `nil` where none of the format's drivers opens it.
  init?(_ location: LayerLocation, _ format: GDALFormat) {
    GDALLibrary.start
    let path = format.kind == .archive ? "/vsizip/" + location.path : location.path
    self.options =
      switch format.kind {
      // Cells as they stand; which row is the header is seen later.
      case .workbook:
        [
          "OGR_XLSX_HEADERS": "DISABLE", "OGR_XLSX_FIELD_TYPES": "STRING",
          "OGR_ODS_HEADERS": "DISABLE", "OGR_ODS_FIELD_TYPES": "STRING",
        ]
      // Texts as they stand: their encoding is found out here, and not believed.
      case .shapefile, .archive: ["SHAPE_ENCODING": ""]
      default: [:]
      }
    for (name, value) in options { gdal.CPLSetThreadLocalConfigOption(name, value) }
    let readOnlyVectors: UInt32 = 0x04 | 0x40
    guard
      let handle = CStrings.with(
        format.drivers,
        { drivers in
          gdal.GDALOpenEx(path, readOnlyVectors, drivers, nil, nil)
        })
    else {
      Self.reset(options)
      return nil
    }
    self.handle = handle
  }

  deinit {
    gdal.GDALClose(handle)
    Self.reset(options)
  }

  private static func reset(_ options: [String: String]) {
    for name in options.keys { gdal.CPLSetThreadLocalConfigOption(name, nil) }
  }

  /// Without the table that a GIS keeps its styles in, which is none.
  private var layers: [(name: String, handle: OGRLayerH)] {
    (0..<gdal.GDALDatasetGetLayerCount(handle)).compactMap { index in
      guard let layer = gdal.GDALDatasetGetLayer(handle, index) else { return nil }
      let name = gdal.OGR_L_GetName(layer).map { String(cString: $0) } ?? ""
      return name == "layer_styles" ? nil : (name, layer)
    }
  }

  private static func isFilled(_ layer: (name: String, handle: OGRLayerH)) -> Bool {
    gdal.OGR_L_GetFeatureCount(layer.handle, 1) > 0
  }

  /// The names of those that have rows.
  var filledLayers: [String] { layers.filter(Self.isFilled).map(\.name) }

  /// The layer that is asked for, or the only one that has anything.
  func layer(_ name: String?, path: String) throws(LayerFileError) -> OGRLayerH {
    let layers = layers
    if let name {
      if let layer = layers.first(where: { $0.name == name }) { return layer.handle }
      // Tables of other schemas are not listed.
      if let other = gdal.GDALDatasetGetLayerByName(handle, name) { return other }
      throw .whichLayer(path: path, asked: name, layers: layers.map(\.name))
    }
    if layers.count == 1 { return layers[0].handle }
    let filled = layers.filter(Self.isFilled)
    guard filled.count == 1 else {
      throw .whichLayer(
        path: path, asked: nil, layers: (filled.isEmpty ? layers : filled).map(\.name))
    }
    return filled[0].handle
  }
}

/// What GDAL says while something is done, on the thread that does it.
final class GDALMessages {
  /// Of failures.
  private var texts: [String] = []
  private var lesser: [String] = []

  /// What is not as it should be and was read all the same.
  var warnings: [ReadNote] {
    lesser.prefix(3).map {
      ReadNote(severity: .warning, row: nil, place: nil, message: FaultText(verbatim: $0))
    }
  }

  var isEmpty: Bool { texts.isEmpty }

  /// In one line.
  var text: FaultText {
    texts.isEmpty
      ? "no reason is given" : FaultText(verbatim: texts.prefix(3).joined(separator: "; "))
  }

  private func add(_ text: String, isFailure: Bool) {
    // Some have the whole statement in them that failed.
    let whole = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let line = whole.count > 240 ? "\(whole.prefix(240))…" : whole
    if isFailure {
      if texts.last != line { texts.append(line) }
    } else if lesser.count < 3, !lesser.contains(line) {
      lesser.append(line)
    }
  }

  func collecting<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    gdal.CPLPushErrorHandlerEx(
      { level, _, message in
        guard level.rawValue >= CE_Warning.rawValue, let message,
          let own = gdal.CPLGetErrorHandlerUserData()
        else { return }
        Unmanaged<GDALMessages>.fromOpaque(own).takeUnretainedValue()
          .add(String(cString: message), isFailure: level.rawValue >= CE_Failure.rawValue)
      }, Unmanaged.passUnretained(self).toOpaque())
    defer { gdal.CPLPopErrorHandler() }
    return try body()
  }
}

/// Lists of texts as C has them.
enum CStrings {
  static func with<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    let list = copies.map { UnsafePointer($0) } + [nil]
    return list.withUnsafeBufferPointer { list in
      guard let start = list.baseAddress else { preconditionFailure("a list has an end") }
      return body(start)
    }
  }
}
