extension GeometryColumn {
  /// Makes this a column of one row, that of another column with its positions moved. Takes no
  /// memory that it does not have already from a larger row.
  ///
  /// - Parameter move: From a position of the other column to one of this.
  @inline(__always)
  public mutating func replaceAll(
    with row: Int, of other: GeometryBuffers,
    moving move: (_ x: Double, _ y: Double) -> (x: Double, y: Double)
  ) {
    removeAll()
    append(row: row, of: other, moving: move)
  }

  /// A row copied from another column with its positions moved.
  @inline(__always)
  public mutating func append(
    row: Int, of other: GeometryBuffers,
    moving move: (_ x: Double, _ y: Double) -> (x: Double, y: Double)
  ) {
    for part in other.parts(of: row) {
      for ring in other.rings(of: part) {
        for vertex in other.vertices(of: ring) {
          let moved = move(other.x[vertex], other.y[vertex])
          appendVertex(x: moved.x, y: moved.y)
        }
        endRing()
      }
      endPart()
    }
    endRow(other.kinds[row])
  }
}
