public import Planar

/// Open ground that people cross straight, in the plane of the streets: what is inside of a square by
/// the even–odd rule, so that a hole is no part of it.
public struct StreetSquares: Sendable, Hashable {
  /// One row a square, its rings in any order in one part.
  public private(set) var geometry = GeometryColumn()

  /// No squares.
  public init() {}

  /// From columns that are not trusted yet; `nil`: offsets that lead nowhere, or a place that is none.
  init?(x: [Double], y: [Double], vertexOffsets: [Int32], ringOffsets: [Int32]) {
    guard Self.lead(vertexOffsets, to: x.count),
      Self.lead(ringOffsets, to: vertexOffsets.count - 1),
      x.count == y.count, (x + y).allSatisfy({ abs($0) <= 1e9 })
    else { return nil }
    let squares = ringOffsets.count - 1
    geometry = GeometryColumn(
      kinds: [GeometryKind](repeating: .polygon, count: squares),
      partOffsets: (0...Int32(squares)).map { $0 }, ringOffsets: ringOffsets,
      vertexOffsets: vertexOffsets, x: x, y: y)
  }

  private static func lead(_ offsets: [Int32], to end: Int) -> Bool {
    offsets.first == 0 && Int(offsets[offsets.count - 1]) == end
      && zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// Number of squares.
  public var count: Int { geometry.count }

  /// Whether there are none.
  public var isEmpty: Bool { count == 0 }

  /// Adds a square.
  ///
  /// - Parameter rings: Without the first vertex at the end; one with a coordinate that is no number is
  ///   no square.
  mutating func append(rings: [[(x: Double, y: Double)]]) {
    guard rings.allSatisfy({ $0.allSatisfy { abs($0.x) <= 1e9 && abs($0.y) <= 1e9 } }) else {
      return
    }
    for ring in rings {
      for place in ring + ring.prefix(1) { geometry.appendVertex(x: place.x, y: place.y) }
      geometry.endRing()
    }
    geometry.endPart()
    geometry.endRow(.polygon)
  }

  /// Those that come into a box, in their order.
  func within(x: ClosedRange<Double>, y: ClosedRange<Double>) -> StreetSquares {
    let box = Envelope(
      minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
    var result = StreetSquares()
    result.geometry = geometry.withBuffers { buffers in
      geometry.selecting((0..<count).filter { buffers.envelope(of: $0).intersects(box) })
    }
    return result
  }
}
