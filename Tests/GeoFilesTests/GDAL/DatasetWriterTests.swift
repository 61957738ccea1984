import Foundation
import Geodesy
import Planar
import TestSupport
import Testing
import Workers

@testable import GeoFiles

/// What is written through GDAL is what is read again.
@Suite("Files that GDAL writes")
struct DatasetWriterTests {
  private static let texts = ["春江花园", nil, "<b> & \"c\"", ""]

  private func layer(columns: Int = 0) -> DatasetLayer {
    var table = OutputTable(rowCount: 4)
    table.append("name", .text(Self.texts))
    table.append("words", .words(dictionary: ["pass", "fail"], codes: [1, 0, .max, 1]))
    table.append("shared", .shared(dictionary: ["x", "y"], indices: [1, -1, 0, 0]))
    table.append("metres", .real([1.23456, .nan, 2, -0.0004], decimals: 3))
    table.append("amount", .micros([1_500_000, .min, 0, -250_000]))
    table.append(
      "count", .attribute(.integer(ValueColumn([1 << 40, nil, -7, 0], filler: 0))))
    table.append("flag", .boolean([true, false, true, true]))
    for index in 0..<columns { table.append("c\(index)", .boolean([true, false, true, true])) }
    var geometry = GeometryColumn()
    for row in 0..<3 {
      let x = 115.5 + Double(row)
      for (dx, dy) in [(0, 0), (0.5, 0), (0.5, 0.25), (0, 0)] {
        geometry.appendVertex(x: x + dx, y: 34.5 + dy)
      }
      geometry.endRing()
      geometry.endPart()
      geometry.endRow(.polygon)
    }
    geometry.appendNone()
    return DatasetLayer(name: "rows", table: table, geometry: geometry, crs: .wgs84)
  }

