import CGDAL
import Foundation
import Geodesy
import Planar
import TestSupport
import Testing
import Workers

@testable import GeoFiles

/// Layers that GDAL wrote come back with every value, whatever they are stored in.
@Suite("Formats that GDAL reads")
struct GDALReadTests {
  private func expectCompounds(_ layer: Layer, crs: String? = "EPSG:4490") {
    #expect(layer.count == 2)
    #expect(
      layer.geometry.kinds.allSatisfy(\.isPolygon) && layer.geometry.kinds[1] == .multiPolygon)
    #expect(layer.geometry.vertexCount == 12)
    #expect(abs(layer.geometry.x[0] - 115.5) < 1e-6 && abs(layer.geometry.y[0] - 34.5) < 1e-6)
    #expect(layer.texts("name") == WrittenByGDAL.names)
    // A geodatabase has no whole numbers of 64 bits.
    if case .real(let households) = layer.attributes["households"] {
      #expect(households.values == [350, 1_200])
    } else {
      #expect(layer.attributes["households"] == .integer(ValueColumn([350, 1_200], filler: 0)))
    }
    guard case .real(let areas) = layer.attributes["area"] else {
      Issue.record("areas are no numbers")
      return
    }
    #expect(areas.values == [12.5, 7.25])
    #expect(layer.texts("built").first?.flatMap { $0.prefix(10) } ?? "" == "2019-08-01")
    #expect(layer.crs?.definition == crs)
    #expect(layer.byteCount > 0)
  }

  @Test(
    "every value, type and shape",
    arguments: [
      ("GPKG", "a.gpkg"), ("ESRI Shapefile", "compounds.shp"), ("FlatGeobuf", "a.fgb"),
      ("OpenFileGDB", "a.gdb"),
    ])
  func roundTrip(driver: String, name: String) async throws {
    let scratch = try ScratchFolder()
    let encoding = driver == "ESRI Shapefile" ? "UTF-8" : nil
    let path = WrittenByGDAL.write(driver, to: scratch.path(name), encoding: encoding)
    expectCompounds(try await LayerFile.read(path))
    let both = ReadOptions(workers: Workers(count: 2))
    expectCompounds(try await LayerFile.read(path, options: both))
  }

  @Test("KML and MapInfo, with what they can hold")
  func lesserFormats() async throws {
    let scratch = try ScratchFolder()
    let kml = WrittenByGDAL.write("KML", to: scratch.path("a.kml"), epsg: 4326)
    let read = try await LayerFile.read(kml)
    #expect(read.texts("Name") == WrittenByGDAL.names)
    #expect(read.geometry.kinds == [.polygon, .multiPolygon] && read.crs == .wgs84)
    let tab = WrittenByGDAL.write("MapInfo File", to: scratch.path("a.tab"), encoding: "UTF-8")
    let table = try await LayerFile.read(tab)
    #expect(table.texts("name") == WrittenByGDAL.names && table.count == 2)
  }

  @Test("what is closed in a drawing is an area")
  func drawing() async throws {
    let scratch = try ScratchFolder()
    let path = WrittenByGDAL.write(
      "DXF", to: scratch.path("a.dxf"), layers: ["entities"], epsg: nil,
      shapes: ["LINESTRING(0 0,10 0,10 10,0 0)", "LINESTRING(0 0,10 0,10 10)"])
    let layer = try await LayerFile.read(path)
    #expect(layer.geometry.kinds == [.polygon, .lineString] && layer.crs == nil)
  }

  @Test(
    "texts of a shapefile in any encoding, stated, guessed or stated wrongly",
    arguments: [
      ("GBK", "GBK", ""), ("GBK", nil, "does not say in which encoding"),
      ("UTF-8", "UTF-8", ""), ("UTF-8", nil, ""), ("UTF-8", "GBK", "but the texts are UTF-8"),
      ("GBK", "UTF-8", "says UTF-8, but the texts are not"),
    ])
  func encodings(written: String, stated: String?, remark: String) async throws {
    let scratch = try ScratchFolder()
    let path = WrittenByGDAL.write(
      "ESRI Shapefile", to: scratch.path("a.shp"), layers: ["a"], encoding: written)
    try? FileManager.default.removeItem(atPath: scratch.path("a.cpg"))
    // The language driver, too, says what was written.
    try overwrite(scratch.path("a.dbf"), at: 29, with: [0])
    if let stated { try scratch.write(stated, to: "a.cpg") }
    let layer = try await LayerFile.read(path)
    #expect(layer.texts("name") == WrittenByGDAL.names)
    #expect(
      layer.noteTexts.contains { $0.contains(remark) } == !remark.isEmpty, "\(layer.noteTexts)")
    var options = ReadOptions()
    options.encoding = written
    #expect(try await LayerFile.read(path, options: options).texts("name") == WrittenByGDAL.names)
  }

  private func overwrite(_ path: String, at place: Int, with bytes: [UInt8]) throws {
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    for (index, byte) in bytes.enumerated() { data[place + index] = byte }
    try data.write(to: URL(fileURLWithPath: path))
  }

  @Test("one of several layers is named, or all are listed")
  func layers() async throws {
    let scratch = try ScratchFolder()
    let path = WrittenByGDAL.write("GPKG", to: scratch.path("a.gpkg"), layers: ["homes", "plots"])
    var error = await #expect(throws: LayerFileError.self) { try await LayerFile.read(path) }
    #expect(error?.description.contains("2 layers; name one with `layer:`: homes, plots") == true)
    var options = ReadOptions()
    options.layer = "plots"
    expectCompounds(try await LayerFile.read(path, options: options))
    options.layer = "plot"
    error = await #expect(throws: LayerFileError.self) {
      try await LayerFile.read(path, options: options)
    }
    #expect(error?.description.contains("no layer 'plot' in it; there are: homes, plots") == true)
  }

  @Test("a format that this GDAL may lack is told, and what to do")
  func parquet() async throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write("PAR1", to: "a.parquet")
    let error = await #expect(throws: LayerFileError.self) { try await LayerFile.read(path) }
    let said = "\(String(describing: error))"
    let isThere = gdal.GDALGetDriverByName("Parquet") != nil
    #expect(
      error?.description.contains(isThere ? "GeoParquet" : "does not read GeoParquet") == true,
      "\(said)")
  }

  @Test("rows that are asked for")
  func filter() async throws {
    let scratch = try ScratchFolder()
    let path = WrittenByGDAL.write("GPKG", to: scratch.path("a.gpkg"))
    var options = ReadOptions()
    options.filter = "households > 500"
    #expect(try await LayerFile.read(path, options: options).texts("name") == ["Compound 2"])
    options.filter = "nothing = 1"
    let error = await #expect(throws: LayerFileError.self) {
      try await LayerFile.read(path, options: options)
    }
    #expect(error?.description.contains("where") == true)
    let text = try scratch.write(#"{"type":"FeatureCollection","features":[]}"#, to: "a.geojson")
    let refused = await #expect(throws: LayerFileError.self) {
      try await LayerFile.read(text, options: options)
    }
    #expect(refused?.description.contains("where: ") == true)
  }

  private static let table = """
    编号,户数,kind,built,lon,lat
    1,350,a,true,115.1,34.1
    2,,b,false,115.2,34.2
    3,1200,a,,115.3,34.3
    4,80,"it's; 户数",true,115.4,34.4

    """

  @Test(
    "GeoJSON and tables are asked in the same words as what GDAL reads",
    arguments: [
      ("户数 > 100", [0, 2]), ("户数 is null", [1]), ("kind = 'a' and built = 1", [0]),
      ("kind like 'it''s%'", [3]), ("\"编号\" in (1, 4) or 户数 between 1000 and 2000", [0, 2, 3]),
      ("not (kind = 'a')", [1, 3]), ("户数 < 0", []),
    ])
  func query(condition: String, rows: [Int]) async throws {
    let scratch = try ScratchFolder()
    let csv = try scratch.write(Self.table, to: "a.csv")
    var options = ReadOptions(crs: .wgs84)
    let all = try await LayerFile.read(csv, options: options)
    for path in ["a.geojson", "a.gpkg"] {
      _ = try await LayerFile.write(
        all, in: .wgs84, to: scratch.path(path), workers: Workers(count: 1))
    }
    options.filter = condition
    for path in ["a.csv", "a.geojson", "a.gpkg"] {
      let read = try await LayerFile.read(scratch.path(path), options: options)
      guard case .integer(let ids)? = read.attributes["编号"] else {
        #expect(read.count == 0 && rows.isEmpty, "\(path)")
        continue
      }
      #expect((0..<read.count).compactMap { ids[$0] } == rows.map { Int64($0 + 1) }, "\(path)")
      // A table and GeoJSON tell where in the file each row stands.
      if path != "a.gpkg" { #expect(read.numbers == rows, "\(path)") }
      if path == "a.csv" { #expect(read.lines == rows.map { $0 + 2 }) }
    }
  }

  @Test("rows in a rectangle, in every format the same", arguments: UInt64(0)..<8)
  func box(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let scratch = try ScratchFolder()
    var geometry = GeometryColumn()
    for _ in 0..<60 {
      let (x, y) = (
        Double.random(in: 0...1, using: &random), Double.random(in: 0...1, using: &random)
      )
      let size = Double.random(in: 0.01...0.4, using: &random)
      for (dx, dy) in [(0.0, 0.0), (size, 0), (size / 3, size), (0, 0)] {
        geometry.appendVertex(x: 110 + x + dx, y: 30 + y + dy)
      }
      geometry.endRing()
      geometry.endPart()
      geometry.endRow(.polygon)
    }
    var table = AttributeTable(rowCount: 60)
    table.set("n", .integer(ValueColumn((0..<60).map { Int64($0) }, filler: 0)))
    let all = Layer(name: "a", geometry: geometry, attributes: table, crs: .wgs84)
    let (west, south) = (110 + Double.random(in: 0...1, using: &random), 30.4)
    let box = Envelope(
      minX: west, minY: south, maxX: west + Double.random(in: 0...0.1, using: &random),
      maxY: south + 0.05)
    var options = ReadOptions()
    options.box = box
    var found: [[Int64]] = []
    for path in ["a.geojson", "a.gpkg", "a.shp", "a.fgb"] {
      _ = try await LayerFile.write(
        all, in: .wgs84, to: scratch.path(path), workers: Workers(count: 1))
      let read = try await LayerFile.read(scratch.path(path), options: options)
      guard case .integer(let numbers)? = read.attributes["n"] else { continue }
      found.append((0..<read.count).compactMap { numbers[$0] }.sorted())
    }
    // By GEOS: what has something in common with the rectangle.
    var corners = GeometryColumn()
    for (x, y) in [
      (box.minX, box.minY), (box.maxX, box.minY), (box.maxX, box.maxY), (box.minX, box.maxY),
      (box.minX, box.minY),
    ] { corners.appendVertex(x: x, y: y) }
    corners.endRing()
    corners.endPart()
    corners.endRow(.polygon)
    let engine = GeometryEngine()
    let expected = try (0..<60).filter { row in
      try !engine.intersection(geometry[row], corners[0]).isEmpty
    }
    for rows in found { #expect(rows == expected.map { Int64($0) }) }
  }

  @Test(
    "rows are asked for in the words of the file, whatever its encoding",
    arguments: ["GBK", "UTF-8", "fgb", "gpkg"])
  func filterInChinese(encoding: String) async throws {
    let scratch = try ScratchFolder()
    let isShapefile = encoding == "GBK" || encoding == "UTF-8"
    let driver = isShapefile ? "ESRI Shapefile" : encoding == "fgb" ? "FlatGeobuf" : "GPKG"
    let path = WrittenByGDAL.write(
      driver, to: scratch.path("a.\(isShapefile ? "shp" : encoding)"), layers: ["a"],
      encoding: isShapefile ? encoding : nil, named: "小区名")
    for (filter, rows) in [
      ("小区名 = '春江花园'", 1), ("households > 500", 1), ("小区名 <> '春江花园' or area > 10", 2),
      ("\"小区名\" like '春江%'", 1), ("小区名 = '没有'", 0),
    ] {
      var options = ReadOptions()
      options.filter = filter
      #expect(try await LayerFile.read(path, options: options).count == rows, "\(filter)")
    }
    var options = ReadOptions()
    options.filter = "没有这一列 > 1"
    await #expect(throws: LayerFileError.self) { try await LayerFile.read(path, options: options) }
  }

  @Test(
    "sheets are tables of texts, and their columns of coordinates are found",
    arguments: ["XLSX", "ODS"])
  func sheets(driver: String) async throws {
    let scratch = try ScratchFolder()
    let path = WrittenByGDAL.write(
      driver, to: scratch.path("a.\(driver.lowercased())"), epsg: nil, shapes: [nil, nil])
    let layer = try await LayerFile.read(path)
    #expect(layer.texts("name") == WrittenByGDAL.names)
    #expect(layer.attributes["households"] == .integer(ValueColumn([350, 1_200], filler: 0)))
    #expect(layer.lacksGeometry)
  }

  @Test("what is cut off, incomplete or something else is an error that says so")
  func damaged() async throws {
    let scratch = try ScratchFolder()
    func message(_ path: String) async throws -> String {
      let error = await #expect(throws: LayerFileError.self) { try await LayerFile.read(path) }
      return error?.description ?? ""
    }
    let path = WrittenByGDAL.write("ESRI Shapefile", to: scratch.path("a.shp"), layers: ["a"])
    for part in ["a.shp", "a.dbf", "a.shx"] {
      let whole = try Data(contentsOf: URL(fileURLWithPath: scratch.path(part)))
      try scratch.write(whole.dropLast(10), to: part)
      #expect(try await message(path).contains("\(part): it is cut off"), "\(part)")
      try scratch.write(whole, to: part)
    }
    try FileManager.default.removeItem(atPath: scratch.path("a.shx"))
    #expect(try await message(path).contains("a.shx is missing"))
    #expect(try scratch.names().contains("a.shx") == false)

    let package = WrittenByGDAL.write("GPKG", to: scratch.path("b.gpkg"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: package))
    try scratch.write(bytes.prefix(bytes.count / 3), to: "b.gpkg")
    #expect(try await message(package).contains("cannot be read as GeoPackage"))
    try scratch.write("", to: "c.gpkg")
    #expect(try await message(scratch.path("c.gpkg")).contains("cannot be read as GeoPackage"))
    #expect(try await message(scratch.path("none.gpkg")).contains("no such file"))
    #expect(try await message("/vsicurl/https://example.com/a.gpkg").contains("no such file"))
    try FileManager.default.createDirectory(
      atPath: scratch.path("d.gdb"), withIntermediateDirectories: true)
    #expect(try await message(scratch.path("d.gdb")).contains("is a folder"))
  }

  @Test("no driver but that of the extension opens a file, so that none fetches others")
  func onlyItsDriver() async throws {
    let scratch = try ScratchFolder()
    let virtual = """
      <OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>/etc/hostname</SrcDataSource>
      </OGRVRTLayer></OGRVRTDataSource>
      """
    for name in ["a.gpkg", "a.kml", "a.fgb", "a.dxf"] {
      let path = try scratch.write(virtual, to: name)
      await #expect(throws: LayerFileError.self, "\(name)") { try await LayerFile.read(path) }
    }
  }

  @Test("a connection is shown without its password")
  func passwords() async {
    let connection = "PG:host=127.0.0.1 port=1 password='a b' dbname=x"
    #expect(LayerFiles.shown(connection) == "PG:host=127.0.0.1 port=1 password=… dbname=x")
    #expect(LayerFiles.shown("PG:dbname=x password=abc") == "PG:dbname=x password=…")
    #expect(LayerFiles.shown("password=abc.shp") == "password=abc.shp")
    let error = await #expect(throws: LayerFileError.self) { try await LayerFile.read(connection) }
    #expect(error?.description.contains("a b") == false)
    #expect(error?.description.contains("PostGIS") == true)
  }

  @Test("the files that belong to a layer")
  func parts() throws {
    let scratch = try ScratchFolder()
    for name in ["a.shp", "a.DBF", "a.shx", "a.txt", "b.gpkg"] { try scratch.write("x", to: name) }
    #expect(
      LayerFiles.parts(of: scratch.path("a.shp")) == ["a.DBF", "a.shp", "a.shx"].map(scratch.path))
    #expect(LayerFiles.parts(of: scratch.path("b.gpkg")) == [scratch.path("b.gpkg")])
    #expect(LayerFiles.parts(of: scratch.path("c.gpkg")).isEmpty)
  }

  @Test("days and seconds")
  func times() {
    #expect(ArrowTime.date(days: 0) == "1970-01-01" && ArrowTime.date(days: 19_782) == "2024-02-29")
    #expect(
      ArrowTime.date(days: -719_468) == "0000-03-01" && ArrowTime.date(days: -1) == "1969-12-31")
    #expect(ArrowTime.instant(-1_000, perSecond: 1_000) == "1969-12-31T23:59:59")
    #expect(ArrowTime.instant(1_500, perSecond: 1_000) == "1970-01-01T00:00:01.500")
  }
}

extension Layer {
  /// A column of texts.
  func texts(_ name: String) -> [String?] {
    guard case .text(let column) = attributes[name] else { return [] }
    return (0..<column.count).map { column[$0] }
  }
}
