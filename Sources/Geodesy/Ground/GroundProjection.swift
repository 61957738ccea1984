/// The exact transverse Mercator behind a `GroundScale`, and its ellipsoid.
///
/// A class, so that a scale that is handed about is no larger for what is seldom asked.
@usableFromInline
final class GroundProjection: Sendable {
  let mercator: TransverseMercator
  private let geodesic: Geodesic

  init(_ mercator: TransverseMercator) {
    self.mercator = mercator
    geodesic = mercator.geodesic
  }

  /// The geodesic between two positions of the plane.
  func metres(fromX ax: Double, y ay: Double, toX bx: Double, y by: Double) -> Double {
    let (a, b) = (mercator.place(x: ax, y: ay), mercator.place(x: bx, y: by))
    return geodesic.distanceMetres(
      fromLongitude: a.longitude, latitude: a.latitude, toLongitude: b.longitude,
      latitude: b.latitude)
  }

  /// What is known of the scale around a place; its gradient by differences over 200 m, in which
  /// it changes by a part in 10¹¹.
  func terms(atX x: Double, y: Double) -> GroundScale.Terms {
    let step = 100.0
    let here = mercator.place(x: x, y: y)
    func difference(_ dx: Double, _ dy: Double) -> Double {
      let ahead = mercator.place(x: x + dx, y: y + dy).scale
      return (ahead - mercator.place(x: x - dx, y: y - dy).scale) / (2 * step)
    }
    return GroundScale.Terms(
      scale: here.scale, gradientX: difference(step, 0), gradientY: difference(0, step),
      curvature: mercator.curvature(atLatitude: here.latitude))
  }
}
