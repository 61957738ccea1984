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
    var members: [Cell: [Int]] = [:]
    for (index, place) in places.enumerated() where place.x.isFinite && place.y.isFinite {
      members[Self.cell(of: place), default: []].append(index)
    }
    guard members.count > 1 else { return }
    let groups = Self.groups(of: members).sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    let all = groups.reduce(0) { $0 + $1.count }
    for group in groups.dropFirst()
    where group.count < groups[0].count && (group.count <= 2 || group.count * Self.share < all) {
      let distance = Self.nearest(places[group[0]], groups[0].lazy.map { places[$0] })
      guard distance > 50_000 else { continue }
      for row in group { metres[row] = distance }
    }
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

  /// Rows of cells that a chain of near cells connects, each group in the order of its rows.
  private static func groups(of members: [Cell: [Int]]) -> [[Int]] {
    var rows: [Int: [Cell]] = [:]
    for cell in members.keys { rows[cell.row, default: []].append(cell) }
    var free = Set(members.keys)
    var result: [[Int]] = []
    while let start = free.popFirst() {
      var group = members[start] ?? []
      var open = [start]
      while let cell = open.popLast() {
        for row in cell.row - 3...cell.row + 3 {
          for other in rows[row] ?? [] where free.contains(other) && isNear(cell, other) {
            free.remove(other)
            open.append(other)
            group += members[other] ?? []
          }
        }
      }
      result.append(group.sorted())
    }
    return result
  }

  private static func isNear(_ a: Cell, _ b: Cell) -> Bool {
    let (from, to) = (middle(of: a), middle(of: b))
    guard abs(from.x - to.x) < 12 else { return false }
    return Geodesic.wgs84.distanceMetres(
      fromLongitude: from.x, latitude: from.y, toLongitude: to.x, latitude: to.y) <= reachMetres
  }

  private static func nearest(_ place: Point, _ others: some Sequence<Point>) -> Double {
    others.reduce(.infinity) { nearest, other in
      guard abs(other.y - place.y) * 110_000 < nearest else { return nearest }
      return min(
        nearest,
        Geodesic.wgs84.distanceMetres(
          fromLongitude: place.x, latitude: place.y, toLongitude: other.x, latitude: other.y))
    }
  }
}
