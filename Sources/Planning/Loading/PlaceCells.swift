internal import Foundation
internal import Planar

/// A grid over the globe in which places are near each other or not, whatever their number.
struct PlaceCells {
  /// A square of the grid.
  struct Cell: Hashable, Comparable {
    let column: Int
    let row: Int

    static func < (a: Cell, b: Cell) -> Bool { (a.row, a.column) < (b.row, b.column) }
  }

  /// Metres between the middles of cells that belong together.
  static let reachMetres = 55_000.0
  /// Height of a cell; its width is that of as many metres.
  private static let cellDegrees = 0.2
  private static let earthMetres = 6_371_000.0

  /// Number of places by cell.
  private(set) var counts: [Cell: Int] = [:]
  /// The cells by their row.
  private var rows: [Int: [Cell]] = [:]

  /// - Parameter places: WGS 84; NaN where there is none.
  init(_ places: some Sequence<Point>) {
    // Rows that follow on each other are mostly in one cell.
    var (row, width) = (Int.min, 0.0)
    var (cell, count) = (Cell(column: 0, row: 0), 0)
    for place in places where place.x.isFinite && place.y.isFinite {
      let placeRow = Self.row(of: place)
      if placeRow != row { (row, width) = (placeRow, Self.width(ofRow: placeRow)) }
      let own = Cell(column: Int((place.x / width).rounded(.down)), row: row)
      if own != cell {
        if count > 0 { counts[cell, default: 0] += count }
        (cell, count) = (own, 0)
      }
      count += 1
    }
    if count > 0 { counts[cell, default: 0] += count }
    for cell in counts.keys { rows[cell.row, default: []].append(cell) }
  }

  /// The cell that a place is in.
  static func cell(of place: Point) -> Cell {
    let row = row(of: place)
    return Cell(column: Int((place.x / width(ofRow: row)).rounded(.down)), row: row)
  }

  private static func row(of place: Point) -> Int { Int((place.y / cellDegrees).rounded(.down)) }

  private static func width(ofRow row: Int) -> Double {
    cellDegrees / max(0.05, cos((Double(row) + 0.5) * cellDegrees * .pi / 180))
  }

  /// The middle of a cell, WGS 84.
  static func middle(of cell: Cell) -> Point {
    Point(
      x: (Double(cell.column) + 0.5) * width(ofRow: cell.row),
      y: (Double(cell.row) + 0.5) * cellDegrees)
  }

  /// Metres between the middles of two cells.
  static func metres(_ a: Cell, _ b: Cell) -> Double { metres(middle(of: a), middle(of: b)) }

  /// Metres between two places on a sphere, which is near enough for what is in cells.
  static func metres(_ from: Point, _ to: Point) -> Double {
    let (fromY, toY) = (from.y * .pi / 180, to.y * .pi / 180)
    let (sinY, sinX) = (sin((toY - fromY) / 2), sin((to.x - from.x) * .pi / 360))
    let chord = sinY * sinY + cos(fromY) * cos(toY) * sinX * sinX
    return 2 * earthMetres * asin(min(1, chord.squareRoot()))
  }

  /// The cells with a place that are near a cell.
  func near(_ cell: Cell) -> [Cell] {
    (cell.row - 3...cell.row + 3).flatMap { rows[$0] ?? [] }
      .filter { Self.metres(cell, $0) <= Self.reachMetres }
  }

  /// How many of other places any place is near.
  func nearCount(of others: PlaceCells) -> Int {
    others.counts.reduce(0) { $0 + (isNear($1.key) ? $1.value : 0) }
  }

  private func isNear(_ cell: Cell) -> Bool {
    (cell.row - 3...cell.row + 3).contains { row in
      (rows[row] ?? []).contains { Self.metres(cell, $0) <= Self.reachMetres }
    }
  }

  /// Cells that a chain of near cells connects, with the number of their places; in an order that follows
  /// from the cells alone.
  var groups: [(cells: [Cell], count: Int)] {
    var free = Set(counts.keys)
    var result: [(cells: [Cell], count: Int)] = []
    for start in counts.keys.sorted() where free.remove(start) != nil {
      var group = [start]
      var open = [start]
      while let cell = open.popLast() {
        for other in near(cell) where free.remove(other) != nil {
          open.append(other)
          group.append(other)
        }
      }
      result.append((group, group.reduce(0) { $0 + (counts[$1] ?? 0) }))
    }
    return result
  }

  /// Whether all are in a square of a few cells, as those of a city are.
  static func isOneGroup(_ places: some Sequence<Point>) -> Bool {
    var box = Envelope.empty
    for place in places where place.x.isFinite && place.y.isFinite {
      box.expand(toInclude: place.x, place.y)
    }
    return box.isEmpty || (box.width < 2 * cellDegrees && box.height < 2 * cellDegrees)
  }
}
