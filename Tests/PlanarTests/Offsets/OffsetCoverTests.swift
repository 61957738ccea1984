import Foundation
import TestSupport
import Testing

@testable import Planar

/// Random polygons and areas against slower ways to the same area, and against themselves.
@Suite("Area covered by areas and what is around them: oracles and laws")
struct OffsetCoverTests {
  @Test("is close to GEOS with circles of 1,024 edges", arguments: UInt64(0)..<30)
  func matchesGEOS(block: UInt64) throws {
    for seed in block * 50..<block * 50 + 50 {
      let scene = try OffsetScene(seed: seed)
      let expected = try scene.areaByGEOS(segmentsPerQuadrant: 256)
      let area = scene.area()
      let whole = scene.parcel.area(of: 0)
      #expect(area >= expected - 1e-8, "seed \(seed)")
      #expect(area <= expected + scene.loss(segmentsPerQuadrant: 256) + 1e-8, "seed \(seed)")
      let share = scene.share()
      #expect((share - area / whole).magnitude < 1e-9, "seed \(seed)")
      if share == 1 { #expect(area > whole - 1e-9, "seed \(seed)") }
      if area < whole * (1 - 1e-9) { #expect(share < 1, "seed \(seed)") }
    }
  }

  @Test("all, some and nothing agree with a grid of points", arguments: UInt64(0)..<150)
  func matchesPoints(seed: UInt64) throws {
    let scene = try OffsetScene(seed: seed)
    let share = scene.share()
    var inside = 0
    var total = 0
    for i in -20..<20 {
      for j in -20..<20 {
        let x = (Double(i) + 0.371) / 2
        let y = (Double(j) + 0.613) / 2
        guard scene.parcel.contains(0, x: x, y: y) else { continue }
        total += 1
        if scene.distance(x, y) <= scene.radius { inside += 1 }
      }
    }
    if share == 1 { #expect(inside == total) }
    if share == 0 { #expect(inside == 0) }
    #expect((Double(inside) / Double(max(total, 1)) - share).magnitude < 0.2 || total < 30)
  }

  @Test("what a smaller radius covers without a gap is covered", arguments: UInt64(0)..<150)
  func fullByGEOS(seed: UInt64) throws {
    var scene = try OffsetScene(seed: seed)
    scene.radius *= 3
    let whole = scene.parcel.area(of: 0)
    if try scene.areaByGEOS(segmentsPerQuadrant: 64) > whole * (1 - 1e-12) {
      #expect(scene.share() == 1)
    }
    if try scene.areaByGEOS(segmentsPerQuadrant: 64, radius: scene.radius * 1.001) < whole - 1e-6 {
      #expect(scene.share() < 1)
    }
  }

  @Test("a larger radius or another area never lowers the share", arguments: UInt64(0)..<150)
  func monotone(seed: UInt64) throws {
    let scene = try OffsetScene(seed: seed)
    let before = scene.share()
    var grown = scene
    grown.radius *= 1.01
    var more = scene
    more.shapes.append(contentsOf: try OffsetScene(seed: seed + 1_000).shapes)
    // A point becomes an area around it.
    var wider = scene
    for row in 0..<scene.shapes.count where scene.shapes.kinds[row] == .point {
      let vertex = scene.shapes.vertices(ofRow: row).lowerBound
      let (x, y) = (scene.shapes.x[vertex], scene.shapes.y[vertex])
      wider.shapes.append(contentsOf: polygon(box(x - 1, y - 1, x + 1, y + 1)))
    }
    for after in [grown, more, wider] {
      #expect(after.share() >= before - 1e-12)
      if before == 1 { #expect(after.share() == 1) }
    }
  }

  @Test("the order of what covers, and moving it, change no bit", arguments: UInt64(0)..<200)
  func order(seed: UInt64) throws {
    let scene = try OffsetScene(seed: seed)
    #expect(scene.share(shuffledBy: seed) == scene.share())
    guard seed % 2 == 1 else { return }
    var moved = scene
    moved.parcel = scene.parcel.moved(byX: 4e5, y: 4e6)
    moved.shapes = scene.shapes.moved(byX: 4e5, y: 4e6)
    #expect((moved.share() - scene.share()).magnitude < 1e-9)
    #expect((moved.share() == 1) == (scene.share() == 1))
  }

  @Test("points alone are circles", arguments: UInt64(0)..<150)
  func matchesCircles(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let parcel = try OffsetScene(seed: seed).parcel
    let discs =
      seed % 2 == 0
      ? RandomShape.discs(1...8, using: &random) : RandomShape.latticeDiscs(1...8, using: &random)
    var cover = OffsetCover()
    for disc in discs { cover.insert(Capsule(disc)) }
    let share = parcel.withBuffers { cover.share(of: 0, in: $0, areas: $0) }
    let expected = Covered(parcel, discs).share.share
    #expect((share - expected).magnitude < 1e-10)
    #expect((share == 1) == (expected == 1))
  }

  @Test("points in line on the edges change nothing", arguments: UInt64(0)..<60)
  func densified(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let area = polygon(rings: [
      RandomShape.star(x: 3, y: 1, radii: 1...4, vertices: 7, using: &random)
    ])
    let parcel = RandomShape.polygon(using: &random)
    let radius = Double.random(in: 0.3...4, using: &random)
    let plain = OffsetScene(parcel, area, radius: radius)
    let dense = OffsetScene(parcel, area.densified(40), radius: radius)
    #expect((plain.area() - dense.area()).magnitude < 1e-8)
  }

  @Test("tiny squares are as good as points", arguments: UInt64(0)..<100)
  func tinySquares(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let parcel = RandomShape.polygon(using: &random)
    let points = (0..<4).map { _ in
      Point(x: .random(in: -9...9, using: &random), y: .random(in: -9...9, using: &random))
    }
    var squares = GeometryColumn()
    for point in points {
      squares.append(
        contentsOf: polygon(box(point.x, point.y, point.x + 1e-7, point.y + 1e-7)))
    }
    let radius = Double.random(in: 0.5...6, using: &random)
    let expected = OffsetScene(parcel, GeometryColumn(points: points), radius: radius).share()
    #expect((OffsetScene(parcel, squares, radius: radius).share() - expected).magnitude < 1e-6)
  }

  @Test("a round hole of 60 edges, and a parcel as large as it")
  func roundHole() {
    func circle(_ radius: Double, _ count: Int) -> [(Double, Double)] {
      (0..<count).map {
        let angle = 2 * Double.pi * Double($0) / Double(count)
        return (radius * cos(angle), radius * sin(angle))
      }
    }
    let park = polygon(circle(300, 60), circle(200, 60))
    let parcel = polygon(box(-140, -140, 140, 140))
    let scene = OffsetScene(parcel, park, radius: 100)
    // All but a circle of 100 m, of which the 60 chords take up to 0.28 m.
    let expected = 280 * 280 - Double.pi * 100 * 100
    #expect(scene.area() > expected && scene.area() < expected + 0.28 * 2 * Double.pi * 100)
    #expect(OffsetScene(parcel, park, radius: 201).share() == 1)
    #expect(OffsetScene(parcel, park, radius: 199).share() < 1)
  }
}
