/// A straight piece of a line or a ring, from a to b.
package struct Segment {
  @usableFromInline let ax: Double
  @usableFromInline let ay: Double
  @usableFromInline let bx: Double
  @usableFromInline let by: Double

  @inlinable
  @inline(__always)
  package init(ax: Double, ay: Double, bx: Double, by: Double) {
    self.ax = ax
    self.ay = ay
    self.bx = bx
    self.by = by
  }

  /// How far along it the point is that is nearest to a position: 0 through 1; 0 where it has no length.
  @inlinable
  @inline(__always)
  package func share(nearestToX x: Double, y: Double) -> Double {
    let dx = bx - ax
    let dy = by - ay
    let squaredLength = dx * dx + dy * dy
    guard squaredLength > 0 else { return 0 }
    return min(1, max(0, ((x - ax) * dx + (y - ay) * dy) / squaredLength))
  }

  /// The point at a share of the way.
  @inlinable
  @inline(__always)
  package func point(atShare share: Double) -> Point {
    Point(x: ax + share * (bx - ax), y: ay + share * (by - ay))
  }

  /// Whether a ray from a position to the east crosses it: of the sides of a ring an odd number are
  /// crossed from inside, an even one from outside.
  @inlinable
  @inline(__always)
  package func isCrossed(byRayFromX x: Double, y: Double) -> Bool {
    (ay > y) != (by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax)
  }

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
