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

enum Segment {
  /// The square of the distance from the origin to the segment from a to b.
  ///
  /// By the foot of the perpendicular, not by the cross product over the length: on edges along an
  /// axis this is exact, and limits are tested there to the last bit.
  @inline(__always)
  static func squaredDistanceToOrigin(
    fromX ax: Double, y ay: Double, toX bx: Double, y by: Double
  ) -> Double {
    let dx = bx - ax
    let dy = by - ay
    let along = -(ax * dx + ay * dy)
    if along <= 0 { return ax * ax + ay * ay }
    let squaredLength = dx * dx + dy * dy
    if along >= squaredLength { return bx * bx + by * by }
    let t = along / squaredLength
    let footX = ax + t * dx
    let footY = ay + t * dy
    return footX * footX + footY * footY
  }
}
