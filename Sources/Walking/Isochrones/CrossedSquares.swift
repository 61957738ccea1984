internal import Geodesy
internal import Planar
internal import Workers

/// The squares of a network with the nodes on them. One that is reached at all of them, and from them at
/// all of its corners, is reached everywhere, since it is crossed straight.
struct CrossedSquares: Sendable {
  /// In the coordinates that areas are given out in.
  private let geometry: GeometryColumn
  /// By square.
  private let nodes: [[Int32]]
  /// Nodes + 1 entries.
  private let offsets: [Int32]
  /// By node: the squares that it is on.
  private let squares: [Int32]

  init(of network: WalkNetwork, to transform: CoordinateTransform?, workers: Workers) async throws {
    let own = network.squares.geometry
    let moved =
      try await transform?.moved(x: own.x, y: own.y, workers: workers) ?? (x: own.x, y: own.y)
    geometry = GeometryColumn(
      kinds: own.kinds, partOffsets: own.partOffsets, ringOffsets: own.ringOffsets,
      vertexOffsets: own.vertexOffsets, x: moved.x, y: moved.y)
    let doors = SquareDoors(
      network, edges: (0..<network.edgeCount).map { network.component(ofEdge: $0) != nil })
    nodes = (0..<own.count).map { doors.nodes(of: $0) }
    var offsets = [Int32](repeating: 0, count: network.nodeCount + 1)
    for node in nodes.joined() { offsets[Int(node) + 1] += 1 }
    for node in 0..<network.nodeCount { offsets[node + 1] += offsets[node] }
    var next = offsets
    var squares = [Int32](repeating: 0, count: nodes.reduce(0) { $0 + $1.count })
    for (square, nodes) in nodes.enumerated() {
      for node in nodes {
        squares[Int(next[Int(node)])] = Int32(square)
        next[Int(node)] += 1
      }
    }
    self.offsets = offsets
    self.squares = squares
  }

  /// The squares that a search reached everywhere within a limit, in ticks.
  func reached(_ memory: SearchMemory, on network: WalkNetwork, limit: Int32) -> [Int] {
    var counts: [Int32: Int] = [:]
    for node in memory.touchedNodes {
      let (first, end) = (offsets[Int(node)], offsets[Int(node) + 1])
      guard first < end, memory.ticks(to: node) <= limit else { continue }
      for square in squares[Int(first)..<Int(end)] { counts[square, default: 0] += 1 }
    }
    return counts.filter { $1 == nodes[Int($0)].count }.map { Int($0.key) }.sorted()
      .filter { square in
        let corners = network.squares.geometry
        return corners.vertices(ofRow: square).allSatisfy { corner in
          nodes[square].contains { node in
            let dx = network.nodeX[Int(node)] - corners.x[corner]
            let dy = network.nodeY[Int(node)] - corners.y[corner]
            let left = NetworkLength.metres(limit - memory.ticks(to: node))
            return dx * dx + dy * dy <= left * left
          }
        }
      }
  }

  /// Fills the inside of a square with straight lines that are `spacing` metres apart.
  func fill(_ square: Int, of ground: inout ReachedGround, spacing: Double) {
    var sides: [(a: SIMD2<Double>, b: SIMD2<Double>)] = []
    for ring in geometry.rings(ofRow: square) {
      let vertices = geometry.vertices(of: ring).map {
        ground.lattice.metres(x: geometry.x[$0], y: geometry.y[$0])
      }
      sides += zip(vertices, vertices.dropFirst()).map { (a: $0, b: $1) }
    }
    ground.fill(within: sides, spacing: spacing)
  }
}
