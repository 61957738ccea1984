/// What nobody walks straight across, in columns: pieces of lines in the plane of the streets.
///
/// Streets cross them wherever they do (on a bridge, through a gate); the straight piece between a
/// place and a street does not.
public struct StreetObstacles: Sendable, Hashable {
  /// What kind of thing is in the way.
  public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    /// The bank of a lake or river, or a river, canal or stream drawn as a line.
    case water
    /// Rails on the ground.
    case railway
    /// A motorway, or another road that nobody crosses on foot.
    case motorway
    /// A wall, a fence, a hedge or a barrier of another kind. A gate in it is a gap: the pieces end
    /// beside it.
    case wall
  }

  /// Where a piece starts, in metres.
  private(set) var startX: [Double] = []
  /// See `startX`.
  private(set) var startY: [Double] = []
  /// Where it ends, in metres.
  private(set) var endX: [Double] = []
  /// See `endX`.
  private(set) var endY: [Double] = []
  /// One per piece.
  public private(set) var kinds: [Kind] = []

  /// Nothing is in the way.
  public init() {}

  /// From columns that are not trusted yet; `nil`: a kind that is not known, or a place that is none.
  init?(
    startX: [Double], startY: [Double], endX: [Double], endY: [Double], kinds: [UInt8]
  ) {
    let known = kinds.compactMap { Kind(rawValue: $0) }
    guard known.count == kinds.count,
      [startX, startY, endX, endY].allSatisfy({ $0.allSatisfy { abs($0) <= 1e9 } })
    else { return nil }
    self.startX = startX
    self.startY = startY
    self.endX = endX
    self.endY = endY
    self.kinds = known
  }

  /// Number of pieces.
  public var count: Int { kinds.count }

  /// Whether nothing is in the way.
  public var isEmpty: Bool { kinds.isEmpty }

  /// Adds a straight piece; one with a coordinate that is no number is in nobody's way.
  public mutating func append(
    _ kind: Kind, fromX x: Double, y: Double, toX otherX: Double, y otherY: Double
  ) {
    guard abs(x) <= 1e9, abs(y) <= 1e9, abs(otherX) <= 1e9, abs(otherY) <= 1e9 else { return }
    startX.append(x)
    startY.append(y)
    endX.append(otherX)
    endY.append(otherY)
    kinds.append(kind)
  }

  /// Whether one of the pieces lies across a straight line.
  public func bar(fromX ax: Double, y ay: Double, toX bx: Double, y by: Double) -> Bool {
    let (dx, dy) = (bx - ax, by - ay)
    return (0..<count).contains { piece in
      guard min(startX[piece], endX[piece]) <= max(ax, bx),
        max(startX[piece], endX[piece]) >= min(ax, bx),
        min(startY[piece], endY[piece]) <= max(ay, by),
        max(startY[piece], endY[piece]) >= min(ay, by)
      else { return false }
      let start = dx * (startY[piece] - ay) - dy * (startX[piece] - ax)
      let end = dx * (endY[piece] - ay) - dy * (endX[piece] - ax)
      let (ex, ey) = (endX[piece] - startX[piece], endY[piece] - startY[piece])
      let here = ex * (ay - startY[piece]) - ey * (ax - startX[piece])
      let there = ex * (by - startY[piece]) - ey * (bx - startX[piece])
      return (start < 0) != (end < 0) && (here < 0) != (there < 0)
    }
  }

  /// The pieces that come into a box, in their order.
  func within(x: ClosedRange<Double>, y: ClosedRange<Double>) -> StreetObstacles {
    var result = StreetObstacles()
    for piece in 0..<count
    where min(startX[piece], endX[piece]) <= x.upperBound
      && max(startX[piece], endX[piece]) >= x.lowerBound
      && min(startY[piece], endY[piece]) <= y.upperBound
      && max(startY[piece], endY[piece]) >= y.lowerBound
    {
      result.append(
        kinds[piece], fromX: startX[piece], y: startY[piece], toX: endX[piece], y: endY[piece])
    }
    return result
  }
}
