import CGDAL
import Documents
public import Geodesy
public import Planar
import Quantities

/// A layer that is written into a file that holds several.
public struct DatasetLayer: Sendable {
  /// What it is called in the file.
  public var name: String
  /// The attributes of each row.
  public var table: OutputTable
  /// One row per row of the table.
  public var geometry: GeometryColumn
  /// What the geometry is in.
  public var crs: CRS
  /// What people call columns, by their names.
  public var aliases: [String: String] = [:]
  /// How QGIS draws it, as QML; `nil`: it chooses.
  public var style: String?
  /// Other ways in which QGIS may draw it, by their names.
  public var otherStyles: [(name: String, qml: String)] = []
  /// A line about it.
  public var note: String?
  /// Whether it is a table of rows that are nowhere.
  public var isTable = false

  /// A layer without aliases and style.
  public init(name: String, table: OutputTable, geometry: GeometryColumn, crs: CRS) {
    self.name = name
    self.table = table
    self.geometry = geometry
    self.crs = crs
  }

  /// A table of rows that are nowhere.
  public init(name: String, table: OutputTable) {
    var geometry = GeometryColumn()
    for _ in 0..<table.rowCount { geometry.appendNone() }
    self.init(name: name, table: table, geometry: geometry, crs: .wgs84)
    isTable = true
  }

  /// What the column of its geometry is called: `geom`, unless it has a column of that name.
  var geometryName: String { Self.free("geom", among: table.names) }

  /// A name that no column has, whatever its case.
  static func free(_ name: String, among columns: [String]) -> String {
    let taken = Set(columns.map { $0.lowercased() })
    var free = name
    while taken.contains(free) { free += "_" }
    return free
  }

  /// Gives columns other names.
  public mutating func rename(_ names: [String: String]) {
    table = OutputTable(
      zip(table.names.map { names[$0] ?? $0 }, table.columns), rowCount: table.rowCount)
    aliases = Dictionary(aliases.map { (names[$0] ?? $0, $1) }) { first, _ in first }
  }
}

/// Formats that GDAL writes.
public enum DatasetFormat: String, Sendable, CaseIterable {
  /// Any number of layers, with their styles.
  case geoPackage = "GPKG"
  /// One layer.
  case flatGeobuf = "FlatGeobuf"
  /// One layer of one kind of geometry, in UTF-8, with names of ten bytes.
  case shapefile = "ESRI Shapefile"
  /// Any number of tables.
  case workbook = "XLSX"
  /// Any number of tables in a database that is there, all of them or none.
  case postGIS = "PostgreSQL"

  /// Of a file.
  public var fileExtension: String {
    switch self {
    case .geoPackage: "gpkg"
    case .flatGeobuf: "fgb"
    case .shapefile: "shp"
    case .workbook: "xlsx"
    case .postGIS: "pg"
    }
  }

  /// The one that a path has the extension of.
  public init?(path: String) {
    let fileExtension = LayerLocation(path).fileExtension
    guard let format = Self.allCases.first(where: { $0.fileExtension == fileExtension }) else {
      return nil
    }
    self = format
  }

  /// Bytes that the name of a column may have; what is longer, or differs from another by case alone, gets another.
  public var mostNameBytes: Int {
    switch self {
    case .shapefile: 10
    case .postGIS: 63
    case .geoPackage, .flatGeobuf, .workbook: 1_000
    }
  }

  /// Whether rows have geometry in it.
  var hasGeometry: Bool { self != .workbook }
}

/// Writes layers through GDAL into a new file; after an error a part of it may be left.
public enum DatasetWriter {
  /// - Parameters:
  ///   - day: What a GeoPackage states as the time of its making, so that one result is written alike each time.
  ///   - about: Where it all comes from, as JSON, for the metadata of a GeoPackage.
  ///   - schema: Of a database; `nil`: that of its user.
  ///   - path: What is there already is replaced; a connection to a database, whose tables of these names are.
  /// - Throws: Where the file cannot be made, or does not take a row; the reason is GDAL's.
  public static func write(
    _ layers: [DatasetLayer], as format: DatasetFormat, day: String = "1970-01-01",
    about: String? = nil, schema: String? = nil, to path: String
  ) throws(LayerWriteError) {
    guard GDALLibrary.isThere else {
      throw .cannotCreate(
        path: path, reason: "GDAL, which writes \(format.rawValue), is not on this machine")
    }
    let messages = GDALMessages()
    try messages.collecting { () throws(LayerWriteError) in
      let dataset = try NewDataset(format, day: day, schema: schema, path: path, messages)
      for layer in layers { try dataset.add(layer) }
      switch format {
      case .geoPackage:
        try dataset.addStyles(of: layers)
        if let about { try dataset.addMetadata(about, day: day) }
      case .postGIS: try dataset.storeStyles(of: layers)
      case .flatGeobuf, .shapefile, .workbook: break
      }
      try dataset.finish()
    }
  }
}

/// A dataset that is being written.
final class NewDataset {
  let gdal: SitingGDAL
  /// `nil`: in memory.
  private let format: DatasetFormat?
  let schema: String?
  /// For messages.
  let path: String
  private let messages: GDALMessages
  private(set) var handle: GDALDatasetH?

