/// A circle with what is inside it; its border belongs to it.
public struct Disc: Hashable, Sendable {
  /// To the east.
  public var x: Double
  /// To the north.
  public var y: Double
  /// In the units of the coordinates; with a negative one nothing is inside.
  public var radius: Double

  /// A disc around a centre.
  public init(x: Double, y: Double, radius: Double) {
    self.x = x
    self.y = y
    self.radius = radius
  }

  /// Whether a position is at most `radius` from the centre: `sqrt(dx * dx + dy * dy) <= radius`.
  @inlinable
  public func contains(x px: Double, y py: Double) -> Bool {
    let dx = px - x
    let dy = py - y
    return (dx * dx + dy * dy).squareRoot() <= radius
  }

  /// The largest number whose square root is at most `radius`, so that a squared distance decides
  /// exactly as the distance does; negative if there is none.
  static func squaredLimit(radius: Double) -> Double {
    guard radius >= 0 else { return -1 }
    var limit = radius * radius
    while limit.squareRoot() > radius { limit = limit.nextDown }
    while limit.isFinite, limit.nextUp.squareRoot() <= radius { limit = limit.nextUp }
    return limit
  }
}
