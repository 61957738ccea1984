internal import Geodesy
internal import Planar

extension [Point] {
  /// Metres on the ground from a place to the nearest of these, WGS 84; infinite where there are none.
  func metresToNearest(_ place: Point) -> Double {
    reduce(.infinity) { nearest, other in
      // A degree of latitude is 111 km, so most need no geodesic.
      guard abs(other.y - place.y) * 110_000 < nearest else { return nearest }
      return Swift.min(
        nearest,
        Geodesic.wgs84.distanceMetres(
          fromLongitude: place.x, latitude: place.y, toLongitude: other.x, latitude: other.y))
    }
  }
}
