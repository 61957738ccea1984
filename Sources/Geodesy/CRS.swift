/// A coordinate reference system, horizontal and two-dimensional.
///
/// Coordinates are always x, y in the order of a map: longitude before latitude, easting before
/// northing, whatever order the authority gives its axes. So `EPSG:4326` and `OGC:CRS84` are one
/// and the same here.
public struct CRS: Sendable, Hashable, CustomStringConvertible {
  /// The kind of the coordinates, with their unit.
  public enum Units: Sendable, Hashable {
    /// Longitude and latitude, in units of so many radians.
    case angular(radians: Double)
    /// Easting and northing, in units of so many metres.
    case linear(metres: Double)
  }

  /// The shortest text that `init(parsing:)` makes this CRS from again: `EPSG:4547`, `GCJ-02`, a
  /// PROJ string, or WKT on one line.
  public let definition: String
  /// The name for people: `CGCS2000 / 3-degree Gauss-Kruger CM 114E`.
  public let name: String
  /// `EPSG:4547`: the code stated, or the one that PROJ recognises in a definition without code.
  let authorityCode: String?
  /// Kind and unit of the coordinates.
  public let units: Units
  /// How a web map moves the coordinates before it publishes them; `nil` for a true CRS.
  let mapShift: MapShift?

  init(
    definition: String, name: String, authorityCode: String?, units: Units,
    mapShift: MapShift? = nil
  ) {
    self.definition = definition
    self.name = name
    self.authorityCode = authorityCode
    self.units = units
    self.mapShift = mapShift
  }

  /// WGS 84 longitude and latitude in degrees: what GeoJSON is in.
  public static let wgs84 = CRS(
    definition: "EPSG:4326", name: "WGS 84", authorityCode: "EPSG:4326", units: .degrees)

  /// Longitude and latitude as Amap and Tencent publish them.
  public static let gcj02 = CRS(
    definition: "GCJ-02", name: "GCJ-02 (shifted WGS 84)", authorityCode: nil, units: .degrees,
    mapShift: .gcj02)

  /// Longitude and latitude as Baidu publishes them.
  public static let bd09 = CRS(
    definition: "BD-09", name: "BD-09 (shifted WGS 84)", authorityCode: nil, units: .degrees,
    mapShift: .bd09)

  /// Whether x and y are longitude and latitude.
  public var isGeographic: Bool {
    if case .angular = units { true } else { false }
  }

  /// Whether x and y are easting and northing.
  public var isProjected: Bool { !isGeographic }

  /// Length of one unit of a projected CRS; `nil` for a geographic one, where it differs by place.
  public var metresPerUnit: Double? {
    if case .linear(let metres) = units { metres } else { nil }
  }

  /// Whether the coordinates are degrees of longitude and latitude.
  public var isInDegrees: Bool { units == .degrees }

  /// `CGCS2000 / 3-degree Gauss-Kruger CM 114E (EPSG:4547)`
  public var description: String {
    authorityCode.map { "\(name) (\($0))" } ?? name
  }

  /// What PROJ is told: a shifted CRS is WGS 84 once its shift is undone.
  var projDefinition: String { mapShift == nil ? definition : CRS.wgs84.definition }
}

extension CRS.Units {
  /// The unit of nearly all geographic CRS.
  static let degrees = CRS.Units.angular(radians: .pi / 180)
  /// The unit of most projected CRS.
  public static let metres = CRS.Units.linear(metres: 1)
}
