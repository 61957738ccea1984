internal import Planar

/// Short straight pieces by the square that they are in, added one by one; for one worker. Coordinates are
/// metres from the origin of a lattice.
struct PieceGrid {
  private struct Entry {
    let a: SIMD2<Double>
    let b: SIMD2<Double>
    /// Of the same square; -1 for none.
    let next: Int32
  }

  private(set) var side = 1.0
  private var origin = SIMD2<Double>()
  private var columns = 0
  private var lines = 0
  /// By square; -1 for none.
  private var heads: [Int32] = []
  private var entries: [Entry] = []

  var isEmpty: Bool { entries.isEmpty }

  /// Forgets everything, and makes room for what is in a rectangle.
  mutating func reset(to box: Envelope, side: Double) {
    self.side = side
    origin = SIMD2(box.minX, box.minY)
    columns = max(1, Int(box.width / side) + 1)
    lines = max(1, Int(box.height / side) + 1)
    let count = columns * lines
    if heads.count > count { heads.removeLast(heads.count - count) }
    for index in heads.indices { heads[index] = -1 }
    heads.append(contentsOf: repeatElement(-1, count: count - heads.count))
    entries.removeAll(keepingCapacity: true)
  }

  /// Adds a straight piece, cut into some that are no longer than a square; what lies beyond the rectangle
  /// is in the squares at its border.
  mutating func add(from a: SIMD2<Double>, to b: SIMD2<Double>) {
    let way = b - a
    let length = (way * way).sum().squareRoot()
    guard length.isFinite else { return }
    let count = max(1, Int((length / side).rounded(.up)))
    var start = a
    for part in 1...count {
      let end = part == count ? b : a + Double(part) / Double(count) * way
      let first = square(min(start.x, end.x), min(start.y, end.y))
      let last = square(max(start.x, end.x), max(start.y, end.y))
      for line in first.line...last.line {
        for column in first.column...last.column {
          let square = line * columns + column
          entries.append(Entry(a: start, b: end, next: heads[square]))
          heads[square] = Int32(entries.count - 1)
        }
      }
      start = end
    }
  }

  /// Calls `body` with the pieces of the squares around a place, nearest squares first, each with
  /// the distance that none of them, and of those that follow, is nearer than by much; until it says
  /// `false`.
  @inline(__always)
  func forEach(
    around place: SIMD2<Double>, within distance: Double,
    _ body: (SIMD2<Double>, SIMD2<Double>) -> Bool, isEnough: (_ nearest: Double) -> Bool
  ) {
    let centre = square(place.x, place.y)
    let most = Int((distance / side).rounded(.up)) + 1
    for ring in 0...most {
      // A piece in a square of this ring may be as near as this.
      if isEnough(Double(ring - 1) * side) { return }
      for line in max(0, centre.line - ring)...min(lines - 1, max(0, centre.line + ring)) {
        let isWhole = abs(line - centre.line) == ring
        let step = isWhole || ring == 0 ? 1 : 2 * ring
        for column in stride(from: centre.column - ring, through: centre.column + ring, by: step)
        where column >= 0 && column < columns {
          var index = heads[line * columns + column]
          while index >= 0 {
            let entry = entries[Int(index)]
            if !body(entry.a, entry.b) { return }
            index = entry.next
          }
        }
      }
    }
  }

  /// Whether a piece meets a condition that is in a square which a straight way passes.
  @inline(__always)
  func contains(
    along a: SIMD2<Double>, _ b: SIMD2<Double>,
    where isSo: (SIMD2<Double>, SIMD2<Double>) -> Bool
  ) -> Bool {
    if entries.isEmpty { return false }
    let first = square(min(a.x, b.x), min(a.y, b.y))
    let last = square(max(a.x, b.x), max(a.y, b.y))
    for line in first.line...last.line {
      for column in first.column...last.column {
        var index = heads[line * columns + column]
        while index >= 0 {
          let entry = entries[Int(index)]
          if isSo(entry.a, entry.b) { return true }
          index = entry.next
        }
      }
    }
    return false
  }

  @inline(__always)
  private func square(_ x: Double, _ y: Double) -> (column: Int, line: Int) {
    let place = (SIMD2(x, y) - origin) / side
    return (
      Int(min(max(place.x, 0), Double(columns - 1))), Int(min(max(place.y, 0), Double(lines - 1)))
    )
  }
}
