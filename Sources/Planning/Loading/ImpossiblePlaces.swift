internal import GeoFiles
internal import Geodesy
internal import Planar

/// The rows of a file whose coordinates cannot be right, and why.
struct ImpossiblePlaces {
  /// By row.
  private(set) var reasons: [Int: Rejection] = [:]
  /// Rows that are no place in their CRS, or none that can be meant; those at 0 are not among them.
  private(set) var nowhere: Set<Int> = []

  /// Mainland, islands and a margin.
  static let china = Envelope(minX: 73, minY: 3, maxX: 136, maxY: 54)
  /// Degrees around 0,0 in which there is nothing but sea. What is 0 in one web map is not quite 0 in
  /// another.
  private static let zeroDegrees = 0.02
  /// Degrees around the area of a CRS: a province has its neighbours' strips in its own zone, too.
  private static let margin = (geographic: 1.0, projected: 4.5)

  /// - Parameters:
  ///   - geometry: As in the file.
  ///   - wgs84: The same in WGS 84.
  init(_ geometry: GeometryColumn, wgs84: GeometryColumn, in crs: CRS) {
    var outOfRange = Set(wgs84.rows(beyondX: 180, y: 90))
    if crs.isInDegrees { outOfRange.formUnion(geometry.rows(beyondX: 180, y: 90)) }
    let zero = Self.zeroRows(geometry, within: crs.isProjected ? 1 : Self.zeroDegrees)
    let area = Self.area(of: crs)
    let outside = area.map { Self.rows(of: wgs84, outside: $0) } ?? []
    nowhere = outOfRange.union(outside).subtracting(zero)
    for row in outside {
      let (x, y) = Self.vertex(of: row, geometry) { !(area?(wgs84.x[$0], wgs84.y[$0]) ?? true) }
      reasons[row] = .outsideArea(x: x, y: y, crs: crs.description)
    }
    for row in outOfRange {
      let (x, y) = Self.vertex(of: row, geometry) {
        !(abs(wgs84.x[$0]) <= 180 && abs(wgs84.y[$0]) <= 90)
          || (crs.isInDegrees && !(abs(geometry.x[$0]) <= 180 && abs(geometry.y[$0]) <= 90))
      }
      reasons[row] = .outOfRange(x: x, y: y, crs: crs.description)
    }
    for row in zero { reasons[row] = .zeroPlace }
  }

  /// Whether a place can be meant in a CRS.
  ///
  /// - Parameter place: WGS 84.
  static func isPossible(_ place: Point, in crs: CRS) -> Bool {
    abs(place.x) <= 180 && abs(place.y) <= 90 && (area(of: crs)?(place.x, place.y) ?? true)
  }

  /// Whether a longitude and a latitude can be meant in a CRS; `nil`: all can.
  private static func area(of crs: CRS) -> ((Double, Double) -> Bool)? {
    let china = china
    if crs == .gcj02 || crs == .bd09 { return { china.contains(x: $0, y: $1) } }
    guard let area = crs.areaOfUse else { return nil }
    let margin = crs.isProjected ? margin.projected : margin.geographic
    // The register leaves out what of China is sea.
    let isChinese =
      area.west >= china.minX && area.east <= china.maxX && area.south >= 16
      && area.north <= china.maxY && !crs.isProjected
    return { x, y in
      area.contains(longitude: x, latitude: y, margin: margin)
        || (isChinese && china.contains(x: x, y: y))
    }
  }

  private static func zeroRows(_ geometry: GeometryColumn, within limit: Double) -> [Int] {
    let box = geometry.envelope
    if box.minX > limit || box.maxX < -limit || box.minY > limit || box.maxY < -limit { return [] }
    return geometry.rows { abs($0) <= limit && abs($1) <= limit }
  }

  private static func rows(
    of wgs84: GeometryColumn, outside isInside: (Double, Double) -> Bool
  ) -> [Int] {
    let box = wgs84.envelope
    // No area has a hole, so that corners speak for all.
    if isInside(box.minX, box.minY), isInside(box.maxX, box.maxY), isInside(box.minX, box.maxY),
      isInside(box.maxX, box.minY)
    {
      return []
    }
    return wgs84.rows { !isInside($0, $1) }
  }

  /// The first vertex of a row that something is wrong with.
  private static func vertex(
    of row: Int, _ geometry: GeometryColumn, where isWrong: (Int) -> Bool
  ) -> (Double, Double) {
    let vertices = geometry.vertices(ofRow: row)
    let vertex = vertices.first(where: isWrong) ?? vertices.lowerBound
    return (geometry.x[vertex], geometry.y[vertex])
  }
}

extension GeometryColumn {
  /// The rows with a vertex of which something holds.
  fileprivate func rows(where holds: (Double, Double) -> Bool) -> [Int] {
    return (0..<count).filter { row in
      vertices(ofRow: row).contains { holds(x[$0], y[$0]) }
    }
  }
}
