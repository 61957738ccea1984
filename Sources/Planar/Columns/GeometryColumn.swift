/// What one row of a geometry column is.
public enum GeometryKind: UInt8, Sendable, Hashable, CaseIterable {
  /// No geometry: missing, `null`, or not usable.
  case none
  /// One position.
  case point
  /// Any number of positions.
  case multiPoint
  /// One line.
  case lineString
  /// Any number of lines.
  case multiLineString
  /// One shell with its holes.
  case polygon
  /// Any number of shells, each with its holes.
  case multiPolygon

  /// Positions, without length or area.
  public var isPoint: Bool { self == .point || self == .multiPoint }
  /// Lines, with a length and no area.
  public var isLine: Bool { self == .lineString || self == .multiLineString }
  /// Surfaces.
  public var isPolygon: Bool { self == .polygon || self == .multiPolygon }
}

/// Geometries in columns, in the nesting of GeoArrow's multipolygon array with separate x and y.
///
/// A row has parts, a part has rings, a ring has vertices. A polygon part's first ring is its
/// shell, the others are its holes, each with its first vertex repeated at the end. A line is a part
/// with one ring (not closed), a point a part with one ring of one vertex. A row of kind
/// `.none` has no parts.
public struct GeometryColumn: Sendable, Hashable {
  /// One per row.
  public private(set) var kinds: [GeometryKind]
  /// Rows + 1 entries: parts of row `i` are `partOffsets[i]..<partOffsets[i + 1]`.
  public private(set) var partOffsets: [Int32]
  /// Parts + 1 entries: rings of part `p`.
  public private(set) var ringOffsets: [Int32]
  /// Rings + 1 entries: vertices of ring `r`.
  public private(set) var vertexOffsets: [Int32]
  /// One per vertex.
  public private(set) var x: [Double]
  /// One per vertex.
  public private(set) var y: [Double]

  /// An empty column.
  public init() {
    kinds = []
    partOffsets = [0]
    ringOffsets = [0]
    vertexOffsets = [0]
    x = []
    y = []
  }

  /// A column of points.
  public init(points: some Sequence<Point>) {
    self.init()
    for point in points { appendPoint(x: point.x, y: point.y) }
  }

  /// A column from buffers in the layout of the type.
  ///
  /// - Precondition: The offsets are ascending and fit the buffers.
  public init(
    kinds: [GeometryKind], partOffsets: [Int32], ringOffsets: [Int32], vertexOffsets: [Int32],
    x: [Double], y: [Double]
  ) {
    precondition(partOffsets.count == kinds.count + 1, "one part offset per row and one more")
    precondition(ringOffsets.count == Int(partOffsets[kinds.count]) + 1, "ring offsets")
    precondition(vertexOffsets.count == Int(ringOffsets[ringOffsets.count - 1]) + 1, "vertices")
    precondition(x.count == y.count && x.count == Int(vertexOffsets[vertexOffsets.count - 1]))
    self.kinds = kinds
    self.partOffsets = partOffsets
    self.ringOffsets = ringOffsets
    self.vertexOffsets = vertexOffsets
    self.x = x
    self.y = y
  }

  /// Number of rows.
  public var count: Int { kinds.count }
  /// Number of vertices of all rows.
  public var vertexCount: Int { x.count }

  // MARK: Building, from the inside out

  /// Adds a vertex to the ring that is being built.
  public mutating func appendVertex(x newX: Double, y newY: Double) {
    x.append(newX)
    y.append(newY)
  }

  /// Ends the ring of the vertices appended since the last one.
  public mutating func endRing() { vertexOffsets.append(Int32(x.count)) }

  /// Ends the part of the rings ended since the last one.
  public mutating func endPart() { ringOffsets.append(Int32(vertexOffsets.count - 1)) }

  /// Ends the row of the parts ended since the last one.
  public mutating func endRow(_ kind: GeometryKind) {
    partOffsets.append(Int32(ringOffsets.count - 1))
    kinds.append(kind)
  }

  /// Throws away what was appended since the last `endRow`.
  public mutating func abandonRow() {
    let parts = Int(partOffsets[kinds.count])
    ringOffsets.removeLast(ringOffsets.count - 1 - parts)
    let rings = Int(ringOffsets[parts])
    vertexOffsets.removeLast(vertexOffsets.count - 1 - rings)
    let vertices = Int(vertexOffsets[rings])
    x.removeLast(x.count - vertices)
    y.removeLast(y.count - vertices)
  }

  /// Adds a whole ring, whose coordinates `fill` writes: it sees one buffer of x and one of y.
  mutating func appendRing<Failure: Error>(
    vertexCount: Int,
    fill: (UnsafeMutableBufferPointer<Double>, UnsafeMutableBufferPointer<Double>)
      throws(Failure) -> Void
  ) throws(Failure) {
    let range = x.count..<x.count + vertexCount
    x.append(contentsOf: repeatElement(0, count: vertexCount))
    y.append(contentsOf: repeatElement(0, count: vertexCount))
    try withMutableCoordinates { (xs, ys) throws(Failure) in
      try xs.withUnsafeMutableBufferPointer { (x) throws(Failure) in
        try ys.withUnsafeMutableBufferPointer { (y) throws(Failure) in
          try fill(
            UnsafeMutableBufferPointer(rebasing: x[range]),
            UnsafeMutableBufferPointer(rebasing: y[range]))
        }
      }
    }
    endRing()
  }

