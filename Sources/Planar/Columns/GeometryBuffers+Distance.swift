extension GeometryBuffers {
  /// The distance from a position to the nearest point of a row: 0 in a polygon, `.infinity` for a
  /// row without vertices.
  public func distance(_ row: Int, toX px: Double, y py: Double) -> Double {
    if kinds[row].isPolygon, contains(row, x: px, y: py) { return 0 }
    return boundaryDistance(row, toX: px, y: py)
  }

  /// The distance from a position to the nearest vertex or segment of a row, also from the inside
  /// of a polygon; `.infinity` for a row without vertices.
  func boundaryDistance(_ row: Int, toX px: Double, y py: Double) -> Double {
    var best = Double.infinity
    for ring in rings(ofRow: row) {
      let vertices = vertices(of: ring)
      guard let first = vertices.first else { continue }
      var ax = x[first] - px
      var ay = y[first] - py
      best = min(best, ax * ax + ay * ay)
      for vertex in vertices.dropFirst() {
        let bx = x[vertex] - px
        let by = y[vertex] - py
        best = min(best, Segment.squaredDistanceToOrigin(fromX: ax, y: ay, toX: bx, y: by))
        ax = bx
        ay = by
      }
    }
    return best.squareRoot()
  }

  /// The distance from a position to the farthest vertex of a row, which is its farthest point; 0
  /// for a row without vertices, NaN if a coordinate is not finite.
  public func farthestVertexDistance(_ row: Int, fromX px: Double, y py: Double) -> Double {
    var best = 0.0
    var poison = 0.0
    for vertex in vertices(ofRow: row) {
      let dx = x[vertex] - px
      let dy = y[vertex] - py
      let squared = dx * dx + dy * dy
      best = max(best, squared)
      poison += squared - squared
    }
    return best.squareRoot() + poison
  }
}
