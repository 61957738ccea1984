import Planar
import TestSupport
import Testing
import Workers

@testable import Walking

@Suite("Squares from inside")
struct SquareDoorTests {
  /// A square of 300 m with a street from the middle of each side, and perhaps a hole.
  private static func square(hole: [Point] = []) throws -> WalkNetwork {
    var lines = StreetLines()
    let edge: [(Double, Double)] = [
      (0, 0), (150, 0), (300, 0), (300, 150), (300, 300), (150, 300), (0, 300), (0, 150),
    ]
    let ends: [(Double, Double)] = [(150, -200), (500, 150), (150, 500), (-200, 150)]
    for place in edge + ends {
      lines.x.append(place.0)
      lines.y.append(place.1)
    }
    lines.append([0, 1, 2, 3, 4, 5, 6, 7, 0], sourceID: 1)
    for (street, node) in [1, 3, 5, 7].enumerated() {
      lines.append([Int32(node), Int32(8 + street)], sourceID: Int64(2 + street))
    }
    let rings = [edge] + (hole.isEmpty ? [] : [hole.map { ($0.x, $0.y) }])
    lines.squares.append(rings: rings.map { $0.map { (x: $0.0, y: $0.1) } })
    return try WalkNetwork(lines: lines, crs: "local")
  }

  private static func walk(
    _ network: WalkNetwork, from start: Point, to end: Point, within: Double = 200
  ) async throws -> Double {
    let found = try await AccessLocator(network, workers: Workers(count: 2)).places(
      of: GeometryColumn(points: [start, end]), in: [-1, -1], within: within,
      workers: Workers(count: 1))
    return try await AccessLocatorTests.metres(network, found, from: 1)[0][0]
  }

  @Test("one walks straight across from where one is")
  func across() async throws {
    let network = try Self.square()
    let metres = try await Self.walk(
      network, from: Point(x: 150, y: -200), to: Point(x: 75, y: 40))
    #expect(abs(metres - 285) < 0.001)
  }

  @Test("who is beside a square steps onto it first, and farther away not")
  func beside() async throws {
    let network = try Self.square()
    let start = Point(x: 60, y: -20)
    let across = (240.0 * 240 + 170 * 170).squareRoot()
    let metres = try await Self.walk(network, from: start, to: Point(x: 500, y: 150))
    #expect(abs(metres - across - 200) < 0.001)
    let farther = try await Self.walk(
      network, from: Point(x: 60, y: -60), to: Point(x: 500, y: 150))
    #expect(farther > metres + 50)
  }

  @Test("a hole is in the way")
  func hole() async throws {
    let wall = [(140, 20), (160, 20), (160, 280), (140, 280)].map {
      Point(x: Double($0.0), y: Double($0.1))
    }
    let (start, end) = (Point(x: 100, y: 150), Point(x: 500, y: 150))
    let open = try await Self.walk(try Self.square(), from: start, to: end, within: 60)
    let closed = try await Self.walk(
      try Self.square(hole: wall), from: start, to: end, within: 60)
    #expect(abs(open - 400) < 0.001)
    #expect(closed > open + 100)
  }

  @Test("doors are those that a walker sees step by step", arguments: UInt64(0)..<120)
  func matchesSlow(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let ring = AccessLocatorTests.ring(
      around: Point(x: 200, y: 200), size: 190, using: &random
    ).dropLast()
    let hole = AccessLocatorTests.ring(
      around: Point(x: 200, y: 200), size: 40, using: &random
    ).dropLast()
    var lines = StreetLines()
    for place in ring {
      lines.x.append(place.x)
      lines.y.append(place.y)
    }
    let count = Int32(ring.count)
    lines.append((0..<count).map { $0 } + [0], sourceID: 1)
    // A street at each corner makes it a node.
    for (corner, place) in ring.enumerated() {
      lines.x.append(200 + 3 * (place.x - 200))
      lines.y.append(200 + 3 * (place.y - 200))
      lines.append([Int32(corner), count + Int32(corner)], sourceID: Int64(2 + corner))
    }
    let rings = [Array(ring), Array(hole)]
    lines.squares.append(rings: rings.map { $0.map { (x: $0.x, y: $0.y) } })
    let network = try WalkNetwork(lines: lines, crs: "local")
    let doors = SquareDoors(network, edges: [Bool](repeating: true, count: network.edgeCount))
    for _ in 0..<20 {
      let place = Point(
        x: Double.random(in: 0..<400, using: &random), y: Double.random(in: 0..<400, using: &random)
      )
      var boundary = BoundaryPieces()
      let column = GeometryColumn(points: [place])
      #expect(column.withBuffers { boundary.take(0, of: $0) })
      var found: Set<Int32> = []
      doors.forEach(of: boundary, nearby: 50) { door, _, _ in found.insert(door.node) }
      for node in 0..<network.nodeCount {
        let end = Point(x: network.nodeX[node], y: network.nodeY[node])
        guard ring.contains(where: { $0.distance(to: end) < 0.01 }) else { continue }
        guard let sees = Self.sees(end, from: place, rings) else { continue }
        #expect(found.contains(Int32(node)) == sees, "seed \(seed), from \(place) to \(end)")
      }
    }
  }

  /// Whether one may walk straight, looked at every 20 cm; `nil` where that is a matter of centimetres.
  private static func sees(_ end: Point, from start: Point, _ rings: [[Point]]) -> Bool? {
    let length = start.distance(to: end)
    let steps = Int(length / 0.2) + 1
    var firstInside: Double?
    for step in 0..<steps {
      let share = (Double(step) + 0.5) / Double(steps)
      let place = Point(
        x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
      let left = (1 - share) * length
      let near = rings.map { distance(place, $0) }.min() ?? 0
      let isInside = rings.filter { contains($0, place) }.count % 2 == 1
      if left > 1, near < 0.3, firstInside != nil { return nil }
      if isInside {
        if firstInside == nil { firstInside = share * length }
      } else if firstInside != nil, left > 1 {
        return false
      }
    }
    guard let first = firstInside else { return nil }
    if length - first < 2 || abs(first - 50) < 1 { return nil }
    return first <= 50
  }

  private static func distance(_ place: Point, _ ring: [Point]) -> Double {
    zip(ring, ring.dropFirst() + ring.prefix(1)).map {
      EdgeLocatorTests.distance(place, $0, $1)
    }.min() ?? .infinity
  }

  private static func contains(_ ring: [Point], _ place: Point) -> Bool {
    var isInside = false
    for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1))
    where (a.y > place.y) != (b.y > place.y) {
      if place.x < a.x + (place.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
    }
    return isInside
  }

  @Test("squares are saved, loaded and cut")
  func saved() throws {
    let network = try Self.square(hole: [Point(x: 1, y: 1), Point(x: 9, y: 1), Point(x: 9, y: 9)])
    let scratch = try ScratchFolder()
    try network.save(to: scratch.path("network.walk"))
    let loaded = try WalkNetwork(contentsOf: scratch.path("network.walk"))
    #expect(loaded.squares == network.squares && network.squares.count == 1)
    #expect(network.squares.within(x: 290...400, y: 0...10) == network.squares)
    #expect(network.squares.within(x: 310...400, y: 0...10).isEmpty)
  }
}
