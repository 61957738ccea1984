import TestSupport
import Testing
import Workers

@testable import Planar
@testable import Walking

@Suite("Snapping")
struct EdgeLocatorTests {
  /// From a point to a segment, by a plain projection.
  static func distance(_ p: Point, _ a: Point, _ b: Point) -> Double {
    let dx = b.x - a.x
    let dy = b.y - a.y
    let squared = dx * dx + dy * dy
    let share =
      squared > 0 ? min(1, max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared)) : 0
    return p.distance(to: Point(x: a.x + share * dx, y: a.y + share * dy))
  }

  static func segments(_ network: WalkNetwork) -> [(edge: Int, a: Point, b: Point)] {
    (0..<network.edgeCount).flatMap { edge in
      (Int(network.vertexOffsets[edge])..<Int(network.vertexOffsets[edge + 1]) - 1).map {
        (
          edge, Point(x: network.vertexX[$0], y: network.vertexY[$0]),
          Point(x: network.vertexX[$0 + 1], y: network.vertexY[$0 + 1])
        )
      }
    }
  }

  @Test("the nearest point equals brute force", arguments: UInt64(0)..<200)
  func points(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let network = try WalkNetwork(
      lines: .random(side: seed % 2 == 0 ? 400 : 5_000, using: &random), crs: "local")
    let segments = Self.segments(network)
    let least = Double.random(in: 0...900, using: &random)
    let within = Double.random(in: 0...500, using: &random)
    let locator = EdgeLocator(network, ignoringIslandsUnder: least)
    var x = (0..<60).map { _ in Double.random(in: -500..<900, using: &random) }
    var y = (0..<60).map { _ in Double.random(in: -500..<900, using: &random) }
    for index in 0..<10 {
      let vertex = Int.random(in: 0..<network.vertexCount, using: &random)
      x[index] = network.vertexX[vertex]
      y[index] = network.vertexY[vertex]
    }
    x[11] = .nan
    y[12] = .infinity
    let found = try await locator.positions(
      ofX: x, y: y, within: within, workers: Workers(count: 2))
    #expect(found.count == 60)
    for row in 0..<60 {
      let place = Point(x: x[row], y: y[row])
      func nearest(_ isWanted: (Int) -> Bool) -> Double? {
        segments.filter { network.component(ofEdge: $0.edge).map(isWanted) ?? false }
          .map { Self.distance(place, $0.a, $0.b) }.filter { $0 <= within }.min()
      }
      let expected =
        nearest { network.metres(ofComponent: $0) >= least }
        ?? nearest { network.metres(ofComponent: $0) < least }
      let position = found[row]
      #expect((position == nil) == (expected == nil))
      guard let position, let expected else { continue }
      #expect(abs(position.straightMetres - expected) < 1e-4)
      #expect(position == locator.nearest(toX: x[row], y: y[row], within: within))
      try expectOnEdge(position, network, from: place, straight: expected)
    }
  }

  /// The position's coordinates, its distance along and its straight piece mean the same point.
  func expectOnEdge(
    _ position: NetworkPosition, _ network: WalkNetwork, from place: Point, straight: Double
  ) throws {
    let point = Point(x: position.x, y: position.y)
    #expect(abs(point.distance(to: place) - straight) < 1e-6)
    let first = Int(network.vertexOffsets[position.edge])
    let last = Int(network.vertexOffsets[position.edge + 1]) - 1
    let along = position.along
    #expect(along >= 0 && along <= network.edgeLengths[position.edge])
    let isThere = (first..<last).contains { vertex in
      let start = network.vertexAlong[vertex]
      let end = network.vertexAlong[vertex + 1]
      guard start <= along, along <= end else { return false }
      let share = end > start ? Double(along - start) / Double(end - start) : 0
      let at = Point(
        x: network.vertexX[vertex] + share
          * (network.vertexX[vertex + 1] - network.vertexX[vertex]),
        y: network.vertexY[vertex] + share * (network.vertexY[vertex + 1] - network.vertexY[vertex])
      )
      return at.distance(to: point) < 2e-4
    }
    #expect(isThere)
  }

  /// A star-shaped ring, sometimes with a hole.
  static func polygon(using random: inout SplitMix64) -> Geometry {
    var column = GeometryColumn()
    let x = Double.random(in: 0..<400, using: &random)
    let y = Double.random(in: 0..<400, using: &random)
    let corners: [(Double, Double)] = [(1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (0, -1)]
    for scale in Bool.random(using: &random) ? [1, 0.4] : [1] {
      let ring = corners.map { corner in
        let size = scale * Double.random(in: 20..<60, using: &random)
        return (x + size * corner.0, y + size * corner.1)
      }
      for (px, py) in ring + ring.prefix(1) { column.appendVertex(x: px, y: py) }
      column.endRing()
    }
    column.endPart()
    column.endRow(.polygon)
    return column[0]
  }

  @Test("the nearest point to a boundary equals brute force", arguments: UInt64(0)..<200)
  func boundaries(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let network = try WalkNetwork(
      lines: .random(vertices: 14, lines: 5, using: &random), crs: "local")
    let segments = Self.segments(network)
    var shapes = GeometryColumn()
    for _ in 0..<8 { shapes.append(Self.polygon(using: &random)) }
    shapes.appendNone()
    let placeX = (0..<9).map { shapes[$0].interiorPoint?.x ?? 0 }
    let placeY = (0..<9).map { shapes[$0].interiorPoint?.y ?? 0 }
    let within = Double.random(in: 0...200, using: &random)
    let found = try await EdgeLocator(network).positions(
      ofBoundaries: shapes, placeX: placeX, placeY: placeY, within: within,
      workers: Workers(count: 1))
    let engine = GeometryEngine()
    #expect(found[8] == nil)
    for row in 0..<8 {
      var rings: [(Point, Point)] = []
      var boundary = GeometryColumn()
      for ring in shapes.rings(ofRow: row) {
        let vertices = shapes.vertices(of: ring)
        for vertex in vertices { boundary.appendVertex(x: shapes.x[vertex], y: shapes.y[vertex]) }
        boundary.endRing()
        boundary.endPart()
        for vertex in vertices.dropLast() {
          rings.append(
            (
              Point(x: shapes.x[vertex], y: shapes.y[vertex]),
              Point(x: shapes.x[vertex + 1], y: shapes.y[vertex + 1])
            ))
        }
      }
      boundary.endRow(.multiLineString)
      func line(_ a: Point, _ b: Point) -> Geometry {
        var column = GeometryColumn()
        column.appendVertex(x: a.x, y: a.y)
        column.appendVertex(x: b.x, y: b.y)
        column.endRing()
        column.endPart()
        column.endRow(.lineString)
        return column[0]
      }
      var least = Double.infinity
      for segment in segments {
        least = min(least, try engine.distance(line(segment.a, segment.b), boundary[0]))
      }
      let position = found[row]
      #expect((position != nil) == (least <= within))
      guard let position else { continue }
      #expect(abs(position.straightMetres - least) < 1e-4)
      let place = Point(x: placeX[row], y: placeY[row])
      let point = Point(x: position.x, y: position.y)
      let toBoundary = rings.map { Self.distance(point, $0.0, $0.1) }.min() ?? .infinity
      #expect(abs(toBoundary - least) < 1e-4)
      // Of the points where streets cross the boundary, the one nearest to the place.
      guard least == 0 else { continue }
      var best = Double.infinity
      for segment in segments {
        let crossings = try engine.intersection(line(segment.a, segment.b), boundary[0])
        for vertex in crossings.column.vertices(ofRow: crossings.row) {
          let crossing = Point(x: crossings.column.x[vertex], y: crossings.column.y[vertex])
          best = min(best, crossing.distance(to: place))
        }
      }
      #expect(abs(best - point.distance(to: place)) < 1e-3)
    }
  }

  @Test("along a street at one distance, the point nearest to the place")
  func parallel() async throws {
    var lines = StreetLines()
    lines.x = [0, 300]
    lines.y = [0, 0]
    lines.append([0, 1], sourceID: 1)
    let network = try WalkNetwork(lines: lines, crs: "local")
    var square = GeometryColumn()
    square.appendRow(.polygon, [(100, 10), (200, 10), (200, 60), (100, 60), (100, 10)])
    let locator = EdgeLocator(network)
    for (placeX, x) in [(130.0, 130.0), (250, 200), (-10, 100)] {
      let found = try await locator.positions(
        ofBoundaries: square, placeX: [placeX], placeY: [30], within: 10,
        workers: Workers(count: 1))
      #expect(found[0]?.x == x)
      #expect(found[0]?.straightMetres == 10)
      #expect(found[0]?.metresAlong == x)
    }
    let tooFar = try await locator.positions(
      ofBoundaries: square, placeX: [130], placeY: [30], within: 10.0.nextDown,
      workers: Workers(count: 1))
    #expect(tooFar[0] == nil)
  }

  @Test("an island catches only what nothing else can serve")
  func islands() throws {
    var lines = StreetLines()
    lines.x = [0, 1_000, 100, 140]
    lines.y = [0, 0, 50, 50]
    lines.append([0, 1], sourceID: 1)
    lines.append([2, 3], sourceID: 2)
    let network = try WalkNetwork(lines: lines, crs: "local")
    let all = EdgeLocator(network)
    let main = EdgeLocator(network, ignoringIslandsUnder: 100)
    #expect(all.nearest(toX: 120, y: 60, within: 100)?.straightMetres == 10)
    #expect(main.nearest(toX: 120, y: 60, within: 100)?.straightMetres == 60)
    #expect(main.nearest(toX: 120, y: 60, within: 60)?.straightMetres == 60)
    #expect(main.nearest(toX: 120, y: 60, within: 60.0.nextDown)?.straightMetres == 10)
    #expect(main.nearest(toX: 120, y: 60, within: 9) == nil)
    // Exactly as long as asked for is no island.
    let exact = EdgeLocator(network, ignoringIslandsUnder: 40)
    #expect(exact.nearest(toX: 120, y: 60, within: 100)?.straightMetres == 10)
  }

  @Test("at a crossing all streets are equally near: the first edge, and its first point")
  func ties() throws {
    let network = try WalkNetwork(
      lines: .grid(columns: 4, lines: 4, spacing: 100), crs: "local")
    let locator = EdgeLocator(network)
    for (x, y) in [(100.0, 100.0), (200, 100), (100, 200), (200, 200)] {
      let there = (0..<network.edgeCount).filter { edge in
        (Int(network.vertexOffsets[edge])..<Int(network.vertexOffsets[edge + 1])).contains {
          network.vertexX[$0] == x && network.vertexY[$0] == y
        }
      }
      #expect(there.count == 4)
      #expect(locator.nearest(toX: x, y: y, within: 0)?.edge == there.first)
    }
    // In the middle of a block.
    let middle = locator.nearest(toX: 150, y: 150, within: 50)
    #expect(middle?.straightMetres == 50)
    #expect(locator.nearest(toX: 150, y: 150, within: 50.0.nextDown) == nil)
  }

  @Test("shapes of any size and any distance")
  func extremes() async throws {
    let network = try WalkNetwork(
      lines: .grid(columns: 4, lines: 4, spacing: 100), crs: "local")
    var shapes = GeometryColumn()
    shapes.appendRow(.polygon, [(-1e6, 150), (1e6, 150), (1e6, 1e6), (-1e6, 1e6), (-1e6, 150)])
    shapes.appendRow(.polygon, [(-1e8, -1e8), (1e8, -1e8), (1e8, 1e8), (-1e8, 1e8), (-1e8, -1e8)])
    shapes.appendRow(.polygon, [(1e8, 1e8), (2e8, 1e8), (2e8, 2e8), (1e8, 1e8)])
    shapes.appendPoint(x: 1e300, y: 1e300)
    shapes.appendRow(.lineString, [(120, 120), (180, 120)])
    shapes.appendPoint(x: 40_000, y: 50)
    let none = [Double](repeating: .nan, count: 6)
    let found = try await EdgeLocator(network).positions(
      ofBoundaries: shapes, placeX: none, placeY: none, within: 60_000, workers: Workers(count: 2))
    #expect((0..<6).map { found[$0]?.straightMetres } == [0, nil, nil, nil, 20, 39_700])
  }

  @Test("any number of workers finds the same")
  func workers() async throws {
    var random = SplitMix64(seed: 8)
    let network = try WalkNetwork(
      lines: .random(vertices: 300, lines: 200, side: 4_000, using: &random), crs: "local")
    let locator = EdgeLocator(network, ignoringIslandsUnder: 300)
    let x = (0..<20_000).map { _ in Double.random(in: 0..<4_000, using: &random) }
    let y = (0..<20_000).map { _ in Double.random(in: 0..<4_000, using: &random) }
    let one = try await locator.positions(ofX: x, y: y, within: 200, workers: Workers(count: 1))
    let four = try await locator.positions(ofX: x, y: y, within: 200, workers: Workers(count: 4))
    #expect(one == four)
  }
}

extension GeometryColumn {
  /// A row of one line or ring.
  fileprivate mutating func appendRow(_ kind: GeometryKind, _ vertices: [(x: Double, y: Double)]) {
    for vertex in vertices { appendVertex(x: vertex.x, y: vertex.y) }
    endRing()
    endPart()
    endRow(kind)
  }
}
