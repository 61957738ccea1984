import CGDAL
import Foundation
import Geodesy
import Planar
import TestSupport
import Testing
import Workers

@testable import GeoFiles

private let givenConnection = ProcessInfo.processInfo.environment["SITING_TEST_POSTGIS"]

/// A real server, of `Scripts/postgis`: tables are read, replaced, or left as they are.
@Suite(
  "PostGIS",
  .enabled(
    if: givenConnection != nil,
    "set SITING_TEST_POSTGIS to what Scripts/postgis start prints"),
  .serialized)
struct PostGISTests {
  private var connection: String {
    get throws { try #require(givenConnection) }
  }

  private func layer(_ name: String, rows: Int) -> DatasetLayer {
    var table = OutputTable(rowCount: rows)
    table.append("名称", .text((0..<rows).map { "小区\($0) '; drop table x; --" }))
    table.append(
      "count", .attribute(.integer(ValueColumn((0..<rows).map { Int64($0) }, filler: 0))))
    table.append("metres", .real((0..<rows).map { Double($0) / 7 }, decimals: 3))
    table.append("open", .boolean((0..<rows).map { $0 % 3 == 0 }))
    let geometry = GeometryColumn(
      points: (0..<rows).map { Point(x: 115 + Double($0) / 1e6, y: 34) })
    return DatasetLayer(name: name, table: table, geometry: geometry, crs: .wgs84)
  }

  private func rowCount(_ table: String) async throws -> Int {
    var options = ReadOptions()
    options.layer = table
    return try await LayerFile.read(connection, options: options).count
  }

  @Test("every value comes back, some rows are asked for, and what is wrong is said")
  func roundTrip() async throws {
    try DatasetWriter.write([layer("round_trip", rows: 1_000)], as: .postGIS, to: connection)
    var options = ReadOptions(workers: Workers(count: 2))
    options.layer = "round_trip"
    let read = try await LayerFile.read(connection, options: options)
    #expect(read.count == 1_000 && read.crs == .wgs84)
    #expect(read.texts("名称")[7] == "小区7 '; drop table x; --")
    guard case .real(let metres) = read.attributes["metres"],
      case .integer(let counts) = read.attributes["count"]
    else {
      Issue.record("numbers are none")
      return
    }
    #expect(metres[6] == 0.857 && counts.values.reduce(0, +) == 499_500)
    #expect(read.geometry.x.min() == 115)
    options.filter = "\"count\" >= 990"
    #expect(try await LayerFile.read(connection, options: options).count == 10)
    options.filter = "nothing = 1"
    let wrong = await #expect(throws: LayerFileError.self) {
      try await LayerFile.read(connection, options: options)
    }
    #expect(wrong?.description.contains("where") == true, "\(String(describing: wrong))")
    options.filter = nil
    options.layer = "no_such_table"
    let missing = await #expect(throws: LayerFileError.self) {
      try await LayerFile.read(connection, options: options)
    }
    #expect(missing?.description.contains("no layer 'no_such_table'") == true)
  }

  @Test("of several tables all are replaced or none")
  func allOrNone() async throws {
    try DatasetWriter.write(
      [layer("first", rows: 3), layer("second", rows: 3)], as: .postGIS, to: connection)
    // A view has the name of the third, which is seen when that is made.
    let server = try #require(Administrator(connection))
    server.run("create or replace view third as select 1 as one")
    #expect(throws: LayerWriteError.self) {
      try DatasetWriter.write(
        [layer("first", rows: 5), layer("second", rows: 5), layer("third", rows: 5)], as: .postGIS,
        to: connection)
    }
    for table in ["first", "second"] { #expect(try await rowCount(table) == 3, "\(table)") }
  }

  @Test("styles stand where QGIS looks for them, beside those of others, and once")
  func styles() async throws {
    var first = layer("styled", rows: 3)
    first.style = "<qgis><a b=\"it's $siting$\"/></qgis>"
    first.otherStyles = [(name: "主题", qml: "<qgis/>")]
    let others = layer("of_others", rows: 1)
    for _ in 0..<2 {
      try DatasetWriter.write([first], as: .postGIS, to: connection)
      var styled = others
      styled.style = "<qgis><mine/></qgis>"
      try DatasetWriter.write([styled], as: .postGIS, to: connection)
    }
    var options = ReadOptions()
    options.layer = "layer_styles"
    let read = try await LayerFile.read(connection, options: options)
    let rows = zip(read.texts("f_table_name"), read.texts("stylename")).map {
      "\($0 ?? "") \($1 ?? "")"
    }
    #expect(rows.filter { $0.hasPrefix("styled ") }.sorted() == ["styled styled", "styled 主题"])
    #expect(rows.filter { $0.hasPrefix("of_others ") } == ["of_others of_others"])
    #expect(read.texts("styleqml").contains("<qgis><a b=\"it's $siting$\"/></qgis>"))
  }

  @Test("columns may have any names, those of ours and long ones too")
  func names() async throws {
    let scratch = try ScratchFolder()
    let long = String(repeating: "很长的字段名称", count: 5)
    var table = AttributeTable(rowCount: 1)
    for (index, name) in ["fid", "geom", "GEOM_", long + "甲", long + "乙", "Name", "name"]
      .enumerated()
    {
      table.set(name, .integer(ValueColumn([Int64(index)], filler: 0)))
    }
    let layer = Layer(
      name: "n", geometry: GeometryColumn(points: [Point(x: 115, y: 34)]), attributes: table,
      crs: .wgs84)
    for target in [try connection, scratch.path("a.gpkg")] {
      let written = try await LayerFile.write(
        layer, in: .wgs84, to: target, named: "names", workers: Workers(count: 1))
      var options = ReadOptions()
      options.layer = "names"
      let read = try await LayerFile.read(target, options: options)
      #expect(read.attributes.names.count == 7, "\(read.attributes.names)")
      #expect(read.geometry == layer.geometry)
      let values = read.attributes.columns.map { column -> Int64? in
        if case .integer(let values) = column { values[0] } else { nil }
      }
      #expect(values == Array(0..<7))
      #expect(!written.renamed.isEmpty)
    }
  }

  @Test("a connection that is cut while tables are written leaves them as they were")
  func cut() async throws {
    let connection = try connection
    try DatasetWriter.write(
      [layer("cut_first", rows: 3), layer("cut_second", rows: 3)], as: .postGIS, to: connection)
    let large = [layer("cut_first", rows: 5), layer("cut_second", rows: 400_000)]
    let writing = Task.detached {
      try DatasetWriter.write(large, as: .postGIS, to: connection)
    }
    let server = try #require(Administrator(connection))
    var killed = 0
    let start = ContinuousClock.now
    while killed == 0, ContinuousClock.now - start < .seconds(60) {
      killed = server.cutConnections(writing: "cut_second")
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(killed > 0)
    await #expect(throws: LayerWriteError.self) { try await writing.value }
    for table in ["cut_first", "cut_second"] { #expect(try await rowCount(table) == 3, "\(table)") }
    // And the next one writes as if nothing had been.
    try DatasetWriter.write([layer("cut_first", rows: 4)], as: .postGIS, to: connection)
    #expect(try await rowCount("cut_first") == 4)
  }
}

/// A second connection, that ends others.
private final class Administrator {
  private let handle: GDALDatasetH

  init?(_ connection: String) {
    GDALLibrary.start
    guard
      let handle = CStrings.with(
        ["PostgreSQL"], { gdal.GDALOpenEx(connection, 0x04, $0, nil, nil) })
    else { return nil }
    self.handle = handle
  }

  deinit { _ = gdal.GDALClose(handle) }

  func run(_ statement: String) {
    if let result = gdal.GDALDatasetExecuteSQL(handle, statement, nil, nil) {
      gdal.GDALDatasetReleaseResultSet(handle, result)
    }
  }

  /// How many connections were ended that write to a table now.
  func cutConnections(writing table: String) -> Int {
    let sql = """
      select pg_terminate_backend(pid) from pg_stat_activity \
      where pid <> pg_backend_pid() and query ilike 'COPY%\(table)%'
      """
    guard let result = gdal.GDALDatasetExecuteSQL(handle, sql, nil, nil) else { return 0 }
    defer { gdal.GDALDatasetReleaseResultSet(handle, result) }
    return Int(gdal.OGR_L_GetFeatureCount(result, 1))
  }
}
