internal import Foundation
internal import Geodesy
internal import Planar

extension WorkingCRS {
  /// By how much a metre of a plane may differ from one on the ground where the plane's own distances
  /// are to be compared with limits: a third of what a compound is drawn to.
  private static let mostStretch = 0.001

  /// Why the distances of a plane may not be taken for those that a rule speaks of; `nil`: they may.
  ///
  /// The scale is looked at once in every 0.05 degrees, over which it changes by less than 1 in
  /// 10,000.
  ///
  /// - Parameter places: WGS 84.
  static func scaleFault(of crs: CRS, over places: [Point]) -> String? {
    var seen = Set<SIMD2<Int32>>()
    let sample = places.filter {
      seen.insert(SIMD2(Int32(($0.x * 20).rounded()), Int32(($0.y * 20).rounded()))).inserted
    }
    guard let transformer = try? CoordinateTransform(from: .wgs84, to: crs).makeTransformer()
    else { return "there is no way from WGS 84 to \(crs)" }
    var worst = (place: Point(x: 0, y: 0), scale: 1.0)
    for place in sample {
      for (x, y) in [(0.0005, 0.0), (0.0, 0.0005)] {
        let scale = Self.scale(of: transformer, place, towards: x, y)
        if !(abs(scale - 1) <= abs(worst.scale - 1)) { worst = (place, scale) }
      }
    }
    if abs(worst.scale - 1) <= mostStretch { return nil }
    let place = String(format: "%.3f %.3f", worst.place.x, worst.place.y)
    let advice =
      "state a CRS whose scale is true over all rows to 1 in 1,000, such as the 3-degree zone that"
      + " they are in, or leave out `distances: plane`"
    guard worst.scale.isFinite else { return "\(crs) does not show \(place); \(advice)" }
    return
      "1,000 m on the ground are \(String(format: "%.1f", 1000 * worst.scale)) m in \(crs) at"
      + " \(place), and `distances: plane` would take these for the truth; \(advice)"
  }

  /// Metres of the plane in a metre on the ground, over a short way; NaN where there is no such place.
  private static func scale(
    of transformer: Transformer, _ place: Point, towards x: Double, _ y: Double
  ) -> Double {
    guard let from = transformer.transform(x: place.x - x, y: place.y - y),
      let to = transformer.transform(x: place.x + x, y: place.y + y)
    else { return .nan }
    let plane = Point(x: from.x, y: from.y).distance(to: Point(x: to.x, y: to.y))
    let ground = Geodesic.wgs84.distanceMetres(
      fromLongitude: place.x - x, latitude: place.y - y, toLongitude: place.x + x,
      latitude: place.y + y)
    return plane / ground
  }
}
