import Foundation
import Geodesy
import Planar
import TestSupport
import Testing
import Workers

@testable import Measuring

@Suite("Coverage of parcels")
struct CoverageKernelTests {
  /// Parcels of several shapes and facilities on a lattice.
  private struct Scene {
    var geometry = GeometryColumn()
    var x: [Double] = []
    var y: [Double] = []
    var limit = 0.0

    init(seed: UInt64) {
      var dice = Dice(random: SplitMix64(seed: seed))
      for _ in 0..<dice.whole(1...12) {
        let left = Double(dice.whole(0...20) * 50)
        let bottom = Double(dice.whole(0...20) * 50)
        switch dice.whole(0...3) {
        case 0: geometry.appendPoint(x: left, y: bottom)
        case 1: appendRing([(0, 0), (200, 0), (200, 50), (50, 50), (50, 200), (0, 200)])
        case 2: appendRing([(0, 0), (130, 10), (60, 90)])
        default: appendRing([(0, 0), (100, 0), (100, 100), (0, 100)])
        }
        func appendRing(_ ring: [(Double, Double)]) {
          for (dx, dy) in ring + ring.prefix(1) {
            geometry.appendVertex(x: left + dx, y: bottom + dy)
          }
          geometry.endRing()
          geometry.endPart()
          geometry.endRow(.polygon)
        }
      }
      for _ in 0..<dice.whole(0...9) {
        x.append(Double(dice.whole(0...20) * 50))
        y.append(Double(dice.whole(0...20) * 50))
      }
      limit = dice.pick([50, 100, 111.80339887498948, 150, 250, 500])
    }

    func kernel(_ rows: [Int32], possible: [Int32] = []) -> CoverageKernel {
      let places = (0..<geometry.count).map {
        geometry.interiorPoint(of: $0) ?? Point(x: 0, y: 0)
      }
      return CoverageKernel(
        geometry: geometry, placeX: places.map(\.x), placeY: places.map(\.y),
        radiusOfParcel: places.enumerated().map { row, place in
          geometry.farthestVertexDistance(row, fromX: place.x, y: place.y)
        },
        entranceOffsets: Array(repeating: 0, count: geometry.count + 1), entrances: [],
        certain: FacilitySites(PointGrid(rows: rows, x: x, y: y)),
        atBest: possible.isEmpty
          ? nil : FacilitySites(PointGrid(rows: (rows + possible).sorted(), x: x, y: y)),
        ground: .plane)
    }

    func shares(_ rows: [Int32]) -> [Double] {
      var cover = CircleCover()
      cover.replaceAll(with: rows.map { Disc(x: x[Int($0)], y: y[Int($0)], radius: limit) })
      return geometry.withBuffers { buffers in
        (0..<geometry.count).map { cover.share(of: $0, in: buffers).share }
      }
    }
  }

  @Test("shares equal those of all circles at once", arguments: UInt64(0)..<200)
  func matchesAllCircles(seed: UInt64) async throws {
    let scene = Scene(seed: seed)
    let rows = scene.x.indices.map { Int32($0) }
    let certain = rows.filter { $0 % 3 != 2 }
    let possible = rows.filter { $0 % 3 == 2 }
    let measured = try await scene.kernel(certain, possible: possible)
      .measure(limit: scene.limit, place: .area, workers: Workers(count: 3))
    func compare(_ found: [Double], _ wanted: [Double]) {
      for (a, b) in zip(found, wanted) {
        #expect(abs(a - b) <= 1e-9)
        // All and nothing are decided by position, not by sums.
        #expect((a == 1) == (b == 1))
      }
    }
    compare(measured.share, scene.shares(certain))
    if !possible.isEmpty { compare(measured.shareAtBest, scene.shares(rows)) }
  }

  @Test("shares are near those of polygons with 4,096 corners", arguments: UInt64(0)..<12)
  func matchesPolygons(seed: UInt64) async throws {
    let scene = Scene(seed: seed)
    let engine = GeometryEngine()
    let rows = scene.x.indices.map { Int32($0) }
    let measured = try await scene.kernel(rows)
      .measure(limit: scene.limit, place: .area, workers: Workers(count: 1))
    var circles = GeometryColumn()
    for index in scene.x.indices {
      var point = GeometryColumn()
      point.appendPoint(x: scene.x[index], y: scene.y[index])
      let circle = try engine.buffer(
        Geometry(row: 0, of: point), by: scene.limit, segmentsPerQuadrant: 1024)
      circles.append(circle)
    }
    let union = try engine.union(of: circles)
    for row in 0..<scene.geometry.count where scene.geometry.kinds[row].isPolygon {
      let parcel = Geometry(row: row, of: scene.geometry)
      let share = try engine.intersection(parcel, union).area / parcel.area
      #expect(abs(measured.share[row] - share) < 1e-4)
    }
  }

