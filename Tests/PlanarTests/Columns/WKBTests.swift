import Testing

@testable import Planar

/// Well-known binary, in its dialects and with its faults.
@Suite("Well-known binary")
struct WKBTests {
  private static func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.filter { $0 != " " }.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }

  private static func read(_ bytes: [UInt8]) throws(GeometryError) -> Geometry {
    var column = GeometryColumn()
    try column.appendWKB(bytes)
    return column[0]
  }

  private static let point = Geometry(row: 0, of: GeometryColumn(points: [Point(x: 1, y: 2)]))
  private static let xy = "000000000000F03F 0000000000000040"

  @Test(
    "a point in every dialect",
    arguments: [
      "01 01000000 000000000000F03F 0000000000000040",
      "00 00000001 3FF0000000000000 4000000000000000",
      "01 E9030000 000000000000F03F 0000000000000040 0000000000000840",
      "01 D1070000 000000000000F03F 0000000000000040 0000000000000840",
      "01 B90B0000 000000000000F03F 0000000000000040 0000000000000840 0000000000000840",
      "01 01000020 E6100000 000000000000F03F 0000000000000040",
      "01 010000A0 E6100000 000000000000F03F 0000000000000040 0000000000000840",
      "00 C0000001 3FF0000000000000 4000000000000000 4008000000000000 4008000000000000",
    ])
  func dialects(hex: String) throws {
    #expect(try Self.read(Self.bytes(hex)) == Self.point)
  }

  @Test(
    "there and back",
    arguments: [
      "POINT (1 2)", "MULTIPOINT (1 2, 3 4)", "LINESTRING (0 0, 1 1, 2 0)",
      "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3, 4 4))",
      "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))",
      "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 9 5, 9 9, 5 5), (7 6, 8 6, 8 7, 7 6)))",
      "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))", "POLYGON EMPTY",
    ])
  func roundTrip(wkt: String) throws {
    let geometry = try GeometryEngine().geometry(wkt: wkt)
    #expect(try Self.read(geometry.column.wkb(of: 0)) == geometry)
  }

  @Test("of a collection the parts of the highest dimension")
  func collection() throws {
    let square =
      "01 03000000 01000000 04000000" + Self.xy + String(repeating: "00", count: 32) + Self.xy
    let header = "01 07000000 02000000"
    let geometry = try Self.read(Self.bytes(header + "01 01000000" + Self.xy + square))
    #expect(geometry.kind == .polygon)
    #expect(geometry.column.vertexCount == 4)
    #expect(try Self.read(Self.bytes("01 07000000 00000000")) == Geometry.none)
    let nested = try Self.read(Self.bytes(header + header + square + square + square))
    #expect(nested.kind == .multiPolygon)
    #expect(nested.column.parts(of: 0).count == 3)
  }

  @Test("an empty point is NaN and becomes none")
  func emptyPoint() throws {
    let nan = "000000000000F87F"
    #expect(try Self.read(Self.bytes("01 01000000" + nan + nan)) == Geometry.none)
  }

  @Test(
    "faults are errors, and leave the column as it was",
    arguments: [
      (
        "",
        "well-known binary, byte 0: ends where 5 more bytes are needed; export the geometry again"
      ),
      (
        "02 01000000",
        "well-known binary, byte 0: byte order 2 is neither 0 nor 1; export the geometry again"
      ),
      (
        "01 63000000",
        "well-known binary, byte 0: 99 is no geometry type; export the geometry again"
      ),
      (
        "01 0A000000 00000000",
        "geometry type 10 is not supported; convert it to points, lines or polygons"
      ),
      (
        "01 01000000 00000000",
        "well-known binary, byte 5: ends where 16 more bytes are needed; export the geometry again"
      ),
      (
        "01 03000000 FFFFFFFF",
        "well-known binary, byte 5: 4294967295 items announced, fewer bytes left; export the geometry again"
      ),
      (
        "01 06000000 01000000 01 03000000 01000000 02000000 00",
        "well-known binary, byte 18: 2 items announced, fewer bytes left; export the geometry again"
      ),
    ])
  func faults(hex: String, message: String) {
    var column = GeometryColumn(points: [Point(x: 1, y: 2)])
    let before = column
    let error = #expect(throws: GeometryError.self) {
      try column.appendWKB(Self.bytes(hex))
    }
    #expect(error?.description == message)
    #expect(column == before)
  }

  @Test("a truncated geometry never reads beyond its bytes", arguments: 0..<93)
  func truncated(count: Int) throws {
    let whole = HardCases.hole.wkb(of: 0)
    #expect(throws: GeometryError.self) { try Self.read(Array(whole.prefix(count))) }
    #expect(try Self.read(whole) == HardCases.hole[0])
  }

  @Test("collections nested without end are an error and no crash")
  func nesting() {
    let deep = String(repeating: "01 07000000 01000000", count: 5000)
    #expect(throws: GeometryError.self) { try Self.read(Self.bytes(deep)) }
  }
}
