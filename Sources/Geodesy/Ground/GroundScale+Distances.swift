extension GroundScale {
  /// Metres on the ground between two positions of the plane.
  ///
  /// Up to 10 km by the scale in the middle of the line. The mean of 1/k over a line of length L is
  /// that in its middle, plus L²/24 times its second derivative along the line; the image of the
  /// geodesic is bent by the gradient of k across the line, so that its length is less by L²/24
  /// times the square of that. With t² = 1 - (k₀/k)² and the curvature K of the ground both together
  /// are the factor 1 - K(dx² + (dy² - 2dx²)t²)/24. What is left out is of the fourth order (L⁴K²)
  /// and 0.7 % of the second (K is not the same everywhere): 5 nm in a kilometre and 2 µm in ten.
  /// Longer lines, and those beyond the table, are geodesics by Karney's algorithm.
  @inlinable
  @inline(__always)
  public func metres(
    fromX ax: Double, y ay: Double, toX bx: Double, y by: Double
  ) -> Double {
    let dx = bx - ax
    let dy = by - ay
    let length = (dx * dx + dy * dy).squareRoot()
    let u = across((ax + bx) / 2)
    let w = along((ay + by) / 2)
    guard length <= longest, u <= 1, abs(w) <= 1 else {
      return exactMetres(fromX: ax, y: ay, toX: bx, y: by, plane: length)
    }
    let c = factors(w)
    let k = scale(c, u)
    let ratio = meridianScale / k
    let t = 1 - ratio * ratio
    let bend = curvature(c) / 24 * (dx * dx + (dy * dy - 2 * dx * dx) * t)
    return round(length / k * (1 - bend))
  }

  @inlinable
  @inline(__always)
  func round(_ metres: Double) -> Double { (metres + rounding) - rounding }

  @usableFromInline
  func exactMetres(
    fromX ax: Double, y ay: Double, toX bx: Double, y by: Double, plane length: Double
  ) -> Double {
    guard let projection else { return length }
    return round(projection.metres(fromX: ax, y: ay, toX: bx, y: by))
  }

  /// Square metres on the ground of a small area of the plane: exact to the second order in its
  /// extent, which for a kilometre is a part in 10⁸.
  ///
  /// - Parameters:
  ///   - area: Square metres of the plane.
  ///   - x: Of its centre of gravity.
  ///   - y: See `x`.
  public func squareMetres(_ area: Double, atX x: Double, y: Double) -> Double {
    let k = scale(atX: x, y: y)
    return area / (k * k)
  }

  // MARK: Bounds

  /// How far, in parts of 1, the mean scales of two lines from one place may differ, or that of a
  /// line from the scale in the place: twice the most that it is.
  ///
  /// The logarithm of k changes by at most its steepness, tanh(x/R)/R ≤ |x|/R², for each metre.
  ///
  /// - Parameters:
  ///   - x: Of the place.
  ///   - length: Of the longer line, metres of the plane.
  @inlinable
  @inline(__always)
  public func slack(atX x: Double, over length: Double) -> Double {
    steepness * length * (abs(x - originX) + length)
  }

  /// How much longer, in metres of the plane, another line from a place may be than one of this
  /// length and yet be shorter on the ground; 0 where the plane is the truth.
  @inlinable
  @inline(__always)
  public func doubt(atX x: Double, over length: Double) -> Double {
    length * slack(atX: x, over: length) + fuzz
  }

  /// The plane distances from a place that are surely within a limit on the ground, and those that
  /// may be.
  ///
  /// - Parameter limit: Metres on the ground.
  @inlinable
  @inline(__always)
  public func reach(
    ofMetres limit: Double, fromX x: Double, y: Double
  ) -> (surely: Double, perhaps: Double) {
    if isPlane { return (limit, limit) }
    guard limit < .infinity else { return (-.infinity, .infinity) }
    let length = limit * scale(atX: x, y: y)
    let doubt = doubt(atX: x, over: length)
    return (length - doubt, length + doubt)
  }

  /// A scale that no place has less of: that on the central meridian.
  public var leastScale: Double { meridianScale }

  /// A scale that no place of a rectangle has more of.
  public func greatestScale(
    overX x: ClosedRange<Double>, y: ClosedRange<Double>
  ) -> Double {
    if isPlane { return 1 }
    var greatest = meridianScale
    for east in [x.lowerBound, x.upperBound] where east.isFinite {
      for north in [y.lowerBound, y.upperBound] where north.isFinite {
        greatest = max(greatest, scale(atX: east, y: north))
      }
    }
    // The farther from the meridian the more, and by 1.4 % of it the more towards the equator.
    return meridianScale + (greatest - meridianScale) * 1.02
  }
}
