import Documents
import Foundation
import Geodesy
import Planar
import TestSupport
import Testing

@testable import GeoFiles

@Suite("Reading CSV")
struct CSVReadTests {
  @Test("types are those of the whole column, quotes and empty fields as in RFC 4180")
  func types() async throws {
    let layer = try await readLayer(
      "id,n,r,b,code,t,e,lon,lat\r\n"
        + "a,1,1,true,007,\"x, \"\"y\"\"\",,116.5,40\r\n"
        + "b,-2,2.5,FALSE,12,\"line\nbreak\",,1e2, 40.5 \r\n"
        + "c,,,,,\"\",,116,39",
      named: "a.csv")
    let table = layer.attributes
    #expect(table["n"] == .integer(ValueColumn([1, -2, nil], filler: 0)))
    if case .real(let reals) = table["r"] {
      #expect(reals[0] == 1 && reals[1] == 2.5 && reals[2] == nil)
    } else {
      Issue.record("r is not real")
    }
    #expect(table["b"] == .boolean(ValueColumn([true, false, nil], filler: false)))
    #expect(table["code"] == .text(TextColumn(["007", "12", nil])))
    #expect(table["t"] == .text(TextColumn(["x, \"y\"", "line\nbreak", ""])))
    #expect(table["e"] == .text(TextColumn([nil, nil, nil])))
    #expect(
      layer.geometry
        == GeometryColumn(points: [
          Point(x: 116.5, y: 40), Point(x: 100, y: 40.5), Point(x: 116, y: 39),
        ]))
    #expect(layer.lines == [2, 3, 5])
    #expect(layer.notes.isEmpty && layer.crs == nil)
  }

  @Test(
    "delimiters and names of coordinates are found",
    arguments: [
      "lon,lat\n1,2", "lng;lat;a,b\n1;2;3", "Y\tX\n2\t1", "名称,纬度,经度\na,2,1",
      "\u{FEFF}wkt,a\nPOINT (1 2),3", "geom;a\nPOINT Z (1 2 3);3", "\"lon\", lat \n\"1\",\"2\"\n\n",
    ])
  func columns(text: String) async throws {
    let layer = try await readLayer(text, named: "a.csv")
    #expect(layer.geometry == GeometryColumn(points: [Point(x: 1, y: 2)]))
  }

  @Test("GBK is recognised and said; a stated encoding is believed")
  func encodings() async throws {
    let gbk: [UInt8] =
      [0xC3, 0xFB] + Array(",lon,lat\n".utf8) + [0xB1, 0xB1] + Array(",1,2\n".utf8)
    let file = try TestFile(gbk, named: "a.csv")
    let guessed = try await LayerFile.read(file.path)
    #expect(guessed.attributes["名"] == .text(TextColumn(["北"])))
    #expect(guessed.noteTexts.count == 1 && guessed.noteTexts[0].contains("read as GB18030"))
    let stated = try await LayerFile.read(file.path, options: ReadOptions(encoding: "GBK"))
    #expect(stated.attributes["名"] == .text(TextColumn(["北"])) && stated.notes.isEmpty)
    for (encoding, expected) in [
      ("UTF-8", "encoding UTF-8: line 1 is not in it"),
      ("klingon", "encoding klingon: there is no such encoding"),
    ] {
      let error = await #expect(throws: LayerFileError.self) {
        try await LayerFile.read(file.path, options: ReadOptions(encoding: encoding))
      }
      #expect(error?.description.contains(expected) == true)
    }
    let utf16 = Data("lon,lat\n1,2".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let wide = try TestFile([0xFF, 0xFE] + utf16, named: "a.csv")
    #expect(try await LayerFile.read(wide.path).geometry.x == [1])
  }

  @Test("rows that do not fit are noted with their line")
  func faults() async throws {
    let layer = try await readLayer(
      "a,lon,lat\n1,2,3\n1,2\n1,2,3,4\n1,x,\n", named: "a.csv")
    #expect(layer.geometry.kinds == [.point, .none, .point, .none])
    #expect(
      layer.noteTexts == [
        "1: line 3: has 2 fields instead of 3; the rest is missing",
        "1!: column lat: is empty",
        "2!!: line 4: has 4 values for 3 columns, so that it is not known which belongs where; put a"
          + " text that has a separator in it in quotes",
        "3!: column lon: \"x\" is not a number; write degrees or metres, such as 113.8597",
        "3!: column lat: is empty",
      ])
  }

  @Test("WKT is read, its faults are placed")
  func wkt() async throws {
    let rows = [
      "POLYGON ((0 0, 1 0, 1 1, 0 0))", "multipolygon(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))",
      "LINESTRING (0 0, 1 1)", "MULTIPOINT (1 2, 3 4)", "MULTIPOINT ((1 2), (3 4))",
      "POLYGON ((0 0, 1 0, 1 1, 0 1))", "POINT EMPTY", "POLYGON ((0 0, 1 0))", "CIRCLE (1 2)", "",
      "POINT (1 2", "POINT (1 2) x", "SRID=4326;POINT (1 2)",
    ]
    let layer = try await readLayer(
      "id,wkt\n" + rows.enumerated().map { "\($0),\"\($1)\"" }.joined(separator: "\n"),
      named: "a.csv")
    #expect(
      layer.geometry.kinds == [
        .polygon, .multiPolygon, .lineString, .multiPoint, .multiPoint, .polygon, .none, .none,
        .none, .none, .none, .none, .point,
      ])
    #expect(layer.crs == .wgs84)
    #expect(
      layer.noteTexts == [
        "5: column wkt: a ring is not closed; its first position was repeated",
        "6!: column wkt: at character 12: the geometry is empty",
        "7!: column wkt: at character 20: a ring needs at least 4 positions, this one has 2",
        "8!: column wkt: at character 7: unknown geometry type \"CIRCLE\"; expected POINT, "
          + "LINESTRING, POLYGON, or one of them with MULTI",
        "9!: column wkt: is empty", "10!: column wkt: at character 11: expected )",
        "11!: column wkt: at character 13: something follows the geometry",
      ])
  }

  @Test("a table has no geometry and nothing is said where none is wanted")
  func tables() async throws {
    let text = "a,b,a,\n1,2,3,4\n"
    let table = try await readLayer(
      text, named: "a.csv", options: ReadOptions(geometry: .none))
    #expect(table.geometry.kinds == [.none])
    #expect(table.attributes.names == ["a", "b", "a_2", "column_4"])
    #expect(table.notes.map { $0.place?.description } == ["column 3", "column 4"])
    let found = try await readLayer(text, named: "a.csv")
    #expect(found.noteTexts[0].contains("no columns of coord") && found.lacksGeometry)
    let points = ReadOptions(crs: .gcj02, geometry: .columns(x: "b", y: "a"))
    let layer = try await readLayer(text, named: "a.csv", options: points)
    #expect(layer.geometry.x == [2] && layer.geometry.y == [1] && layer.crs == .gcj02)
    let error = await #expect(throws: LayerFileError.self) {
      try await readLayer(text, named: "a.csv", options: ReadOptions(geometry: .wkt(column: "c")))
    }
    #expect(error?.description.contains("there is no column \"c\"; the columns are a, b") == true)
  }

  @Test("a quote that is never closed is an error at its place")
  func openQuote() async throws {
    let error = await #expect(throws: LayerFileError.self) {
      try await readLayer("a,b\n1,\"2\n3,4\n", named: "a.csv")
    }
    #expect(error?.description.contains("a.csv:2:3: the quote opened here") == true)
  }

  @Test(
    "lists of real facilities are read",
    .enabled(if: TestData.has("cn-communities"), TestData.advice),
    arguments: ["nanjing", "guangzhou", "shanghai"])
  func realFiles(city: String) async throws {
    let folder = TestData.folder.appendingPathComponent("cn-communities/\(city)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".bd09.csv") }
    #expect(names.count == 3)
    for name in names {
      let layer = try await LayerFile.read(
        folder.appendingPathComponent(name).path, options: ReadOptions(crs: .bd09))
      #expect(layer.count > 50 && layer.geometry.kinds.allSatisfy { $0 == .point })
    }
  }
}
