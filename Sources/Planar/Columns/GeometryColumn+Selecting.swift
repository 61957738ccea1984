extension GeometryColumn {
  /// The rows at `indices`, in that order.
  public func selecting(_ indices: [Int]) -> GeometryColumn {
    if indices.elementsEqual(0..<count) { return self }
    return withBuffers { buffers in
      var kinds: [GeometryKind] = []
      var parts: [Int32] = [0]
      var rings: [Int32] = [0]
      var vertices: [Int32] = [0]
      var xs: [Double] = []
      var ys: [Double] = []
      let share = count == 0 ? 0 : vertexCount / count + 1
      kinds.reserveCapacity(indices.count)
      xs.reserveCapacity(indices.count * share)
      ys.reserveCapacity(indices.count * share)
      for row in indices {
        // All vertices of a row stand together, so one copy takes them all.
        let source = buffers.vertices(ofRow: row)
        let vertexShift = Int32(xs.count - source.lowerBound)
        let sourceRings = buffers.rings(ofRow: row)
        let ringShift = Int32(vertices.count - 1 - sourceRings.lowerBound)
        for part in buffers.parts(of: row) {
          rings.append(buffers.ringOffsets[part + 1] + ringShift)
        }
        for ring in sourceRings { vertices.append(buffers.vertexOffsets[ring + 1] + vertexShift) }
        xs.append(contentsOf: UnsafeBufferPointer(rebasing: buffers.x[source]))
        ys.append(contentsOf: UnsafeBufferPointer(rebasing: buffers.y[source]))
        kinds.append(buffers.kinds[row])
        parts.append(Int32(rings.count - 1))
      }
      return GeometryColumn(
        kinds: kinds, partOffsets: parts, ringOffsets: rings, vertexOffsets: vertices, x: xs, y: ys)
    }
  }

  /// The rows of columns, one column behind the other.
  public init(joining columns: [GeometryColumn]) {
    if columns.count == 1 {
      self = columns[0]
      return
    }
    self.init()
    // Memory is taken once.
    reserveVertices(columns.reduce(0) { $0 + $1.vertexCount })
    for column in columns { append(contentsOf: column) }
  }

  /// Rows of several columns, in the order given.
  public init(gathering places: [(column: Int, row: Int)], of columns: [GeometryColumn]) {
    if let first = places.first, columns[first.column].count == places.count,
      places.indices.allSatisfy({ places[$0] == (first.column, $0) })
    {
      self = columns[first.column]
      return
    }
    self.init()
    // Memory is taken once.
    reserveVertices(
      places.reduce(0) { $0 + columns[$1.column].vertices(ofRow: $1.row).count })
    for place in places { append(row: place.row, of: columns[place.column]) }
  }
}
