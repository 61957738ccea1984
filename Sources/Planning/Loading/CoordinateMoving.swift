internal import Planar

extension GeometryColumn {
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
}
