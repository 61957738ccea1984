import TestSupport
import Testing
import Workers

@testable import Planar
@testable import Walking

@Suite("Isochrones beside streets")
struct StraightWayTests {
  private struct Case {
    let network: WalkNetwork
    /// Places first, then compounds.
    let shapes: GeometryColumn
    let found: AccessLocator.Found
    let places: Int
    let limits: [Double]
    let offset: Double

    init(seed: UInt64) async throws {
      var random = SplitMix64(seed: seed)
      var lines = StreetLines.random(
        vertices: Int.random(in: 4...24, using: &random),
        lines: Int.random(in: 2...14, using: &random), hasOneWays: seed % 3 == 0, using: &random)
      if seed % 2 == 0 { lines.addTraits(using: &random) }
      network = try WalkNetwork(lines: lines, crs: "local")
      let rings = AccessLocatorTests.points(8, using: &random).map {
        AccessLocatorTests.ring(around: $0, using: &random)
      }
      places = 6
      // Points and areas, of either.
      shapes = AccessLocatorTests.column(
        points: AccessLocatorTests.points(4, using: &random), rings: rings)
      offset = Double.random(in: 2...20, using: &random)
      limits = [60, 150, 400].map { $0 + Double.random(in: 0..<60, using: &random) }
      found = try await AccessLocator(network, workers: Workers(count: 2)).places(
        of: shapes, in: [Int32](repeating: -1, count: shapes.count), within: 150,
        workers: Workers(count: 2))
    }

    func areas(isServing: Bool) async throws -> [GeometryColumn] {
      let own = found.places.selecting(0..<places)
      let others = Array(places..<shapes.count)
      let served = try await StraightWays(
        of: found.places.selecting(others), shapes: shapes.selecting(others), on: network,
        workers: Workers(count: 2))
      return try await network.isochrones(
        of: own.positions, groupedBy: own.offsets, within: limits, offset: offset,
        sites: shapes.selecting(Array(0..<places)), served: isServing ? served : nil,
        workers: Workers(count: 2))
    }
  }

