import TestSupport
import Testing
import Workers

@testable import Planar
@testable import Walking

@Suite("Isochrones as blocks")
struct BlockFormTests {
  private struct Case {
    let network: WalkNetwork
    let place: NetworkPosition
    let limits: [Double]
    let offset: Double
    let depth: Double

    /// - Parameter isPlain: No obstacles, nothing that is not on the ground.
    init?(seed: UInt64, isPlain: Bool = false) throws {
      var random = SplitMix64(seed: seed)
      var lines: StreetLines
      if seed % 2 == 0 {
        lines = .random(
          vertices: Int.random(in: 4...24, using: &random),
          lines: Int.random(in: 2...14, using: &random), using: &random)
      } else {
        // Blocks of a town, bent.
        lines = .grid(columns: 5, lines: 6, spacing: 90)
        for vertex in lines.x.indices {
          lines.x[vertex] += .random(in: -25...25, using: &random)
          lines.y[vertex] += .random(in: -25...25, using: &random)
        }
      }
      if !isPlain, seed % 3 != 0 { lines.addTraits(using: &random) }
      network = try WalkNetwork(lines: lines, crs: "local")
      if network.edgeCount == 0 { return nil }
      let place = network.randomPosition(using: &random)
      self.place = place
      let first = Double.random(in: 40...200, using: &random)
      limits = [first, first + 0.5, first * 1.3, 450, 900].map { place.straightMetres + $0 }
      offset = Double.random(in: 3...12, using: &random)
      depth = Double.random(in: 1.5...8, using: &random) * offset
    }

    var blocks: IsochroneForm { .blocks(depth: depth) }

    func areas(_ form: IsochroneForm, workers: Int = 1) async throws -> [GeometryColumn] {
      var places = NetworkPositions()
      places.append(place)
      return try await network.isochrones(
        of: places, within: limits, offset: offset, form: form, workers: Workers(count: workers))
    }
  }

  private static func away(_ x: Double, _ y: Double, _ ground: [IsochroneTests.Segment]) -> Double {
    ground.map { EdgeLocatorTests.distance(Point(x: x, y: y), $0.a, $0.b) }.min() ?? .infinity
  }

  /// An area without its holes.
  private static func shells(_ geometry: Geometry) -> Geometry {
    var result = GeometryColumn()
    let column = geometry.column
    column.withBuffers { buffers in
      for part in buffers.parts(of: geometry.row) {
        for vertex in buffers.vertices(of: buffers.rings(of: part).lowerBound) {
          result.appendVertex(x: buffers.x[vertex], y: buffers.y[vertex])
        }
        result.endRing()
        result.endPart()
      }
    }
    result.endRow(geometry.kind)
    return result[0]
  }

