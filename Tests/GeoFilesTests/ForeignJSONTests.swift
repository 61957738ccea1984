import Foundation
import Geodesy
import Planar
import TestSupport
import Testing

@testable import GeoFiles

@Suite("JSON that is not GeoJSON")
struct ForeignJSONTests {
  @Test(
    "is named for what it is, with the way to a layer",
    arguments: [
      (
        #"{"status":"1","count":"1","info":"OK","pois":[{"id":"B0","location":"113.8,34.0"}]}"#,
        "Amap", "GCJ-02"
      ),
      (
        #"{"status":"1","info":"OK","infocode":"10000","geocodes":[]}"#, "Amap", "without any place"
      ),
      (
        #"{"status":0,"message":"ok","results":[{"location":{"lat":1,"lng":2}}]}"#, "Baidu", "BD-09"
      ),
      (
        #"{"status":0,"message":"ok","count":1,"data":[{"location":{"lat":1,"lng":2}}]}"#,
        "Tencent", "GCJ-02"
      ),
      (
        #"{"type":"FeatureCollection","UTF8Encoding":true,"features":[]}"#, "ECharts",
        "parseGeoJSON"
      ),
      (#"{"type":"Topology","objects":{},"arcs":[]}"#, "TopoJSON", "ogr2ogr"),
      (
        #"{"status":"1","count":"1","geocodes":[{"formatted_address":"甲","location":"113.8,34.0"}]}"#,
        "Amap", ".geocodes|"
      ),
      (#"{"status":"1","count":"0","info":"OK","pois":[]}"#, "Amap", "ask again"),
      (#"{"status":"1","regeocode":{"formatted_address":"甲"}}"#, "Amap", "place/text"),
      (
        #"{"status":"1","regeocode":{"pois":[{"id":"1","location":"113.8,34.0"}]}}"#, "Amap",
        ".regeocode.pois|"
      ),
      (
        #"{"status":{"infocode":1000},"count":"1","pois":[{"name":"甲","lonlat":"113.8,34.0"}]}"#,
        "Tianditu", "EPSG:4490"
      ),
      (
        #"{"location":{"lon":113.8,"lat":34.0,"keyWord":"甲"},"status":"0","msg":"ok"}"#,
        "Tianditu", "EPSG:4490"
      ),
      (
        #"{"results":[{"name":"甲","geometry":{"location":{"lat":34.0,"lng":113.8}}}],"status":"OK"}"#,
        "Google", "EPSG:4326"
      ),
      (
        #"{"status":0,"result":{"location":{"lng":113.8,"lat":34.0},"precise":1}}"#, "Baidu",
        "BD-09"
      ),
      (
        #"{"status":0,"result":{"title":"甲","location":{"lng":113.8,"lat":34.0}}}"#, "Tencent",
        "GCJ-02"
      ),
      (#"[{"id":"1","name":"甲"},7]"#, "a list of objects", "jq -r"),
      (
        #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"#
          + #""type":"Polygon","coordinates":["@@A"],"encodeOffsets":[[1,2]]}}]}"#, "ECharts",
        "parseGeoJSON"
      ),
      (#"{"version":0.6,"generator":"Overpass API","elements":[]}"#, "Overpass", "osmtogeojson"),
    ])
  func named(text: String, what: String, advice: String) async throws {
    let error = await #expect(throws: LayerFileError.self) {
      try await readLayer(text, named: "a.json")
    }
    let said = error?.description ?? ""
    #expect(said.hasPrefix("/") && said.contains(": this is ") && said.contains(what), "\(said)")
    #expect(said.contains(advice), "\(said)")
  }

  @Test("a list of objects is a table, with what is in objects in them")
  func list() async throws {
    let places = GeometryColumn(points: [Point(x: 113.5, y: 34.5), Point(x: 113.6, y: 34.6)])
    for (first, second) in [
      (#""lng":113.5,"lat":34.5"#, #""lat":34.6,"lng":113.6"#),
      (#""location":"113.5,34.5""#, #""location":"113.6,34.6""#),
      (#""location":{"lng":113.5,"lat":34.5}"#, #""location":{"lng":113.6,"lat":34.6}"#),
    ] {
      let layer = try await readLayer(
        #"[{"id":7,"name":"甲, \"乙\"",\#(first),"tags":["a",{"b":1}]},"#
          + #"  {"id":8,\#(second),"more":{"open":true},"name":null}]"#, named: "a.json")
      #expect(layer.geometry == places && layer.crs == nil && layer.lines.isEmpty)
      #expect(layer.attributes["id"] == .integer(ValueColumn([7, 8], filler: 0)))
      guard case .text(let names)? = layer.attributes["name"],
        case .text(let tags)? = layer.attributes["tags"]
      else {
        Issue.record("\(layer.attributes.names)")
        return
      }
      #expect(names[0] == #"甲, "乙""# && names[1] == nil)
      #expect(tags[0] == #"["a",{"b":1}]"#)
      #expect(layer.attributes.names.contains("more.open"))
    }
    // A list of features is none, and neither is one with something else among them.
    for text in [#"[{"type":"Feature","geometry":null}]"#, #"[{"a":1},[2]]"#, "[{}]", "[]"] {
      await #expect(throws: LayerFileError.self) { try await readLayer(text, named: "a.json") }
    }
  }

  @Test(
    "a script that assigns it is read",
    arguments: [
      "var json_a = ", "const a=", "let 数据 = ", "window.data = ", "module.exports = ",
      "export default ",
      "callback(", "jsonp_1 ( ", "\u{FEFF}var a = ", "  var a =\n",
      "echarts.registerMap('henan', ", "echarts.registerMap(\"河南-1\",", "/**/cb(",
      "/* a * b */\ncb(",
      "// comment\nvar a = ", "// {\r\n  // more\n", "/**/ ",
    ], ["", ";", ");", ";\n", " )\n"])
  func script(head: String, tail: String) async throws {
    let layer = try await readLayer(head + #"{"type":"Point","coordinates":[1,2]}"# + tail)
    #expect(layer.geometry == GeometryColumn(points: [Point(x: 1, y: 2)]))
  }

  @Test(
    "what is no such script is told as before",
    arguments: ["x {", "if (a) {", "var a", "a: {", "<b>{}"])
  func noScript(text: String) async throws {
    let error = await #expect(throws: LayerFileError.self) { try await readLayer(text) }
    #expect(error?.description.contains("not valid JSON") == true)
  }

  private func esri(_ geometry: String, _ more: String = "") async throws -> Layer {
    try await readLayer(
      #"{"geometryType":"x","spatialReference":{"wkid":4490}\#(more),"features":["#
        + #"{"attributes":{"OBJECTID":1,"户数":100},"geometry":\#(geometry)}]}"#, named: "a.json")
  }

  @Test("features of Esri are read with their attributes and CRS")
  func features() async throws {
    let layer = try await esri(#"{"x":113.5,"y":34.5}"#)
    #expect(layer.geometry == GeometryColumn(points: [Point(x: 113.5, y: 34.5)]))
    #expect(layer.attributes["户数"] == .integer(ValueColumn([100], filler: 0)))
    #expect(try layer.crs == CRS(parsing: "CGCS2000"))
    #expect(try await esri(#"{"points":[[1,2],[3,4]]}"#).geometry.kinds == [.multiPoint])
    #expect(try await esri(#"{"paths":[[[1,2],[3,4]]]}"#).geometry.kinds == [.multiLineString])
    for nothing in [
      "null", "{}", #"{"rings":[]}"#, #"{"x":"NaN","y":"NaN"}"#, #"{"curveRings":[]}"#, "7",
    ] {
      let layer = try await esri(nothing)
      #expect(layer.geometry.kinds == [.none] && layer.notes.count == 1, "\(nothing)")
    }
  }

  @Test("what jq makes of an answer is a table of its places")
  func conversion() async throws {
    let scratch = try ScratchFolder()
    let place = #""location":{"lat":34.5,"lng":113.5}"#
    for text in [
      #"{"status":"1","pois":[{"id":"B0","name":"甲","location":"113.5,34.5"}]}"#,
      #"{"status":"1","geocodes":[{"formatted_address":"甲","location":"113.5,34.5"}]}"#,
      #"{"status":{"infocode":1},"pois":[{"name":"甲","lonlat":"113.5,34.5"}]}"#,
      #"{"location":{"lon":113.5,"lat":34.5},"status":"0","msg":"ok"}"#,
      #"{"status":"OK","results":[{"name":"甲","geometry":{\#(place)}}]}"#,
      #"{"status":0,"results":[{"uid":"7","name":"甲",\#(place)}]}"#,
      #"{"status":0,"result":{\#(place),"precise":1}}"#,
      #"{"status":0,"data":[{"id":"7","title":"甲",\#(place)}]}"#,
    ] {
      let path = try scratch.write(text, to: "a.json")
      let error = await #expect(throws: LayerFileError.self) { try await LayerFile.read(path) }
      let said = error?.description ?? ""
      let start = try #require(said.range(of: "jq "), "\(said)").lowerBound
      let end = try #require(said.range(of: " FILE > out.csv")).lowerBound
      guard let table = try shell("\(said[start..<end]) '\(path)'") else { return }
      let layer = try await readLayer(table, named: "a.csv")
      #expect(layer.geometry == GeometryColumn(points: [Point(x: 113.5, y: 34.5)]), "\(table)")
    }
  }

  /// What a command prints; `nil`: there is no jq.
  private func shell(_ command: String) throws -> String? {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "command -v jq > /dev/null || exit 9; \(command)"]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus == 9 { return nil }
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }

  @Test(
    "a list that a server cut off is told",
    arguments: [
      (#""geometryType":"x","exceededTransferLimit":true,"#, "exceededTransferLimit"),
      (#""type":"FeatureCollection","exceededTransferLimit":true,"#, "exceededTransferLimit"),
      (
        #""type":"FeatureCollection","properties":{"exceededTransferLimit":true},"#,
        "exceededTransferLimit"
      ),
      (#""type":"FeatureCollection","numberMatched":9,"numberReturned":1,"#, "1 of 9"),
      (#""type":"FeatureCollection","exceededTransferLimit":false,"numberMatched":1,"#, ""),
    ])
  func cutOff(head: String, says: String) async throws {
    let layer = try await readLayer("{\(head)\"features\":[]}", named: "a.json")
    let told = layer.noteTexts.contains { $0.contains("the server") && $0.contains(says) }
    #expect(told == !says.isEmpty, "\(layer.noteTexts)")
  }

  @Test("rings of Esri are sorted into shells with their holes, in whatever order they stand")
  func rings() async throws {
    func ring(_ x: Double, _ half: Double, clockwise: Bool) -> String {
      let corners = [(-half, -half), (-half, half), (half, half), (half, -half), (-half, -half)]
      return "["
        + (clockwise ? corners : corners.reversed()).map { "[\(x + $0.0),\($0.1)]" }
        .joined(separator: ",") + "]"
    }
    let (shell, hole, island) = (
      ring(0, 4, clockwise: true), ring(0, 2, clockwise: false), ring(0, 1, clockwise: true)
    )
    let apart = ring(20, 1, clockwise: true)
    for order in [
      [shell, hole, island, apart], [apart, island, hole, shell], [hole, shell, apart, island],
    ] {
      let layer = try await esri("{\"rings\":[\(order.joined(separator: ","))]}")
      #expect(layer.geometry.kinds == [.multiPolygon])
      #expect(abs(layer.geometry.area(of: 0) - (64 - 16 + 4 + 4)) < 1e-9)
      #expect(layer.geometry.parts(of: 0).count == 3)
    }
    let reversed = try await esri("{\"rings\":[\(ring(0, 4, clockwise: false))]}")
    #expect(reversed.geometry.kinds == [.polygon] && reversed.geometry.area(of: 0) == 64)
  }

  @Test("a CRS of Esri's that is not stated, or unknown")
  func references() async throws {
    let none = try await readLayer(#"{"fieldAliases":{},"features":[]}"#, named: "a.json")
    #expect(none.crs == nil && none.count == 0)
    let mercator = try await readLayer(
      #"{"spatialReference":{"wkid":102100,"latestWkid":3857},"features":[]}"#, named: "a.json")
    #expect(try mercator.crs == CRS(epsg: 3857))
    await #expect(throws: LayerFileError.self) {
      try await readLayer(#"{"spatialReference":{"wkid":99},"features":[]}"#, named: "a.json")
    }
  }

  /// The first characters of formats, of one byte each, and what they are named.
  private static let heads: [(head: String, what: String)] = [
    ("PK\u{3}\u{4}xx", "a workbook"), ("\u{D0}\u{CF}\u{11}\u{E0}\u{A1}", "a workbook of old"),
    ("SQLite format 3\0", "a GeoPackage"), ("\0\0\u{27}\u{A}\0", "a shapefile"),
    ("%PDF-1.7", "a PDF"), ("<?xml version='1.0'?>\n<kml xmlns=''>", "KML"),
    ("\n<table><tr>", "a table of a page"), ("<!DOCTYPE HTML>", "a page of the web"),
    ("\u{EF}\u{BB}\u{BF}<a/>", "XML"), ("fgb\u{3}", "a FlatGeobuf"),
  ]

  @Test("files under the name of another format are named for what they are", arguments: heads)
  func bytes(head: String, what: String) async throws {
    let bytes = head.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    for name in ["a.csv", "a.geojson"] {
      let file = try TestFile(bytes, named: name)
      let error = await #expect(throws: LayerFileError.self) { try await LayerFile.read(file.path) }
      #expect(error?.description.contains(": this is \(what)") == true)
    }
  }

  @Test("one layer of a file without layers is refused")
  func layers() async throws {
    var options = ReadOptions()
    options.layer = "jiedao"
    for (text, name) in [
      ("lon,lat\n1,2\n", "a.csv"), (#"{"type":"Point","coordinates":[1,2]}"#, "a.json"),
    ] {
      let error = await #expect(throws: LayerFileError.self) {
        try await readLayer(text, named: name, options: options)
      }
      #expect(error?.description.contains("has no layers; take out `layer: jiedao`") == true)
    }
  }
}
