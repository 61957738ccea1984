/// The arcs of every node, in compressed sparse rows; none along edges for residents only.
struct Adjacency: Sendable, Hashable {
  /// One way along an edge.
  struct Arc: Hashable {
    /// The node at its other end.
    var node: Int32
    /// Ticks.
    var length: Int32
  }

  /// Nodes + 1 entries: arcs of node `n`.
  let offsets: [Int32]
  let arcs: [Arc]
  /// Of each arc: its edge twice, plus 1 if it starts at the edge's last vertex.
  let edges: [Int32]

  /// - Parameter isBackward: Every arc turned round.
  init(
    nodeCount: Int, from: [Int32], to: [Int32], lengths: [Int32], isOneWay: [UInt8],
    traits: [UInt8], isBackward: Bool
  ) {
    let closed = StreetTraits.residentsOnly.rawValue
    var offsets = [Int32](repeating: 0, count: nodeCount + 1)
    for edge in from.indices where traits[edge] & closed == 0 {
      let oneWay = isOneWay[edge] == 1
      if !(oneWay && isBackward) { offsets[Int(from[edge]) + 1] += 1 }
      if !oneWay || isBackward { offsets[Int(to[edge]) + 1] += 1 }
    }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var next = offsets
    let count = Int(offsets[nodeCount])
    var arcs = [Arc](repeating: Arc(node: 0, length: 0), count: count)
    var edges = [Int32](repeating: 0, count: count)
    for edge in from.indices where traits[edge] & closed == 0 {
      let oneWay = isOneWay[edge] == 1
      let a = Int(from[edge])
      let b = Int(to[edge])
      if !(oneWay && isBackward) {
        arcs[Int(next[a])] = Arc(node: to[edge], length: lengths[edge])
        edges[Int(next[a])] = Int32(2 * edge)
        next[a] += 1
      }
      if !oneWay || isBackward {
        arcs[Int(next[b])] = Arc(node: from[edge], length: lengths[edge])
        edges[Int(next[b])] = Int32(2 * edge + 1)
        next[b] += 1
      }
    }
    self.offsets = offsets
    self.arcs = arcs
    self.edges = edges
  }
}