  @Test("a table of styles is no layer: beside the only one it makes no choice")
  func styles() async throws {
    let scratch = try ScratchFolder()
    var styled = layer()
    styled.style = "<qgis/>"
    try DatasetWriter.write([styled], as: .geoPackage, to: scratch.path("one.gpkg"))
    #expect(try await LayerFile.read(scratch.path("one.gpkg")).count == 4)
    var other = layer()
    other.name = "others"
    try DatasetWriter.write([styled, other], as: .geoPackage, to: scratch.path("two.gpkg"))
    await #expect {
      _ = try await LayerFile.read(scratch.path("two.gpkg"))
    } throws: { error in
      guard case LayerFileError.whichLayer(_, nil, let layers) = error else { return false }
      return layers == ["rows", "others"]
    }
  }

  @Test(
    "every value of every kind of column",
    arguments: [DatasetFormat.geoPackage, .flatGeobuf, .shapefile])
  func roundTrip(format: DatasetFormat) async throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("rows.\(format.fileExtension)")
    var whole = layer()
    if format == .flatGeobuf {
      #expect(throws: LayerWriteError.self) {
        try DatasetWriter.write([whole], as: format, to: path)
      }
      whole.geometry = GeometryColumn(points: (0..<4).map { Point(x: Double($0), y: 1) })
    }
    try DatasetWriter.write([whole], as: format, to: path)
    let read = try await LayerFile.read(path)
    try #require(read.count == 4)
    // What writes FlatGeobuf sorts rows by their place.
    let names = read.texts("name")
    #expect(Set(names.compactMap { $0 }.filter { !$0.isEmpty }) == ["春江花园", "<b> & \"c\""])
    let row = try #require(names.firstIndex(of: "春江花园"))
    #expect(read.texts("words")[row] == "fail" && read.texts("shared")[row] == "y")
    guard case .real(let metres) = read.attributes["metres"],
      case .real(let amounts) = read.attributes["amount"],
      case .integer(let counts) = read.attributes["count"]
    else {
      Issue.record("numbers are none: \(read.attributes)")
      return
    }
    #expect(metres[row] == 1.235 && amounts[row] == 1.5 && counts[row] == 1 << 40)
    #expect(metres.values.filter(\.isFinite).count == 3)
    let flags = (0..<4).map { row -> String? in
      switch read.attributes["flag"] {
      case .boolean(let values): values[row].map { $0 ? "1" : "0" }
      case .integer(let values): values[row].map { "\($0)" }
      default: nil
      }
    }
    #expect(flags.filter { $0 == "1" }.count == 3 && flags.filter { $0 == "0" }.count == 1)
    #expect(read.crs == .wgs84)
    if format == .flatGeobuf { return }
    #expect(read.geometry.kinds.filter { $0.isPolygon }.count == 3)
    #expect(read.geometry.kinds.contains(.none))
  }

  @Test("the same bytes each time, with styles for those who draw it")
  func bytes() throws {
    let scratch = try ScratchFolder()
    var styled = layer()
    styled.style = "<qgis/>"
    for name in ["a.gpkg", "b.gpkg"] {
      try DatasetWriter.write(
        [styled, layer()].enumerated().map { index, layer in
          var layer = layer
          layer.name = "layer\(index)"
          return layer
        }, as: .geoPackage, day: "2025-12-31", to: scratch.path(name))
    }
    let first = try Data(contentsOf: URL(fileURLWithPath: scratch.path("a.gpkg")))
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path("b.gpkg"))) == first)
    #expect(first.range(of: Data("<qgis/>".utf8)) != nil)
    #expect(first.range(of: Data("2025-12-31T00:00:00.000Z".utf8)) != nil)
  }

  @Test("more columns than SQLite has arguments", arguments: [90, 95, 96, 120, 130, 300])
  func wide(columns: Int) async throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("wide.gpkg")
    try DatasetWriter.write([layer(columns: columns)], as: .geoPackage, to: path)
    let read = try await LayerFile.read(path)
    #expect(read.count == 4 && read.attributes.names.count == 7 + columns)
    #expect(
      read.attributes["c\(columns - 1)"]
        == .boolean(ValueColumn([true, false, true, true], filler: false)))
  }

  @Test("many rows, in batches")
  func manyRows() async throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("many.gpkg")
    let count = 40_001
    var table = OutputTable(rowCount: count)
    table.append("row", .attribute(.integer(ValueColumn((0..<count).map { Int64($0) }, filler: 0))))
    let geometry = GeometryColumn(points: (0..<count).map { Point(x: Double($0) / 1_000, y: 30) })
    try DatasetWriter.write(
      [DatasetLayer(name: "many", table: table, geometry: geometry, crs: .wgs84)],
      as: .geoPackage, to: path)
    for workers in 1...2 {
      let read = try await LayerFile.read(
        path, options: ReadOptions(workers: Workers(count: workers)))
      #expect(read.attributes["row"] == table.columns[0].attribute)
      #expect(read.geometry == geometry)
    }
  }

  @Test(
    "a file that cannot be made is an error, and nothing is left of a layer that is half written")
  func failures() async throws {
    let scratch = try ScratchFolder()
    #expect(throws: LayerWriteError.self) {
      try DatasetWriter.write([layer()], as: .geoPackage, to: scratch.path("none/a.gpkg"))
    }
    let text = try scratch.write(
      #"{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1,2]}}"#,
      to: "a.geojson")
    let read = try await LayerFile.read(text)
    await #expect(throws: LayerWriteError.self) {
      _ = try await LayerFile.write(
        read, in: .wgs84, to: scratch.path("none/a.shp"), workers: Workers(count: 1))
    }
    _ = try await LayerFile.write(
      read, in: .wgs84, to: scratch.path("b.shp"), as: CRS(epsg: 3857), workers: Workers(count: 1))
    #expect(try scratch.names() == ["a.geojson", "b.cpg", "b.dbf", "b.prj", "b.shp", "b.shx"])
  }

  @Test("short names are short, each once, and those that fit stay")
  func shortNames() {
    let names = [
      "verdict", "households", "households_2024", "households_2025", "住宅户数合计", "住宅户数", "a",
    ]
    let short = ShortNames(names)
    #expect(short.short.allSatisfy { $0.utf8.count <= 10 && !$0.isEmpty })
    #expect(Set(short.short).count == names.count)
    #expect(short.short[0] == "verdict" && short.short[1] == "households")
    #expect(short.short[2] == "househol_2" && short.short[3] == "househol_3")
    #expect(short.short[4] == "住宅户" && short.short[5] == "住宅_2")
    #expect(short.changes.count == 4)
    let many = ShortNames((0..<200).map { "shangqiu_2022_rule_\($0)_verdict" })
    #expect(Set(many.short).count == 200 && many.short.allSatisfy { $0.utf8.count <= 10 })
  }
}

extension OutputColumn {
  fileprivate var attribute: AttributeColumn? {
    if case .attribute(let column) = self { column } else { nil }
  }
}
