import Foundation
import TestSupport
import Testing

@testable import Planar

/// Random polygons and discs against slower ways to the same area, and against themselves.
@Suite("Area covered by circles: oracles and laws")
struct CircleCoverOracleTests {
  /// One seed is one polygon with its discs; every other one is all ties.
  private static func scene(_ seed: UInt64) throws -> (column: GeometryColumn, discs: [Disc]) {
    var random = SplitMix64(seed: seed)
    if seed % 2 == 0 {
      return (
        RandomShape.polygon(using: &random), RandomShape.discs(1...12, using: &random)
      )
    }
    return (
      try RandomShape.lattice(using: &random, in: GeometryEngine()),
      RandomShape.latticeDiscs(1...10, using: &random)
    )
  }

  @Test("equals Green's theorem", arguments: UInt64(0)..<40)
  func matchesGreen(block: UInt64) throws {
    for seed in block * 100..<block * 100 + 100 {
      let (column, discs) = try Self.scene(seed)
      let covered = Covered(column, discs)
      let expected = GreenOracle(column, discs).area
      let area = column.area(of: 0)
      #expect((covered.area - expected).magnitude <= 1e-9 * area, "seed \(seed)")
      #expect((covered.share.share == 1) == covered.isFull, "seed \(seed)")
      #expect((covered.share.verdict == .full) == covered.isFull, "seed \(seed)")
      if expected < area * (1 - 1e-9) { #expect(!covered.isFull, "seed \(seed)") }
      // What is covered by discs that are a little smaller has no gap at all.
      let smaller = discs.map { Disc(x: $0.x, y: $0.y, radius: $0.radius - 1e-4) }
      if GreenOracle(column, smaller).area > area - 1e-11 {
        #expect(covered.isFull, "seed \(seed)")
      }
    }
  }

  @Test("is close to GEOS with circles of 4,096 edges", arguments: UInt64(0)..<60)
  func matchesGEOS(seed: UInt64) throws {
    let engine = GeometryEngine()
    let (column, discs) = try Self.scene(seed)
    var circles = GeometryColumn()
    for disc in discs {
      let centre = GeometryColumn(points: [Point(x: disc.x, y: disc.y)])
      circles.append(try engine.buffer(centre[0], by: disc.radius, segmentsPerQuadrant: 1024))
    }
    let expected = try engine.intersection(column[0], engine.union(of: circles)).area
    let area = Covered(column, discs).area
    // A 4,096-gon in a circle is short of it by 4e-7 of its area.
    #expect(area >= expected - 1e-9)
    let discArea = discs.reduce(0.0) { $0 + Double.pi * $1.radius * $1.radius }
    #expect(area <= expected + 4e-7 * discArea + 1e-9)
  }

  @Test("full, partial and none agree with a grid of points", arguments: UInt64(0)..<400)
  func matchesPoints(seed: UInt64) throws {
    let (column, discs) = try Self.scene(seed)
    let covered = Covered(column, discs)
    var inside = 0
    var total = 0
    for i in -40..<40 {
      for j in -40..<40 {
        let x = (Double(i) + 0.371) / 4
        let y = (Double(j) + 0.613) / 4
        guard column.contains(0, x: x, y: y) else { continue }
        total += 1
        if discs.contains(where: { $0.contains(x: x, y: y) }) { inside += 1 }
      }
    }
    if covered.isFull { #expect(inside == total) }
    if covered.share.verdict == .none { #expect(inside == 0) }
    let difference = Double(inside) / Double(max(total, 1)) - covered.share.share
    #expect(difference.magnitude < 0.12 || total < 30)
  }

  @Test("moving changes no bit", arguments: UInt64(0)..<200)
  func moving(seed: UInt64) throws {
    let (column, discs) = try Self.scene(seed * 2)
    let moved = Covered(
      column.moved(byX: 4e5, y: 4e6),
      discs.map { Disc(x: $0.x + 4e5, y: $0.y + 4e6, radius: $0.radius) })
    #expect(moved == Covered(column, discs))
  }

  @Test("the order of discs, and repeating them, changes no bit", arguments: UInt64(0)..<400)
  func order(seed: UInt64) throws {
    var random = SplitMix64(seed: seed ^ 0xABCD)
    let (column, discs) = try Self.scene(seed)
    let expected = Covered(column, discs)
    #expect(Covered(column, discs.shuffled(using: &random)) == expected)
    #expect(Covered(column, (discs + discs).shuffled(using: &random)) == expected)
  }

  @Test("a larger radius or another disc never lowers the share", arguments: UInt64(0)..<400)
  func monotone(seed: UInt64) throws {
    var random = SplitMix64(seed: seed ^ 0x1234)
    let (column, discs) = try Self.scene(seed)
    let before = Covered(column, discs)
    let grown = Covered(
      column, discs.map { Disc(x: $0.x, y: $0.y, radius: $0.radius * 1.01) })
    let more = Covered(column, discs + RandomShape.discs(1...2, using: &random))
    for after in [grown, more] {
      #expect(after.share.share >= before.share.share - 1e-13)
      #expect(after.length >= before.length - 1e-12)
      if before.isFull { #expect(after.isFull) }
      if before.relation == .inside { #expect(after.relation == .inside) }
      if after.relation == .outside { #expect(before.relation == .outside) }
    }
  }

  @Test("one object for many rows answers as a new one for each")
  func reuse() throws {
    var cover = CircleCover()
    for seed in UInt64(0)..<300 {
      let (column, discs) = try Self.scene(seed)
      cover.replaceAll(with: discs)
      let share = column.withBuffers { cover.share(of: 0, in: $0) }
      #expect(share == Covered(column, discs).share)
    }
  }

  @Test("covered and uncovered parts of a polygon add up", arguments: UInt64(0)..<100)
  func parts(seed: UInt64) throws {
    // Two halves of a box, cut anywhere, have together what the box has.
    var random = SplitMix64(seed: seed)
    let discs = RandomShape.discs(1...8, using: &random)
    let cut = Double.random(in: -9...9, using: &random)
    let whole = Covered(polygon(box(-10, -10, 10, 10)), discs).area
    let left = Covered(polygon(box(-10, -10, cut, 10)), discs).area
    let right = Covered(polygon(box(cut, -10, 10, 10)), discs).area
    #expect((left + right - whole).magnitude < 1e-11)
  }
}