  @Test("a limit is inclusive: at it, one step below and one above", arguments: UInt64(0)..<40)
  func exactLimit(seed: UInt64) async throws {
    var dice = Dice(random: SplitMix64(seed: seed))
    let angle = Double.random(in: 0..<(2 * .pi), using: &dice.random)
    let x = 450_000 + 300 * cos(angle)
    let y = 3_800_000 + 300 * sin(angle)
    let dx = x - 450_000
    let dy = y - 3_800_000
    let distance = (dx * dx + dy * dy).squareRoot()
    let geometry = GeometryColumn(points: [Point(x: 450_000, y: 3_800_000)])
    for place in [CoverageKernel.Place.area, .point, .entrances] {
      for (limit, share) in [(distance, 1.0), (distance.nextDown, 0), (distance.nextUp, 1)] {
        let kernel = CoverageKernel(
          geometry: geometry, placeX: [450_000], placeY: [3_800_000], radiusOfParcel: [0],
          entranceOffsets: [0, 1], entrances: [Point(x: 450_000, y: 3_800_000)],
          certain: FacilitySites(PointGrid(rows: [0], x: [x], y: [y])), atBest: nil, ground: .plane)
        let measured = try await kernel.measure(
          limit: limit, place: place, workers: Workers(count: 1))
        #expect(measured.share == [share])
        #expect(measured.distance == [distance])
      }
    }
  }

  @Test("no facility, no coverage; no parcel, no result")
  func nothing() async throws {
    var scene = Scene(seed: 3)
    let measured = try await scene.kernel([])
      .measure(limit: 500, place: .area, workers: Workers(count: 2))
    #expect(measured.share == Array(repeating: 0, count: scene.geometry.count))
    #expect(measured.nearest.allSatisfy { $0 == -1 })
    #expect(measured.distance.allSatisfy { $0 == .infinity })
    scene.geometry = GeometryColumn()
    let none = try await scene.kernel([]).measure(
      limit: 500, place: .area, workers: Workers(count: 2))
    #expect(none.share.isEmpty)
  }
}

@Suite("Weighted shares")
struct WeightedSharesTests {
  /// Every weight at its lower end, at its upper end, or, where it has none, very large.
  @Test("bounds hold for every choice of weights, and are met", arguments: UInt64(0)..<100)
  func matchesAllCorners(seed: UInt64) {
    var dice = Dice(random: SplitMix64(seed: seed))
    var shares = WeightedShares()
    var items: [(low: Double, high: Double, worst: Double, best: Double)] = []
    for _ in 0..<dice.whole(1...6) {
      let low = Int64(dice.whole(0...3)) * 1_000_000
      let high = dice.pick([low, low, low + 2_000_000, Bounds.unlimited])
      let worst = dice.pick([0, 0.25, 0.5, 1])
      let best = max(worst, dice.pick([0, 0.75, 1]))
      shares.add(Bounds(low: low, high: high), low: worst, high: best)
      if high > 0 {
        items.append(
          (Double(low), high == Bounds.unlimited ? 1e22 : Double(high), worst, best))
      }
    }
    #expect(shares.isEmpty == items.isEmpty)
    guard !items.isEmpty else { return }
    var least = Double.infinity
    var greatest = -Double.infinity
    for choice in 0..<(1 << items.count) {
      var whole = 0.0
      var worst = 0.0
      var best = 0.0
      for (index, item) in items.enumerated() {
        let weight = choice >> index & 1 == 1 ? item.high : item.low
        whole += weight
        worst += weight * item.worst
        best += weight * item.best
      }
      guard whole > 0 else { continue }
      least = min(least, worst / whole)
      greatest = max(greatest, best / whole)
    }
    let percent = shares.percent
    #expect(abs(percent.low.double - 100 * least) < 1e-9)
    #expect(abs(percent.high.double - 100 * greatest) < 1e-9)
  }
}
