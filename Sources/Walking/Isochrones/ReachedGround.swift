internal import Planar

/// The reached parts of edges around a place or several, and straight ways beside them, as straight
/// pieces; for one worker. Coordinates are metres from the origin of a lattice.
struct ReachedGround {
  struct Piece {
    var ax: Double
    var ay: Double
    var bx: Double
    var by: Double
  }

  private(set) var pieces: [Piece] = []
  /// Around all pieces of all limits.
  private(set) var envelope = Envelope.empty
  private(set) var lattice = OutlineLattice.plane(aroundX: 0, y: 0, cell: 1)
  private let vertices: DrawnVertices
  let hasOneWays: Bool
  /// Whether edges are left out that are not on the ground.
  private let isOnGround: Bool

  init(_ vertices: DrawnVertices, hasOneWays: Bool, isOnGround: Bool = false) {
    self.vertices = vertices
    self.hasOneWays = hasOneWays
    self.isOnGround = isOnGround
  }

  mutating func start(on lattice: OutlineLattice) {
    pieces.removeAll(keepingCapacity: true)
    envelope = .empty
    self.lattice = lattice
  }

  /// Adds a straight piece; none where an end is nowhere.
  @inline(__always)
  mutating func add(from a: SIMD2<Double>, to b: SIMD2<Double>) {
    guard (a + b).sum().isFinite else { return }
    pieces.append(Piece(ax: a.x, ay: a.y, bx: b.x, by: b.y))
    envelope.expand(toInclude: a.x, a.y)
    envelope.expand(toInclude: b.x, b.y)
  }

  /// Adds what is reached within a limit.
  ///
  /// - Parameters:
  ///   - memory: Holds a search from the places, up to the limit or farther.
  ///   - isForward: The search's direction.
  ///   - limit: Ticks.
  ///   - before: Edges reached in whole within this many ticks are there already; -1 for none.
  mutating func add(
    _ network: WalkNetwork, _ memory: SearchMemory, around places: [NetworkPosition],
    isForward: Bool, limit: Int32, before: Int32
  ) {
    var isAnyInReach = false
    for place in places {
      let ends = [(place.along, place.straight), (place.alongEnd, place.straightEnd)]
      for (along, straight) in place.along == place.alongEnd ? ends.dropLast() : ends[...]
      where straight <= limit {
        isAnyInReach = true
        addOwnEdge(
          of: place, at: along, network, isForward: isForward, left: limit - straight)
      }
    }
    guard isAnyInReach else { return }
    let graph = isForward ? network.forward : network.backward
    graph.offsets.withUnsafeBufferPointer { offsets in
      graph.edges.withUnsafeBufferPointer { edges in
        graph.arcs.withUnsafeBufferPointer { arcs in
          for node in memory.touchedNodes {
            let used = memory.ticks(to: node)
            if used > limit { continue }
            for index in Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1]) {
              add(
                network, memory, edge: edges[index], length: arcs[index].length,
                farNode: arcs[index].node, used: used, limit: limit, before: before)
            }
          }
        }
      }
    }
  }

  /// Adds what is reached of the edge that a place is on, along it.
  private mutating func addOwnEdge(
    of place: NetworkPosition, at along: Int32, _ network: WalkNetwork, isForward: Bool,
    left: Int32
  ) {
    if isOnGround, network.traits(ofEdge: place.edge).contains(.elevated) { return }
    let length = network.edgeLengths[place.edge]
    let isOneWay = network.edgeIsOneWay[place.edge] == 1
    add(
      network, place.edge,
      from: isOneWay && isForward ? along : max(0, along - left),
      to: isOneWay && !isForward
        ? along : Int32(min(Int64(length), Int64(along) + Int64(left))))
  }

  /// Adds what is reached of an edge from one of its ends, or from both if this is the first.
  @inline(__always)
  private mutating func add(
    _ network: WalkNetwork, _ memory: SearchMemory, edge code: Int32, length: Int32,
    farNode: Int32, used: Int32, limit: Int32, before: Int32
  ) {
    let edge = Int(code >> 1)
    if isOnGround, network.traits(ofEdge: edge).contains(.elevated) { return }
    let isFromLast = code & 1 == 1
    let isOneWay = network.edgeIsOneWay[edge] == 1
    let near = min(limit - used, length)
    let far = isOneWay ? Int32.max : memory.ticks(to: farNode)
    if isFromLast, far <= limit { return }
    let rest = far <= limit ? min(limit - far, length) : 0
    if near == 0, rest == 0 { return }
    let isWhole = Int64(near) + Int64(rest) >= Int64(length)
    if isWhole {
      if isInWhole(used, far, length: length, limit: before) { return }
      add(whole: edge, of: network)
    } else if isFromLast {
      add(network, edge, from: length - near, to: length)
    } else {
      if near > 0 { add(network, edge, from: 0, to: near) }
      if rest > 0 { add(network, edge, from: length - rest, to: length) }
    }
  }

  private func isInWhole(_ used: Int32, _ far: Int32, length: Int32, limit: Int32) -> Bool {
    let near = max(0, Int64(limit) - Int64(used))
    let rest = max(0, Int64(limit) - Int64(far))
    return limit >= 0 && near + rest >= Int64(length)
  }

  /// Adds an edge.
  private mutating func add(whole edge: Int, of network: WalkNetwork) {
    let first = Int(network.vertexOffsets[edge])
    let end = Int(network.vertexOffsets[edge + 1])
    vertices.prepare(first..<end)
    var a = lattice.metres(x: vertices.x[first], y: vertices.y[first])
    for vertex in first + 1..<end {
      let b = lattice.metres(x: vertices.x[vertex], y: vertices.y[vertex])
      add(from: a, to: b)
      a = b
    }
  }

  /// Adds the part of an edge between two distances along it, in ticks.
  private mutating func add(_ network: WalkNetwork, _ edge: Int, from low: Int32, to high: Int32) {
    var vertex = Int(network.vertexOffsets[edge])
    let last = Int(network.vertexOffsets[edge + 1]) - 1
    vertices.prepare(vertex..<last + 1)
    while vertex < last - 1, network.vertexAlong[vertex + 1] <= low { vertex += 1 }
    var a = place(network, vertex, low)
    while true {
      let isLast = vertex == last - 1 || network.vertexAlong[vertex + 1] >= high
      let b =
        isLast
        ? place(network, vertex, high)
        : lattice.metres(x: vertices.x[vertex + 1], y: vertices.y[vertex + 1])
      add(from: a, to: b)
      if isLast { return }
      a = b
      vertex += 1
    }
  }

  /// The point at a distance along an edge.
  func place(_ network: WalkNetwork, edge: Int, along: Int32) -> SIMD2<Double> {
    var vertex = Int(network.vertexOffsets[edge])
    let last = Int(network.vertexOffsets[edge + 1]) - 1
    vertices.prepare(vertex..<last + 1)
    while vertex < last - 1, network.vertexAlong[vertex + 1] <= along { vertex += 1 }
    return place(network, vertex, along)
  }

  /// The point at a distance along an edge, on the piece that starts at a vertex.
  private func place(
    _ network: WalkNetwork, _ vertex: Int, _ along: Int32
  ) -> SIMD2<Double> {
    let start = network.vertexAlong[vertex]
    let length = network.vertexAlong[vertex + 1] - start
    let share = length > 0 ? Double(along - start) / Double(length) : 0
    let b = lattice.metres(x: vertices.x[vertex + 1], y: vertices.y[vertex + 1])
    if share >= 1 { return b }
    let a = lattice.metres(x: vertices.x[vertex], y: vertices.y[vertex])
    return a + share * (b - a)
  }
}
