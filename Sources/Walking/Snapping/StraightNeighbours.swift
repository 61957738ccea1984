/// Which segments of a network go straight on as which others.
struct StraightNeighbours: Sendable {
  /// By first vertex of a segment: the segment that goes straight on from its start; -1 for none.
  private(set) var before: [Int32]
  /// Likewise from its end.
  private(set) var after: [Int32]

  init(_ network: WalkNetwork) {
    let pieces = network.vertexPieces
    before = [Int32](repeating: -1, count: pieces.count)
    after = before
    // By number of a piece: its segment.
    var segments = [Int32](repeating: -1, count: Int(pieces.max() ?? -1) + 2)
    for (vertex, piece) in pieces.enumerated() where piece >= 0 {
      segments[Int(piece)] = Int32(vertex)
    }
    for (vertex, piece) in pieces.enumerated() where piece >= 0 {
      for other in [piece > 0 ? segments[Int(piece) - 1] : -1, segments[Int(piece) + 1]]
      where other >= 0 {
        let start = (network.vertexX[vertex], network.vertexY[vertex])
        let end = (network.vertexX[vertex + 1], network.vertexY[vertex + 1])
        for corner in [Int(other), Int(other) + 1] {
          let place = (network.vertexX[corner], network.vertexY[corner])
          if place == start { before[vertex] = other }
          if place == end { after[vertex] = other }
        }
      }
    }
  }
}
