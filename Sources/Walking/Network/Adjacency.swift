/// The arcs of every node, in compressed sparse rows.
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
}
