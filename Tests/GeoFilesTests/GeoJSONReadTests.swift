import Documents
import Geodesy
import Planar
import Testing

@testable import GeoFiles

@Suite("Reading GeoJSON")
struct GeoJSONReadTests {
  private func collection(_ features: String...) -> String {
    "{\"type\": \"FeatureCollection\", \"features\": [\(features.joined(separator: ",\n"))]}"
  }

  private func feature(_ properties: String, _ geometry: String? = nil) -> String {
    let geometry = geometry ?? "{\"type\": \"Point\", \"coordinates\": [116.5, 40]}"
    return "{\"type\": \"Feature\", \"properties\": \(properties), \"geometry\": \(geometry)}"
  }

  @Test("columns get the narrowest type that holds their values")
  func types() async throws {
    let layer = try await readLayer(
      collection(
        feature(#"{"i": 1, "r": 1, "t": "a", "b": true, "n": null, "m": 1, "o": {"x": [1, 2]}}"#),
        feature(#"{"i": -2, "r": 1.5, "b": false, "n": null, "m": "1.10"}"#),
        feature(#"{"i": null, "t": "\u5317\u4eac", "new": 3, "m": 1.10, "o": null}"#)))
    let table = layer.attributes
    #expect(table.names == ["i", "r", "t", "b", "n", "m", "o", "new"])
    #expect(table["i"] == .integer(ValueColumn([1, -2, nil], filler: 0)))
    guard case .real(let reals) = table["r"] else {
      Issue.record("r is \(String(describing: table["r"]))")
      return
    }
    #expect(reals[0] == 1 && reals[1] == 1.5 && reals[2] == nil)
    #expect(table["t"] == .text(TextColumn(["a", nil, "北京"])))
    #expect(table["b"] == .boolean(ValueColumn([true, false, nil], filler: false)))
    #expect(table["n"] == .text(TextColumn([nil, nil, nil])))
    #expect(table["m"] == .json(TextColumn(["1", "\"1.10\"", "1.10"])))
    #expect(table["o"] == .json(TextColumn([#"{"x": [1, 2]}"#, nil, nil])))
    #expect(table["new"] == .integer(ValueColumn([nil, nil, 3], filler: 0)))
    #expect(layer.notes.isEmpty)
  }

  @Test("numbers that no column type holds keep their text")
  func hugeNumbers() async throws {
    let layer = try await readLayer(
      collection(
        feature(#"{"u": 18446744073709551615, "h": 123456789012345678901234567890, "e": 1e999}"#),
        feature(#"{"u": 1, "h": 2, "e": 3, "x": 9007199254740993}"#), feature(#"{"x": 0.5}"#)))
    let table = layer.attributes
    #expect(table["u"] == .json(TextColumn(["18446744073709551615", "1", nil])))
    #expect(table["h"] == .json(TextColumn(["123456789012345678901234567890", "2", nil])))
    #expect(table["e"] == .json(TextColumn(["1e999", "3", nil])))
    #expect(table["x"] == .json(TextColumn([nil, "9007199254740993", "0.5"])))
  }

  @Test("ids are texts whatever they were")
  func ids() async throws {
    let point = #""properties": {}, "geometry": {"type": "Point", "coordinates": [1, 2]}}"#
    let layer = try await readLayer(
      collection(
        #"{"type": "Feature", \#(point)"#, #"{"type": "Feature", "id": "A-1", \#(point)"#,
        #"{"type": "Feature", "id": 17, \#(point)"#, #"{"type": "Feature", "id": {}, \#(point)"#,
        #"{"type": "Feature", "id": 12345678901234567890123, \#(point)"#))
    #expect(layer.featureIDs == [nil, "A-1", "17", nil, "12345678901234567890123"])
    #expect(
      layer.noteTexts == ["3: id: is an object, not a string or a number; it is left out"])
  }

  @Test("the last of two members with one name counts, and it is said")
  func duplicates() async throws {
    let layer = try await readLayer(
      collection(feature(#"{"a": 1, "b": 2, "a": 3}"#), feature(#"{"a": 4, "a": null}"#)))
    #expect(layer.attributes["a"] == .integer(ValueColumn([3, nil], filler: 0)))
    #expect(layer.notes.map(\.row) == [0, 1])
    #expect(layer.notes[0].place?.description == "properties.a")
  }

  @Test("every geometry type becomes its kind")
  func kinds() async throws {
    let ring = "[[0, 0], [1, 0], [1, 1], [0, 0]]"
    let layer = try await readLayer(
      collection(
        feature("null", #"{"type": "Point", "coordinates": [1, 2]}"#),
        feature("null", #"{"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}"#),
        feature("null", #"{"type": "LineString", "coordinates": [[1, 2], [3, 4]]}"#),
        feature("null", #"{"type": "MultiLineString", "coordinates": [[[1, 2], [3, 4]]]}"#),
        feature("null", #"{"type": "Polygon", "coordinates": [\#(ring)]}"#),
        feature("null", #"{"type": "MultiPolygon", "coordinates": [[\#(ring)], [\#(ring)]]}"#)))
    #expect(
      layer.geometry.kinds
        == [.point, .multiPoint, .lineString, .multiLineString, .polygon, .multiPolygon])
    #expect(layer.geometry.parts(of: 5).count == 2)
    #expect(layer.notes.isEmpty)
  }

  @Test("a collection keeps its geometries of the highest dimension")
  func geometryCollections() async throws {
    let ring = "[[0, 0], [1, 0], [1, 1], [0, 0]]"
    let point = #"{"type": "Point", "coordinates": [1, 2]}"#
    let line = #"{"type": "LineString", "coordinates": [[1, 2], [3, 4]]}"#
    let polygon = #"{"type": "Polygon", "coordinates": [\#(ring)]}"#
    func collected(_ items: String...) -> String {
      #"{"type": "GeometryCollection", "geometries": [\#(items.joined(separator: ","))]}"#
    }
    let layer = try await readLayer(
      collection(
        feature("{}", collected(point, polygon, line)),
        feature("{}", collected(polygon, collected(polygon))),
        feature("{}", collected(point, point)), feature("{}", collected()),
        feature("{}", collected(line, "null"))))
    #expect(layer.geometry.kinds == [.polygon, .multiPolygon, .multiPoint, .none, .lineString])
    #expect(
      layer.noteTexts == [
        "0: geometry: the collection mixes kinds; its polygons are kept, its lines and points (2) "
          + "left out",
        "1: geometry.geometries[1]: a collection within a collection should be avoided; "
          + "it was taken apart",
        "3!: geometry.geometries: the collection is empty",
        "4: geometry.geometries[1]: the part is empty; it is left out",
      ])
  }

  @Test("a part that is no area costs only the part")
  func lostParts() async throws {
    let ring = "[[0, 0], [1, 0], [1, 1], [0, 0]]"
    func parts(_ items: String...) -> String {
      #"{"type": "MultiPolygon", "coordinates": [\#(items.joined(separator: ","))]}"#
    }
    func collected(_ items: String...) -> String {
      #"{"type": "GeometryCollection", "geometries": [\#(items.joined(separator: ","))]}"#
    }
    let polygon = #"{"type": "Polygon", "coordinates": [\#(ring)]}"#
    let lost = [
      parts("[\(ring)]", "null"), parts("[[[0, 0], [1, 1]]]", "[\(ring)]"),
      parts("[null]", "[\(ring)]"), parts("[]", "[\(ring)]", "[[]]"),
      parts("[\(ring), [[0, 0], [1, 1]]]", "null"),
      collected(polygon, #"{"type": "Polygon", "coordinates": []}"#),
      collected(#"{"type": "Polygon", "coordinates": [[]]}"#, polygon), collected("null", polygon),
      collected(polygon, #"{"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}"#),
    ]
    for geometry in lost {
      let layer = try await readLayer(feature("{}", geometry))
      #expect(layer.geometry.area(of: 0) == 0.5, "\(geometry)")
      #expect(!layer.notes.isEmpty && layer.notes.allSatisfy { $0.severity == .warning })
    }
    let none = try await readLayer(feature("{}", parts("[[[0, 0], [1, 1]]]", "null")))
    #expect(none.geometry.kinds == [.none])
    #expect(none.noteTexts.contains { $0.contains("at least 4 positions, this one has 2") })
  }

  @Test(
    "faults of a geometry are noted with their place, and the next row is read",
    arguments: faultyGeometries)
  func faults(geometry: String, expected: String) async throws {
    let layer = try await readLayer(collection(feature("{}", geometry), feature(#"{"a": 1}"#)))
    #expect(layer.geometry.kinds == [.none, .point])
    #expect(layer.noteTexts == ["0!: geometry" + expected])
  }

  static let faultyGeometries: [(String, String)] = [
    ("null", ": the feature has no geometry"),
    ("7", ": is a number, not a geometry object"),
    (#"{"type": "Point", "coordinates": [1, "2"]}"#, ".coordinates[1]: is a string, not a number"),
    (#"{"type": "Point", "coordinates": [1, 1e999]}"#, ".coordinates[1]: the number is too large"),
    (
      #"{"type": "Point", "coordinates": []}"#,
      ".coordinates: a position needs at least 2 numbers, this one has 0"
    ),
    (
      #"{"type": "LineString", "coordinates": [[1, 2]]}"#,
      ".coordinates: a line needs at least 2 positions, this one has 1"
    ),
    (
      #"{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [0, 0]]]}"#,
      ".coordinates[0]: a ring needs at least 4 positions, this one has 3"
    ),
    (
      #"{"type": "MultiPolygon", "coordinates": [[[[0, 0], [1, 0], [1, true], [0, 0]]]]}"#,
      ".coordinates[0][0][2][1]: is a boolean, not a number"
    ),
    (#"{"type": "Polygon", "coordinates": []}"#, ".coordinates: has no ring"),
    (#"{"type": "MultiPoint", "coordinates": []}"#, ".coordinates: is empty"),
    (
      #"{"type": "polygon", "coordinates": []}"#,
      #".type: "polygon" must be written "Polygon"; names are case-sensitive"#
    ),
    (#"{"coordinates": [1, 2]}"#, #": has no member "type""#),
    (#"{"type": "Point"}"#, #": has no member "coordinates""#),
  ]

  @Test("repairs and omissions are warnings")
  func warnings() async throws {
    let layer = try await readLayer(
      collection(
        feature("{}", #"{"type": "Polygon", "coordinates": [[[0,0,5],[1,0,5],[1,1,5],[0,1,5]]]}"#),
        feature("[]", #"{"type": "Polygon", "coordinates": [[[0,0],[0,1],[1,1],[0,0]]]}"#),
        #"{"type": "Feature", "geometry": {"type": "Point", "coordinates": [200, 1]}, "bbox": [1]}"#,
        #"{"type": "Featre", "properties": {}, "geometry": {"type": "Point", "coordinates": [1, 2]}}"#
      ))
    #expect(layer.geometry.vertexCount == 5 + 4 + 1 + 1)
    #expect(
      layer.noteTexts == [
        "*: geometry: 1 row, the first of them row 1: heights and further numbers in positions are "
          + "left out",
        "*: properties: 1 row, the first of them row 3: the feature has no member \"properties\"",
        "*: geometry: 1 row, the first of them row 2: rings do not follow the right-hand rule of "
          + "RFC 7946; they are taken as they are",
        "*: geometry: 1 row, the first of them row 3: coordinates beyond 180 degrees of longitude "
          + "or 90 of latitude; if they are not longitude and latitude, state the layer's crs",
        "0: geometry.coordinates[0]: the ring is not closed; its first position was repeated",
        "1: properties: is an array, not an object; the row has no attributes",
        "2: bbox: has 1 numbers instead of 4 or 6; it is not used",
        "3: type: is \"Featre\", not \"Feature\"; it was read as a feature",
      ])
  }

  @Test("the CRS is WGS 84 unless the file or the caller says otherwise")
  func crs() async throws {
    func text(_ crs: String) -> String {
      #"{"type": "FeatureCollection", \#(crs) "features": []}"#
    }
    func named(_ name: String) -> String {
      text(#""crs": {"type": "name", "properties": {"name": "\#(name)"}},"#)
    }
    #expect(try await readLayer(text("")).crs == .wgs84)
    #expect(try await readLayer(text("\"crs\": null,")).crs == nil)
    #expect(try await readLayer(named("urn:ogc:def:crs:OGC:1.3:CRS84")).crs == .wgs84)
    #expect(try await readLayer(named("urn:ogc:def:crs:EPSG::4548")).crs == CRS(epsg: 4548))
    let stated = ReadOptions(crs: .gcj02)
    #expect(try await readLayer(named("nonsense"), options: stated).crs == .gcj02)
    let error = await #expect(throws: LayerFileError.self) {
      try await readLayer(named("nonsense"))
    }
    #expect(error?.description.contains("state the layer's crs") == true)
  }

  @Test("a feature and a geometry alone are one row")
  func bare() async throws {
    #expect(try await readLayer(feature(#"{"a": 1}"#)).attributes.names == ["a"])
    let layer = try await readLayer("\u{FEFF}{\"type\": \"Point\", \"coordinates\": [1]}\n")
    #expect(
      layer.noteTexts == ["0!: coordinates: a position needs at least 2 numbers, this one has 1"])
  }

  @Test("boundaries of web maps are in GCJ-02, and do not say so")
  func mapBoundaries() async throws {
    let text =
      #"{"type":"Feature","properties":{"adcode":411402,"name":"梁园区","subFeatureIndex":0,"acroutes":[100000]},"#
      + #""geometry":{"type":"Point","coordinates":[115.6,34.4]}}"#
    #expect(try await readLayer(text).noteTexts.contains { $0.contains("state `crs: GCJ-02`") })
    let stated = ReadOptions(crs: .gcj02)
    #expect(
      try await readLayer(text, options: stated).noteTexts.allSatisfy { !$0.contains("DataV") })
    let plain = text.replacing("subFeatureIndex", with: "index").replacing(
      "acroutes", with: "routes")
    #expect(try await readLayer(plain).noteTexts.allSatisfy { !$0.contains("DataV") })
  }
}