  /// A row of one point.
  public mutating func appendPoint(x: Double, y: Double) {
    appendVertex(x: x, y: y)
    endRing()
    endPart()
    endRow(.point)
  }

  /// A row without geometry.
  public mutating func appendNone() { endRow(.none) }

  /// Forgets all rows and keeps the memory.
  public mutating func removeAll() {
    kinds.removeAll(keepingCapacity: true)
    partOffsets.removeSubrange(1...)
    ringOffsets.removeSubrange(1...)
    vertexOffsets.removeSubrange(1...)
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
  }

  /// Adds vertices to the ring that is being built.
  public mutating func appendVertices(x newX: Span<Double>, y newY: Span<Double>) {
    precondition(newX.count == newY.count, "one x for each y")
    newX.withUnsafeBufferPointer { x.append(contentsOf: $0) }
    newY.withUnsafeBufferPointer { y.append(contentsOf: $0) }
  }

  /// Takes memory for so many vertices in all.
  public mutating func reserveVertices(_ count: Int) {
    x.reserveCapacity(count)
    y.reserveCapacity(count)
  }

  /// A row copied from another column.
  public mutating func append(row: Int, of other: GeometryColumn) {
    for part in other.parts(of: row) {
      for ring in other.rings(of: part) {
        let vertices = other.vertices(of: ring)
        x.append(contentsOf: other.x[vertices])
        y.append(contentsOf: other.y[vertices])
        endRing()
      }
      endPart()
    }
    endRow(other.kinds[row])
  }

  /// All rows of another column, behind this one's.
  public mutating func append(contentsOf other: GeometryColumn) {
    let parts = partOffsets[count]
    let rings = ringOffsets[ringOffsets.count - 1]
    let vertices = vertexOffsets[vertexOffsets.count - 1]
    kinds.append(contentsOf: other.kinds)
    partOffsets.append(contentsOf: other.partOffsets.dropFirst().lazy.map { $0 + parts })
    ringOffsets.append(contentsOf: other.ringOffsets.dropFirst().lazy.map { $0 + rings })
    vertexOffsets.append(contentsOf: other.vertexOffsets.dropFirst().lazy.map { $0 + vertices })
    x.append(contentsOf: other.x)
    y.append(contentsOf: other.y)
  }

  // MARK: Reading

  /// Indices of the parts of a row.
  public func parts(of row: Int) -> Range<Int> {
    Int(partOffsets[row])..<Int(partOffsets[row + 1])
  }

  /// Indices of the rings of a part.
  public func rings(of part: Int) -> Range<Int> {
    Int(ringOffsets[part])..<Int(ringOffsets[part + 1])
  }

  /// Indices of the vertices of a ring.
  public func vertices(of ring: Int) -> Range<Int> {
    Int(vertexOffsets[ring])..<Int(vertexOffsets[ring + 1])
  }

  /// Indices of all rings of a row.
  public func rings(ofRow row: Int) -> Range<Int> {
    Int(ringOffsets[Int(partOffsets[row])])..<Int(ringOffsets[Int(partOffsets[row + 1])])
  }

  /// Indices of all vertices of a row.
  public func vertices(ofRow row: Int) -> Range<Int> {
    let rings = rings(ofRow: row)
    return Int(vertexOffsets[rings.lowerBound])..<Int(vertexOffsets[rings.upperBound])
  }

  /// The smallest rectangle around a row; empty for a row without vertices.
  public func envelope(of row: Int) -> Envelope { envelope(ofVertices: vertices(ofRow: row)) }

  /// The smallest rectangle around all rows.
  public var envelope: Envelope { envelope(ofVertices: 0..<vertexCount) }

  private func envelope(ofVertices range: Range<Int>) -> Envelope {
    var result = Envelope.empty
    for vertex in range { result.expand(toInclude: x[vertex], y[vertex]) }
    return result
  }

  /// Changes all coordinates at once, in place; `body` sees all x and all y.
  public mutating func withMutableCoordinates<Result, Failure: Error>(
    _ body: (inout MutableSpan<Double>, inout MutableSpan<Double>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try Self.withSpans(of: &x, &y, body)
  }

  /// Apart, for two spans of one value would be two accesses to it at a time.
  private static func withSpans<Result, Failure: Error>(
    of x: inout [Double], _ y: inout [Double],
    _ body: (inout MutableSpan<Double>, inout MutableSpan<Double>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var xs = x.mutableSpan
    var ys = y.mutableSpan
    return try body(&xs, &ys)
  }
}