  init(
    _ format: DatasetFormat, day: String, schema: String?, path: String, _ messages: GDALMessages
  ) throws(LayerWriteError) {
    GDALLibrary.start
    gdal = GeoFiles.gdal
    self.format = format
    self.schema = schema
    self.path = LayerFiles.shown(path)
    self.messages = messages
    gdal.CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", "\(day)T00:00:00.000Z")
    handle = format == .postGIS ? Self.open(path) : Self.create(driver: format.rawValue, path)
    guard handle != nil else { throw .cannotCreate(path: self.path, reason: messages.text) }
    if format == .postGIS || format == .geoPackage {
      try check(gdal.GDALDatasetStartTransaction(handle, 0) == OGRERR_NONE)
    }
  }

  /// One in memory, for questions to its rows.
  init(inMemory messages: GDALMessages) throws(LayerWriteError) {
    GDALLibrary.start
    gdal = GeoFiles.gdal
    format = nil
    schema = nil
    path = "rows"
    self.messages = messages
    handle = Self.create(driver: "Memory", path)
    guard handle != nil else { throw .cannotCreate(path: path, reason: messages.text) }
  }

  private static func create(driver: String, _ path: String) -> GDALDatasetH? {
    let gdal = GeoFiles.gdal
    return gdal.GDALGetDriverByName(driver).flatMap {
      gdal.GDALCreate($0, path, 0, 0, 0, GDT_Unknown, nil)
    }
  }

  /// A database is there already.
  private static func open(_ path: String) -> GDALDatasetH? {
    let changeableVectors: UInt32 = 0x04 | 0x01 | 0x40
    return CStrings.with([DatasetFormat.postGIS.rawValue]) { drivers in
      GeoFiles.gdal.GDALOpenEx(path, changeableVectors, drivers, nil, nil)
    }
  }

