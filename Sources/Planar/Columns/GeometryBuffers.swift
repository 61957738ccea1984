/// A geometry column as bare memory, for loops over many rows.
///
/// Reading a row of a `GeometryColumn` retains and releases arrays and checks bounds; here it reads
/// memory. So these are buffers and no spans, which check each index: offsets tell where to read, and the
/// loops over vertices are what a run spends its time on. Made by `GeometryColumn.withBuffers(_:)` and valid only inside its closure. All lengths
/// and areas are planar, in the units of the coordinates. Nothing here allocates, but for
/// `interiorPoint(of:)` where a doc comment says so.
public struct GeometryBuffers {
  /// One per row.
  public let kinds: UnsafeBufferPointer<GeometryKind>
  /// Rows + 1 entries.
  public let partOffsets: UnsafeBufferPointer<Int32>
  /// Parts + 1 entries.
  public let ringOffsets: UnsafeBufferPointer<Int32>
  /// Rings + 1 entries.
  public let vertexOffsets: UnsafeBufferPointer<Int32>
  /// One per vertex.
  public let x: UnsafeBufferPointer<Double>
  /// One per vertex.
  public let y: UnsafeBufferPointer<Double>

  /// Number of rows.
  public var count: Int { kinds.count }

  /// Indices of the parts of a row.
  public func parts(of row: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(partOffsets[row]), Int(partOffsets[row + 1])))
  }

  /// Indices of the rings of a part.
  public func rings(of part: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(ringOffsets[part]), Int(ringOffsets[part + 1])))
  }

  /// Indices of the vertices of a ring.
  public func vertices(of ring: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(vertexOffsets[ring]), Int(vertexOffsets[ring + 1])))
  }

  /// Indices of all rings of a row.
  public func rings(ofRow row: Int) -> Range<Int> {
    let parts = parts(of: row)
    return Range(
      uncheckedBounds: (Int(ringOffsets[parts.lowerBound]), Int(ringOffsets[parts.upperBound])))
  }

  /// Indices of all vertices of a row.
  public func vertices(ofRow row: Int) -> Range<Int> {
    let rings = rings(ofRow: row)
    return Range(
      uncheckedBounds: (Int(vertexOffsets[rings.lowerBound]), Int(vertexOffsets[rings.upperBound])))
  }

  /// The smallest rectangle around a row; empty for a row without vertices.
  public func envelope(of row: Int) -> Envelope {
    var result = Envelope.empty
    for vertex in vertices(ofRow: row) { result.expand(toInclude: x[vertex], y[vertex]) }
    return result
  }
}

extension GeometryColumn {
  /// The smallest rectangle around each row; empty for a row without vertices.
  var envelopes: [Envelope] {
    withBuffers { buffers in (0..<buffers.count).map { buffers.envelope(of: $0) } }
  }

  /// The column as bare memory while `body` runs; the buffers must not leave it.
  public func withBuffers<Result, Failure: Error>(
    _ body: (GeometryBuffers) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try kinds.withUnsafeBufferPointer { (kinds) throws(Failure) in
      try partOffsets.withUnsafeBufferPointer { (partOffsets) throws(Failure) in
        try ringOffsets.withUnsafeBufferPointer { (ringOffsets) throws(Failure) in
          try vertexOffsets.withUnsafeBufferPointer { (vertexOffsets) throws(Failure) in
            try x.withUnsafeBufferPointer { (x) throws(Failure) in
              try y.withUnsafeBufferPointer { (y) throws(Failure) in
                try body(
                  GeometryBuffers(
                    kinds: kinds, partOffsets: partOffsets, ringOffsets: ringOffsets,
                    vertexOffsets: vertexOffsets, x: x, y: y))
              }
            }
          }
        }
      }
    }
  }
}
