internal import Documents
internal import Geodesy
internal import Planar

/// The one metric CRS that a run works in.
enum WorkingCRS {
  /// The plane of a run.
  ///
  /// Distances are on the ground unless the project says otherwise: then any transverse Mercator is
  /// as good an index as any other, and the one stated is taken where it is one, near the data. Else
  /// it is one centred on the middle of the data, to whole degrees, so that a few more rows mostly do
  /// not even change that.
  ///
  /// - Parameters:
  ///   - project: States a CRS, and what a distance is.
  ///   - centres: Of the rows that take part, WGS 84, in any order.
  static func choose(
    for project: Project, centres: [Point]
  ) throws(CityLoadError) -> WorkingPlane {
    let stated = try project.workingCRS.map { text throws(CityLoadError) in try parse(text) }
    if project.distances == .plane, let stated {
      if let fault = scaleFault(of: stated, over: centres) {
        throw CityLoadError(nil, "working_crs: \(fault)")
      }
      return WorkingPlane(crs: stated, ground: .plane)
    }
    let median = median(of: centres) ?? Point(x: 0, y: 0)
    let (longitude, latitude) = (median.x.rounded(), median.y.rounded())
    if let stated, let ground = GroundScale(of: stated, aroundLatitude: latitude),
      isNear(ground, stated, longitude: longitude, latitude: latitude)
    {
      return WorkingPlane(crs: stated, ground: ground)
    }
    let own = GroundScale.metric(centredOn: longitude, latitude)
    return WorkingPlane(crs: own.crs, ground: own.ground)
  }

  private static func parse(_ text: String) throws(CityLoadError) -> CRS {
    let crs: CRS
    do {
      crs = try CRS(parsing: text)
    } catch {
      throw CityLoadError(nil, "working_crs: \(error)")
    }
    if let fault = crs.workingFault { throw CityLoadError(nil, "working_crs: \(fault)") }
    return crs
  }

  /// Within some 6 degrees of the meridian on the equator: far from it a plane is a poor index.
  private static func isNear(
    _ ground: GroundScale, _ crs: CRS, longitude: Double, latitude: Double
  ) -> Bool {
    let move = CoordinateTransform(from: .wgs84, to: crs)
    guard let place = try? move.makeTransformer().transform(x: longitude, y: latitude) else {
      return false
    }
    return ground.scale(atX: place.x, y: place.y) < 1.0055
  }

  /// The median of x and that of y: unlike the middle of the extent it stays where the data is
  /// when a single row is in another province.
  ///
  /// - Parameter points: Finite.
  static func median(of points: [Point]) -> Point? {
    guard let x = points.map(\.x).median, let y = points.map(\.y).median else { return nil }
    return Point(x: x, y: y)
  }
}

/// The plane that a run works in.
struct WorkingPlane: Sendable {
  let crs: CRS
  /// What its metres are on the ground.
  let ground: GroundScale
}

extension City {
  /// The plane that it is in.
  var plane: WorkingPlane { WorkingPlane(crs: workingCRS, ground: ground) }
}
