public import Geodesy
public import Workers

/// What a caller knows about a file beyond its content.
public struct ReadOptions: Sendable, Hashable {
  /// Where a table has its geometry.
  public enum GeometrySource: Sendable, Hashable {
    /// In columns found by their names: longitude and latitude, x and y, or WKT.
    case automatic
    /// Nowhere: all rows are without geometry, and nothing is said about it.
    case none
    /// In two columns of these names.
    case columns(x: String, y: String)
    /// As WKT in the column of this name.
    case wkt(column: String)
  }

  /// How many tasks may read at a time; the result never depends on it.
  public var workers: Workers
  /// The CRS of the coordinates, where it is not the one that the file states or implies.
  public var crs: CRS?
  /// Name of the text encoding as iconv knows it; `nil`: UTF-8, or GB18030 if it is not that.
  public var encoding: String?
  /// Where a table has its geometry; formats made for geometry ignore it.
  public var geometry: GeometrySource

  /// Options; see the properties.
  public init(
    workers: Workers = Workers(count: 1), crs: CRS? = nil, encoding: String? = nil,
    geometry: GeometrySource = .automatic
  ) {
    self.workers = workers
    self.crs = crs
    self.encoding = encoding
    self.geometry = geometry
  }
}
