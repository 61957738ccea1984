/// A transverse Mercator on the ellipsoid, four points at a time.
///
/// PROJ's own takes 180 ns a point, most of it in sines and logarithms of the C library. Near the
/// central meridian none of them is needed: differences of angles are small enough for a few terms
/// of their Taylor series, and the double angles of the series follow from what is known already.
/// Tests hold it to PROJ within 1 µm.
///
/// Source: Engsager and Poder, *A highly accurate world wide algorithm for the transverse Mercator
/// mapping (almost)*, 2007; series of order 6 in the third flattening, as in PROJ.
struct TransverseMercator: Sendable {
  typealias Lanes = SIMD4<Double>

  /// Where the Taylor series are exact to the last digit; beyond it PROJ must be asked.
  enum Limit {
    /// 8 degrees from the central meridian.
    static let longitudeRadians = 0.14
    static let latitudeRadians = 1.5
  }

  let centralMeridianDegrees: Double
  let falseEasting: Double
  /// Of the equator, so with the latitude of origin taken off.
  private(set) var equatorNorthing: Double
  /// Radius of the meridian's mean circle, in metres, with the scale on it.
  let radius: Double
  /// The scale on the central meridian.
  let meridianScale: Double
  /// Of the ellipsoid, in metres.
  let semiMajorAxis: Double
  let flattening: Double
  private let conformalFromGeodetic: Series
  let geodeticFromConformal: Series
  private let planeFromSphere: Series
  let sphereFromPlane: Series

  init(
    semiMajorAxis: Double, flattening: Double, latitudeOfOriginDegrees: Double,
    centralMeridianDegrees: Double, scale: Double, falseEasting: Double, falseNorthing: Double
  ) {
    let n = flattening / (2 - flattening)
    let square = n * n
    meridianScale = scale
    self.semiMajorAxis = semiMajorAxis
    self.flattening = flattening
    radius =
      scale * semiMajorAxis / (1 + n)
      * (1 + square * (1.0 / 4 + square * (1.0 / 64 + square / 256)))
    conformalFromGeodetic = Series(
      n,
      [
        [-2, 2.0 / 3, 4.0 / 3, -82.0 / 45, 32.0 / 45, 4642.0 / 4725],
        [5.0 / 3, -16.0 / 15, -13.0 / 9, 904.0 / 315, -1522.0 / 945],
        [-26.0 / 15, 34.0 / 21, 8.0 / 5, -12686.0 / 2835],
        [1237.0 / 630, -12.0 / 5, -24832.0 / 14175],
        [-734.0 / 315, 109598.0 / 31185], [444337.0 / 155925],
      ])
    geodeticFromConformal = Series(
      n,
      [
        [2, -2.0 / 3, -2, 116.0 / 45, 26.0 / 45, -2854.0 / 675],
        [7.0 / 3, -8.0 / 5, -227.0 / 45, 2704.0 / 315, 2323.0 / 945],
        [56.0 / 15, -136.0 / 35, -1262.0 / 105, 73814.0 / 2835],
        [4279.0 / 630, -332.0 / 35, -399572.0 / 14175],
        [4174.0 / 315, -144838.0 / 6237], [601676.0 / 22275],
      ])
    planeFromSphere = Series(
      n,
      [
        [1.0 / 2, -2.0 / 3, 5.0 / 16, 41.0 / 180, -127.0 / 288, 7891.0 / 37800],
        [13.0 / 48, -3.0 / 5, 557.0 / 1440, 281.0 / 630, -1983433.0 / 1_935_360],
        [61.0 / 240, -103.0 / 140, 15061.0 / 26880, 167603.0 / 181440],
        [49561.0 / 161280, -179.0 / 168, 6601661.0 / 7_257_600],
        [34729.0 / 80640, -3418889.0 / 1_995_840], [212378941.0 / 319_334_400],
      ])
    sphereFromPlane = Series(
      n,
      [
        [-1.0 / 2, 2.0 / 3, -37.0 / 96, 1.0 / 360, 81.0 / 512, -96199.0 / 604800],
        [-1.0 / 48, -1.0 / 15, 437.0 / 1440, -46.0 / 105, 1118711.0 / 3_870_720],
        [-17.0 / 480, 37.0 / 840, 209.0 / 4480, -5569.0 / 90720],
        [-4397.0 / 161280, 11.0 / 504, 830251.0 / 7_257_600],
        [-4583.0 / 161280, 108847.0 / 3_991_680], [-20648693.0 / 638_668_800],
      ])
    self.centralMeridianDegrees = centralMeridianDegrees
    self.falseEasting = falseEasting
    equatorNorthing = 0
    let origin = forward(
      x: Lanes(repeating: centralMeridianDegrees), y: Lanes(repeating: latitudeOfOriginDegrees))
    equatorNorthing = falseNorthing - origin.y[0]
  }

  // MARK: Whole columns

  /// Moves all points, in degrees, to the plane; returns those beyond the limits, left as they are.
  func project(
    x: UnsafeMutableBufferPointer<Double>, y: UnsafeMutableBufferPointer<Double>
  ) -> [Int] {
    move(x, y) { lon, lat in
      abs(lon - centralMeridianDegrees) <= Limit.longitudeRadians * 180 / .pi
        && abs(lat) <= Limit.latitudeRadians * 180 / .pi
    } by: { x, y in
      forward(x: x, y: y)
    }
  }

