internal import Planar

/// A straight line between two points of the plane.
protocol StraightLine {
  var ax: Double { get }
  var ay: Double { get }
  var bx: Double { get }
  var by: Double { get }
}

extension StraightLine {
  /// Whether the rectangle around the line has anything in common with another.
  @inline(__always)
  func touches(_ box: Envelope) -> Bool {
    !(max(ax, bx) < box.minX || min(ax, bx) > box.maxX || max(ay, by) < box.minY
      || min(ay, by) > box.maxY)
  }
}
