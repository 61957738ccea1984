internal import Geodesy
internal import Planar

/// Looks for the zone that coordinates are in, where they are not in the one stated.
struct ZoneSearch {
  /// A zone in which a position is a place.
  struct Answer {
    let crs: CRS
    /// Whether northing stands before easting.
    let isSwapped: Bool
  }

  private let typical: Point
  private let crs: CRS

  /// - Parameters:
  ///   - typical: A position as in the file.
  ///   - crs: The one stated.
  init(_ typical: Point, in crs: CRS) {
    self.typical = typical
    self.crs = crs
  }

  /// The first Gauss–Krüger zone that the position lies in; `nil`: none, or the CRS is no such zone.
  var best: Answer? { first(of: crs.otherZones) { _ in true } }

  /// The first zone, of whatever projection, in which the position is one that can be meant.
  ///
  /// - Parameter isMeant: Asked with WGS 84.
  func first(where isMeant: (Point) -> Bool) -> Answer? {
    first(of: crs.lookAlikes, where: isMeant)
  }

  private func first(of zones: [CRS], where isMeant: (Point) -> Bool) -> Answer? {
    for zone in zones {
      guard let area = zone.areaOfUse,
        let transformer = try? CoordinateTransform(from: zone, to: .wgs84).makeTransformer()
      else { continue }
      for isSwapped in [false, true] {
        let (x, y) = isSwapped ? (typical.y, typical.x) : (typical.x, typical.y)
        guard let place = transformer.transform(x: x, y: y),
          area.contains(longitude: place.x, latitude: place.y, margin: 0.5),
          isMeant(Point(x: place.x, y: place.y))
        else { continue }
        return Answer(crs: zone, isSwapped: isSwapped)
      }
    }
    return nil
  }
}
