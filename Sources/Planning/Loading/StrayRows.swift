internal import Foundation
internal import Geodesy
internal import Planar

/// Finds places that are far from all others.
///
/// Places nearer to each other than 50 km or so form a group. The largest group is the city, with what
/// is as near to it as its own extent: so the remote county of a province is none that is astray. A group
/// of few rows that is left over is. So one stray row hides no other, as it would in an extent or a mean.
struct StrayRows {
  /// A group of no more than one in so many rows can be astray; one of two rows always.
  private static let share = 5

  /// Metres to the nearest place of the city, by place; only of those that are astray.
  private(set) var metres: [Int: Double] = [:]

  /// - Parameter places: WGS 84; NaN where there is none.
  init(_ places: [Point]) {
    guard !PlaceCells.isOneGroup(places) else { return }
    let groups = PlaceCells(places).groups
    let most = groups.map(\.count).max() ?? 0
    let all = groups.reduce(0) { $0 + $1.count }
    guard let first = groups.firstIndex(where: { $0.count == most }) else { return }
    let (city, left) = Self.grown(first, groups)
    // Of groups as large as the largest none is the city.
    let astray = left.filter { group in
      group.count < most && (group.count <= 2 || group.count * Self.share <= all)
    }
    take(astray.map { Set($0.cells) }, of: places, besides: Set(city))
  }

  private typealias Group = (cells: [PlaceCells.Cell], count: Int)

  /// The cells of the city that a group is the heart of, and the groups that are none of it.
  ///
  /// It grows by the nearest group until it has most rows, and then by what is no farther from it than
  /// half its own extent.
  private static func grown(
    _ first: Int, _ groups: [Group]
  ) -> (city: [PlaceCells.Cell], left: [Group]) {
    var city = groups[first].cells
    var count = groups[first].count
    let all = groups.reduce(0) { $0 + $1.count }
    var box = CellBox(city)
    var left = groups.indices.filter { $0 != first }
    var gaps = groups.indices.map { $0 == first ? 0 : gap(groups[$0].cells, city) }
    while let next = left.min(by: { (gaps[$0], $0) < (gaps[$1], $1) }),
      count * 2 <= all || gaps[next] <= max(50_000, box.metres / 2)
    {
      left.removeAll { $0 == next }
      city += groups[next].cells
      count += groups[next].count
      box.add(groups[next].cells)
      for index in left {
        gaps[index] = min(gaps[index], gap(groups[index].cells, groups[next].cells))
      }
    }
    return (city, left.map { groups[$0] })
  }

  private static func gap(_ a: [PlaceCells.Cell], _ b: [PlaceCells.Cell]) -> Double {
    a.reduce(.infinity) { nearest, cell in
      b.reduce(nearest) { Swift.min($0, PlaceCells.metres(cell, $1)) }
    }
  }

  private mutating func take(
    _ groups: [Set<PlaceCells.Cell>], of places: [Point], besides city: Set<PlaceCells.Cell>
  ) {
    guard !groups.isEmpty else { return }
    let owners = Dictionary(
      uniqueKeysWithValues: groups.enumerated().flatMap { index, cells in
        cells.map { ($0, index) }
      })
    var rows: [[Int]] = Array(repeating: [], count: groups.count)
    var others: [Point] = []
    for (row, place) in places.enumerated() where place.x.isFinite && place.y.isFinite {
      let cell = PlaceCells.cell(of: place)
      if let group = owners[cell] {
        rows[group].append(row)
      } else if city.contains(cell) {
        others.append(place)
      }
    }
    for rows in rows {
      // The place of the group that is nearest stands for all, so that their order does not matter; of
      // many only the corners are asked.
      let asked = rows.count > 64 ? Self.corners(rows, places) : rows
      let distance = asked.map { others.metresToNearest(places[$0]) }.min() ?? 0
      guard distance > 50_000 else { continue }
      for row in rows { metres[row] = distance }
    }
  }

  /// The rows that are farthest to each side.
  private static func corners(_ rows: [Int], _ places: [Point]) -> [Int] {
    [
      rows.min { places[$0].x < places[$1].x }, rows.max { places[$0].x < places[$1].x },
      rows.min { places[$0].y < places[$1].y }, rows.max { places[$0].y < places[$1].y },
    ].compactMap { $0 }
  }
}

/// How far cells reach.
private struct CellBox {
  private var box = Envelope.empty

  init(_ cells: [PlaceCells.Cell]) { add(cells) }

  mutating func add(_ cells: [PlaceCells.Cell]) {
    for cell in cells {
      let middle = PlaceCells.middle(of: cell)
      box.expand(toInclude: middle.x, middle.y)
    }
  }

  /// From corner to corner.
  var metres: Double {
    PlaceCells.metres(Point(x: box.minX, y: box.minY), Point(x: box.maxX, y: box.maxY))
  }
}
