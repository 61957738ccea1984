import Geodesy
import Planar
import TestSupport
import Testing

@testable import GeoFiles

@Suite("Columns of shapes")
struct ShapeColumnTests {
  private static let point = "01010000208A110000C217265305775C402BF697DD93074140"

  @Test("a geometry of PostGIS in hexadecimal digits, with its SRID")
  func binary() async throws {
    for cell in [Self.point, Self.point.lowercased(), "\\x\(Self.point)", "0x\(Self.point)"] {
      let layer = try await readLayer("gid,geom\n1,\(cell)\n", named: "a.csv")
      #expect(layer.geometry == GeometryColumn(points: [Point(x: 113.8597, y: 34.0592)]))
      #expect(try layer.crs == CRS(parsing: "CGCS2000"))
    }
  }

  @Test("what is written in binary is read", arguments: UInt64(0)..<30)
  func written(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    var expected = GeometryColumn()
    var text = "id,wkb\n"
    for row in 0..<10 {
      let kind = Int.random(in: 0..<3, using: &random)
      for _ in 0...Int.random(in: 0...2, using: &random) {
        let (x, y) = (
          Double.random(in: 110...115, using: &random), Double.random(in: 30...35, using: &random)
        )
        switch kind {
        case 0: expected.appendVertex(x: x, y: y)
        default:
          for (dx, dy) in [(0.0, 0.0), (1, 0), (1, 1), (0, 0)] {
            expected.appendVertex(x: x + dx, y: y + dy)
          }
        }
        expected.endRing()
        expected.endPart()
      }
      expected.endRow([.multiPoint, .multiLineString, .multiPolygon][kind])
      let hex = expected.wkb(of: row).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      text += "\(row),\(hex.joined())\n"
    }
    #expect(try await readLayer(text, named: "a.csv").geometry == expected)
  }

  @Test("binary that is cut or holds nonsense is a fault of its row")
  func damaged() async throws {
    for count in stride(from: 18, to: Self.point.count, by: 2) {
      let layer = try await readLayer(
        "gid,geom\n1,\(Self.point)\n2,\(Self.point.prefix(count))\n", named: "a.csv")
      #expect(layer.geometry.kinds == [.point, .none], "\(count)")
    }
    let nan = Self.point.prefix(18) + "000000000000F87F000000000000F07F"
    #expect(
      try await readLayer("gid,geom\n1,\(Self.point)\n2,\(nan)\n", named: "a.csv").geometry.kinds
        == [.point, .none])
  }

  @Test(
    "text with a SRID", arguments: ["SRID=4490;POINT(113.5 34.5)", "srid=4490; Point (113.5 34.5)"])
  func extended(cell: String) async throws {
    let layer = try await readLayer("gid,geom\n1,\(cell)\n", named: "a.csv")
    #expect(layer.geometry.x == [113.5])
    #expect(try layer.crs == CRS(parsing: "CGCS2000"))
    let semicolons = try await readLayer("gid;geom\n1;\"\(cell)\"\n", named: "a.csv")
    #expect(semicolons.geometry.x == [113.5])
  }

  @Test("SRIDs that differ, or that nobody knows")
  func srids() async throws {
    let mixed = try await readLayer(
      "gid,geom\n1,SRID=4490;POINT(1 2)\n2,SRID=4326;POINT(1 2)\n3,SRID=0;POINT(1 2)\n",
      named: "a.csv")
    #expect(mixed.geometry.kinds == [.point, .none, .point])
    #expect(mixed.noteTexts == ["1!: column geom: has the SRID 4326 where others have 4490"])
    let unknown = try await readLayer("gid,geom\n1,SRID=999999;POINT(1 2)\n", named: "a.csv")
    #expect(unknown.crs == nil && unknown.noteTexts[0].contains("unknown CRS 999999"))
  }

  @Test("the coordinates beside a shape are read where it is none, and told")
  func fallback() async throws {
    let layer = try await readLayer(
      "gid,geom,lon,lat\n1,POINT(113.5 34.5),1,2\n2,,113.6,34.6\n3,x,113.7,34.7\n4,,,\n",
      named: "a.csv")
    #expect(layer.geometry.x == [113.5, 113.6, 113.7])
    #expect(layer.geometry.kinds == [.point, .point, .point, .none])
    #expect(layer.noteTexts[0] == "1: column geom: is empty; the coordinates beside it are read")
    // A column of that name without any shape is none.
    let other = try await readLayer("gid,geom,lon,lat\n1,是,113.6,34.6\n", named: "a.csv")
    #expect(other.geometry.x == [113.6] && other.notes.isEmpty)
    // Metres beside degrees are not the same place.
    let metres = try await readLayer(
      "gid,geom,x,y\n1,POINT(113.5 34.5),1,2\n2,,487047,3770236\n", named: "a.csv")
    #expect(metres.geometry.kinds == [.point, .none])
  }

  @Test("a part that is empty costs only the part, in text and in GeoJSON")
  func emptyParts() async throws {
    let ring = "(0 0, 1 0, 1 1, 0 0)"
    for cell in [
      "MULTIPOLYGON (EMPTY, (\(ring)))", "MULTIPOLYGON ((\(ring)), EMPTY)",
      "MULTIPOLYGON ((\(ring), EMPTY))",
    ] {
      let layer = try await readLayer("gid,wkt\n1,\"\(cell)\"\n", named: "a.csv")
      #expect(
        layer.geometry.kinds == [.multiPolygon] && layer.geometry.x == [0, 1, 1, 0], "\(cell)")
      #expect(layer.noteTexts == ["0: column wkt: a part is empty; it is left out"])
    }
    let json = "[[0,0],[1,0],[1,1],[0,0]]"
    for coordinates in [
      "[[],[\(json)]]", "[[\(json)],[]]", "[[[]],[\(json)]]", "[[\(json)],[[]]]",
      "[[[],[]],[\(json)]]",
      "[[\(json),[]]]",
    ] {
      let layer = try await readLayer(
        "{\"type\":\"MultiPolygon\",\"coordinates\":\(coordinates)}")
      #expect(layer.geometry.kinds == [.multiPolygon], "\(coordinates)")
      #expect(layer.geometry.x == [0, 1, 1, 0], "\(coordinates)")
      #expect(
        layer.noteTexts.count == 1 && layer.noteTexts[0].hasSuffix("is empty; it is left out"))
    }
    for nothing in ["[]", "[[]]", "[[[]]]", "[[],[[]]]"] {
      let layer = try await readLayer("{\"type\":\"MultiPolygon\",\"coordinates\":\(nothing)}")
      #expect(layer.geometry.kinds == [.none], "\(nothing)")
    }
    let points = try await readLayer("{\"type\":\"MultiPoint\",\"coordinates\":[[],[1,2]]}")
    #expect(points.geometry.x == [1])
  }
}
