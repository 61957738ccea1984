public import Geodesy
public import Planar
public import Workers

/// What a caller knows about a file beyond its content.
public struct ReadOptions: Sendable, Hashable {
  /// Where a table has its geometry.
  public enum GeometrySource: Sendable, Hashable {
    /// In columns found by their names: longitude and latitude, x and y, both in one, or WKT.
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
  /// What the caller takes the coordinates for: of several columns of coordinates in a table those are
  /// read that are named for it.
  public var expected: CRS?
  /// The layer of the file to read, for formats that hold several; others refuse to be asked for one.
  public var layer: String?
  /// Which rows are read, as SQL has it behind WHERE: `kind = 'nursing' AND beds > 10`. It is understood by GDAL,
  /// which must be there.
  public var filter: String?
  /// Only rows are read that have a point in this rectangle, borders included; in the CRS of the file.
  public var box: Envelope?

  /// Options; see the properties.
  public init(
    workers: Workers = Workers(count: 1), crs: CRS? = nil, encoding: String? = nil,
    geometry: GeometrySource = .automatic, expected: CRS? = nil
  ) {
    self.workers = workers
    self.crs = crs
    self.encoding = encoding
    self.geometry = geometry
    self.expected = expected
  }
}
