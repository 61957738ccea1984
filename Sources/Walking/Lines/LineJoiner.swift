internal import Geodesy
internal import Planar

/// Finds out which vertices of plain lines are one, by the rules of `LineLayer.streets`.
struct LineJoiner {
  private struct Line {
    let vertices: Range<Int32>
    let level: Int
    let direction: StreetLines.Direction
    let sourceID: Int64
  }

  /// The ends at one place that are on one level.
  private struct EndGroup {
    let level: Int
    let ends: ArraySlice<Int32>
  }

  private let geometry: GeometryColumn
  private let tolerance: Double
  private let ground: GroundScale
  private var lines: [Line] = []
  /// Per vertex of the lines added, in their order.
  private var x: [Double] = []
  private var y: [Double] = []
  private var lineOfVertex: [Int32] = []
  private var isEnd: [Bool] = []
  /// Which vertices are one.
  private var sets = DisjointSets(count: 0)
  var joins: StreetSummary.Joins

  init(geometry: GeometryColumn, tolerance: Double, on ground: GroundScale) {
    self.geometry = geometry
    self.ground = ground
    self.tolerance = tolerance
    joins = StreetSummary.Joins(tolerance: tolerance)
  }

  mutating func add(
    _ vertices: Range<Int>, level: Int, direction: StreetLines.Direction, sourceID: Int64
  ) {
    let start = Int32(x.count)
    x += geometry.x[vertices]
    y += geometry.y[vertices]
    let line = Line(
      vertices: start..<Int32(x.count), level: level, direction: direction, sourceID: sourceID)
    lineOfVertex += repeatElement(Int32(lines.count), count: vertices.count)
    isEnd += vertices.map { $0 == vertices.lowerBound || $0 == vertices.upperBound - 1 }
    lines.append(line)
  }

  /// Joins and returns what was added.
  mutating func join() -> StreetLines {
    sets = DisjointSets(count: x.count)
    let inner = (0..<Int32(x.count)).filter { !isEnd[Int($0)] }
    let places = places()
    PointGrid(rows: inner, x: x, y: y).search { grid in
      for place in places {
        let groups = groups(of: place)
        join(groups, endsAtPlace: place)
        for group in groups { join(group, endsAtPlace: place, grid) }
      }
    }
    joinEqual(inner)
    return joinedLines()
  }

  // MARK: Ends

  /// The ends in groups that the tolerance links, each ascending by place, then index.
  private mutating func places() -> [ArraySlice<Int32>] {
    let ends = (0..<Int32(x.count)).filter { isEnd[Int($0)] }.sorted(by: precedes)
    var linked = DisjointSets(count: x.count)
    var distinct: [Int32] = []
    for end in ends {
      if let last = distinct.last, isSamePoint(last, end) {
        linked.unite(Int(last), Int(end))
      } else {
        distinct.append(end)
      }
    }
    if tolerance > 0 {
      PointGrid(rows: distinct, x: x, y: y).search { grid in
        for end in distinct {
          grid.forEach(within: reach(of: end), ofX: x[Int(end)], y: y[Int(end)]) { other, _, _ in
            linked.unite(Int(end), Int(other))
          }
        }
      }
    }
    let keyed = ends.enumerated().map { order, end in
      (root: linked.root(of: Int(end)), order: order, end: end)
    }
    .sorted { ($0.root, $0.order) < ($1.root, $1.order) }
    let sorted = keyed.map(\.end)
    var places: [ArraySlice<Int32>] = []
    var start = 0
    for index in keyed.indices
    where index + 1 == keyed.count || keyed[index + 1].root != keyed[index].root {
      places.append(sorted[start...index])
      start = index + 1
    }
    for place in places where place.count > 1 {
      joins.places += 1
      if let first = place.first, let last = place.last, !isSamePoint(first, last) {
        joins.movedPlaces += 1
      }
    }
    return places
  }

  /// By level, ascending; the ends of each are one from now on.
  private mutating func groups(of place: ArraySlice<Int32>) -> [EndGroup] {
    let ends = place.map { (level: level(of: $0), end: $0) }
      .sorted { ($0.level, $0.end) < ($1.level, $1.end) }
    let sorted = ends.map(\.end)
    var groups: [EndGroup] = []
    var start = 0
    for index in ends.indices {
      if index > start { sets.unite(Int(sorted[start]), Int(sorted[index])) }
      if index + 1 == ends.count || ends[index + 1].level != ends[index].level {
        groups.append(EndGroup(level: ends[index].level, ends: sorted[start...index]))
        start = index + 1
      }
    }
    return groups
  }

