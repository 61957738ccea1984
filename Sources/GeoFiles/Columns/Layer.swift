public import Geodesy
public import Planar

/// What is known about a place in a file that a reader could not take as it stands.
public struct ReadNote: Sendable, Hashable {
  /// Whether the row can be used.
  public enum Severity: Sendable, Hashable {
    /// The row (or the file) is usable; something in it was left out or repaired.
    case warning
    /// The row's geometry is not usable; its kind in the column is `.none`.
    case unusable
  }

  public let severity: Severity
  /// Index of the row, or `nil` when the note is about the whole file.
  public let row: Int?
  /// Where in the row, in the file's own terms: `geometry.coordinates[0][3]`, `column 经度`.
  public let place: String
  /// What is wrong and what to do.
  public let message: String

  public init(severity: Severity, row: Int?, place: String, message: String) {
    self.severity = severity
    self.row = row
    self.place = place
    self.message = message
  }
}

/// What a file holds: geometries and attributes in columns of equal length, in file order.
public struct Layer: Sendable {
  /// The file's name without its folder, for messages.
  public var name: String
  /// One row per feature.
  public var geometry: GeometryColumn
  /// One row per feature.
  public var attributes: AttributeTable
  /// The GeoJSON `id` member of each feature as text; empty when no feature has one.
  public var featureIDs: [String?]
  /// The line of the file that each row starts on, 1-based; empty where rows have no line.
  public var lines: [Int]
  /// The CRS that the file states, or that its format implies; `nil` when it states none.
  public var crs: CRS?
  /// What was not as it should be, by row.
  public var notes: [ReadNote]

  public init(
    name: String, geometry: GeometryColumn, attributes: AttributeTable,
    featureIDs: [String?] = [], lines: [Int] = [], crs: CRS?, notes: [ReadNote] = []
  ) {
    precondition(geometry.count == attributes.rowCount, "columns of equal length")
    self.name = name
    self.geometry = geometry
    self.attributes = attributes
    self.featureIDs = featureIDs
    self.lines = lines
    self.crs = crs
    self.notes = notes
  }

  /// Number of rows.
  public var count: Int { geometry.count }
}
