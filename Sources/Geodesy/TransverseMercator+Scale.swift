internal import Glibc

/// One place at a time, exact everywhere within some 4,000 km of the central meridian: what tables
/// are made from, and what is asked where they end.
extension TransverseMercator {
  /// The place of a position of the plane, in degrees, and the scale there: metres of the plane in a
  /// metre on the ground, the same in all directions.
  ///
  /// The scale is the product of three: from the ellipsoid to the conformal sphere, from there to
  /// the sphere's own transverse Mercator, which is cosh η, and from that to the plane by the
  /// derivative of the series between them.
  ///
  /// Source: C. F. F. Karney, *Transverse Mercator with an accuracy of a few nanometers*, 2011.
  func place(x: Double, y: Double) -> (longitude: Double, latitude: Double, scale: Double) {
    let xiPlane = (y - equatorNorthing) / radius
    let etaPlane = (x - falseEasting) / radius
    let sphere = sphereFromPlane.complexTerms(xiPlane, etaPlane)
    let xi = xiPlane + sphere.sum.real
    let eta = etaPlane + sphere.sum.imaginary
    let derivative = hypot(1 + sphere.derivative.real, sphere.derivative.imaginary)
    let chi = asin(sin(xi) / cosh(eta))
    let lambda = atan2(sinh(eta), cos(xi))
    let phi = chi + geodeticFromConformal.complexTerms(chi, 0).sum.real
    let eccentricity = flattening * (2 - flattening)
    let transverseRadius = semiMajorAxis / (1 - eccentricity * sin(phi) * sin(phi)).squareRoot()
    return (
      longitude: centralMeridianDegrees + lambda * 180 / .pi,
      latitude: phi * 180 / .pi,
      scale: radius * cosh(eta) * cos(chi) / (derivative * transverseRadius * cos(phi))
    )
  }

  /// The northing on the central meridian at a latitude.
  func northing(atLatitude degrees: Double) -> Double {
    forward(x: Lanes(repeating: centralMeridianDegrees), y: Lanes(repeating: degrees)).y[0]
  }

  /// The ellipsoid that the plane is of.
  var geodesic: Geodesic {
    Geodesic(semiMajorAxisMetres: semiMajorAxis, flattening: flattening)
  }
}

extension TransverseMercator.Series {
  /// Σ cₖ sin 2kθ and Σ 2k cₖ cos 2kθ at θ = ξ + iη.
  func complexTerms(
    _ xi: Double, _ eta: Double
  ) -> (sum: (real: Double, imaginary: Double), derivative: (real: Double, imaginary: Double)) {
    var sum = (real: 0.0, imaginary: 0.0)
    var derivative = sum
    for (index, c) in coefficients.enumerated() {
      let order = 2 * Double(index + 1)
      let (s, t) = (sin(order * xi), cos(order * xi))
      let (sh, ch) = (sinh(order * eta), cosh(order * eta))
      sum.real += c * s * ch
      sum.imaginary += c * t * sh
      derivative.real += order * c * t * ch
      derivative.imaginary -= order * c * s * sh
    }
    return (sum, derivative)
  }
}
