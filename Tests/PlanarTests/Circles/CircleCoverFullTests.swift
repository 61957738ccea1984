import Foundation
import TestSupport
import Testing

@testable import Planar

/// Full cover is a matter of position: limits are inclusive, to the last bit.
@Suite("Full cover by circles: at the limit")
struct CircleCoverFullTests {
  @Test("a rectangle inscribed exactly in a circle")
  func inscribed() {
    let parcel = polygon(box(-3, -4, 3, 4)).moved(byX: 4e5, y: 4e6)
    for (radius, isFull) in [(5.0, true), (5.0.nextDown, false), (5.0.nextUp, true)] {
      let covered = Covered(parcel, [Disc(x: 4e5, y: 4e6, radius: radius)])
      #expect(covered.isFull == isFull)
      #expect((covered.share.share == 1) == isFull)
      #expect((covered.share.verdict == .full) == isFull)
      #expect((covered.relation == .inside) == isFull)
    }
  }

  @Test("a nearest edge exactly at the radius touches; one bit less and it is outside")
  func nearest() {
    let parcel = polygon(box(1000, -50, 1200, 70)).moved(byX: 4e5, y: 4e6)
    for (radius, relation) in [
      (1000.0, DiscRelation.partial), (1000.0.nextDown, .outside), (1000.0.nextUp, .partial),
    ] {
      let covered = Covered(parcel, [Disc(x: 4e5, y: 4e6, radius: radius)])
      #expect(covered.relation == relation)
      #expect((covered.share.verdict == .none) == (relation == .outside))
    }
  }

  @Test("a point at the radius", arguments: [(3.0, 4.0, 5.0), (0.6, 0.8, 1), (500, 1200, 1300)])
  func point(x: Double, y: Double, radius: Double) {
    let point = GeometryColumn(points: [Point(x: x, y: y)])
    let distance = (x * x + y * y).squareRoot()
    #expect(Covered(point, [Disc(x: 0, y: 0, radius: distance)]).isFull)
    #expect(Covered(point, [Disc(x: 0, y: 0, radius: distance.nextUp)]).isFull)
    #expect(!Covered(point, [Disc(x: 0, y: 0, radius: distance.nextDown)]).isFull)
    #expect(point.distance(0, toX: 0, y: 0) == distance)
    #expect((distance - radius).magnitude < 1e-12)
  }

