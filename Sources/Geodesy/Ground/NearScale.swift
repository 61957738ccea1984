/// The scale of the ground around a place, as a plane through it: within some kilometre of the place it
/// is within 10⁻⁸ of the scale itself, and within 100 m within 10⁻¹⁰, for a fraction of the work.
public struct NearScale: Sendable {
  /// See `GroundScale.rounding`.
  @usableFromInline let rounding: Double
  @usableFromInline let x: Double
  @usableFromInline let y: Double
  @usableFromInline let perMetre: Double
  @usableFromInline let slopeX: Double
  @usableFromInline let slopeY: Double

  /// - Parameters:
  ///   - ground: The scale of all places; not copied, for it is large.
  ///   - x: Of the place.
  ///   - y: See `x`.
  @inlinable
  @inline(__always)
  public init(_ ground: borrowing GroundScale, atX x: Double, y: Double) {
    rounding = ground.rounding
    self.x = x
    self.y = y
    let terms = ground.terms(atX: x, y: y)
    perMetre = 1 / terms.scale
    slopeX = -terms.gradientX * perMetre * perMetre
    slopeY = -terms.gradientY * perMetre * perMetre
  }

  /// Metres on the ground of a short line near the place, rounded as all distances are.
  ///
  /// - Parameters:
  ///   - plane: Its metres of the plane.
  ///   - middleX: Of its middle.
  ///   - middleY: See `middleX`.
  @inlinable
  @inline(__always)
  public func metres(_ plane: Double, atX middleX: Double, y middleY: Double) -> Double {
    (plane * perMetre(atX: middleX, y: middleY) + rounding) - rounding
  }

  /// Metres on the ground in a metre of the plane.
  @inlinable
  @inline(__always)
  public func perMetre(atX x: Double, y: Double) -> Double {
    perMetre + slopeX * (x - self.x) + slopeY * (y - self.y)
  }
}
