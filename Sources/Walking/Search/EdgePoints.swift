/// Places sorted by the edges that they meet, for searches that ask which places are on an edge.
struct EdgePoints: Sendable {
  /// Edges + 1 entries.
  let offsets: [Int32]
  /// Which place; in the order of the edges, on an edge in the order of the places.
  let rows: [Int32]
  let stretches: [EdgeStretch]

  init(_ places: NetworkPlaces, edgeCount: Int) {
    let positions = places.positions
    var offsets = [Int32](repeating: 0, count: edgeCount + 1)
    for edge in positions.edges where edge >= 0 { offsets[Int(edge) + 1] += 1 }
    for edge in 0..<edgeCount { offsets[edge + 1] += offsets[edge] }
    var next = offsets
    var rows = [Int32](repeating: 0, count: Int(offsets[edgeCount]))
    var stretches = [EdgeStretch](
      repeating: EdgeStretch(along: 0, straight: 0, alongEnd: 0, straightEnd: 0),
      count: rows.count)
    for row in 0..<places.count {
      for index in places.positions(of: row) where positions.edges[index] >= 0 {
        let edge = Int(positions.edges[index])
        let place = Int(next[edge])
        next[edge] += 1
        rows[place] = Int32(row)
        stretches[place] = positions.stretch(index)
      }
    }
    self.offsets = offsets
    self.rows = rows
    self.stretches = stretches
  }
}

extension NetworkPositions {
  /// The columns that searches read, while a closure runs.
  struct Columns {
    let edges: UnsafeBufferPointer<Int32>
    let along: UnsafeBufferPointer<Int32>
    let straight: UnsafeBufferPointer<Int32>
    let alongEnd: UnsafeBufferPointer<Int32>
    let straightEnd: UnsafeBufferPointer<Int32>

    @inline(__always)
    func stretch(_ row: Int) -> EdgeStretch {
      EdgeStretch(
        along: along[row], straight: straight[row], alongEnd: alongEnd[row],
        straightEnd: straightEnd[row])
    }
  }

  func withColumns<Result>(_ body: (Columns) throws -> Result) rethrows -> Result {
    try edges.withUnsafeBufferPointer { edges in
      try along.withUnsafeBufferPointer { along in
        try straight.withUnsafeBufferPointer { straight in
          try alongEnd.withUnsafeBufferPointer { alongEnd in
            try straightEnd.withUnsafeBufferPointer { straightEnd in
              try body(
                Columns(
                  edges: edges, along: along, straight: straight, alongEnd: alongEnd,
                  straightEnd: straightEnd))
            }
          }
        }
      }
    }
  }

  func stretch(_ row: Int) -> EdgeStretch {
    EdgeStretch(
      along: along[row], straight: straight[row], alongEnd: alongEnd[row],
      straightEnd: straightEnd[row])
  }
}

extension NetworkPosition {
  var stretch: EdgeStretch {
    EdgeStretch(along: along, straight: straight, alongEnd: alongEnd, straightEnd: straightEnd)
  }
}

extension WalkNetwork {
  /// Stops for positions that are not on this network, which searches would read wild memory with.
  func check(_ positions: NetworkPositions) {
    positions.withColumns { columns in
      edgeLengths.withUnsafeBufferPointer { lengths in
        // Negative as soon as one of the figures is: nothing is decided row by row.
        var signs: Int32 = 0
        for row in 0..<columns.edges.count where columns.edges[row] >= 0 {
          let edge = Int(columns.edges[row])
          precondition(edge < lengths.count, "row \(row) is a position on another network")
          let (along, alongEnd) = (columns.along[row], columns.alongEnd[row])
          signs |= along | alongEnd | (lengths[edge] &- along) | (lengths[edge] &- alongEnd)
          signs |= columns.straight[row] | columns.straightEnd[row]
        }
        precondition(signs >= 0, "these are positions on another network")
      }
    }
  }

  func check(_ position: NetworkPosition) {
    var positions = NetworkPositions()
    positions.append(position)
    check(positions)
  }
}