  @Test("squared limits decide as distances do", arguments: UInt64(0)..<50)
  func squaredLimit(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let x = Double.random(in: 0...2000, using: &random)
      let y = Double.random(in: 0...2000, using: &random)
      let distance = (x * x + y * y).squareRoot()
      for radius in [distance, distance.nextDown, distance.nextUp] {
        let disc = Disc(x: 0, y: 0, radius: radius)
        let covered = Covered(GeometryColumn(points: [Point(x: x, y: y)]), [disc])
        #expect(covered.isFull == disc.contains(x: x, y: y))
        #expect(covered.isFull == (distance <= radius))
      }
    }
  }

  @Test("three discs that meet in one point leave nothing; a little smaller, a pocket")
  func threeMeet() {
    func discs(_ radius: Double) -> [Disc] {
      [
        Disc(x: 5, y: 0, radius: radius), Disc(x: -3, y: 4, radius: radius),
        Disc(x: -3, y: -4, radius: radius),
      ]
    }
    let parcel = polygon(box(-0.5, -0.5, 0.5, 0.5))
    #expect(Covered(parcel, discs(5)).share == .covered)
    #expect(!Covered(parcel, discs(5 - 1e-6)).isFull)
    // The meeting point is computed, so the tolerance holds there.
    #expect(Covered(parcel, discs(5.0.nextDown)).isFull)
    // Where the parcel has a vertex there, there is none.
    let withVertex = polygon([(0, 0), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5), (-0.5, -0.5)])
    #expect(Covered(withVertex, discs(5)).isFull)
    #expect(!Covered(withVertex, discs(5.0.nextDown)).isFull)
  }

  @Test("two tangent discs leave cusps; a row of lattice discs that meet on an edge does not")
  func tangentAndMeeting() {
    let tangent = [Disc(x: -1, y: 0, radius: 1), Disc(x: 1, y: 0, radius: 1)]
    #expect(!Covered(polygon(box(-0.1, -0.1, 0.1, 0.1)), tangent).isFull)
    #expect(Covered(line((-1, 0), (1, 0)), tangent).share == .covered)
    #expect(!Covered(line((-1, 0.001), (1, 0.001)), tangent).isFull)
    // Circles of radius 5 around (0 0) and (6 0) cross at (3 ±4), on the parcel's long edges.
    let meeting = [Disc(x: 0, y: 0, radius: 5), Disc(x: 6, y: 0, radius: 5)]
    #expect(Covered(polygon(box(-3, -4, 9, 4)), meeting).share == .covered)
    #expect(!Covered(polygon(box(-3, -4, 9, 4.001)), meeting).isFull)
  }

  @Test("discs that meet on an edge, but for rounding", arguments: UInt64(0)..<200)
  func meetingRotated(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let angle = Double.random(in: 0...(2 * Double.pi), using: &random)
    let scale = Double.random(in: 1...300, using: &random)
    func turned(_ x: Double, _ y: Double) -> (Double, Double) {
      (
        4e5 + scale * (x * cos(angle) - y * sin(angle)),
        4e6 + scale * (x * sin(angle) + y * cos(angle))
      )
    }
    let discs = [turned(0, 0), turned(6, 0)].map { Disc(x: $0.0, y: $0.1, radius: 5 * scale) }
    // Coordinates of this size are rounded to 5e-10, which a gap of 1e-9 to be closed allows for.
    let corners = box(-2.9, -4 + 1e-8, 8.9, 4 - 1e-8).map { turned($0.0, $0.1) }
    #expect(Covered(polygon(corners), discs).share == .covered)
    let wider = box(-2.9, -4 - 1e-8, 8.9, 4 + 1e-8).map { turned($0.0, $0.1) }
    #expect(!Covered(polygon(wider), discs).isFull)
  }

  @Test("discs that meet on an edge near the origin", arguments: UInt64(0)..<200)
  func meetingNearOrigin(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let angle = Double.random(in: 0...(2 * Double.pi), using: &random)
    func turned(_ x: Double, _ y: Double) -> (Double, Double) {
      (x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle))
    }
    let discs = [turned(0, 0), turned(6, 0)].map { Disc(x: $0.0, y: $0.1, radius: 5) }
    let corners = box(-2.9, -4, 8.9, 4).map { turned($0.0, $0.1) }
    #expect(Covered(polygon(corners), discs).share == .covered)
  }

  @Test("a gap between two discs on an edge that no vertex shows")
  func gapOnEdge() {
    let discs = [Disc(x: 0, y: 0, radius: 5), Disc(x: 9, y: 0, radius: 5)]
    let covered = Covered(polygon(box(-3, -3, 12, 3)), discs)
    #expect(!covered.isFull)
    #expect(covered.share.share < 1)
  }

  @Test("hard cases")
  func hardCases() {
    let disc = Disc(x: 5, y: 5, radius: 3)
    #expect(Covered(HardCases.empty, [disc]).share == .uncovered)
    #expect(Covered(HardCases.empty, [disc]).relation == .outside)
    #expect(Covered(HardCases.nan, [disc]).share.share == 0)
    #expect(!Covered(HardCases.nan, [Disc(x: 0, y: 0, radius: 1e9)]).isFull)
    #expect(Covered(HardCases.onePoint, [disc]).share == .covered)
    #expect(Covered(HardCases.onePoint, []).share == .uncovered)
    let ringArea: Double = 9 * Double.pi - 4
    #expect((Covered(HardCases.hole, [disc]).area - ringArea).magnitude < 1e-12)
    #expect(!Covered(HardCases.bowTie, [disc]).isFull)
    let nowhere = [
      Disc(x: .nan, y: 0, radius: 9), Disc(x: 5, y: 5, radius: -1), Disc(x: 0, y: 0, radius: .nan),
    ]
    #expect(Covered(HardCases.hole, nowhere).share == .uncovered)
  }

  @Test("a ring of 100,000 vertices against 30 discs")
  func hugeRing() {
    var random = SplitMix64(seed: 7)
    let discs = (0..<30).map { _ in
      Disc(
        x: .random(in: -1000...1000, using: &random), y: .random(in: -1000...1000, using: &random),
        radius: .random(in: 50...400, using: &random))
    }
    let covered = Covered(HardCases.hugeRing, discs)
    #expect(covered.share.verdict == .partial)
    #expect(covered.share.share > 0.3 && covered.share.share < 1)
    let all = Covered(HardCases.hugeRing, discs + [Disc(x: 0, y: 0, radius: 1001)])
    #expect(all.share == .covered)
    let concentric = Covered(HardCases.hugeRing, [Disc(x: 0, y: 0, radius: 500)])
    #expect((concentric.area / (Double.pi * 250_000) - 1).magnitude < 1e-14)
  }
}
