public import Documents

/// A row that was read and does not take part.
public struct RejectedRow: Sendable, Hashable {
  /// `parcels`, `facilities`, `units` or `entrances`.
  public var layer: String
  /// Path as the user gave it.
  public var file: String
  /// 1-based number of the feature or row.
  public var row: Int
  /// Line of the file, where rows have lines.
  public var line: Int?
  /// Its id, if it has one.
  public var id: String?
  /// Why, one reason or more, in the order of the codes.
  public var reasons: [Rejection]
  /// Stable word for the first reason, such as `repeated_id`.
  public var code: RejectionCode { reasons[0].code }
  /// Whether nothing hangs on it: it is known to be no facility, or no row of its own.
  public var decidesNothing: Bool {
    reasons.contains { [.notFacility, .totalRow, .remarkRow].contains($0.code) }
  }
  /// A place to show it at, WGS 84 longitude and latitude, if any.
  public var position: (x: Double, y: Double)? {
    get { x.flatMap { x in y.map { (x, $0) } } }
    set {
      x = newValue?.x
      y = newValue?.y
    }
  }
  private var x: Double?
  private var y: Double?

  /// A rejected row.
  public init(
    layer: String, file: String, row: Int, line: Int? = nil, id: String?, reasons: [Rejection],
    position: (x: Double, y: Double)? = nil
  ) {
    precondition(!reasons.isEmpty, "a row is rejected for a reason")
    self.layer = layer
    self.file = file
    self.row = row
    self.line = line
    self.id = id
    self.reasons = reasons
    x = position?.x
    y = position?.y
  }
}

/// Something about the data that a reader must know, though the row (or file) takes part.
public struct DataNote: Sendable, Hashable {
  /// `parcels`, `facilities`, `units` or `entrances`.
  public var layer: String
  /// Path as the user gave it.
  public var file: String
  /// 1-based number of the feature or row; `nil`: the whole file.
  public var row: Int?
  /// Its id, if it has one.
  public var id: String?
  /// What it is.
  public var note: Note
  /// Stable word for it, such as `missing_households`.
  public var code: NoteCode { note.code }

  /// A note.
  public init(layer: String, file: String, row: Int?, id: String?, _ note: Note) {
    self.layer = layer
    self.file = file
    self.row = row
    self.id = id
    self.note = note
  }
}

/// A file that was read, and what was made of it.
public struct InputFile: Sendable, Hashable {
  /// `project`, `parcels`, `facilities`, `units`, `entrances`.
  public var role: String
  /// Path as the user gave it.
  public var path: String
  /// The path to open, for hashing.
  public var resolvedPath: String
  /// Rows read; those that take part and those rejected add up to it.
  public var rowsRead: Int
  /// Rows that take part.
  public var rowsChecked: Int
  /// Rows that do not.
  public var rowsRejected: Int
  /// The CRS that was used, and where it is from.
  public var crs: FaultText
  /// The same CRS as `CRS.init(parsing:)` takes it; empty where there are no coordinates.
  public var crsDefinition = ""
  /// Our column name to the data's.
  public var matchedFields: [String: String]
  /// Our column name to what its numbers were multiplied by, such as `×2000/3`; only where they were.
  public var conversions: [String: String] = [:]
  /// The layer and the rows that the project asks for of the file: `layer`, `where`, `bbox`.
  public var asked: [String: String] = [:]

  /// A file that was read.
  public init(
    role: String, path: String, resolvedPath: String, rowsRead: Int = 0, rowsChecked: Int = 0,
    rowsRejected: Int = 0, crs: FaultText = "", matchedFields: [String: String] = [:]
  ) {
    self.role = role
    self.path = path
    self.resolvedPath = resolvedPath
    self.rowsRead = rowsRead
    self.rowsChecked = rowsChecked
    self.rowsRejected = rowsRejected
    self.crs = crs
    self.matchedFields = matchedFields
  }
}
