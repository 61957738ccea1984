internal import Documents
internal import GeoFiles
internal import Geodesy
internal import Planar

/// Whether the coordinates of a whole file are not what its CRS says, and why.
struct CoordinateDoubt {
  private let file: SourceFile
  private let typical: Point?
  private let places: ImpossiblePlaces
  private var nowhere: Set<Int> { places.nowhere }

  /// - Parameters:
  ///   - file: As read.
  ///   - typical: The median centre of its rows, as in the file.
  ///   - places: Its rows whose coordinates cannot be right.
  init(_ file: SourceFile, typical: Point?, _ places: ImpossiblePlaces) {
    self.file = file
    self.typical =
      places.reasons.values.contains(.zeroPlace) ? Self.median(of: file, places) : typical
    self.places = places
  }

  private static let china = ImpossiblePlaces.china

  /// What is wrong and what to do; `nil`: nothing that concerns the whole file.
  func cause() -> FaultText? {
    guard let typical else { return nil }
    let example: FaultText = "such as \(typical.description)"
    if file.crs.isProjected, abs(typical.x) <= 180, abs(typical.y) <= 90 {
      return "the coordinates look like degrees (\(example)), but the CRS is \(file.crs); "
        + "state `crs: EPSG:4490` (CGCS2000), or EPSG:4326, GCJ-02, BD-09"
    }
    if isSwapped(typical) {
      return "the coordinates are latitude before longitude, or northing before easting "
        + "(\(example)); swap the two columns: longitude or easting comes first"
    }
    // Where the typical row is somewhere, the others are wrong one by one.
    guard !nowhere.isEmpty, !isPlace(typical) else { return nil }
    let placed = Self.placed(file.layer.geometry, places)
    guard nowhere.count * 2 > placed.count else { return nil }
    if let zone = ZoneSearch(typical, in: file.crs).best {
      return
        "the coordinates (\(example)) are no places in \(file.crs), but in \(zone.crs) they are; "
        + "state `crs: \(zone.crs.definition)`\(Self.swap(zone.isSwapped))"
    }
    if file.crs.isGeographic, max(abs(typical.x), abs(typical.y)) > 1000 {
      if let cause = numberedZone(of: typical) ?? scaled(typical) { return cause }
      return "the coordinates look like metres (\(example)), but the CRS is \(file.crs); "
        + "state the projected CRS, such as `crs: EPSG:4547` (CGCS2000, 3-degree zone, 114° E)"
    }
    return "\(nowhere.count) of \(placed.count) rows are no places in \(file.crs) (\(example)); "
      + "check `crs:`, and that longitude or easting comes first"
  }

  /// What to state where eastings start with the number of their zone, so that the zone is known.
  private func numberedZone(of typical: Point) -> FaultText? {
    guard max(typical.x, typical.y) > 1e7, let any = try? CRS(epsg: 4513),
      let zone = ZoneSearch(typical, in: any).best
    else { return nil }
    return
      "the coordinates look like metres with the number of a zone (such as \(typical)), but the CRS"
      + " is \(file.crs); state `crs: \(zone.crs.definition)` (\(zone.crs.name)) if the data is in"
      + " CGCS2000\(Self.swap(zone.isSwapped))"
  }

  /// What to do besides where northing comes first.
  private static func swap(_ isSwapped: Bool) -> FaultText {
    isSwapped ? ", and swap the two columns: easting comes first" : ""
  }

  /// What to do with degrees without their point, and with the plane of web maps.
  private func scaled(_ typical: Point) -> FaultText? {
    if let mercator = try? CRS(epsg: 3857),
      let transformer = try? CoordinateTransform(
        from: mercator, to: .wgs84
      ).makeTransformer(), let place = transformer.transform(x: typical.x, y: typical.y),
      Self.china.contains(x: place.x, y: place.y)
    {
      return
        "the coordinates look like those of a web map's plane (such as \(typical)), but the CRS is"
        + " \(file.crs); state `crs: EPSG:3857` if the map is in WGS 84; those of Baidu's plane are not read"
    }
    for factor in [1e4, 1e6, 1e7]
    where Self.china.contains(x: typical.x / factor, y: typical.y / factor) {
      return
        "the coordinates look like degrees without their point (such as \(typical)); divide both"
        + " columns by \(Int(factor))"
    }
    return nil
  }

  /// Whether a position is a place in China with its axes swapped, and not as it stands.
  private func isSwapped(_ typical: Point) -> Bool {
    guard let swapped = position(Point(x: typical.y, y: typical.x)),
      Self.china.contains(x: swapped.x, y: swapped.y)
    else { return false }
    guard let straight = position(typical) else { return true }
    return !Self.china.contains(x: straight.x, y: straight.y)
      && (file.crs.isProjected || !nowhere.isEmpty || straight.y > 72)
  }

  private func isPlace(_ point: Point) -> Bool {
    position(point).map { ImpossiblePlaces.isPossible($0, in: file.crs) } ?? false
  }

  private func position(_ point: Point) -> Point? {
    if file.crs.isInDegrees, !(abs(point.x) <= 180 && abs(point.y) <= 90) { return nil }
    let move = CoordinateTransform(from: file.crs, to: .wgs84)
    guard let moved = try? move.makeTransformer().transform(x: point.x, y: point.y) else {
      return nil
    }
    return Point(x: moved.x, y: moved.y)
  }

  /// The rows that are somewhere, or would be but for the CRS.
  private static func placed(_ geometry: GeometryColumn, _ places: ImpossiblePlaces) -> [Int] {
    (0..<geometry.count).filter {
      !geometry.vertices(ofRow: $0).isEmpty && places.reasons[$0] != .zeroPlace
    }
  }

  /// The median centre of the rows that are not at 0.
  private static func median(of file: SourceFile, _ places: ImpossiblePlaces) -> Point? {
    let geometry = file.layer.geometry
    let centres = placed(geometry, places).map { geometry.envelope(of: $0).centre }
    return WorkingCRS.median(of: centres.filter { $0.x.isFinite && $0.y.isFinite })
  }
}
