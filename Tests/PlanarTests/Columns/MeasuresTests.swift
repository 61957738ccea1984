import Foundation
import TestSupport
import Testing

@testable import Planar

/// Measures on the flat columns: known answers, GEOS as the oracle, and laws.
@Suite("Measures of geometry columns")
struct MeasuresTests {
  @Test("area, length and centroid of a square with a hole, whichever way its rings run")
  func squareWithHole() {
    let reversed = polygon(box(0, 0, 10, 10).reversed(), box(4, 4, 6, 6))
    for column in [HardCases.hole, reversed] {
      #expect(column.area(of: 0) == 96)
      #expect(column.length(of: 0) == 48)
      #expect(column.centroid(of: 0) == Point(x: 5, y: 5))
      #expect(!column.contains(0, x: 5, y: 5))
      #expect(column.contains(0, x: 4, y: 5))
      #expect(column.distance(0, toX: 5, y: 5) == 1)
      #expect(column.distance(0, toX: 1, y: 1) == 0)
      #expect(column.distance(0, toX: 13, y: 14) == 5)
      #expect(column.farthestVertexDistance(0, fromX: -3, y: 6) == 205.0.squareRoot())
    }
    #expect(HardCases.hole.withBuffers { $0.isCounterClockwise(ring: 0) })
    #expect(!reversed.withBuffers { $0.isCounterClockwise(ring: 0) })
  }

  @Test("hard cases")
  func hardCases() {
    #expect(HardCases.empty.area(of: 0) == 0)
    #expect(HardCases.empty.centroid(of: 0) == nil)
    #expect(HardCases.empty.interiorPoint(of: 0) == nil)
    #expect(HardCases.empty.distance(0, toX: 0, y: 0) == .infinity)
    #expect(HardCases.empty.farthestVertexDistance(0, fromX: 0, y: 0) == 0)
    #expect(!HardCases.empty.contains(0, x: 0, y: 0))
    #expect(HardCases.nan.area(of: 0).isNaN)
    #expect(HardCases.nan.farthestVertexDistance(0, fromX: 0, y: 0).isNaN)
    #expect(!HardCases.nan.contains(0, x: .nan, y: 0))
    #expect(HardCases.onePoint.area(of: 0) == 0)
    #expect(HardCases.onePoint.centroid(of: 0) == Point(x: 3, y: 4))
    #expect(HardCases.onePoint.interiorPoint(of: 0) == Point(x: 3, y: 4))
    #expect(HardCases.onePoint.distance(0, toX: 0, y: 0) == 5)
    #expect(HardCases.bowTie.area(of: 0) == 0)
    #expect(HardCases.bowTie.contains(0, x: 9, y: 5))
    let circle = HardCases.hugeRing
    #expect((circle.area(of: 0) / (1e6 * .pi) - 1).magnitude < 1e-8)
    #expect((circle.length(of: 0) / (2000 * .pi) - 1).magnitude < 1e-8)
    #expect(circle.contains(0, x: 999.9, y: 0))
    #expect(!circle.contains(0, x: 1000.1, y: 0))
  }

  @Test("lines and points")
  func linesAndPoints() {
    let street = line((0, 0), (4, 0), (4, 4))
    #expect(street.area(of: 0) == 0)
    #expect(street.length(of: 0) == 8)
    #expect(street.centroid(of: 0) == Point(x: 3, y: 1))
    #expect(street.contains(0, x: 4, y: 3))
    #expect(!street.contains(0, x: 3, y: 1))
    #expect(street.interiorPoint(of: 0) == Point(x: 4, y: 0))
    let point = GeometryColumn(points: [Point(x: 1, y: 2)])
    #expect(point.centroid(of: 0) == Point(x: 1, y: 2))
    #expect(point.contains(0, x: 1, y: 2))
    #expect(point.length(of: 0) == 0)
  }

  @Test(
    "the border is inside, at every vertex and along every lattice edge", arguments: UInt64(0)..<50)
  func border(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let column = try RandomShape.lattice(using: &random, in: GeometryEngine())
    for vertex in 1..<column.vertexCount {
      #expect(column.contains(0, x: column.x[vertex], y: column.y[vertex]))
    }
    for ring in column.rings(ofRow: 0) {
      for vertex in column.vertices(of: ring).dropFirst() {
        let x = (column.x[vertex - 1] + 3 * column.x[vertex]) / 4
        let y = (column.y[vertex - 1] + 3 * column.y[vertex]) / 4
        #expect(column.contains(0, x: x, y: y))
        #expect(column.distance(0, toX: x, y: y) == 0)
      }
    }
  }

