import Foundation
import Testing

@testable import Planar

/// Repair, overlay and relations, through values.
@Suite("Geometry engine")
struct GeometryEngineTests {
  private let engine = GeometryEngine()

  @Test("validity says why and where")
  func validity() throws {
    #expect(try engine.validity(of: HardCases.hole[0]) == .valid)
    #expect(try engine.validity(of: HardCases.empty[0]) == .valid)
    #expect(
      try engine.validity(of: HardCases.bowTie[0])
        == .invalid(reason: "Self-intersection", location: Point(x: 5, y: 5)))
    #expect(
      try engine.validity(of: HardCases.onePoint[0])
        == .invalid(
          reason: """
            only 1 vertex at (3.0 4.0); \
            a ring needs 4, the first repeated at the end, a line 2
            """,
          location: Point(x: 3, y: 4)))
    #expect(try engine.validity(of: HardCases.nan[0]) != .valid)
    #expect(try engine.validity(of: HardCases.hugeRing[0]) == .valid)
  }

  @Test("repair keeps the area that is meant")
  func makeValid() throws {
    let bowTie = try engine.makeValid(HardCases.bowTie[0])
    #expect(bowTie.kind == .multiPolygon)
    #expect(bowTie.area == 50)
    #expect(try engine.validity(of: bowTie) == .valid)
    let overlapping = try engine.geometry(
      wkt: "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((2 0, 6 0, 6 4, 2 4, 2 0)))")
    #expect(try engine.makeValid(overlapping).area == 24)
    let escaped = polygon(box(0, 0, 4, 4), box(2, 1, 6, 3))[0]
    #expect(try engine.makeValid(escaped).area == 12)
    #expect(try engine.makeValid(escaped, by: .linework).area == 16)
    let collapsed = try engine.geometry(wkt: "POLYGON ((0 0, 9 0, 0 0, 0 0))")
    #expect(try engine.makeValid(collapsed) == Geometry.none)
    #expect(try engine.makeValid(collapsed, by: .linework) == Geometry.none)
    let whole = try engine.makeValid(HardCases.hole[0])
    #expect(try engine.isSameShape(whole, HardCases.hole[0]))
  }

  @Test("errors say what to do")
  func errors() {
    let open = GeometryColumn(
      kinds: [.polygon], partOffsets: [0, 1], ringOffsets: [0, 1], vertexOffsets: [0, 4],
      x: [0, 1, 1, 0], y: [0, 0, 1, 1])
    let square = polygon(box(0, 0, 1, 1))[0]
    let expected: [(Geometry, String)] = [
      (
        open[0],
        "ring starts at (0.0 0.0) but ends at (0.0 1.0); repeat the first point at the end"
      ),
      (
        HardCases.nan[0],
        """
        coordinate (10.0 nan) is not a number; \
        write finite coordinates or leave the geometry empty
        """
      ),
    ]
    for (geometry, message) in expected {
      let error = #expect(throws: GeometryError.self) {
        _ = try engine.intersection(geometry, square)
      }
      #expect(error?.description == message)
    }
    let text = #expect(throws: GeometryError.self) { try engine.geometry(wkt: "POLYGON ((1 2") }
    #expect(text?.description.hasPrefix("GEOSWKTReader_read_r: ParseException") == true)
    // The message of one failure does not explain the next, and work goes on.
    #expect(throws: Never.self) { try engine.geometry(wkt: "POINT (1 2)") }
  }

  @Test("an overlay keeps the parts of the highest dimension")
  func overlay() throws {
    let a = polygon(box(0, 0, 4, 4))[0]
    let beside = polygon(box(4, 0, 8, 4))[0]
    let over = polygon(box(2, 2, 6, 6))[0]
    #expect(try engine.intersection(a, over).area == 4)
    #expect(try engine.difference(a, over).area == 12)
    #expect(try engine.union(a, over).area == 28)
    #expect(try engine.symmetricDifference(a, over).area == 24)
    #expect(try engine.intersection(a, beside).kind == .lineString)
    #expect(try engine.intersection(a, polygon(box(5, 5, 6, 6))[0]) == Geometry.none)
    let mixed = try engine.geometry(
      wkt: "POLYGON ((0 0, 9 0, 9 -1, 10 -1, 10 3, 8 3, 8 4, 4 4, 4 2, 2 2, 2 0, 0 0))")
    let kept = try engine.intersection(polygon(box(0, 0, 4, 4))[0], mixed)
    #expect(kept.kind.isPolygon)
    #expect(kept.area == 4)
    #expect(try engine.intersection(a, HardCases.empty[0]) == Geometry.none)
    #expect(try engine.union(a, HardCases.empty[0]).area == 16)
  }

  @Test("many rows at once")
  func unionOfMany() throws {
    var cells = GeometryColumn()
    for x in 0..<30 {
      for y in 0..<30 where x != 7 || y != 9 {
        let (x, y) = (Double(x), Double(y))
        cells.append(contentsOf: polygon(box(x, y, x + 1, y + 1)))
      }
    }
    cells.append(contentsOf: HardCases.empty)
    let all = try engine.union(of: cells)
    #expect(all.kind == .polygon)
    #expect(all.area == 899)
    #expect(all.column.rings(ofRow: 0).count == 2)
    #expect(try engine.union(of: GeometryColumn()) == Geometry.none)
  }

  @Test("buffers stay within the stated error of a circle")
  func buffer() throws {
    let point = GeometryColumn(points: [Point(x: 0, y: 0)])[0]
    for segments in [1, 8, 64] {
      let circle = try engine.buffer(point, by: 1000, segmentsPerQuadrant: segments)
      #expect(circle.column.vertexCount == 4 * segments + 1)
      let nearest = circle.column.withBuffers { $0.boundaryDistance(0, toX: 0, y: 0) }
      #expect((nearest - 1000 * cos(.pi / 4 / Double(segments))).magnitude < 1e-9)
      #expect(circle.column.farthestVertexDistance(0, fromX: 0, y: 0) < 1000 + 1e-9)
    }
    #expect(try engine.buffer(polygon(box(0, 0, 10, 10))[0], by: -1).area == 64)
    #expect(try engine.buffer(polygon(box(0, 0, 10, 10))[0], by: -6) == Geometry.none)
  }

  @Test("relations, alone and prepared")
  func relations() throws {
    let square = polygon(box(0, 0, 4, 4))[0]
    let corner = GeometryColumn(points: [Point(x: 4, y: 4)])[0]
    let inner = polygon(box(1, 1, 2, 2))[0]
    let beside = polygon(box(4, 0, 8, 4))[0]
    let prepared = try PreparedGeometry(square, in: engine)
    #expect(try engine.covers(square, corner) && prepared.covers(corner))
    #expect(try !engine.contains(square, corner) && !prepared.contains(corner))
    #expect(try engine.contains(square, inner) && prepared.containsProperly(inner))
    #expect(try prepared.contains(square) && !prepared.containsProperly(square))
    #expect(try engine.touches(square, beside) && prepared.intersects(beside))
    #expect(try !engine.intersects(inner, beside))
    #expect(try engine.distance(inner, beside) == 2)
    #expect(try engine.isWithinDistance(inner, beside, 2))
    #expect(try !engine.isWithinDistance(inner, beside, 2.0.nextDown))
    let around = try PreparedGeometry(beside, in: engine)
    #expect(try around.distance(to: inner) == 2)
    #expect(try around.isWithinDistance(inner, 2))
    #expect(try !around.isWithinDistance(inner, 2.0.nextDown))
    #expect(try !prepared.intersects(HardCases.empty[0]))
    #expect(try prepared.distance(to: HardCases.empty[0]) == .infinity)
  }

  @Test("a prepared geometry outlives the engine that made it")
  func lifetime() throws {
    func make() throws -> PreparedGeometry {
      try PreparedGeometry(polygon(box(0, 0, 4, 4))[0], in: GeometryEngine())
    }
    #expect(try make().covers(polygon(box(1, 1, 2, 2))[0]))
  }

  @Test(
    "text there and back",
    arguments: [
      "POINT (1 2)", "MULTIPOINT (1 2, 3 4)", "LINESTRING (0 0, 1 1)",
      "POLYGON ((0 0, 9 0, 9 9, 0 0), (8 2, 8 3, 7 2, 8 2))", "POLYGON EMPTY",
    ])
  func text(wkt: String) throws {
    #expect(try engine.wkt(of: engine.geometry(wkt: wkt)) == wkt)
  }

  @Test("engines work side by side, one a task")
  func concurrent() async throws {
    let areas = try await withThrowingTaskGroup(of: Double.self) { group in
      for task in 0..<8 {
        group.addTask {
          let engine = GeometryEngine()
          var sum = 0.0
          for step in 0..<200 {
            let offset = Double((task * 200 + step) % 7)
            let other = polygon(box(offset, 0, offset + 4, 4))
            sum += try engine.intersection(polygon(box(0, 0, 10, 10))[0], other[0]).area
          }
          return sum
        }
      }
      var areas: [Double] = []
      for try await area in group { areas.append(area) }
      return areas
    }
    #expect(areas == Array(repeating: 3200, count: 8))
  }
}
