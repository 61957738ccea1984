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
    if indices.count == count, indices.elementsEqual(0..<count) { return self }
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
}