  @Test("a position one bit beside a slanted edge is on its true side")
  func exactSide() {
    // The edge from (0 0) to (3 1) far from the origin; 1/3 has no exact double.
    let triangle = polygon([(0, 0), (3, 1), (0, 1)]).moved(byX: 4e5, y: 4e6)
    #expect(triangle.contains(0, x: 4e5 + 1.5, y: 4e6 + 0.5))
    #expect(triangle.contains(0, x: 4e5 + 1.5, y: (4e6 + 0.5).nextUp))
    #expect(!triangle.contains(0, x: 4e5 + 1.5, y: (4e6 + 0.5).nextDown))
    #expect(!triangle.contains(0, x: (4e5 + 1.5).nextUp, y: 4e6 + 0.5))
    #expect(triangle.contains(0, x: (4e5 + 1.5).nextDown, y: 4e6 + 0.5))
  }

  @Test("positions a few bits beside a diagonal are told apart")
  func exactSideOfDiagonal() {
    let above = polygon([(-12, -12), (24, 24), (-12, 24)])
    for i in 0..<24 {
      for j in 0..<24 {
        let x = 0.5 + Double(i) * 0x1p-53
        let y = 0.5 + Double(j) * 0x1p-53
        #expect(above.contains(0, x: x, y: y) == (y >= x))
      }
    }
  }

  @Test("equals GEOS", arguments: UInt64(0)..<150)
  func matchesGEOS(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let engine = GeometryEngine()
    let column =
      seed % 2 == 0
      ? RandomShape.polygon(using: &random) : try RandomShape.lattice(using: &random, in: engine)
    #expect(try engine.validity(of: column[0]) == .valid)
    let prepared = try PreparedGeometry(column[0], in: engine)
    for _ in 0..<40 {
      let x = (Double.random(in: -12...12, using: &random) * 4).rounded() / 4
      let y = (Double.random(in: -12...12, using: &random) * 4).rounded() / 4
      let point = GeometryColumn(points: [Point(x: x, y: y)])[0]
      #expect(column.contains(0, x: x, y: y) == (try prepared.covers(point)))
      let distance = try engine.distance(column[0], point)
      #expect((column.distance(0, toX: x, y: y) - distance).magnitude < 1e-12)
    }
    let interior = try #require(column.interiorPoint(of: 0))
    #expect(column.contains(0, x: interior.x, y: interior.y))
  }

  @Test(
    "moving keeps area and length to the last bit and moves the centroid",
    arguments: UInt64(0)..<100)
  func moving(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let column = RandomShape.polygon(using: &random)
    let moved = column.moved(byX: 4e5, y: 4e6)
    #expect(moved.area(of: 0) == column.area(of: 0))
    #expect(moved.length(of: 0) == column.length(of: 0))
    let before = try #require(column.centroid(of: 0))
    let after = try #require(moved.centroid(of: 0))
    #expect(before.distance(to: Point(x: after.x - 4e5, y: after.y - 4e6)) < 1e-9)
  }

  @Test("a point stands for a U, a ring and two islands")
  func interiorPoints() throws {
    let u = polygon([(0, 0), (9, 0), (9, 9), (8, 9), (8, 1), (1, 1), (1, 9), (0, 9)])
    let ring = polygon(box(0, 0, 10, 10), box(1, 1, 9, 9))
    let islands = try GeometryEngine().column(wkt: [
      "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((8 0, 10 0, 10 2, 8 2, 8 0)))"
    ])
    for column in [u, ring, islands] {
      let centroid = try #require(column.centroid(of: 0))
      #expect(!column.contains(0, x: centroid.x, y: centroid.y))
      let point = try #require(column.interiorPoint(of: 0))
      #expect(column.contains(0, x: point.x, y: point.y))
      #expect(column.withBuffers { $0.boundaryDistance(0, toX: point.x, y: point.y) } > 0.4)
    }
    #expect(islands.interiorPoint(of: 0) == Point(x: 9, y: 1))
  }
}
