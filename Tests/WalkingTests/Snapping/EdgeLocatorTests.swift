import TestSupport
import Testing

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
  func points(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let network = try WalkNetwork(
      lines: .random(side: seed % 2 == 0 ? 400 : 5_000, using: &random), crs: "local")
    let segments = Self.segments(network)
    let within = Double.random(in: 0...500, using: &random)
    let locator = EdgeLocator(network)
    var x = (0..<60).map { _ in Double.random(in: -500..<900, using: &random) }
    var y = (0..<60).map { _ in Double.random(in: -500..<900, using: &random) }
    for index in 0..<10 {
      let vertex = Int.random(in: 0..<network.vertexCount, using: &random)
      x[index] = network.vertexX[vertex]
      y[index] = network.vertexY[vertex]
    }
    x[11] = .nan
    y[12] = .infinity
    for row in 0..<60 {
      let place = Point(x: x[row], y: y[row])
      let expected = segments.map { Self.distance(place, $0.a, $0.b) }.filter { $0 <= within }.min()
      let position = locator.nearest(toX: x[row], y: y[row], within: within)
      #expect((position == nil) == (expected == nil))
      guard let position, let expected else { continue }
      #expect(abs(position.straightMetres - expected) < 1e-4)
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
}