  /// A single end goes on at the nearest level, of two as near the lower; levels that run through
  /// stay apart.
  private mutating func join(_ groups: [EndGroup], endsAtPlace place: ArraySlice<Int32>) {
    for (index, group) in groups.enumerated() where group.ends.count == 1 && groups.count > 1 {
      let below = index > 0 ? groups[index - 1] : nil
      let above = index + 1 < groups.count ? groups[index + 1] : nil
      // Subtracting could overflow: levels are whatever a column holds.
      func gap(_ other: EndGroup) -> Double { abs(Double(other.level) - Double(group.level)) }
      let nearest: EndGroup?
      if let below, let above {
        nearest = gap(below) <= gap(above) ? below : above
      } else {
        nearest = below ?? above
      }
      if let one = group.ends.first, let other = nearest?.ends.first {
        sets.unite(Int(one), Int(other))
      }
    }
  }

  // MARK: T junctions

  /// Joins ends to the nearest vertex inside each other line of their level.
  private mutating func join(
    _ group: EndGroup, endsAtPlace place: ArraySlice<Int32>, _ inner: PointGrid.View
  ) {
    // The vertices next to an end, on a line that ends here, are no junctions.
    let linesHere = Set(place.map { lineOfVertex[Int($0)] })
    var nearest: [Int32: (square: Double, vertex: Int32, end: Int32)] = [:]
    var otherLevels = 0
    for end in group.ends {
      let (endX, endY) = (x[Int(end)], y[Int(end)])
      inner.forEach(within: reach(of: end), ofX: endX, y: endY) { vertex, vertexX, vertexY in
        let (dx, dy) = (vertexX - endX, vertexY - endY)
        let square = dx * dx + dy * dy
        let line = lineOfVertex[Int(vertex)]
        guard level(of: vertex) == group.level else {
          otherLevels += 1
          return
        }
        guard !linesHere.contains(line) || isSamePoint(vertex, end) else { return }
        if let best = nearest[line] {
          let isNearer =
            square < best.square || square == best.square && precedes(vertex, best.vertex)
          guard isNearer else { return }
        }
        nearest[line] = (square, vertex, end)
      }
    }
    for found in nearest.values { sets.unite(Int(found.end), Int(found.vertex)) }
    if !nearest.isEmpty { joins.endsOnLines += 1 }
    if nearest.isEmpty && otherLevels > 0 && place.count == 1 { joins.endsOnOtherLevels += 1 }
  }

  /// The tolerance around a vertex, in the plane.
  private func reach(of vertex: Int32) -> Double {
    ground.reach(ofMetres: tolerance, fromX: x[Int(vertex)], y: y[Int(vertex)]).perhaps
  }

  // MARK: Vertices inside lines

  private mutating func joinEqual(_ inner: [Int32]) {
    let sorted = inner.sorted { one, other in
      let levels = (level(of: one), level(of: other))
      return levels.0 != levels.1 ? levels.0 < levels.1 : precedes(one, other)
    }
    for (one, other) in zip(sorted, sorted.dropFirst())
    where isSamePoint(one, other) && level(of: one) == level(of: other) {
      sets.unite(Int(one), Int(other))
    }
  }

  // MARK: The result

  private mutating func joinedLines() -> StreetLines {
    // A vertex inside a line stays where it is; of several the least stands for all.
    var positions = [Int32](repeating: -1, count: x.count)
    for vertex in 0..<Int32(x.count) {
      let root = sets.root(of: Int(vertex))
      let best = positions[root]
      guard best >= 0 else {
        positions[root] = vertex
        continue
      }
      let isBetter =
        isEnd[Int(vertex)] == isEnd[Int(best)] ? precedes(vertex, best) : isEnd[Int(best)]
      if isBetter { positions[root] = vertex }
    }
    var result = StreetLines(on: ground)
    var numbers = [Int32](repeating: -1, count: x.count)
    var path: [Int32] = []
    for line in lines {
      path.removeAll(keepingCapacity: true)
      for vertex in line.vertices {
        let root = Int32(sets.root(of: Int(vertex)))
        if path.last != root { path.append(root) }
      }
      guard path.count > 1 else {
        joins.collapsedLines += 1
        continue
      }
      for (place, root) in path.enumerated() {
        if numbers[Int(root)] < 0 {
          numbers[Int(root)] = Int32(result.x.count)
          result.x.append(x[Int(positions[Int(root)])])
          result.y.append(y[Int(positions[Int(root)])])
        }
        path[place] = numbers[Int(root)]
      }
      result.append(path, direction: line.direction, sourceID: line.sourceID)
    }
    return result
  }

  private func level(of vertex: Int32) -> Int { lines[Int(lineOfVertex[Int(vertex)])].level }

  private func isSamePoint(_ one: Int32, _ other: Int32) -> Bool {
    x[Int(one)] == x[Int(other)] && y[Int(one)] == y[Int(other)]
  }

  /// By x, y, then index.
  private func precedes(_ one: Int32, _ other: Int32) -> Bool {
    (x[Int(one)], y[Int(one)], one) < (x[Int(other)], y[Int(other)], other)
  }
}
