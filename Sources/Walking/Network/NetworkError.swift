public import Documents
public import Planar

/// Why a network could not be built or asked.
public enum NetworkError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A vertex of a line is NaN, infinite or absurdly far away; `sourceID` is the line's.
  case notFinite(Point, sourceID: Int64)
  /// Two vertices in a row of a line are more than 1,000 km apart.
  case pieceTooLong(metres: Double, sourceID: Int64)
  /// More vertices than the 2,147,483,647 that a network can number.
  case tooManyVertices(Int)
  /// A limit, in metres, that is NaN or longer than `WalkNetwork.longestLimit`.
  case limitTooLong(Double)
  /// An offset in metres that is not a positive number.
  case badOffset(Double)
  /// A depth of blocks in metres that is not finite, or less than what is drawn beside the streets.
  case badDepth(Double, least: Double)
  /// An offset so small for the size of an isochrone that drawing it would need too much memory.
  case offsetTooFine(offset: Double, width: Double, height: Double)

  /// Whether the network is in order, and what was asked of it is too much or too little.
  public var isAboutAsking: Bool {
    switch self {
    case .limitTooLong, .badOffset, .badDepth, .offsetTooFine: true
    case .notFinite, .pieceTooLong, .tooManyVertices: false
    }
  }

  /// What is wrong, where, and the way out.
  public var description: String { text.description }

  /// The same, to be said in another language.
  public var text: FaultText {
    switch self {
    case .notFinite(let point, let id):
      "line \(id): coordinate \(point) is not a place in metres; project the lines first"
    case .pieceTooLong(let metres, let id):
      """
      line \(id): \(metres) m between two vertices; lines must be in metres and in one CRS, \
      project them or remove the line
      """
    case .tooManyVertices(let count):
      "\(count) vertices are more than a network holds (2147483647); cut the area into tiles"
    case .limitTooLong(let metres):
      "a walk of \(metres) m is beyond the longest limit of \(WalkNetwork.longestLimit) m"
    case .badOffset(let metres):
      "an offset of \(metres) m draws nothing; give a positive width in metres, such as 25"
    case .badDepth(let metres, let least):
      "a depth of \(metres) m is less than what is drawn beside the streets; give \(least) m or more"
    case .offsetTooFine(let offset, let width, let height):
      """
      an area of \(Int(width)) m by \(Int(height)) m with an offset of \(offset) m needs too much memory; \
      give a larger offset or a shorter limit
      """
    }
  }
}