  @Test("blocks hold the streets and what lies in their holes, near them", arguments: 0..<90)
  func laws(seed: UInt64) async throws {
    guard let one = try Case(seed: seed) else { return }
    let streets = try await one.areas(.streets)
    let blocks = try await one.areas(one.blocks)
    let engine = GeometryEngine()
    var random = SplitMix64(seed: seed)
    for (index, limit) in one.limits.enumerated() {
      #expect(blocks[index].kinds[0] == streets[index].kinds[0])
      let (block, street) = (blocks[index][0], streets[index][0])
      #expect(try engine.validity(of: block) == .valid)
      #expect(try engine.covers(block, street))
      #expect(try engine.covers(Self.shells(street), block))
      if index > 0 { #expect(try engine.covers(block, blocks[index - 1][0])) }
      let ground = IsochroneTests.ground(one.network, one.place, limit: limit, sense: .toPlace)
      let box = block.envelope
      block.column.withBuffers { buffers in
        for _ in 0..<300 {
          let x = Double.random(in: box.minX...box.maxX, using: &random)
          let y = Double.random(in: box.minY...box.maxY, using: &random)
          if buffers.contains(0, x: x, y: y) {
            #expect(Self.away(x, y, ground) <= one.depth, "\(x) \(y) within \(limit)")
          }
        }
        for vertex in buffers.vertices(ofRow: 0) {
          #expect(Self.away(buffers.x[vertex], buffers.y[vertex], ground) <= one.depth)
        }
      }
    }
  }

  @Test("what is near enough and surrounded is filled", arguments: 0..<40)
  func whole(seed: UInt64) async throws {
    guard let one = try Case(seed: seed, isPlain: true) else { return }
    let streets = try await one.areas(.streets)
    let blocks = try await one.areas(one.blocks)
    var random = SplitMix64(seed: seed)
    // As far as it is drawn, and a cell for what lies between corners.
    let sure = one.depth - 0.5 * one.offset - 0.7 * one.offset
    for (index, limit) in one.limits.enumerated() {
      let ground = IsochroneTests.ground(one.network, one.place, limit: limit, sense: .toPlace)
      let shells = Self.shells(streets[index][0])
      let box = shells.envelope
      blocks[index].withBuffers { buffers in
        shells.column.withBuffers { shells in
          for _ in 0..<300 {
            let x = Double.random(in: box.minX...box.maxX, using: &random)
            let y = Double.random(in: box.minY...box.maxY, using: &random)
            guard shells.contains(0, x: x, y: y), Self.away(x, y, ground) < sure else { continue }
            #expect(buffers.contains(0, x: x, y: y), "\(x) \(y) within \(limit)")
          }
        }
      }
    }
  }

  @Test("filling crosses no obstacle, and starts on no bridge", arguments: 0..<60)
  func sight(seed: UInt64) async throws {
    guard let one = try Case(seed: seed), !one.network.obstacles.isEmpty else { return }
    let blocks = try await one.areas(one.blocks)
    var random = SplitMix64(seed: seed)
    let cell = 0.7 * one.offset
    for (index, limit) in one.limits.enumerated() {
      let ground = IsochroneTests.ground(one.network, one.place, limit: limit, sense: .toPlace)
      let streets = (0..<one.network.edgeCount)
        .filter { !one.network.traits(ofEdge: $0).contains(.elevated) }
        .flatMap { IsochroneTests.pieces(one.network, $0, 0, .max) }
      // Points of reached streets on the ground.
      let seen = ground.flatMap { piece in
        (0...40).map { step in
          let share = Double(step) / 40
          return Point(
            x: piece.a.x + share * (piece.b.x - piece.a.x),
            y: piece.a.y + share * (piece.b.y - piece.a.y))
        }
      }.filter { Self.away($0.x, $0.y, streets) < 1e-3 }
      let box = blocks[index][0].envelope
      blocks[index].withBuffers { buffers in
        for _ in 0..<150 {
          let x = Double.random(in: box.minX...box.maxX, using: &random)
          let y = Double.random(in: box.minY...box.maxY, using: &random)
          guard buffers.contains(0, x: x, y: y),
            Self.away(x, y, ground) > StreetBand.farthest * one.offset
          else { continue }
          // From the point or a corner of its cell.
          let isSeen = (-4...4).contains { column in
            (-4...4).contains { line in
              let (px, py) = (x + Double(column) / 4 * cell, y + Double(line) / 4 * cell)
              return seen.contains { street in
                let (dx, dy) = (street.x - px, street.y - py)
                return dx * dx + dy * dy <= one.depth * one.depth
                  && !one.network.obstacles.bar(
                    fromX: px, y: py, toX: street.x - 1e-3 * dx, y: street.y - 1e-3 * dy)
              }
            }
          }
          #expect(isSeen, "\(x) \(y) within \(limit)")
        }
      }
    }
  }

  @Test("other places, limits' order and workers change nothing", arguments: UInt64(0)..<40)
  func alone(seed: UInt64) async throws {
    guard let one = try Case(seed: seed) else { return }
    var random = SplitMix64(seed: seed)
    var places = NetworkPositions()
    for row in 0..<5 {
      places.append(row == 3 ? one.place : one.network.randomPosition(using: &random))
    }
    let alone = try await one.areas(one.blocks)
    let limits = Array(one.limits.reversed())
    let areas = try await one.network.isochrones(
      of: places, within: limits, offset: one.offset, form: one.blocks,
      workers: Workers(count: 3))
    for (all, alone) in zip(areas.reversed(), alone) {
      #expect(GroundAreaTests.alone(all[3]) == alone)
    }
  }

  private static func column(_ rings: [[(Double, Double)]]) -> GeometryColumn {
    var column = GeometryColumn()
    for ring in rings {
      for (x, y) in ring + [ring[0]] { column.appendVertex(x: x, y: y) }
      column.endRing()
    }
    column.endPart()
    column.endRow(.polygon)
    return column
  }

  @Test("blocks between reached streets have no hole where streets are near, and one where not")
  func grid() async throws {
    let network = try WalkNetwork(
      lines: .grid(columns: 5, lines: 5, spacing: 200), crs: "local")
    var places = NetworkPositions()
    places.append(network.position(atX: 400, y: 400))
    let workers = Workers(count: 2)
    func rings(_ limit: Double, _ offset: Double, _ depth: Double) async throws -> Int {
      try await network.isochrones(
        of: places, within: [limit], offset: offset, form: .blocks(depth: depth),
        workers: workers)[0].rings(ofRow: 0).count
    }
    #expect(try await rings(1_000, 25, 150) == 1)
    #expect(try await rings(1_000, 25, 60) == 17)
    #expect(try await rings(400, 2, 120) == 1)
    // Not surrounded: streets end 100 m before the far corner.
    let open = try await network.isochrones(
      of: places, within: [300], offset: 25, form: .blocks(depth: 150), workers: workers)
    open[0].withBuffers { #expect(!$0.contains(0, x: 500, y: 500)) }
    for depth in [0, 37.4, -1, .nan, .infinity] {
      await #expect(throws: NetworkError.self) {
        try await network.isochrones(
          of: places, within: [300], offset: 25, form: .blocks(depth: depth), workers: workers)
      }
    }
  }

  @Test("a river between two reached banks is not filled, neither from them nor from the bridges")
  func river() async throws {
    var lines = StreetLines()
    for x in [0.0, 300] {
      for y in [0.0, 135, 165, 300] {
        lines.x.append(x)
        lines.y.append(y)
      }
    }
    // Both banks and their streets, one bridge at each end.
    lines.append([0, 4], sourceID: 1)
    lines.append([3, 7], sourceID: 2)
    for west in [Int32(0), 4] {
      lines.append([west, west + 1], sourceID: 3)
      lines.append([west + 1, west + 2], sourceID: 4, traits: .elevated)
      lines.append([west + 2, west + 3], sourceID: 5)
    }
    for y in [140.0, 160] {
      lines.obstacles.append(.water, fromX: -500, y: y, toX: 800, y: y)
    }
    let network = try WalkNetwork(lines: lines, crs: "local")
    var places = NetworkPositions()
    places.append(network.position(atX: 0, y: 0))
    let area = try await network.isochrones(
      of: places, within: [1_000], offset: 5, form: .blocks(depth: 200),
      workers: Workers(count: 1))[0]
    area.withBuffers { buffers in
      for x in stride(from: 20.0, through: 280, by: 13) {
        for (y, isFilled) in [(30.0, true), (130, true), (170, true), (270, true), (150, false)] {
          #expect(buffers.contains(0, x: x, y: y) == isFilled, "\(x) \(y)")
        }
      }
    }
  }

  @Test("a place that is an area is filled in both forms, but for its own holes")
  func park() async throws {
    var lines = StreetLines()
    lines.x = [0, 400]
    lines.y = [0, 0]
    lines.append([0, 1], sourceID: 1)
    let network = try WalkNetwork(lines: lines, crs: "local")
    let park = Self.column([
      [(100, 40), (300, 48), (300, 400), (100, 400)],
      [(150, 150), (250, 150), (250, 350), (150, 350)],
    ])
    let workers = Workers(count: 1)
    let found = try await AccessLocator(network, workers: Workers(count: 2)).places(
      of: park, in: [-1], within: 100, workers: workers)
    for form in [IsochroneForm.streets, .blocks(depth: 20)] {
      let areas = try await network.isochrones(
        of: found.places.positions, groupedBy: found.places.offsets, within: [20, 44, 100],
        offset: 4, form: form, sites: park, areas: park, workers: workers)
      #expect(areas[0].kinds[0] == .none)
      for area in areas.dropFirst() {
        #expect(try GeometryEngine().covers(area[0], park[0]))
        area.withBuffers { #expect(!$0.contains(0, x: 200, y: 250)) }
        #expect(try GeometryEngine().validity(of: area[0]) == .valid)
      }
      #expect(try GeometryEngine().covers(areas[2][0], areas[1][0]))
    }
  }
}
