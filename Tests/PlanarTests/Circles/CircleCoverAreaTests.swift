import Foundation
import TestSupport
import Testing

@testable import Planar

/// Areas with a formula.
@Suite("Area covered by circles: known answers")
struct CircleCoverAreaTests {
  @Test("half a disc over the side of a square")
  func halfDisc() {
    let covered = Covered(polygon(box(0, -2, 4, 2)), [Disc(x: 0, y: 0, radius: 1)])
    #expect((covered.area - .pi / 2).magnitude < 1e-14)
    #expect(covered.share.verdict == .partial)
  }

  @Test("a quarter of a disc on a corner, either way round, far from the origin")
  func quarterDisc() {
    let ring = box(4e5, 4e6, 4e5 + 300, 4e6 + 300)
    let disc = Disc(x: 4e5, y: 4e6, radius: 200)
    let exact = Double.pi * 200 * 200 / 4
    for ring in [ring, ring.reversed()] {
      let covered = Covered(polygon(ring), [disc])
      #expect((covered.area / exact - 1).magnitude < 1e-14)
    }
  }

  @Test("a whole disc inside, and a disc in a hole")
  func wholeDisc() {
    let inside = Covered(polygon(box(-5, -5, 5, 5)), [Disc(x: 1, y: 1, radius: 2)])
    #expect((inside.area - 4 * .pi).magnitude < 1e-13)
    #expect(inside.relation == .partial)
    let inHole = Covered(HardCases.hole, [Disc(x: 5, y: 5, radius: 0.9)])
    #expect(inHole.relation == .outside)
    #expect(inHole.share == .uncovered)
    let touchingHole = Covered(HardCases.hole, [Disc(x: 5, y: 5, radius: 1)])
    #expect(touchingHole.share == CoveredShare(share: 0, verdict: .partial))
  }

  @Test("two discs that overlap in a lens, and a third that changes nothing")
  func lens() {
    let lens = 2 * Double.pi / 3 - 3.0.squareRoot() / 2
    let exact: Double = 2 * Double.pi - lens
    let discs = [Disc(x: 0, y: 0, radius: 1), Disc(x: 1, y: 0, radius: 1)]
    let nested = Disc(x: 0.25, y: 0, radius: 0.5)
    let square = polygon(box(-5, -5, 5, 5))
    #expect((Covered(square, discs).area - exact).magnitude < 1e-13)
    #expect((Covered(square, discs + [nested]).area - exact).magnitude < 1e-13)
    #expect(Covered(square, discs + discs) == Covered(square, discs))
  }

  @Test("tangent discs add up")
  func tangent() {
    let discs = [Disc(x: -1, y: 0, radius: 1), Disc(x: 1, y: 0, radius: 1)]
    #expect((Covered(polygon(box(-5, -5, 5, 5)), discs).area - 2 * Double.pi).magnitude < 1e-13)
  }

  @Test("a ring of discs around a pocket: the border is covered, the polygon is not")
  func pocket() {
    let ring = (0..<6).map { index in
      let angle = Double(index) * .pi / 3
      return Disc(x: 1.1 * cos(angle), y: 1.1 * sin(angle), radius: 1)
    }
    let outline = (0..<12).map { index in
      let angle = Double(index) * .pi / 6
      return (0.5 * cos(angle), 0.5 * sin(angle))
    }
    let parcel = polygon(outline)
    let covered = Covered(parcel, ring)
    #expect((covered.length - parcel.length(of: 0)).magnitude < 1e-12)
    #expect(!covered.isFull)
    #expect(covered.share.verdict == .partial)
    // The pocket is a hexagon of side rho, less six circular segments that bulge into it.
    let rho = 1.1 * cos(Double.pi / 6) - (1 - 1.1 * 1.1 / 4).squareRoot()
    let turn = 2 * asin(rho / 2)
    let pocket: Double = 3 * (rho * rho * sin(Double.pi / 3) - (turn - sin(turn)))
    #expect((parcel.area(of: 0) - covered.area - pocket).magnitude < 1e-14)
    #expect((covered.area - GreenOracle(parcel, ring).area).magnitude < 1e-12)

    #expect(Covered(parcel, ring + [Disc(x: 0, y: 0, radius: 0.2)]).isFull)
    let court = (0..<6).map { index in
      let angle = Double(index) * .pi / 3
      return (0.3 * cos(angle), 0.3 * sin(angle))
    }
    #expect(Covered(polygon(outline, court), ring).share == .covered)
  }

  @Test("an edge tangent to the circle at its own vertex", arguments: UInt64(0)..<300)
  func tangentAtVertex(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let angle = Double.random(in: 0...(2 * Double.pi), using: &random)
    func place(_ along: Double, _ out: Double) -> (Double, Double) {
      (out * cos(angle) - along * sin(angle), out * sin(angle) + along * cos(angle))
    }
    let corners = [place(0, 1), place(3, 1), place(3, -4), place(-3, -4), place(-3, 1)]
    let covered = Covered(polygon(corners), [Disc(x: 0, y: 0, radius: 1)])
    #expect((covered.area - Double.pi).magnitude < 1e-12)
  }

  @Test("a sliver and a tiny parcel at the rim of a large circle keep their digits")
  func smallAtLargeRim() {
    let disc = Disc(x: 4e5, y: 4e6, radius: 5000)
    let parcel = polygon(box(4e5 + 5000 - 0.5, 4e6 - 0.5, 4e5 + 5000 + 0.5, 4e6 + 0.5))
    // The rim is x = sqrt(r² - y²): over the parcel's height it is 1 / (24 r) short of r.
    let exact: Double = 0.5 - 1 / (24 * 5000)
    #expect((Covered(parcel, [disc]).area - exact).magnitude < 1e-11)
    let sliver = polygon([(4e5 + 4999, 4e6), (4e5 + 5001, 4e6), (4e5 + 4999, 4e6 + 0.0009765625)])
    let covered = Covered(sliver, [disc])
    #expect((covered.share.share - 0.75).magnitude < 1e-6)
  }

  @Test("lines count by length, points by number")
  func linesAndPoints() throws {
    let engine = GeometryEngine()
    let discs = [Disc(x: 0, y: 0, radius: 1), Disc(x: 1, y: 0, radius: 1)]
    let street = Covered(line((-4, 0), (4, 0)), discs)
    #expect((street.length - 3).magnitude < 1e-14)
    #expect((street.share.share - 0.375).magnitude < 1e-14)
    #expect(Covered(line((-1, 0), (2, 0)), discs).share == .covered)
    let points = try engine.column(wkt: ["MULTIPOINT (0 0, 2 0, 2.5 0, 9 9)"])
    #expect(Covered(points, discs).share == CoveredShare(share: 0.5, verdict: .partial))
    #expect(Covered(GeometryColumn(points: [Point(x: 2, y: 0)]), discs).share == .covered)
    #expect(Covered(GeometryColumn(points: [Point(x: 2, y: 1)]), discs).share == .uncovered)
  }
}
