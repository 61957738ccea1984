import TestSupport
import Testing

@testable import Walking

@Suite("Walking network")
struct WalkNetworkTests {
  @Test("distances equal Dijkstra on the uncontracted pieces", arguments: UInt64(0)..<200)
  func contraction(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let lines = StreetLines.random(using: &random)
    let network = try WalkNetwork(lines: lines, crs: "EPSG:4548")
    let slow = SlowWalk(lines)
    // Vertices that lie on a line, and on no other vertex.
    var rows: [Int] = []
    var positions = NetworkPositions()
    for vertex in lines.x.indices {
      let twins = lines.x.indices.filter {
        lines.x[$0] == lines.x[vertex] && lines.y[$0] == lines.y[vertex]
      }
      guard twins.count == 1 else { continue }
      guard let position = network.position(atX: lines.x[vertex], y: lines.y[vertex]) else {
        continue
      }
      rows.append(vertex)
      positions.append(position)
    }
    var search = WalkSearch(on: network)
    for (row, vertex) in rows.enumerated() {
      let origin = try #require(positions[row])
      let expected = slow.distances(from: vertex)
      let limit = Double.random(in: 0...1_500, using: &random)
      let all = try search.distances(from: origin, to: positions, within: 40_000)
      let near = try search.distances(from: origin, to: positions, within: limit)
      for (column, target) in rows.enumerated() {
        let metres = expected[target].map { Double($0) / 16_384 } ?? .infinity
        #expect(all[column] == metres)
        #expect(near[column] == (metres <= limit ? metres : .infinity))
      }
    }
  }

  @Test("chains become one edge, with their geometry")
  func chains() throws {
    var lines = StreetLines()
    lines.x = [0, 100, 100, 200, 300]
    lines.y = [0, 0, 50, 50, 50]
    lines.append([0, 1, 2], sourceID: 1)
    lines.append([3, 2], sourceID: 2)
    lines.append([3, 4], sourceID: 3)
    let network = try WalkNetwork(lines: lines, crs: "local", fingerprint: "f")
    #expect(network.nodeCount == 2)
    #expect(network.edgeCount == 1)
    #expect(network.vertexCount == 5)
    #expect(network.metres(ofEdge: 0) == 350)
    #expect(network.totalMetres == 350)
    #expect(network.componentCount == 1)
    #expect(network.crs == "local" && network.fingerprint == "f")
    #expect(!network.hasOneWayEdges)
  }

  @Test("a node is where the ways to walk change")
  func oneWayNodes() throws {
    var lines = StreetLines()
    lines.x = [0, 100, 200, 300, 400]
    lines.y = [0, 0, 0, 0, 0]
    lines.append([0, 1], direction: .forward, sourceID: 1)
    lines.append([2, 1], direction: .backward, sourceID: 2)
    lines.append([2, 3], direction: .backward, sourceID: 3)
    lines.append([3, 4], sourceID: 4)
    let network = try WalkNetwork(lines: lines, crs: "local")
    // 0 to 2 runs one way, 3 to 2 the other, 3 to 4 both.
    #expect(network.edgeCount == 3)
    #expect(network.hasOneWayEdges)
    #expect(network.componentCount == 1)
  }

  @Test("a ring without a crossing, a loop at a crossing, islands")
  func rings() throws {
    var lines = StreetLines()
    lines.x = [0, 100, 100, 0, 1_000, 1_100, 1_200, 1_200]
    lines.y = [0, 0, 100, 100, 0, 0, 0, 100]
    lines.append([0, 1, 2, 3, 0], sourceID: 1)
    lines.append([4, 5], sourceID: 2)
    lines.append([5, 6, 7, 5], sourceID: 3)
    let network = try WalkNetwork(lines: lines, crs: "local")
    #expect(network.nodeCount == 3)
    #expect(network.edgeCount == 3)
    #expect(network.componentCount == 2)
    let lengths = (0..<2).map { Double(network.componentLengths[$0]) / NetworkLength.ticksPerMetre }
      .sorted()
    #expect(lengths[0] == 400)
    #expect(abs(lengths[1] - (300 + 2.0.squareRoot() * 100)) < 0.001)
  }

  @Test("nothing is a network, too")
  func empty() async throws {
    let network = try WalkNetwork(lines: StreetLines(), crs: "local")
    #expect(network.nodeCount == 0 && network.totalMetres == 0)
    let locator = EdgeLocator(network)
    #expect(locator.nearest(toX: 0, y: 0, within: 1_000) == nil)
    var lines = StreetLines()
    lines.x = [5]
    lines.y = [5]
    lines.append([0, 0], sourceID: 1)
    #expect(try WalkNetwork(lines: lines, crs: "local").edgeCount == 0)
  }

  @Test("very long chains and pieces are cut")
  func longLines() throws {
    var lines = StreetLines()
    lines.x = [0, 10_000, 20_000, 30_000, 130_000]
    lines.y = [0, 0, 0, 0, 0]
    lines.append([0, 1, 2, 3, 4], sourceID: 1)
    let network = try WalkNetwork(lines: lines, crs: "local")
    #expect(abs(network.totalMetres - 130_000) < 0.001)
    #expect(network.edgeLengths.allSatisfy { $0 <= NetworkLength.longestEdge })
    let positions = [0.0, 20_000, 30_000, 45_000].map { network.position(atX: $0, y: 0) }
    var targets = NetworkPositions()
    for position in positions { targets.append(position) }
    let locator = EdgeLocator(network)
    targets.append(locator.nearest(toX: 45_000, y: 7, within: 10))
    var search = WalkSearch(on: network)
    let origin = try #require(targets[0])
    let found = try search.distances(from: origin, to: targets, within: 49_000)
    #expect(found[1] == 20_000 && found[2] == 30_000)
    #expect(abs(found[4] - 45_007) < 0.01)
    #expect(throws: NetworkError.limitTooLong(60_000)) {
      try search.distances(from: origin, to: targets, within: 60_000)
    }
    #expect(throws: NetworkError.self) {
      try search.distances(from: origin, to: targets, within: .nan)
    }
  }

  @Test("places that are none are errors with the line")
  func errors() {
    var lines = StreetLines()
    lines.x = [0, .nan]
    lines.y = [0, 0]
    lines.append([0, 1], sourceID: 77)
    let error = #expect(throws: NetworkError.self) {
      try WalkNetwork(lines: lines, crs: "local")
    }
    #expect(error?.description.hasPrefix("line 77: coordinate (nan 0.0)") == true)
    lines.x = [0, 2e6]
    #expect(throws: NetworkError.pieceTooLong(metres: 2e6, sourceID: 77)) {
      try WalkNetwork(lines: lines, crs: "local")
    }
  }
}

extension WalkNetwork {
  /// On any edge with a vertex exactly there.
  func position(atX x: Double, y: Double) -> NetworkPosition? {
    for edge in 0..<edgeCount {
      for vertex in Int(vertexOffsets[edge])..<Int(vertexOffsets[edge + 1])
      where vertexX[vertex] == x && vertexY[vertex] == y {
        return NetworkPosition(edge: edge, along: vertexAlong[vertex], straight: 0, x: x, y: y)
      }
    }
    return nil
  }
}
