/// Points sorted into square cells, line by line; within a cell in the order given.
package struct PointCells: Sendable {
  /// The corner of the first cell.
  package let origin: Point
  /// The side of a cell.
  package let cell: Double
  /// Cells in a line.
  package let columns: Int
  /// How many lines.
  package let lines: Int
  /// Where the points of each cell are in `order`; cells + 1 entries.
  package let offsets: [Int32]
  /// The points, by their places in what was given.
  package let order: [Int32]

  /// - Parameters:
  ///   - x: One per point.
  ///   - y: One per point.
  ///   - cell: Its side, in view of the rectangle around all points.
  package init(x: [Double], y: [Double], cell: (Envelope) -> Double) {
    var box = Envelope.empty
    for (x, y) in zip(x, y) { box.expand(toInclude: x, y) }
    if box.isEmpty { box = Envelope(minX: 0, minY: 0, maxX: 0, maxY: 0) }
    let cell = cell(box)
    let columns = Int(box.width / cell) + 1
    let lines = Int(box.height / cell) + 1
    var offsets = [Int32](repeating: 0, count: columns * lines + 1)
    var places = [Int32](repeating: 0, count: x.count)
    for index in x.indices {
      let column = min(columns - 1, Int((x[index] - box.minX) / cell))
      let line = min(lines - 1, Int((y[index] - box.minY) / cell))
      places[index] = Int32(line * columns + column)
      offsets[line * columns + column + 1] += 1
    }
    for place in 1..<offsets.count { offsets[place] += offsets[place - 1] }
    var next = offsets
    var order = [Int32](repeating: 0, count: x.count)
    for (index, place) in places.enumerated() {
      order[Int(next[Int(place)])] = Int32(index)
      next[Int(place)] += 1
    }
    origin = Point(x: box.minX, y: box.minY)
    self.cell = cell
    self.columns = columns
    self.lines = lines
    self.offsets = offsets
    self.order = order
  }

  /// No cell is smaller than this, however thin the rectangle: it must not make more cells than there is
  /// work.
  package static func leastCell(_ box: Envelope) -> Double {
    max(max(box.width, box.height) / 4096, 1e-3)
  }
}
