internal import Planar

/// The geometry of a network as bare memory, for loops over many segments.
struct NetworkBuffers {
  let x: UnsafeBufferPointer<Double>
  let y: UnsafeBufferPointer<Double>
  /// Of each vertex: ticks along its edge.
  let along: UnsafeBufferPointer<Int32>
  /// Of each vertex: its edge.
  let edges: UnsafeBufferPointer<Int32>
  /// Of each segment, by its first vertex: that which goes straight on from its start; -1 for none.
  let before: UnsafeBufferPointer<Int32>
  /// Likewise from its end.
  let after: UnsafeBufferPointer<Int32>
  /// Of each edge: 1 where one may walk along it in its own direction only.
  let isOneWay: UnsafeBufferPointer<UInt8>

  /// The rectangle around a segment, by its first vertex.
  @inline(__always)
  func envelope(ofSegment vertex: Int) -> Envelope {
    let (ax, ay) = (x[vertex], y[vertex])
    let (bx, by) = (x[vertex + 1], y[vertex + 1])
    return Envelope(minX: min(ax, bx), minY: min(ay, by), maxX: max(ax, bx), maxY: max(ay, by))
  }
}

extension SegmentGrid {
  /// A grid as bare memory, while a closure runs.
  struct Buffers {
    let originX: Double
    let originY: Double
    let cell: Double
    let columns: Int
    let lines: Int
    let offsets: UnsafeBufferPointer<Int32>
    let segments: UnsafeBufferPointer<Int32>

    /// Calls `body` with every segment in the cells that a rectangle touches, some more than once.
    @inline(__always)
    func forEach(in box: Envelope, _ body: (Int32) -> Void) {
      guard !segments.isEmpty else { return }
      // The grid covers the network: beyond it there is nothing to find.
      let left = (box.minX - originX) / cell
      let right = (box.maxX - originX) / cell
      let bottom = (box.minY - originY) / cell
      let top = (box.maxY - originY) / cell
      guard right >= -1, top >= -1, left <= Double(columns) + 1, bottom <= Double(lines) + 1
      else { return }
      let firstColumn = min(columns - 1, max(0, Int(max(left, 0))))
      let lastColumn = min(columns - 1, Int(min(max(right, 0), Double(columns))))
      let firstLine = min(lines - 1, max(0, Int(max(bottom, 0))))
      let lastLine = min(lines - 1, Int(min(max(top, 0), Double(lines))))
      for line in firstLine...lastLine {
        let first = Int(offsets[line * columns + firstColumn])
        let last = Int(offsets[line * columns + lastColumn + 1])
        for index in first..<last { body(segments[index]) }
      }
    }
  }

  func withBuffers<Result>(_ body: (Buffers) throws -> Result) rethrows -> Result {
    try offsets.withUnsafeBufferPointer { offsets in
      try segments.withUnsafeBufferPointer { segments in
        try body(
          Buffers(
            originX: originX, originY: originY, cell: cell, columns: columns, lines: lines,
            offsets: offsets, segments: segments))
      }
    }
  }
}
