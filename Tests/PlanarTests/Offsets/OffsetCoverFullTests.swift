import Foundation
import TestSupport
import Testing

@testable import Planar

/// What a figure is known of in closed form, and everything that is decided by position.
@Suite("Cover by areas: at the limit")
struct OffsetCoverFullTests {
  private static let square = polygon(box(-100, -100, 100, 100))

  @Test("beside a square, in closed form")
  func closedForm() {
    // All around: the square, four strips and a circle.
    let around = OffsetScene(polygon(box(-500, -500, 500, 500)), Self.square, radius: 150)
    let expected: Double = 200 * 200 + 4 * 200 * 150 + Double.pi * 150 * 150
    #expect((around.area() - expected).magnitude < 1e-7)
    // A corner alone.
    let corner = OffsetScene(polygon(box(100, 100, 300, 300)), Self.square, radius: 150)
    #expect((corner.area() - Double.pi * 150 * 150 / 4).magnitude < 1e-8)
    // Inside, and across.
    #expect(OffsetScene(polygon(box(-50, -50, 50, 50)), Self.square, radius: 1).share() == 1)
    #expect(OffsetScene(polygon(box(-50, -50, 350, 50)), Self.square, radius: 50).share() == 0.5)
    #expect(OffsetScene(polygon(box(151, -50, 350, 50)), Self.square, radius: 50).share() == 0)
  }

  @Test("an edge along the limit", arguments: [0.0, 4e5])
  func edgeAtLimit(shift: Double) {
    let parcel = polygon(box(150, -90, 250, 90)).moved(byX: shift, y: 10 * shift)
    let square = Self.square.moved(byX: shift, y: 10 * shift)
    for (radius, isFull) in [(150.0, true), (150 - 1e-6, false), (150 + 1e-6, true)] {
      #expect((OffsetScene(parcel, square, radius: radius).share() == 1) == isFull)
    }
    #expect(OffsetScene(parcel, square, radius: 150.0.nextDown).share() < 1)
  }

  @Test("a pocket in a courtyard")
  func courtyard() {
    let ring = polygon(box(-300, -300, 300, 300), box(-100, -100, 100, 100))
    // The parcel is larger than the courtyard: only its middle may be out of reach.
    let parcel = polygon(box(-120, -120, 120, 120))
    for (radius, isFull) in [(100.0, true), (100 - 1e-6, false), (100 + 1e-6, true)] {
      #expect((OffsetScene(parcel, ring, radius: radius).share() == 1) == isFull)
    }
    let pocket = OffsetScene(parcel, ring, radius: 90)
    #expect((pocket.area() - (240 * 240 - 20 * 20)).magnitude < 1e-8)
    // A street between two parks: the gap is a line.
    let strips = OffsetScene(
      polygon(box(-50, -40, 50, 40)), polygon(box(-90, 30, 90, 60)),
      polygon(box(-90, -60, 90, -30)), radius: 30)
    #expect(strips.share() == 1)
    var narrower = strips
    narrower.radius = 30 - 1e-6
    #expect(narrower.share() < 1)
    #expect((narrower.share() - 1).magnitude < 1e-6)
  }

  @Test("touching and overlapping areas are one", arguments: [10.0, 37.5, 0.001])
  func touching(radius: Double) {
    let parcel = polygon(box(-300, -300, 300, 300))
    let left = polygon(box(-100, -100, 0, 100))
    for right in [box(0, -100, 100, 100), box(-30, -100, 100, 100)] {
      let both = OffsetScene(parcel, left, polygon(right), radius: radius)
      let one = OffsetScene(parcel, Self.square, radius: radius)
      #expect((both.area() - one.area()).magnitude < 1e-7)
    }
    // The shared edge is nobody's border.
    #expect(
      OffsetScene(
        polygon(box(-50, -50, 50, 50)), left, polygon(box(0, -100, 100, 100)), radius: radius
      ).share() == 1)
  }

  @Test("many parts are one geometry")
  func multipolygon() {
    var park = GeometryColumn()
    for corners in [box(-300, -10, -200, 10), box(200, -10, 300, 10)] {
      for (x, y) in corners + corners.prefix(1) { park.appendVertex(x: x, y: y) }
      park.endRing()
      park.endPart()
    }
    park.endRow(.multiPolygon)
    let parcel = polygon(box(-200, -5, 200, 5))
    #expect((OffsetScene(parcel, park, radius: 50).share() - 0.25).magnitude < 1e-12)
    #expect(OffsetScene(parcel, park, radius: 200).share() == 1)
    #expect(OffsetScene(parcel, park, radius: 200 - 1e-6).share() < 1)
  }

  @Test("parcels that are points, lines, or have no inside")
  func hardCases() {
    let near = OffsetScene(
      GeometryColumn(points: [Point(x: 150, y: 0)]), Self.square, radius: 50)
    #expect(near.share() == 1)
    var far = near
    far.radius = 50.0.nextDown
    #expect(far.share() == 0)
    // From the middle of the park to 200 m, of which 50 are beyond.
    #expect(
      (OffsetScene(line((0, 0), (200, 0)), Self.square, radius: 50).share() - 0.75).magnitude
        < 1e-12)
    #expect(OffsetScene(line((0, 0), (150, 0)), Self.square, radius: 50).share() == 1)
    #expect(
      (OffsetScene(polygon([(0, 0), (200, 0)]), Self.square, radius: 50).share() - 0.75).magnitude
        < 1e-12)
    for column in [HardCases.empty, HardCases.nan] {
      #expect(OffsetScene(column, Self.square, radius: 50).share() == 0)
    }
    #expect(OffsetScene(HardCases.hole, radius: 50).share() == 0)
    var nothing = OffsetCover()
    nothing.insert(Capsule(ax: 0, ay: 0, bx: 1, by: .nan, radius: 1e9))
    nothing.insert(Capsule(ax: 0, ay: 0, bx: 1, by: 0, radius: -1))
    #expect(HardCases.hole.withBuffers { nothing.share(of: 0, in: $0, areas: $0) } == 0)
  }

  @Test("deep in a large park no edge is near")
  func deepInside() {
    let park = polygon(box(-1e4, -1e4, 1e4, 1e4)).densified(100)
    #expect(OffsetScene(polygon(box(-50, -50, 50, 50)), park, radius: 10).share() == 1)
    let lake = polygon(box(-1e4, -1e4, 1e4, 1e4), box(-100, -100, 100, 100))
    #expect(
      OffsetScene(polygon(box(-50, -50, 50, 50)), lake, radius: 10).share() == 0)
  }
}
