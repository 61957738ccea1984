public import Documents

/// What is in a file, and whether it will work.
public struct LayerInspection: Sendable, Hashable {
  /// A kind of geometry and how many rows are of it.
  public struct GeometryCount: Sendable, Hashable, Encodable {
    /// `polygon`, `point`, … or `none`.
    public let kind: String
    /// Number of rows.
    public let rows: Int
  }

  /// Where the rows are.
  public struct Extent: Sendable, Hashable, Encodable {
    /// Longitude, or easting.
    public let minX: Double
    /// Latitude, or northing.
    public let minY: Double
    /// Longitude, or easting.
    public let maxX: Double
    /// Latitude, or northing.
    public let maxY: Double
  }

  /// A column of the file.
  public struct Column: Sendable, Hashable, Encodable {
    /// As in the file.
    public let name: String
    /// `text`, `integer`, `real`, `boolean` or `json`.
    public let type: String
    /// Rows without a value.
    public let missing: Int
    /// The first few different values.
    public let samples: [String]
    /// Our column that it is taken for; `nil`: kept as it is, for conditions of rules.
    public let takenFor: String?
  }

  /// A word for a facility kind.
  public struct KindWord: Sendable, Hashable, Encodable {
    /// As in the file; empty where there is none.
    public let word: String
    /// Number of rows.
    public let rows: Int
    /// Id of the kind; `nil`: not recognised.
    public let kind: String?
  }

  /// What a problem does to the rows.
  public enum Severity: String, Sendable, Hashable, Encodable {
    /// The file cannot be used before it is solved.
    case error
    /// The rows are left out.
    case rejected
    /// The rows are used all the same.
    case note
  }

  /// Something to solve, or to know.
  public struct Problem: Sendable, Hashable {
    /// What is wrong with the first of the rows; the sentences are in `Wording`.
    public enum Matter: Sendable, Hashable {
      /// The file cannot be used, in the words of the error.
      case fault(FaultText)
      /// Rows are left out.
      case rejected([Rejection])
      /// Rows, or the file, are used all the same.
      case note(Note)
    }

    /// What is wrong.
    public let matter: Matter
    /// Number of rows; 0 where it is about the whole file.
    public let rows: Int
    /// 1-based number of the first such row.
    public let firstRow: Int?

    init(_ matter: Matter, rows: Int, firstRow: Int?) {
      self.matter = matter
      self.rows = rows
      self.firstRow = firstRow
    }

    /// What it does to the rows.
    public var severity: Severity {
      switch matter {
      case .fault: .error
      case .rejected: .rejected
      case .note: .note
      }
    }

    /// Stable word, such as `repeated_id`; `file` for errors.
    public var code: String {
      switch matter {
      case .fault: "file"
      case .rejected(let reasons): reasons[0].code.rawValue
      case .note(let note): note.code.rawValue
      }
    }

    /// What problems of one code are told in the order of.
    var orderText: String {
      switch matter {
      case .fault(let text): text.description
      case .rejected(let reasons): reasons.map(\.orderText).joined(separator: " ")
      case .note(let note): note.orderText
      }
    }
  }

  /// As the user gave it.
  public let path: String
  /// Size of the file.
  public let bytes: Int
  /// What the rows are taken for: stated, or guessed from the columns.
  public let role: String
  /// Number of rows.
  public let rows: Int
  /// Rows that would take part.
  public let rowsChecked: Int
  /// By kind, none left out that occurs.
  public let geometry: [GeometryCount]
  /// The CRS that is used and where it is from; `nil`: not known.
  public let crs: FaultText?
  /// In the file's own coordinates; `nil` without geometry.
  public let extent: Extent?
  /// In the order of the file.
  public let columns: [Column]
  /// Our columns of this role that the file does not have.
  public let columnsNotFound: [String]
  /// For facilities: the words for kinds, the most frequent first.
  public let kinds: [KindWord]
  /// Of facilities: how many do not stand on the day, or perhaps not, by why; none at all are left out.
  public let leftOut: [Standing.Doubt: Int]
  /// Errors, then rejections, then notes.
  public let problems: [Problem]

  /// Whether the file can be used at all.
  public var isUsable: Bool { !problems.contains { $0.severity == .error } }
}
