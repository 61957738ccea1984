internal import Foundation
internal import Geodesy
internal import Planar

/// Finds places that are far from all others.
///
/// Places nearer to each other than 50 km or so form a group, in cells of a grid. The largest group is
/// the city; a group of few rows that is none of it is astray. So one stray row hides no other, as it
/// would in an extent or a mean, and the remote county of a province is no stray.
struct StrayRows {
  private struct Cell: Hashable {
    let column: Int
    let row: Int
  }

  /// Metres between the middles of cells that belong together.
  private static let reachMetres = 55_000.0
  /// Height of a cell; its width is that of as many metres.
  private static let cellDegrees = 0.2
  /// A group of fewer than one in so many rows is astray; of two rows always.
  private static let share = 50

  /// Metres to the nearest place of the largest group, by place; only of those that are astray.
  private(set) var metres: [Int: Double] = [:]

  /// - Parameter places: WGS 84; NaN where there is none.
  init(_ places: [Point]) {
    guard !Self.isOneGroup(places) else { return }
    var counts: [Cell: Int] = [:]
    for place in places where place.x.isFinite && place.y.isFinite {
      counts[Self.cell(of: place), default: 0] += 1
    }
    let groups = Self.groups(of: Array(counts.keys)).map { cells in
      (cells: Set(cells), count: cells.reduce(0) { $0 + (counts[$1] ?? 0) })
    }
    let most = groups.map(\.count).max() ?? 0
    let all = groups.reduce(0) { $0 + $1.count }
    // Of two groups as large none is the city.
    guard let city = groups.first(where: { $0.count == most })?.cells else { return }
    for group in groups
    where group.count < most && (group.count <= 2 || group.count * Self.share < all) {
      take(group.cells, of: places, besides: city)
    }
  }

  private mutating func take(_ cells: Set<Cell>, of places: [Point], besides city: Set<Cell>) {
    let rows = places.indices.filter {
      places[$0].x.isFinite && places[$0].y.isFinite && cells.contains(Self.cell(of: places[$0]))
    }
    // The place of the group that is nearest stands for all, so that their order does not matter.
    let others = places.filter {
      $0.x.isFinite && $0.y.isFinite && city.contains(Self.cell(of: $0))
    }
    let distance = rows.map { others.metresToNearest(places[$0]) }.min() ?? 0
    guard distance > 50_000 else { return }
    for row in rows { metres[row] = distance }
  }

  /// Whether all are in a square of a few cells, as those of a city are.
  private static func isOneGroup(_ places: [Point]) -> Bool {
    var box = Envelope.empty
    for place in places where place.x.isFinite && place.y.isFinite {
      box.expand(toInclude: place.x, place.y)
    }
    return box.isEmpty || (box.width < 2 * cellDegrees && box.height < 2 * cellDegrees)
  }

  private static func cell(of place: Point) -> Cell {
    let row = Int((place.y / cellDegrees).rounded(.down))
    let width = cellDegrees / max(0.05, cos((Double(row) + 0.5) * cellDegrees * .pi / 180))
    return Cell(column: Int((place.x / width).rounded(.down)), row: row)
  }

  private static func middle(of cell: Cell) -> Point {
    let latitude = (Double(cell.row) + 0.5) * cellDegrees
    let width = cellDegrees / max(0.05, cos(latitude * .pi / 180))
    return Point(x: (Double(cell.column) + 0.5) * width, y: latitude)
  }

  /// Cells that a chain of near cells connects.
  private static func groups(of cells: [Cell]) -> [[Cell]] {
    var rows: [Int: [Cell]] = [:]
    for cell in cells { rows[cell.row, default: []].append(cell) }
    var free = Set(cells)
    var result: [[Cell]] = []
    while let start = free.popFirst() {
      var group = [start]
      var open = [start]
      while let cell = open.popLast() {
        for row in cell.row - 3...cell.row + 3 {
          for other in rows[row] ?? [] where free.contains(other) && isNear(cell, other) {
            free.remove(other)
            open.append(other)
            group.append(other)
          }
        }
      }
      result.append(group)
    }
    return result
  }

  private static func isNear(_ a: Cell, _ b: Cell) -> Bool {
    let (from, to) = (middle(of: a), middle(of: b))
    guard abs(from.x - to.x) < 12 else { return false }
    return Geodesic.wgs84.distanceMetres(
      fromLongitude: from.x, latitude: from.y, toLongitude: to.x, latitude: to.y) <= reachMetres
  }
}