  @Test("a place touches its own area, and so does all that it serves", arguments: UInt64(0)..<70)
  func touched(seed: UInt64) async throws {
    let one = try await Case(seed: seed)
    guard one.network.edgeCount > 0 else { return }
    let areas = try await one.areas(isServing: true)
    let engine = GeometryEngine()
    let others = one.found.places.selecting(one.places..<one.shapes.count)
    for (limit, column) in zip(one.limits, areas) {
      // Who walks there starts at the compound.
      let pairs = try await one.network.pairs(
        from: others, to: one.found.places.selecting(0..<one.places), within: limit,
        workers: Workers(count: 1))
      for place in 0..<one.places where column.kinds[place] != .none {
        #expect(try engine.validity(of: column[place]) == .valid)
        #expect(try engine.intersects(column[place], one.shapes[place]), "\(place)")
      }
      for other in 0..<others.count {
        for pair in pairs.offsets[other]..<pairs.offsets[other + 1] {
          let place = Int(pairs.targets[pair])
          #expect(
            try engine.intersects(column[place], one.shapes[one.places + other]),
            "\(place) serves \(other)")
        }
      }
    }
    for (inner, outer) in zip(areas, areas.dropFirst()) {
      for place in 0..<one.places where inner.kinds[place] != .none {
        #expect(try engine.covers(outer[place], inner[place]))
      }
    }
  }

  @Test("nothing is far from streets and straight ways", arguments: UInt64(0)..<30)
  func near(seed: UInt64) async throws {
    let one = try await Case(seed: seed)
    guard one.network.edgeCount > 0 else { return }
    let areas = try await one.areas(isServing: true)
    for (limit, column) in zip(one.limits, areas) {
      for place in 0..<one.places where column.kinds[place] != .none {
        var ground: [IsochroneTests.Segment] = []
        for row in one.found.places.positions(of: place) {
          guard let position = one.found.places.positions[row] else { continue }
          var point = position
          point.alongEnd = point.along
          point.straightEnd = point.straight
          for (along, straight) in position.ends {
            point.along = along
            point.straight = straight
            ground += IsochroneTests.ground(one.network, point, limit: limit, sense: .toPlace)
          }
        }
        let box = column.envelope(of: place)
        var random = SplitMix64(seed: seed)
        column.withBuffers { buffers in
          for _ in 0..<100 {
            let x = Double.random(in: box.minX...box.maxX, using: &random)
            let y = Double.random(in: box.minY...box.maxY, using: &random)
            guard buffers.contains(place, x: x, y: y) else { continue }
            let away =
              ground.map { EdgeLocatorTests.distance(Point(x: x, y: y), $0.a, $0.b) }.min()
              ?? .infinity
            // No straight way is longer than what places are put on streets within.
            #expect(away <= 150 + StreetBand.farthest * one.offset)
          }
        }
      }
    }
  }

  @Test("25 m are 25 m, beside a street in any direction", arguments: [0.0, 0.3, 1, 2.2])
  func width(slope: Double) async throws {
    var lines = StreetLines()
    lines.x = [0, 1_000]
    lines.y = [0, slope * 1_000]
    lines.append([0, 1], sourceID: 1)
    let network = try WalkNetwork(lines: lines, crs: "local")
    let length = (1 + slope * slope).squareRoot()
    var places = NetworkPositions()
    places.append(EdgeLocator(network).nearest(toX: 500, y: 500 * slope, within: 1))
    for offset in [3, 25, 90.0] {
      let area = try await network.isochrones(
        of: places, within: [400], offset: offset, workers: Workers(count: 1))[0]
      area.withBuffers { buffers in
        for step in stride(from: -300.0, through: 300, by: 13) {
          let (x, y) = (500 + step / length, (500 + step / length) * slope)
          for side in [-1.0, 1] {
            let across = (x: -side * slope / length, y: side / length)
            for share in [0.5, 0.96, 1.04] {
              #expect(
                buffers.contains(
                  0, x: x + share * offset * across.x, y: y + share * offset * across.y)
                  == (share < 1))
            }
          }
        }
      }
      // A street of 800 m, and half a circle at each end, which is drawn by chords.
      let expected = 1_600 * offset + 3.1416 * offset * offset
      #expect(area[0].area < 1.01 * expected)
      #expect(area[0].area > 0.98 * 1_600 * offset + 2.6 * offset * offset)
    }
  }

  @Test("a square that is reached all around has no hole, one that is not has")
  func square() async throws {
    var lines = StreetLines()
    lines.x = [0, 200, 200, 0]
    lines.y = [0, 0, 200, 200]
    for side in 0..<4 { lines.append([Int32(side), Int32((side + 1) % 4)], sourceID: Int64(side)) }
    let inner = [(80.0, 80.0), (120, 80), (120, 120), (80, 120)].map { (x: $0.0, y: $0.1) }
    lines.squares.append(
      rings: [[(x: 0.0, y: 0.0), (x: 200, y: 0), (x: 200, y: 200), (x: 0, y: 200)], inner])
    let network = try WalkNetwork(lines: lines, crs: "local")
    var places = NetworkPositions()
    places.append(EdgeLocator(network).nearest(toX: 1, y: 0, within: 1))
    let areas = try await network.isochrones(
      of: places, within: [190, 405], offset: 5, workers: Workers(count: 1))
    // Not reached at the far corner.
    #expect(areas[0].rings(ofRow: 0).count == 1)
    areas[0].withBuffers { #expect(!$0.contains(0, x: 50, y: 50)) }
    // What is not of the square stays a hole.
    #expect(areas[1].rings(ofRow: 0).count == 2)
    areas[1].withBuffers { buffers in
      #expect(!buffers.contains(0, x: 100, y: 100))
      for x in stride(from: 1.0, to: 200, by: 7) {
        for y in stride(from: 1.0, to: 200, by: 7) where abs(x - 100) > 40 || abs(y - 100) > 40 {
          #expect(buffers.contains(0, x: x, y: y))
        }
      }
    }
  }

  @Test("what lies between a boundary and the street beside it is filled")
  func strip() async throws {
    var lines = StreetLines()
    lines.x = [0, 400]
    lines.y = [0, 0]
    lines.append([0, 1], sourceID: 1)
    let network = try WalkNetwork(lines: lines, crs: "local")
    var park = GeometryColumn()
    for (x, y) in [(100.0, 40.0), (300, 48), (300, 200), (100, 200), (100, 40)] {
      park.appendVertex(x: x, y: y)
    }
    park.endRing()
    park.endPart()
    park.endRow(.polygon)
    let workers = Workers(count: 1)
    let found = try await AccessLocator(network, workers: Workers(count: 2)).places(
      of: park, in: [-1], within: 100, workers: workers)
    let areas = try await network.isochrones(
      of: found.places.positions, groupedBy: found.places.offsets, within: [44, 100], offset: 4,
      sites: park, workers: workers)
    #expect(areas[1].rings(ofRow: 0).count == 1)
    areas[1].withBuffers { buffers in
      for x in [110.0, 200, 290] {
        for y in stride(from: 0.0, through: 40, by: 1) { #expect(buffers.contains(0, x: x, y: y)) }
        #expect(!buffers.contains(0, x: x, y: 60))
      }
    }
    // Farther along the boundary the straight way alone is too long.
    areas[0].withBuffers { buffers in
      #expect(buffers.contains(0, x: 150, y: 30))
      #expect(!buffers.contains(0, x: 280, y: 30))
    }
  }
}
