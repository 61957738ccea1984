public import Documents

/// One reason why a row does not take part: a case with what a sentence about it needs. The
/// sentences are in `Wording`. Columns are named as the file names them.
public enum Rejection: Sendable, Hashable {
  /// What a row is drawn as where its layer has no use for it.
  public enum Shape: String, Sendable, Hashable, CaseIterable {
    /// A line.
    case line
    /// An area.
    case polygon
  }

  /// The row adds up the rows above it.
  case totalRow
  /// The row is a remark below the table.
  case remarkRow
  /// The row has no geometry.
  case noGeometry
  /// The row's geometry cannot be read, in the words of the reader of the file.
  case unreadableGeometry(message: FaultText)
  /// Nothing is left of the row's area after its repair.
  case collapsedGeometry(reason: FaultText)
  /// A line, or for an entrance an area, where the layer needs something else.
  case wrongGeometry(Shape, LayerRole)
  /// The CRS has no such place.
  case outOfRange(x: Double, y: Double, crs: String)
  /// The coordinates are 0, as they are where none were known.
  case zeroPlace
  /// The place is far outside the area that the CRS is for.
  case outsideArea(x: Double, y: Double, crs: String)
  /// It is not known which of the row's values belongs to which column, in the words of the reader.
  case unreadableRow(message: FaultText)
  /// The row has no id.
  case missingID(column: String)
  /// Several rows have this id; which is right cannot be known, so none of them takes part. Places
  /// of some of the others, such as `parcels.geojson: feature 12`, and the number of all others.
  case repeatedID(String, others: [FaultText], count: Int)
  /// A facility without a kind.
  case missingKind(column: String)
  /// A facility of a kind that the vocabulary does not have, and the kinds that may be meant.
  case unknownKind(String, nearest: [KindName])
  /// What the word for the kind names is no facility, and why.
  case notFacility(String, because: LocalizedText)
  /// A unit without a level.
  case missingLevel(column: String)
  /// A unit of a level that there is not.
  case unknownLevel(String)
  /// Less than nothing of something.
  case negativeCount(column: String, value: String)
  /// An entrance that names no parcel and no facility.
  case missingParcel(column: String)
  /// An entrance of a parcel that does not take part.
  case unknownParcel(id: String)
  /// An entrance of a facility that does not take part.
  case unknownFacility(id: String)
}

/// A kind by its id and its names.
public struct KindName: Sendable, Hashable {
  /// As in the vocabulary.
  public let id: String
  /// What people call it.
  public let name: LocalizedText
  /// The one of its names that is meant.
  public let word: String

  /// A kind by its id and its names.
  public init(id: String, name: LocalizedText, word: String) {
    self.id = id
    self.name = name
    self.word = word
  }
}

extension Rejection {
  /// The stable word.
  public var code: RejectionCode {
    switch self {
    case .totalRow: .totalRow
    case .remarkRow: .remarkRow
    case .noGeometry: .noGeometry
    case .unreadableGeometry, .collapsedGeometry: .unusableGeometry
    case .wrongGeometry: .wrongGeometry
    case .outOfRange, .outsideArea: .coordinatesOutOfRange
    case .zeroPlace: .zeroCoordinates
    case .unreadableRow: .unreadableRow
    case .missingID: .missingID
    case .repeatedID: .repeatedID
    case .missingKind: .missingKind
    case .unknownKind: .unknownKind
    case .notFacility: .notFacility
    case .missingLevel: .missingLevel
    case .unknownLevel: .unknownLevel
    case .negativeCount: .negativeCount
    case .missingParcel: .missingParcel
    case .unknownParcel: .unknownParcel
    case .unknownFacility: .unknownFacility
    }
  }

  /// What rejections of one code and row are told in the order of.
  var orderText: String {
    switch self {
    case .totalRow, .remarkRow, .noGeometry, .zeroPlace: ""
    case .unreadableGeometry(let text), .collapsedGeometry(let text), .unreadableRow(let text):
      text.description
    case .unknownKind(let text, _), .notFacility(let text, _),
      .unknownLevel(let text), .repeatedID(let text, _, _), .unknownParcel(let text),
      .unknownFacility(let text):
      text
    case .wrongGeometry(let shape, _): shape.rawValue
    case .outOfRange(let x, let y, _), .outsideArea(let x, let y, _): "\(x) \(y)"
    case .missingID(let column), .missingKind(let column), .missingLevel(let column),
      .missingParcel(let column):
      "'\(column)'"
    case .negativeCount(let column, let value): "'\(column)' \(value)"
    }
  }
}
