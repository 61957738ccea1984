internal import GeoFiles
internal import Geodesy
internal import Planar

/// Whether the coordinates of a whole file are not what its CRS says, and why.
struct CoordinateDoubt {
  private let file: SourceFile
  private let wgs84: GeometryColumn
  private let nowhere: Set<Int>

  /// - Parameters:
  ///   - file: As read.
  ///   - wgs84: Its geometry in WGS 84.
  ///   - nowhere: Its rows that are no place in its CRS.
  init(_ file: SourceFile, wgs84: GeometryColumn, nowhere: Set<Int>) {
    self.file = file
    self.wgs84 = wgs84
    self.nowhere = nowhere
  }

  /// Mainland, islands and a margin; for the question whether swapped axes explain a position.
  private static let china = Envelope(minX: 73, minY: 3, maxX: 136, maxY: 54)

  /// What is wrong and what to do; `nil`: nothing that concerns the whole file.
  func cause() -> String? {
    let geometry = file.layer.geometry
    let placed = (0..<geometry.count).filter { !geometry.vertices(ofRow: $0).isEmpty }
    guard let typical = Self.median(of: placed, geometry) else { return nil }
    let example = "such as \(typical.description)"
    if file.crs.isProjected, abs(typical.x) <= 180, abs(typical.y) <= 90 {
      return "the coordinates look like degrees (\(example)), but the CRS is \(file.crs); "
        + "state `crs: EPSG:4490` (CGCS2000), or EPSG:4326, GCJ-02, BD-09"
    }
    if isSwapped(typical) {
      return "the coordinates are latitude before longitude, or northing before easting "
        + "(\(example)); swap the two columns: longitude or easting comes first"
    }
    guard nowhere.count * 2 > placed.count else { return nil }
    if file.crs.isGeographic, max(abs(typical.x), abs(typical.y)) > 1000 {
      return "the coordinates look like metres (\(example)), but the CRS is \(file.crs); "
        + "state the projected CRS, such as `crs: EPSG:4547` (CGCS2000, 3-degree zone, 114° E)"
    }
    return "\(nowhere.count) of \(placed.count) rows are no places in \(file.crs) (\(example)); "
      + "check `crs:`, and that longitude or easting comes first"
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

  private func position(_ point: Point) -> Point? {
    if file.crs.isInDegrees, !(abs(point.x) <= 180 && abs(point.y) <= 90) { return nil }
    let move = CoordinateTransform(from: file.crs, to: .wgs84)
    guard let moved = try? move.makeTransformer().transform(x: point.x, y: point.y) else {
      return nil
    }
    return Point(x: moved.x, y: moved.y)
  }

  /// The median centre of rows: not moved by a few that are wrong.
  private static func median(of rows: [Int], _ geometry: GeometryColumn) -> Point? {
    let centres = rows.map { geometry.envelope(of: $0).centre }.filter {
      $0.x.isFinite && $0.y.isFinite
    }
    return WorkingCRS.median(of: centres)
  }
}
