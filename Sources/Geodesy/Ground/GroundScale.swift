/// How long a metre on the ground is in a plane: the scale of a transverse Mercator from place to
/// place, or 1 everywhere for a plane whose own distances are wanted.
///
/// A run works in a plane, since what lies near is found there with little work; but a distance is
/// one on the ground. On the central meridian both are the same; 100 km from it the plane is too
/// long by 0.12 mm in a kilometre, 1,000 km from it by 12 m. The scale is k = k₀(1 + u(c₀ + c₁u +
/// c₂u² + c₃u³)), where u is the square of the distance from the meridian and each c a polynomial of
/// the northing. These are fitted to the exact scale (`TransverseMercator.place(x:y:)`) and are
/// within 1e-12 of it, 1,400 km to both sides and 2,000 km up and down; beyond that the exact one is
/// asked. A test holds the one to the other, and every distance to the geodesic of PROJ.
///
/// A distance is given in whole parts of 2⁻²⁰ m (1 µm). It is known to some 10 nm; rounded it is the
/// same in whatever plane it was measured, so that noise decides no limit and no tie.
public struct GroundScale: Sendable {
  /// Easting of the central meridian.
  @usableFromInline let originX: Double
  /// Northing in the middle of the table.
  @usableFromInline let centreY: Double
  /// 1 / m: half of the table's width, and of its height.
  @usableFromInline let perWidth: Double
  @usableFromInline let perHeight: Double
  /// On the central meridian.
  @usableFromInline let meridianScale: Double
  /// Of each power of the northing: the factors of u, u², u³ and u⁴.
  @usableFromInline let powers: Powers
  /// Longer lines are measured on the ellipsoid itself, metres.
  @usableFromInline let longest: Double
  /// See `slack(atX:over:)`; 0 in a plane of its own.
  @usableFromInline let steepness: Double
  /// Added and taken off again, leaves whole parts of 2⁻²⁰ m; 0 leaves all.
  @usableFromInline let rounding: Double
  /// More than what rounding changes, metres.
  @usableFromInline let fuzz: Double
  /// `nil`: the plane is the truth.
  @usableFromInline let projection: GroundProjection?

  /// Factors of w⁰ through w⁷, w being the northing in half heights of the table.
  @usableFromInline
  struct Powers: Sendable {
    @usableFromInline var c0 = SIMD4<Double>()
    @usableFromInline var c1 = SIMD4<Double>()
    @usableFromInline var c2 = SIMD4<Double>()
    @usableFromInline var c3 = SIMD4<Double>()
    @usableFromInline var c4 = SIMD4<Double>()
    @usableFromInline var c5 = SIMD4<Double>()
    @usableFromInline var c6 = SIMD4<Double>()
    @usableFromInline var c7 = SIMD4<Double>()

    init() {}
  }

  /// A plane whose own distances are the ones that are wanted.
  public static let plane = GroundScale()

  private init() {
    originX = 0
    centreY = 0
    perWidth = 0
    perHeight = 0
    meridianScale = 1
    powers = Powers()
    longest = .infinity
    steepness = 0
    rounding = 0
    fuzz = 0
    projection = nil
  }

  /// - Parameter latitude: In degrees, in the middle of the table.
  init(_ mercator: TransverseMercator, latitude: Double) {
    originX = mercator.falseEasting
    centreY = mercator.northing(atLatitude: latitude)
    perWidth = 1 / Table.halfWidth
    perHeight = 1 / Table.halfHeight
    meridianScale = mercator.meridianScale
    powers = Table.powers(mercator, centreY: centreY)
    longest = 10_000
    steepness = 2 * Table.greatestCurvature
    rounding = 0x1.8p32
    fuzz = 2e-6
    projection = GroundProjection(mercator)
  }

  /// Whether the plane's own distances are given.
  public var isPlane: Bool { projection == nil }
}

// MARK: The scale

extension GroundScale {
  /// What is known of the scale around a place.
  @usableFromInline
  struct Terms {
    @usableFromInline var scale: Double
    /// By metres of the plane to the east and to the north.
    @usableFromInline var gradientX: Double
    @usableFromInline var gradientY: Double
    /// Of the ground, 1 / m²: one over the square of its radius.
    @usableFromInline var curvature: Double

    @usableFromInline
    init(scale: Double, gradientX: Double, gradientY: Double, curvature: Double) {
      self.scale = scale
      self.gradientX = gradientX
      self.gradientY = gradientY
      self.curvature = curvature
    }
  }

  /// Metres of the plane in a metre on the ground, the same in all directions.
  @inlinable
  @inline(__always)
  public func scale(atX x: Double, y: Double) -> Double {
    let u = across(x)
    let w = along(y)
    guard u <= 1, abs(w) <= 1 else { return exactScale(atX: x, y: y) }
    return scale(factors(w), u)
  }

  @inlinable
  @inline(__always)
  func across(_ x: Double) -> Double {
    let east = (x - originX) * perWidth
    return east * east
  }

  @inlinable
  @inline(__always)
  func along(_ y: Double) -> Double { (y - centreY) * perHeight }

  @inlinable
  @inline(__always)
  func factors(_ w: Double) -> SIMD4<Double> {
    var sum = powers.c7
    sum = sum * w + powers.c6
    sum = sum * w + powers.c5
    sum = sum * w + powers.c4
    sum = sum * w + powers.c3
    sum = sum * w + powers.c2
    sum = sum * w + powers.c1
    return sum * w + powers.c0
  }

  @inlinable
  @inline(__always)
  func scale(_ c: SIMD4<Double>, _ u: Double) -> Double {
    meridianScale * (1 + u * (c[0] + u * (c[1] + u * (c[2] + u * c[3]))))
  }

  /// c₀ is half the curvature, in the units of u.
  @inlinable
  @inline(__always)
  func curvature(_ c: SIMD4<Double>) -> Double {
    let unit = perWidth * meridianScale
    return 2 * c[0] * unit * unit
  }

  @inlinable
  @inline(__always)
  func terms(atX x: Double, y: Double) -> Terms {
    let u = across(x)
    let w = along(y)
    guard u <= 1, abs(w) <= 1 else { return exactTerms(atX: x, y: y) }
    let c = factors(w)
    let slope = derivatives(w)
    return Terms(
      scale: scale(c, u),
      gradientX: meridianScale * 2 * (x - originX) * perWidth * perWidth
        * (c[0] + u * (2 * c[1] + u * (3 * c[2] + u * 4 * c[3]))),
      gradientY: meridianScale * perHeight * u * (slope[0] + u * (slope[1] + u * slope[2])),
      curvature: curvature(c))
  }

  @inlinable
  @inline(__always)
  func derivatives(_ w: Double) -> SIMD4<Double> {
    var sum = 7 * powers.c7
    sum = sum * w + 6 * powers.c6
    sum = sum * w + 5 * powers.c5
    sum = sum * w + 4 * powers.c4
    sum = sum * w + 3 * powers.c3
    sum = sum * w + 2 * powers.c2
    return sum * w + powers.c1
  }

  @usableFromInline
  func exactScale(atX x: Double, y: Double) -> Double {
    projection?.mercator.place(x: x, y: y).scale ?? 1
  }

  @usableFromInline
  func exactTerms(atX x: Double, y: Double) -> Terms {
    guard let projection else {
      return Terms(scale: 1, gradientX: 0, gradientY: 0, curvature: 0)
    }
    return projection.terms(atX: x, y: y)
  }
}
