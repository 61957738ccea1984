/// A place of its own coordinates: metres on the ground around one place, the same in whatever plane
/// they come from.
///
/// The coordinates are those of the stereographic projection from the place, in which every circle
/// on the ground is a circle, and its scale is 1 but for the square of the distance. So all that is
/// exact for circles in a plane is exact on the ground. They come from the plane by W = z - γz²/2 +
/// (γ² - K/2)z³/6, z being the offset from the place over its scale and γ the gradient of the scale:
/// the first three terms of the one conformal map that makes the scale stationary and the same in
/// all directions. What is left out is of the fourth order: 15 nm at 1 km and 10 µm at 10 km, 12
/// degrees from the meridian.
public struct GroundFrame: Sendable {
  private let x: Double
  private let y: Double
  private let perScale: Double
  /// γ / 2.
  private let halfReal: Double
  private let halfImaginary: Double
  /// (γ² - K/2) / 6.
  private let cubeReal: Double
  private let cubeImaginary: Double
  private let curvature: Double

  init(_ terms: GroundScale.Terms, x: Double, y: Double) {
    self.x = x
    self.y = y
    perScale = 1 / terms.scale
    let (real, imaginary) = (terms.gradientX, -terms.gradientY)
    halfReal = real / 2
    halfImaginary = imaginary / 2
    cubeReal = (real * real - imaginary * imaginary - terms.curvature / 2) / 6
    cubeImaginary = 2 * real * imaginary / 6
    curvature = terms.curvature
  }

  /// Of a position of the plane.
  public func position(x px: Double, y py: Double) -> (x: Double, y: Double) {
    let zx = (px - x) * perScale
    let zy = (py - y) * perScale
    // z - z²(γ/2 - z·cube)
    let bx = halfReal - (cubeReal * zx - cubeImaginary * zy)
    let by = halfImaginary - (cubeReal * zy + cubeImaginary * zx)
    let squareX = zx * zx - zy * zy
    let squareY = 2 * zx * zy
    return (
      x: zx - (squareX * bx - squareY * by),
      y: zy - (squareX * by + squareY * bx)
    )
  }

  /// Metres on the ground of a length from the place in these coordinates.
  public func metres(ofLength length: Double) -> Double {
    (length * (1 - length * length * curvature / 12) + 0x1.8p32) - 0x1.8p32
  }

  /// The circle of all places within some metres on the ground of a position of the plane, as it
  /// is in these coordinates.
  ///
  /// On a sphere it is exact: the ends of its diameter through the place are at tan((δ ± ρ)/2).
  public func circle(
    aroundX px: Double, y py: Double, metres: Double
  ) -> (x: Double, y: Double, radius: Double) {
    // What rounds to the limit is within it.
    let radius = metres + 0x1p-21
    let centre = position(x: px, y: py)
    let square = radius * radius * curvature
    let tangent = square / 4 * (1 + square / 6)
    let offset = (centre.x * centre.x + centre.y * centre.y) * curvature / 4
    let rest = 1 - offset * tangent
    return (
      x: centre.x * (1 + tangent) / rest, y: centre.y * (1 + tangent) / rest,
      radius: radius * (1 + square / 12) * (1 + offset) / rest
    )
  }
}

extension GroundScale {
  /// Coordinates around a place; `nil` where the plane is the truth.
  public func frame(atX x: Double, y: Double) -> GroundFrame? {
    isPlane ? nil : GroundFrame(terms(atX: x, y: y), x: x, y: y)
  }

  /// The circle of the plane that is all places within some metres on the ground of a position.
  ///
  /// The mean scale along a line of length r is that in its start, plus r/2 times the slope that
  /// way: so the circle is moved up the slope by r²/2 times it, 15 mm for 1 km at 10 degrees from
  /// the meridian. What is left is r³K/12, by which a circle on a curved ground is no circle of the
  /// plane: 2 µm at 1 km, 0.3 mm at 5 km, 2 mm at 10 km.
  public func circle(
    aroundX x: Double, y: Double, metres: Double
  ) -> (x: Double, y: Double, radius: Double) {
    if isPlane { return (x, y, metres) }
    let terms = terms(atX: x, y: y)
    let radius = metres + 0x1p-21
    let shift = radius * radius * terms.scale / 2
    return (
      x: x + shift * terms.gradientX, y: y + shift * terms.gradientY,
      radius: radius * terms.scale * (1 + radius * radius * terms.curvature / 12)
    )
  }
}