  deinit {
    if let handle {
      if format == .postGIS { _ = gdal.GDALDatasetRollbackTransaction(handle) }
      _ = gdal.GDALClose(handle)
    }
    gdal.CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nil)
  }

  /// Some formats write all they have only now; of a database nothing was changed before.
  func finish() throws(LayerWriteError) {
    if format == .postGIS || format == .geoPackage {
      try check(gdal.GDALDatasetCommitTransaction(handle) == OGRERR_NONE)
    }
    if let handle { _ = gdal.GDALClose(handle) }
    handle = nil
    try check(true)
  }

  func check(_ isDone: Bool) throws(LayerWriteError) {
    guard isDone, messages.isEmpty else { throw .cannotWrite(path: path, reason: messages.text) }
  }

  func add(_ layer: DatasetLayer) throws(LayerWriteError) {
    let system = gdal.OSRNewSpatialReference(nil)
    defer { gdal.OSRDestroySpatialReference(system) }
    try check(gdal.OSRSetFromUserInput(system, layer.crs.definition) == OGRERR_NONE)
    gdal.OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER)
    let hasGeometry = format?.hasGeometry == true && !layer.isTable
    let type = hasGeometry ? layer.geometry.commonType : wkbNone
    let missing = layer.geometry.kinds.count { $0 == .none }
    if format == .flatGeobuf, missing > 0 {
      throw .cannotWrite(
        path: path,
        reason:
          "FlatGeobuf has no rows without geometry, and there are \(missing); write a GeoPackage")
    }
    let handle = try create(
      layer.name, type, hasGeometry ? system : nil, note: layer.note, besides: layer.table.names)
    try addFields(of: layer, to: handle)
    try addRows(of: layer, type, to: handle)
  }

  /// One of several parts where the layer has such: what reads it takes no other.
  private func inParts(_ geometry: OGRGeometryH?, _ type: OGRwkbGeometryType) -> OGRGeometryH? {
    switch type {
    case wkbMultiPolygon: gdal.OGR_G_ForceToMultiPolygon(geometry)
    case wkbMultiLineString: gdal.OGR_G_ForceToMultiLineString(geometry)
    case wkbMultiPoint: gdal.OGR_G_ForceToMultiPoint(geometry)
    default: geometry
    }
  }

  func create(
    _ name: String, _ type: OGRwkbGeometryType, _ system: OGRSpatialReferenceH?,
    note: String? = nil, besides columns: [String] = []
  ) throws(LayerWriteError) -> OGRLayerH {
    let options =
      switch format {
      case .geoPackage:
        ["FID=\(DatasetLayer.free("fid", among: columns))"]
          + (type == wkbNone
            ? [] : ["GEOMETRY_NAME=\(DatasetLayer.free("geom", among: columns))"])
          + (note.map { ["DESCRIPTION=\($0)"] } ?? [])
      case .shapefile: ["ENCODING=UTF-8"]
      case .postGIS:
        [
          "GEOMETRY_NAME=\(DatasetLayer.free("geom", among: columns))",
          "FID=\(DatasetLayer.free("fid", among: columns))", "LAUNDER=NO", "OVERWRITE=YES",
        ]
          + (schema.map { ["SCHEMA=\($0)"] } ?? [])
      case .flatGeobuf, .workbook, nil: [String]()
      }
    let layer = CStrings.with(options) { options in
      gdal.GDALDatasetCreateLayer(handle, name, system, type, CStrings.changeable(options))
    }
    guard let layer else { throw .cannotWrite(path: path, reason: messages.text) }
    return layer
  }

  func addFields(of layer: DatasetLayer, to handle: OGRLayerH) throws(LayerWriteError) {
    for (name, column) in zip(layer.table.names, layer.table.columns) {
      let field = gdal.OGR_Fld_Create(name, column.fieldType)
      defer { gdal.OGR_Fld_Destroy(field) }
      if column.isBoolean { gdal.OGR_Fld_SetSubType(field, OFSTBoolean) }
      if let alias = layer.aliases[name] { gdal.OGR_Fld_SetAlternativeName(field, alias) }
      try check(gdal.OGR_L_CreateField(handle, field, 1) == OGRERR_NONE)
    }
  }

  func addRows(
    of layer: DatasetLayer, _ type: OGRwkbGeometryType, to handle: OGRLayerH
  ) throws(LayerWriteError) {
    let definition = gdal.OGR_L_GetLayerDefn(handle)
    var bytes: [UInt8] = []
    for row in 0..<layer.table.rowCount {
      let feature = gdal.OGR_F_Create(definition)
      defer { gdal.OGR_F_Destroy(feature) }
      for (index, column) in layer.table.columns.enumerated() {
        set(column, row, Int32(index), of: feature)
      }
      if type != wkbNone, layer.geometry.kinds[row] != .none {
        bytes.removeAll(keepingCapacity: true)
        layer.geometry.appendWKB(of: row, to: &bytes)
        var geometry: OGRGeometryH?
        let made = gdal.OGR_G_CreateFromWkb(bytes, nil, &geometry, Int32(bytes.count))
        try check(made == OGRERR_NONE)
        _ = gdal.OGR_F_SetGeometryDirectly(feature, inParts(geometry, type))
      }
      try check(gdal.OGR_L_CreateFeature(handle, feature) == OGRERR_NONE)
    }
    try check(true)
  }

  /// Sets a value; one that is missing stays so.
  private func set(_ column: OutputColumn, _ row: Int, _ field: Int32, of feature: OGRFeatureH?) {
    switch column {
    case .attribute(.text(let texts)), .attribute(.json(let texts)):
      if let text = texts[row] { gdal.OGR_F_SetFieldString(feature, field, text) }
    case .attribute(.integer(let values)):
      if let value = values[row] { gdal.OGR_F_SetFieldInteger64(feature, field, value) }
    case .attribute(.real(let values)):
      if let value = values[row] { gdal.OGR_F_SetFieldDouble(feature, field, value) }
    case .attribute(.boolean(let values)):
      if let value = values[row] { gdal.OGR_F_SetFieldInteger(feature, field, value ? 1 : 0) }
    case .boolean(let values): gdal.OGR_F_SetFieldInteger(feature, field, values[row] ? 1 : 0)
    case .words(let dictionary, let codes):
      let code = Int(codes[row])
      if code < dictionary.count { gdal.OGR_F_SetFieldString(feature, field, dictionary[code]) }
    case .shared(let dictionary, let indices):
      let index = Int(indices[row])
      if index >= 0 { gdal.OGR_F_SetFieldString(feature, field, dictionary[index]) }
    case .real(let values, let decimals):
      guard values[row].isFinite else { return }
      let scale = Double(DecimalDigits.scale(ofDecimals: decimals))
      gdal.OGR_F_SetFieldDouble(feature, field, (values[row] * scale).rounded() / scale)
    case .micros(let values):
      if values[row] != .min {
        gdal.OGR_F_SetFieldDouble(feature, field, Double(values[row]) / 1e6)
      }
    }
  }
}

extension CStrings {
  /// A list for those who say that they may change it, and do not.
  static func changeable(
    _ list: UnsafePointer<UnsafePointer<CChar>?>
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
    UnsafeMutableRawPointer(mutating: list)
      .assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
  }
}

extension OutputColumn {
  fileprivate var fieldType: OGRFieldType {
    switch self {
    case .attribute(.text), .attribute(.json), .words, .shared: OFTString
    case .attribute(.integer): OFTInteger64
    case .attribute(.real), .real, .micros: OFTReal
    case .attribute(.boolean), .boolean: OFTInteger
    }
  }

  fileprivate var isBoolean: Bool {
    switch self {
    case .attribute(.boolean), .boolean: true
    default: false
    }
  }
}

extension GeometryColumn {
  /// The type of all rows, of several parts where some have several; any where there are points and areas.
  fileprivate var commonType: OGRwkbGeometryType {
    let kinds = Set(kinds).subtracting([.none])
    if kinds.isEmpty { return wkbUnknown }
    if kinds.allSatisfy(\.isPolygon) { return wkbMultiPolygon }
    if kinds.allSatisfy(\.isLine) { return wkbMultiLineString }
    if kinds == [.point] { return wkbPoint }
    return kinds.allSatisfy(\.isPoint) ? wkbMultiPoint : wkbUnknown
  }
}
