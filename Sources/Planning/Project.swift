public import Documents
public import Quantities

/// What a run is asked to do: the project file, or the same from the command line.
public struct Project: Sendable {
  /// Title of the report.
  public var name: LocalizedText
  /// Ids of built-in packs, or paths.
  public var packs: [String]
  /// The day that the answer is for.
  public var asOf: CalendarDate?
  /// Whether the layers hold the whole territory, so that its totals may be taken from them.
  public var isComplete: Bool
  /// What the layers cover when they are complete; a city unless stated.
  public var level: UnitLevel
  /// The layers to read.
  public var layers: Layers
  /// What to suppose where the data is silent.
  public var assumptions: Assumptions
  /// Figures declared for units.
  public var statistics: [DeclaredStatistics]
  /// Figures stated for packs: parameter name, or `pack.parameter`, to amount.
  public var parameters: [String: Amount]
  /// The metric CRS to work in; `nil`: chosen from the data.
  public var workingCRS: String?
  /// Overrides the attribution of every provision rule.
  public var attribution: String?
  /// Something that the report must say about the data.
  public var note: LocalizedText?

  /// A project without layers.
  public init() {
    name = LocalizedText(en: "Untitled", zh: "未命名")
    packs = []
    asOf = nil
    isComplete = false
    level = .city
    layers = Layers()
    assumptions = Assumptions()
    statistics = []
    parameters = [:]
    workingCRS = nil
    attribution = nil
    note = nil
  }

  /// Where the data is.
  public struct Layers: Sendable {
    /// Residential parcels; more than one file is read as one layer.
    public var parcels: [LayerSource] = []
    /// Facilities.
    public var facilities: [LayerSource] = []
    /// Administrative units.
    public var units: [LayerSource] = []
    /// Gates of parcels: points with a `parcel` column.
    public var entrances: [LayerSource] = []
    /// A new housing plan; for review.
    public var plan: [LayerSource] = []
    /// Sites for new facilities.
    public var candidates: [LayerSource] = []
    /// The walking network.
    public var network: LayerSource?

    /// No layers.
    public init() {}
  }

  /// What to suppose where the data is silent; each is `nil` until the project states it.
  public struct Assumptions: Sendable, Hashable {
    /// Turns households into people; findings that rest on it are flagged `estimated`.
    public var personsPerHousehold: Amount?
    /// Walking distance over straight line, where there is no network; 1.3 unless stated.
    public var detour: Amount?
    /// Status of parcels that state none.
    public var status: ParcelStatus?
    /// Whether parcels and units that do not say so are urban.
    public var urban: Bool?

    /// Nothing supposed.
    public init() {}
  }
}

/// One file that the project names, and how to read it.
public struct LayerSource: Sendable, Hashable {
  /// Path as the user gave it, relative to the project file.
  public var path: String
  /// The path to open.
  public var resolvedPath: String
  /// Layer within the file.
  public var layer: String?
  /// Column names of the data, by our column names.
  public var fields: [String: String] = [:]
  /// Kinds, by the words that the data uses for them.
  public var kinds: [String: String] = [:]
  /// Text encoding, such as GBK.
  public var encoding: String?
  /// CRS, where the file does not state it, or states it wrongly.
  public var crs: String?
  /// Level of a units file whose rows do not state it.
  public var level: UnitLevel?

  /// A file at a path.
  public init(path: String, resolvedPath: String) {
    self.path = path
    self.resolvedPath = resolvedPath
  }
}

/// Figures that an authority declares for a unit.
public struct DeclaredStatistics: Sendable, Hashable {
  /// Whose figures they are.
  public enum Subject: Sendable, Hashable {
    /// A whole level with one unit in it, such as the city, or the plan.
    case territory(String)
    /// One unit.
    case unit(UnitLevel, id: String)
  }

  /// Whose figures they are.
  public var subject: Subject
  /// By statistic name.
  public var figures: [String: Amount]
  /// What is declared in words, such as the plan's `type`.
  public var words: [String: String] = [:]

  /// Figures of a subject.
  public init(subject: Subject, figures: [String: Amount]) {
    self.subject = subject
    self.figures = figures
  }
}

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
  /// Stable word for the reason, such as `repeated_id`.
  public var code: String
  /// What is wrong and what to do.
  public var reason: LocalizedText
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
    layer: String, file: String, row: Int, line: Int? = nil, id: String?, code: String,
    reason: LocalizedText, position: (x: Double, y: Double)? = nil
  ) {
    self.layer = layer
    self.file = file
    self.row = row
    self.line = line
    self.id = id
    self.code = code
    self.reason = reason
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
  /// Stable word for the reason, such as `missing_households`.
  public var code: String
  /// What is wrong and what to do.
  public var message: LocalizedText

  /// A note.
  public init(
    layer: String, file: String, row: Int?, id: String?, code: String, message: LocalizedText
  ) {
    self.layer = layer
    self.file = file
    self.row = row
    self.id = id
    self.code = code
    self.message = message
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
  public var crs: String
  /// Our column name to the data's.
  public var matchedFields: [String: String]

  /// A file that was read.
  public init(
    role: String, path: String, resolvedPath: String, rowsRead: Int = 0, rowsChecked: Int = 0,
    rowsRejected: Int = 0, crs: String = "", matchedFields: [String: String] = [:]
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