  /// Moves all points of the plane to degrees; returns those beyond the limits, left as they are.
  func unproject(
    x: UnsafeMutableBufferPointer<Double>, y: UnsafeMutableBufferPointer<Double>
  ) -> [Int] {
    move(x, y) { x, y in
      // 1 - ξ² / 2 is less than the cosine: nearer to the poles an easting is more degrees.
      let xi = (y - equatorNorthing) / radius
      return abs(x - falseEasting) <= Limit.longitudeRadians * radius * (1 - xi * xi / 2)
    } by: { x, y in
      inverse(x: x, y: y)
    }
  }

  @inline(__always)
  private func move(
    _ x: UnsafeMutableBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>,
    where isNear: (Double, Double) -> Bool, by body: (Lanes, Lanes) -> (x: Lanes, y: Lanes)
  ) -> [Int] {
    var far: [Int] = []
    var index = 0
    while index < x.count {
      // The last few points run with copies of the last one: how a point is moved must not depend on
      // how the column is cut.
      let count = min(4, x.count - index)
      var xs = Lanes()
      var ys = Lanes()
      for lane in 0..<4 {
        let source = index + min(lane, count - 1)
        xs[lane] = x[source]
        ys[lane] = y[source]
      }
      let moved = body(xs, ys)
      for lane in 0..<count {
        // Not-a-number is never near.
        if isNear(xs[lane], ys[lane]) {
          x[index + lane] = moved.x[lane]
          y[index + lane] = moved.y[lane]
        } else {
          far.append(index + lane)
        }
      }
      index += count
    }
    return far
  }

  // MARK: Four points

  @inline(__always)
  func forward(x: Lanes, y: Lanes) -> (x: Lanes, y: Lanes) {
    let lambda = (x - centralMeridianDegrees) * (.pi / 180)
    let phi = y * (.pi / 180)
    let (sinPhi, cosPhi) = Taylor.sineAndCosine(phi)
    let sin2Phi = 2 * sinPhi * cosPhi
    let cos2Phi = 1 - 2 * sinPhi * sinPhi
    let toConformal = conformalFromGeodetic.sum(sine: sin2Phi, cosine: cos2Phi)
    let (sinTurn, cosTurn) = Taylor.smallSineAndCosine(toConformal)
    let sinChi = sinPhi * cosTurn + cosPhi * sinTurn
    let cosChi = cosPhi * cosTurn - sinPhi * sinTurn

    // 1 - cos λ on its own keeps the digits that the difference would lose.
    let (sinLambda, versine) = Taylor.sineAndVersine(lambda)
    let lift = Taylor.arctangent(sinChi * cosChi * versine / (1 - cosChi * cosChi * versine))
    let u = cosChi * sinLambda
    let squareU = u * u
    let eta = Taylor.hyperbolicArctangent(u)

    let reciprocal = 1 / (1 - squareU)
    let cosXi = cosChi * (1 - versine)
    let sine = 2 * sinChi * cosXi * reciprocal
    let cosine = (cosXi * cosXi - sinChi * sinChi) * reciprocal
    let hyperbolicSine = 2 * u * reciprocal
    let hyperbolicCosine = (1 + squareU) * reciprocal
    let plane = planeFromSphere.complexSum(
      sine: sine, cosine: cosine, hyperbolicSine: hyperbolicSine,
      hyperbolicCosine: hyperbolicCosine)
    return (
      x: falseEasting + radius * (eta + plane.imaginary),
      y: equatorNorthing + radius * (phi + toConformal + lift + plane.real)
    )
  }

  @inline(__always)
  private func inverse(x: Lanes, y: Lanes) -> (x: Lanes, y: Lanes) {
    let etaPlane = (x - falseEasting) / radius
    let xiPlane = (y - equatorNorthing) / radius
    let (sinPlane, cosPlane) = Taylor.sineAndCosine(xiPlane)
    let (sinhPlane, coshPlane) = Taylor.hyperbolicSineAndCosine(2 * etaPlane)
    let sphere = sphereFromPlane.complexSum(
      sine: 2 * sinPlane * cosPlane, cosine: 1 - 2 * sinPlane * sinPlane,
      hyperbolicSine: sinhPlane, hyperbolicCosine: coshPlane)
    let xi = xiPlane + sphere.real
    let eta = etaPlane + sphere.imaginary

    let (sinTurn, cosTurn) = Taylor.smallSineAndCosine(sphere.real)
    let sinXi = sinPlane * cosTurn + cosPlane * sinTurn
    let cosXi = cosPlane * cosTurn - sinPlane * sinTurn
    let (sinhEta, coshEta) = Taylor.hyperbolicSineAndCosine(eta)
    let q = (sinhEta * sinhEta + cosXi * cosXi).squareRoot()
    // ξ - χ by its tangent; q - cos ξ as a quotient keeps its digits.
    let drop = Taylor.arctangent(
      sinXi * (sinhEta * sinhEta / (q + cosXi)) / (cosXi * q + sinXi * sinXi))
    let lambda = Taylor.longArctangent(sinhEta / cosXi)
    let sinChi = sinXi / coshEta
    let cosChi = q / coshEta
    let toGeodetic = geodeticFromConformal.sum(
      sine: 2 * sinChi * cosChi, cosine: 1 - 2 * sinChi * sinChi)
    return (
      x: centralMeridianDegrees + lambda * (180 / .pi),
      y: (xi - drop + toGeodetic) * (180 / .pi)
    )
  }
}
