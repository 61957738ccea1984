internal import Geodesy
internal import Planar
internal import Workers

extension GeometryColumn {
  /// The column in another CRS; a position that cannot be moved becomes `nan`.
  func moved(by move: CoordinateTransform, _ workers: Workers) async throws -> GeometryColumn {
    if move.isIdentity { return self }
    let source = self
    // One piece per worker: to make a transformer costs more than to move 10,000 points.
    let parts = try await workers.map(vertexCount) { range in
      let transformer = try move.makeTransformer()
      var xs = Array(source.x[range])
      var ys = Array(source.y[range])
      xs.withUnsafeMutableBufferPointer { x in
        ys.withUnsafeMutableBufferPointer { y in _ = transformer.transform(x: x, y: y) }
      }
      return (xs, ys)
    }
    var xs: [Double] = []
    var ys: [Double] = []
    if parts.count == 1 {
      (xs, ys) = parts[0]
    } else {
      xs.reserveCapacity(vertexCount)
      ys.reserveCapacity(vertexCount)
      for (x, y) in parts {
        xs += x
        ys += y
      }
    }
    return GeometryColumn(
      kinds: kinds, partOffsets: partOffsets, ringOffsets: ringOffsets,
      vertexOffsets: vertexOffsets, x: xs, y: ys)
  }

  /// The rows with a vertex that is not finite or not within the limits; mostly none.
  func rows(beyondX limitX: Double, y limitY: Double) -> [Int] {
    let isClean = withBuffers { buffers in
      buffers.x.allSatisfy { abs($0) <= limitX } && buffers.y.allSatisfy { abs($0) <= limitY }
    }
    if isClean { return [] }
    return (0..<count).filter { row in
      vertices(ofRow: row).contains { !(abs(x[$0]) <= limitX && abs(y[$0]) <= limitY) }
    }
  }

  /// The column with some rows emptied.
  ///
  /// - Parameter rows: Ascending.
  func emptying(_ rows: [Int]) -> GeometryColumn {
    if rows.isEmpty { return self }
    let emptied = Set(rows)
    var result = GeometryColumn()
    for row in 0..<count {
      if emptied.contains(row) { result.appendNone() } else { result.append(row: row, of: self) }
    }
    return result
  }

  /// The rows at `indices`; the column itself where they are all rows in order.
  func picking(_ indices: [Int]) -> GeometryColumn {
    indices.count == count && indices.elementsEqual(0..<count) ? self : selecting(indices)
  }
}
