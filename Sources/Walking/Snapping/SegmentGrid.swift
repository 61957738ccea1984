internal import Planar

/// Square cells with the segments that pass through them; a segment of a network is called by the
/// number of its first vertex.
struct SegmentGrid: Sendable {
  let originX: Double
  let originY: Double
  let cell: Double
  let columns: Int
  let lines: Int
  /// Cells + 1 entries, line by line.
  let offsets: [Int32]
  let segments: [Int32]

  var isEmpty: Bool { segments.isEmpty }

  /// - Parameter isWanted: One per edge.
  init(_ network: WalkNetwork, edges isWanted: [Bool]) {
    var vertices: [Int32] = []
    for edge in 0..<network.edgeCount where isWanted[edge] {
      vertices += network.vertexOffsets[edge]..<network.vertexOffsets[edge + 1] - 1
    }
    self = network.vertexX.withUnsafeBufferPointer { x in
      network.vertexY.withUnsafeBufferPointer { y in
        SegmentGrid(vertices) { segment in
          let vertex = Int(segment)
          return (x[vertex], y[vertex], x[vertex + 1], y[vertex + 1])
        }
      }
    }
  }

  /// - Parameters:
  ///   - segments: What they are called, ascending.
  ///   - ends: Of a segment.
  init(
    _ segments: [Int32],
    ends: (Int32) -> (ax: Double, ay: Double, bx: Double, by: Double)
  ) {
    var box = Envelope.empty
    for segment in segments {
      let line = ends(segment)
      box.expand(toInclude: line.ax, line.ay)
      box.expand(toInclude: line.bx, line.by)
    }
    if box.isEmpty { box = Envelope(minX: 0, minY: 0, maxX: 0, maxY: 0) }
    let area = max(box.width * box.height, 1)
    // A long thin extent must not make more cells than there is work.
    let cell = max(
      (area / Double(max(segments.count, 1))).squareRoot(), max(box.width, box.height) / 8_192, 1)
    let columns = Int(box.width / cell) + 1
    let lines = Int(box.height / cell) + 1
    originX = box.minX
    originY = box.minY
    self.cell = cell
    self.columns = columns
    self.lines = lines

    var places: [UInt64] = []
    places.reserveCapacity(2 * segments.count)
    for segment in segments {
      let line = ends(segment)
      Self.forEachCell(
        fromX: (line.ax - box.minX) / cell, y: (line.ay - box.minY) / cell,
        toX: (line.bx - box.minX) / cell,
        y: (line.by - box.minY) / cell, columns: columns, lines: lines
      ) { places.append(UInt64($0) << 32 | UInt64(segment)) }
    }
    var offsets = [Int32](repeating: 0, count: columns * lines + 1)
    for place in places { offsets[Int(place >> 32) + 1] += 1 }
    for index in 1..<offsets.count { offsets[index] += offsets[index - 1] }
    var next = offsets
    var sorted = [Int32](repeating: 0, count: places.count)
    for place in places {
      let index = Int(place >> 32)
      sorted[Int(next[index])] = Int32(truncatingIfNeeded: place & 0xffff_ffff)
      next[index] += 1
    }
    self.offsets = offsets
    self.segments = sorted
  }

  /// Calls `body` with every cell that a segment may touch; coordinates are in cells.
  ///
  /// A little more than the segment is covered, so that rounding cannot lose a cell.
  @inline(__always)
  private static func forEachCell(
    fromX ax: Double, y ay: Double, toX bx: Double, y by: Double, columns: Int, lines: Int,
    _ body: (Int) -> Void
  ) {
    let slack = 1e-6
    let first = max(0, Int(min(ay, by) - slack))
    let last = min(lines - 1, Int(max(ay, by) + slack))
    let slope = by == ay ? 0 : (bx - ax) / (by - ay)
    for line in first...max(first, last) {
      var low = min(ax, bx)
      var high = max(ax, bx)
      if by != ay {
        let atBottom = ax + (Double(line) - slack - ay) * slope
        let atTop = ax + (Double(line + 1) + slack - ay) * slope
        low = max(low, min(atBottom, atTop))
        high = min(high, max(atBottom, atTop))
      }
      let left = min(columns - 1, max(0, Int(low - slack)))
      let right = min(columns - 1, max(0, Int(high + slack)))
      for column in left...max(left, right) { body(line * columns + column) }
    }
  }
}
