public import GeoFiles
public import Planar

/// What all subjects share: their ids, names and source attributes, in columns sorted by id.
public struct SubjectRows: Sendable {
  /// Unique, ascending.
  public var ids: [String]
  /// As in the data.
  public var names: [String?]
  /// In the working CRS, metres.
  public var geometry: GeometryColumn
  /// In WGS 84 longitude and latitude, for RFC 7946 output.
  public var wgs84: GeometryColumn
  /// The source columns, unchanged.
  public var attributes: AttributeTable
  /// The point that stands for the subject: the centroid if it lies inside, else a point inside;
  /// in the working CRS.
  public var placeX: [Double]
  /// See `placeX`.
  public var placeY: [Double]
  /// 1-based number of the row in its file.
  public var sourceRows: [Int]

  /// Number of rows.
  public var count: Int { ids.count }

  /// Rows from columns of equal length.
  public init(
    ids: [String], names: [String?], geometry: GeometryColumn, wgs84: GeometryColumn,
    attributes: AttributeTable, placeX: [Double], placeY: [Double], sourceRows: [Int]
  ) {
    precondition(
      names.count == ids.count && geometry.count == ids.count && wgs84.count == ids.count
        && attributes.rowCount == ids.count && placeX.count == ids.count
        && placeY.count == ids.count && sourceRows.count == ids.count, "columns of equal length")
    self.ids = ids
    self.names = names
    self.geometry = geometry
    self.wgs84 = wgs84
    self.attributes = attributes
    self.placeX = placeX
    self.placeY = placeY
    self.sourceRows = sourceRows
  }

  /// No rows.
  init() {
    self.init(
      ids: [], names: [], geometry: GeometryColumn(), wgs84: GeometryColumn(),
      attributes: AttributeTable(rowCount: 0), placeX: [], placeY: [], sourceRows: [])
  }
}

extension SubjectRows {
  /// The rectangle around the places of all rows.
  public var extent: Envelope {
    var box = Envelope.empty
    for (x, y) in zip(placeX, placeY) { box.expand(toInclude: x, y) }
    return box
  }
}

extension SubjectRows {
  /// Whether it is known where a row is.
  public func isPlaced(_ row: Int) -> Bool { placeX[row].isFinite && placeY[row].isFinite }
}
