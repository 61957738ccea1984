/// Positions sorted by their edge, for searches that ask which places are on an edge.
struct EdgePoints: Sendable {
  /// Edges + 1 entries.
  let offsets: [Int32]
  /// In the order of the edges; on an edge in the order of the rows.
  let rows: [Int32]
  /// Ticks.
  let along: [Int32]
  /// Ticks.
  let straight: [Int32]

  init(_ positions: NetworkPositions, edgeCount: Int) {
    var offsets = [Int32](repeating: 0, count: edgeCount + 1)
    for edge in positions.edges where edge >= 0 { offsets[Int(edge) + 1] += 1 }
    for edge in 0..<edgeCount { offsets[edge + 1] += offsets[edge] }
    var next = offsets
    var rows = [Int32](repeating: 0, count: Int(offsets[edgeCount]))
    var along = rows
    var straight = rows
    for row in 0..<positions.count where positions.edges[row] >= 0 {
      let edge = Int(positions.edges[row])
      let place = Int(next[edge])
      next[edge] += 1
      rows[place] = Int32(row)
      along[place] = positions.along[row]
      straight[place] = positions.straight[row]
    }
    self.offsets = offsets
    self.rows = rows
    self.along = along
    self.straight = straight
  }
}

extension WalkNetwork {
  /// Stops for positions that are not on this network, which searches would read wild memory with.
  func check(_ positions: NetworkPositions) {
    for row in 0..<positions.count where positions.edges[row] >= 0 {
      let edge = Int(positions.edges[row])
      precondition(
        edge < edgeCount && positions.along[row] >= 0
          && positions.along[row] <= edgeLengths[edge] && positions.straight[row] >= 0,
        "row \(row) is a position on another network")
    }
  }

  func check(_ position: NetworkPosition) {
    var positions = NetworkPositions()
    positions.append(position)
    check(positions)
  }
}
