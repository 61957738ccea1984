internal import Planar

/// Segments of lines sorted into square cells: which are near a place, and which cross.
struct SegmentCells {
  private let originX: Double
  private let originY: Double
  private let cell: Double
  private let columns: Int
  private let rows: Int
  /// Cells + 1 entries.
  private let offsets: [Int32]
  /// By cell: numbers of the segments.
  private let segments: [Int32]

  /// - Parameters:
  ///   - starts: Of each segment its first vertex; its last is the next one.
  ///   - x: Per vertex, finite.
  init(starts: [Int32], x: [Double], y: [Double]) {
    var box = Envelope.empty
    for start in starts {
      box.expand(toInclude: x[Int(start)], y[Int(start)])
      box.expand(toInclude: x[Int(start) + 1], y[Int(start) + 1])
    }
    if box.isEmpty { box = Envelope(minX: 0, minY: 0, maxX: 0, maxY: 0) }
    let area = max(box.width * box.height, 1)
    // A long thin extent must not make more cells than there is work.
    let size = max(
      (area / Double(max(starts.count, 1))).squareRoot(), max(box.width, box.height) / 4_096, 1)
    originX = box.minX
    originY = box.minY
    cell = size
    columns = Int(box.width / size) + 1
    rows = Int(box.height / size) + 1
    var places: [(cell: Int32, segment: Int32)] = []
    places.reserveCapacity(2 * starts.count)
    for (segment, start) in starts.enumerated() {
      let (a, b) = (Int(start), Int(start) + 1)
      Self.forEachCell(
        from: ((x[a] - box.minX) / size, (y[a] - box.minY) / size),
        to: ((x[b] - box.minX) / size, (y[b] - box.minY) / size), columns: columns, rows: rows
      ) { places.append((Int32($0), Int32(segment))) }
    }
    var offsets = [Int32](repeating: 0, count: columns * rows + 1)
    for place in places { offsets[Int(place.cell) + 1] += 1 }
    for index in 1..<offsets.count { offsets[index] += offsets[index - 1] }
    var next = offsets
    var sorted = [Int32](repeating: 0, count: places.count)
    for place in places {
      sorted[Int(next[Int(place.cell)])] = place.segment
      next[Int(place.cell)] += 1
    }
    self.offsets = offsets
    segments = sorted
  }

  /// Every cell that a segment comes into, and perhaps a neighbour; coordinates are in cells.
  private static func forEachCell(
    from a: (x: Double, y: Double), to b: (x: Double, y: Double), columns: Int, rows: Int,
    _ body: (Int) -> Void
  ) {
    // Rounding must not lose a cell.
    let slack = 1e-6
    let first = max(0, Int(min(a.y, b.y) - slack))
    let last = max(first, min(rows - 1, Int(max(a.y, b.y) + slack)))
    for row in first...last {
      var low = min(a.x, b.x)
      var high = max(a.x, b.x)
      if a.y != b.y {
        let slope = (b.x - a.x) / (b.y - a.y)
        let atBottom = a.x + (Double(row) - slack - a.y) * slope
        let atTop = a.x + (Double(row + 1) + slack - a.y) * slope
        low = max(low, min(atBottom, atTop))
        high = min(high, max(atBottom, atTop))
      }
      let left = min(columns - 1, max(0, Int(low - slack)))
      let right = min(columns - 1, max(left, Int(high + slack)))
      for column in left...right { body(row * columns + column) }
    }
  }

  /// Calls `body` with every segment that may come within a distance of a place; with some more than
  /// once.
  func forEach(within reach: Double, ofX x: Double, y: Double, _ body: (Int32) -> Void) {
    func index(_ value: Double, _ count: Int) -> Int {
      min(count - 1, max(0, Int(max(-1, min(value, 1e9)))))
    }
    let left = index((x - reach - originX) / cell - 1e-6, columns)
    let right = index((x + reach - originX) / cell + 1e-6, columns)
    let bottom = index((y - reach - originY) / cell - 1e-6, rows)
    let top = index((y + reach - originY) / cell + 1e-6, rows)
    for row in bottom...max(bottom, top) {
      for column in left...max(left, right) {
        let place = row * columns + column
        for index in offsets[place]..<offsets[place + 1] { body(segments[Int(index)]) }
      }
    }
  }

  /// Calls `body` with every two segments that come into one cell, the lesser number first; with some
  /// more than once, each time with the cell.
  func forEachPair(_ body: (_ cell: Int, _ one: Int32, _ other: Int32) -> Void) {
    for place in 0..<(columns * rows) {
      let range = Int(offsets[place])..<Int(offsets[place + 1])
      for one in range {
        for other in range.dropFirst(one - range.lowerBound + 1) {
          body(place, min(segments[one], segments[other]), max(segments[one], segments[other]))
        }
      }
    }
  }

  /// The cell that a place lies in.
  func cell(ofX x: Double, y: Double) -> Int {
    let column = min(columns - 1, max(0, Int((x - originX) / cell)))
    let row = min(rows - 1, max(0, Int((y - originY) / cell)))
    return row * columns + column
  }
}
