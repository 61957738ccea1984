/// A part of a segment, as parameters: 0 is its start, 1 its end.
struct Interval {
  var start: Double
  var end: Double

  init(start: Double, end: Double) {
    self.start = start
    self.end = end
  }

  /// Where the line from u to v runs within `radius` of the origin; may reach beyond 0 and 1. `nil`
  /// if nowhere, or if u equals v.
  @inline(__always)
  init?(
    ofLineFrom ux: Double, _ uy: Double, to vx: Double, _ vy: Double, radius: Double
  ) {
    let dx = vx - ux
    let dy = vy - uy
    let squaredLength = dx * dx + dy * dy
    guard squaredLength > 0 else { return nil }
    let length = squaredLength.squareRoot()
    let distance = (ux * dy - uy * dx).magnitude / length
    // As a product: near a tangent the difference of squares loses digits.
    let squaredHalf = (radius - distance) * (radius + distance)
    guard squaredHalf >= 0 else { return nil }
    let middle = -(ux * dx + uy * dy) / squaredLength
    let half = squaredHalf.squareRoot() / length
    start = middle - half
    end = middle + half
  }
}
