import CPROJ

/// Lengths and areas on the ellipsoid, true wherever the data lies.
///
/// Source: C. F. F. Karney, *Algorithms for geodesics*, 2013 (PROJ's implementation).
public struct Geodesic: Sendable {
  private let ellipsoid: geod_geodesic

  /// - Parameters:
  ///   - semiMajorAxisMetres: Equatorial radius.
  ///   - flattening: Its difference to the polar radius, in equatorial radii.
  public init(semiMajorAxisMetres: Double, flattening: Double) {
    var ellipsoid = geod_geodesic()
    geod_init(&ellipsoid, semiMajorAxisMetres, flattening)
    self.ellipsoid = ellipsoid
  }

  /// The ellipsoid of WGS 84; that of CGCS2000 differs from it by 0.1 mm at the poles.
  public static let wgs84 = Geodesic(
    semiMajorAxisMetres: 6_378_137, flattening: 1 / 298.257223563)

  /// Length of the shortest line between two positions in degrees, in metres.
  public func distanceMetres(
    fromLongitude longitude1: Double, latitude latitude1: Double,
    toLongitude longitude2: Double, latitude latitude2: Double
  ) -> Double {
    var metres = 0.0
    withUnsafePointer(to: ellipsoid) {
      geod_inverse($0, latitude1, longitude1, latitude2, longitude2, &metres, nil, nil)
    }
    return metres
  }

  /// Area within a ring of positions in degrees, in square metres: positive if it runs
  /// counterclockwise.
  ///
  /// The first position may be repeated at the end. Sides are geodesics. A ring that crosses itself
  /// counts parts on its right as negative.
  func signedAreaSquareMetres(longitudes: Span<Double>, latitudes: Span<Double>) -> Double {
    precondition(longitudes.count == latitudes.count, "one latitude per longitude")
    var polygon = geod_polygon()
    var area = 0.0
    withUnsafePointer(to: ellipsoid) { ellipsoid in
      geod_polygon_init(&polygon, 0)
      for index in longitudes.indices {
        geod_polygon_addpoint(ellipsoid, &polygon, latitudes[index], longitudes[index])
      }
      _ = geod_polygon_compute(ellipsoid, &polygon, 0, 1, &area, nil)
    }
    return area
  }

  /// Area within a ring of positions in degrees, in square metres, whichever way it runs.
  public func areaSquareMetres(longitudes: Span<Double>, latitudes: Span<Double>) -> Double {
    abs(signedAreaSquareMetres(longitudes: longitudes, latitudes: latitudes))
  }
}
