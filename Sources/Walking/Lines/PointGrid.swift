/// Points by the cells of a grid, for questions about what lies within a small distance.
struct PointGrid {
  private struct Entry {
    let column: Int64
    let row: Int64
    let point: Int32
  }

  /// The cells' side; no smaller than a micrometre, so that their numbers fit.
  private let side: Double
  private let radius: Double
  private let x: [Double]
  private let y: [Double]
  /// Ascending by column, row and point.
  private let entries: [Entry]

  /// - Parameters:
  ///   - points: Indices into `x` and `y`, which are below 1e9.
  ///   - radius: How far `forEachNeighbour` looks.
  init(_ points: some Sequence<Int32>, x: [Double], y: [Double], radius: Double) {
    let side = max(radius, 1e-6)
    self.side = side
    self.radius = radius
    self.x = x
    self.y = y
    entries = points.map { point in
      Entry(
        column: Int64((x[Int(point)] / side).rounded(.down)),
        row: Int64((y[Int(point)] / side).rounded(.down)), point: point)
    }
    .sorted { ($0.column, $0.row, $0.point) < ($1.column, $1.row, $1.point) }
  }

  /// Calls `body` with each point within the radius, inclusive, and the square of its distance.
  func forEachNeighbour(of point: Int32, _ body: (Int32, Double) -> Void) {
    let (pointX, pointY) = (x[Int(point)], y[Int(point)])
    let column = Int64((pointX / side).rounded(.down))
    let row = Int64((pointY / side).rounded(.down))
    for column in (column - 1)...(column + 1) {
      var place = firstPlace(column, row - 1)
      while place < entries.count, entries[place].column == column, entries[place].row <= row + 1 {
        let other = entries[place].point
        let (dx, dy) = (x[Int(other)] - pointX, y[Int(other)] - pointY)
        let square = dx * dx + dy * dy
        if square <= radius * radius { body(other, square) }
        place += 1
      }
    }
  }

  private func firstPlace(_ column: Int64, _ row: Int64) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      let entry = entries[middle]
      if (entry.column, entry.row) < (column, row) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
