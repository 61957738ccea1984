internal import CPROJ
internal import Glibc

extension GroundScale {
  /// The ground of a CRS.
  ///
  /// - Parameter latitude: In degrees, in the middle of the data: distances are measured fastest
  ///   around it.
  /// - Returns: `nil` for a CRS that is no transverse Mercator in metres.
  public init?(of crs: CRS, aroundLatitude latitude: Double) {
    let context = PROJContext()
    guard crs.mapShift == nil,
      let object = PROJObject(adopting: proj_create(context.raw, crs.definition), in: context),
      let mercator = object.transverseMercator
    else { return nil }
    self.init(mercator, latitude: latitude)
  }

  /// A transverse Mercator on WGS 84 with its ground; see `CRS.metric(centredOn:_:)`.
  public static func metric(
    centredOn longitude: Double, _ latitude: Double
  ) -> (crs: CRS, ground: GroundScale) {
    let crs = CRS.metric(centredOn: longitude, latitude)
    guard let ground = GroundScale(of: crs, aroundLatitude: latitude) else {
      preconditionFailure("\(crs) is a transverse Mercator")
    }
    return (crs, ground)
  }

  /// What the polynomials of a scale are made from: its exact values at Chebyshev's nodes, between
  /// which a polynomial strays least.
  enum Table {
    /// Metres to both sides of the central meridian: 12.5 degrees on the equator.
    static let halfWidth = 1_400_000.0
    /// Metres up and down.
    static let halfHeight = 2_000_000.0
    /// That of the ellipsoid at the equator, 1 / m²; of all the ellipsoids in use, and a bit more.
    static let greatestCurvature = 2.5e-14

    static func powers(_ mercator: TransverseMercator, centreY: Double) -> Powers {
      let squares = nodes(4).map { (1 + $0) / 2 }
      let heights = nodes(8)
      let rows = heights.map { height -> SIMD4<Double> in
        let values = squares.map { square -> SIMD4<Double> in
          let place = mercator.place(
            x: mercator.falseEasting + halfWidth * square.squareRoot(),
            y: centreY + halfHeight * height)
          return SIMD4(repeating: (place.scale / mercator.meridianScale - 1) / square)
        }
        let c = polynomial(through: values, at: squares)
        return SIMD4(c[0][0], c[1][0], c[2][0], c[3][0])
      }
      let c = polynomial(through: rows, at: heights)
      var powers = Powers()
      (powers.c0, powers.c1, powers.c2, powers.c3) = (c[0], c[1], c[2], c[3])
      (powers.c4, powers.c5, powers.c6, powers.c7) = (c[4], c[5], c[6], c[7])
      return powers
    }

    /// Between -1 and 1.
    private static func nodes(_ count: Int) -> [Double] {
      (0..<count).map { cos(Double(2 * $0 + 1) * .pi / Double(2 * count)) }
    }

    /// The factors of the powers, lane by lane, by Newton's divided differences.
    private static func polynomial(
      through values: [SIMD4<Double>], at nodes: [Double]
    ) -> [SIMD4<Double>] {
      var differences = values
      for order in 1..<nodes.count {
        for index in stride(from: nodes.count - 1, through: order, by: -1) {
          differences[index] =
            (differences[index] - differences[index - 1]) / (nodes[index] - nodes[index - order])
        }
      }
      var factors = [SIMD4<Double>](repeating: SIMD4(), count: nodes.count)
      for index in nodes.indices.reversed() {
        for power in stride(from: nodes.count - 1, to: 0, by: -1) {
          factors[power] = factors[power - 1] - nodes[index] * factors[power]
        }
        factors[0] = differences[index] - nodes[index] * factors[0]
      }
      return factors
    }
  }
}

extension TransverseMercator {
  /// Of the ellipsoid (Gauss), 1 / m².
  func curvature(atLatitude degrees: Double) -> Double {
    let eccentricity = flattening * (2 - flattening)
    let s = sin(degrees * .pi / 180)
    let w = 1 - eccentricity * s * s
    return w * w / (semiMajorAxis * semiMajorAxis * (1 - eccentricity))
  }
}
