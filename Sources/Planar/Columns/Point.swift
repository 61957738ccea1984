/// A position; in geographic CRS `x` is the longitude and `y` the latitude.
public struct Point: Hashable, Sendable, CustomStringConvertible {
  /// To the east: the longitude, or the easting.
  public var x: Double
  /// To the north: the latitude, or the northing.
  public var y: Double

  /// A position; x first, so longitude before latitude.
  @inlinable
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// `(x y)`.
  public var description: String { "(\(x) \(y))" }

  /// Distance in the plane, in the units of the coordinates.
  public func distance(to other: Point) -> Double {
    let dx = other.x - x
    let dy = other.y - y
    return (dx * dx + dy * dy).squareRoot()
  }
}
