import TestSupport
import Testing

@testable import Planar

@Suite("Distance between geometries")
struct DistanceBetweenTests {
  private func distance(_ a: GeometryColumn, _ b: GeometryColumn) -> Double {
    a.withBuffers { a in b.withBuffers { b in a.distance(0, to: 0, of: b) } }
  }

  @Test("apart, touching, across and one in the other")
  func known() {
    let square = polygon(box(0, 0, 10, 10))
    #expect(distance(square, polygon(box(13, 14, 20, 20))) == 5)
    #expect(distance(square, polygon(box(10, 0, 20, 10))) == 0)
    // A cross: no corner of one lies in the other.
    #expect(distance(square, polygon(box(-5, 4, 15, 6))) == 0)
    #expect(distance(square, polygon(box(4, 4, 6, 6))) == 0)
    #expect(distance(polygon(box(4, 4, 6, 6)), square) == 0)
    let ring = polygon(box(-9, -9, 19, 19), box(-3, -3, 13, 13))
    #expect(distance(square, ring) == 3)
    #expect(distance(GeometryColumn(points: [Point(x: -3, y: -4)]), square) == 5)
    #expect(distance(line((-1, 5), (11, 5)), square) == 0)
    #expect(distance(HardCases.empty, square) == .infinity)
  }

  @Test("as near as the nearest of many points of the boundaries", arguments: UInt64(0)..<60)
  func matchesPoints(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func shape() -> GeometryColumn {
      polygon(rings: [
        RandomShape.star(
          x: .random(in: -9...9, using: &random), y: .random(in: -9...9, using: &random),
          radii: 1...5, vertices: 9, using: &random)
      ])
    }
    let (a, b) = (shape(), shape())
    let found = distance(a, b)
    #expect(found == distance(b, a))
    let dense = a.densified(50)
    let least =
      dense.vertices(ofRow: 0).map {
        b.distance(0, toX: dense.x[$0], y: dense.y[$0])
      }.min() ?? .infinity
    #expect(found <= least)
    if least > 0.5 { #expect(found > least - 0.2) }
  }
}
