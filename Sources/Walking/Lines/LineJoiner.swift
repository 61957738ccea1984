internal import Geodesy
internal import Planar

/// Finds out which vertices of plain lines are one, by the rules of `LineLayer.streets`.
struct LineJoiner {
  struct Line {
    let vertices: Range<Int32>
    let level: Int
    let direction: StreetLines.Direction
    let sourceID: Int64
    let traits: StreetTraits
  }

  /// A vertex on the way from one vertex of a line to the next.
  struct Insertion {
    /// The vertex before it.
    let start: Int32
    /// Of the way to the next vertex, 0 through 1.
    let share: Double
    /// A vertex of another line, or from the number of vertices on one of `crossings`.
    let vertex: Int32
  }

  /// The ends at one place that are on one level.
  private struct EndGroup {
    let level: Int
    let ends: ArraySlice<Int32>
  }

  private let geometry: GeometryColumn
  let tolerance: Double
  private let ground: GroundScale
  private(set) var lines: [Line] = []
  /// Per vertex of the lines added, in their order.
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []
  private(set) var lineOfVertex: [Int32] = []
  private(set) var isEnd: [Bool] = []
  /// Which vertices are one.
  var sets = DisjointSets(count: 0)
  var insertions: [Insertion] = []
  /// Where an end meets a line between two vertices of it: by vertex, the place on the line.
  private var feet: [(vertex: Int32, place: Point)] = []
  /// Where lines cross that are to be joined there.
  var crossings: [Point] = []
  /// Where they do, and are not.
  var doubtful = StreetPoints()
  var joins: StreetSummary.Joins

  init(geometry: GeometryColumn, tolerance: Double, on ground: GroundScale) {
    self.geometry = geometry
    self.ground = ground
    self.tolerance = tolerance
    joins = StreetSummary.Joins(tolerance: tolerance)
  }

  mutating func add(
    _ vertices: Range<Int>, level: Int, direction: StreetLines.Direction, sourceID: Int64,
    traits: StreetTraits
  ) {
    let start = Int32(x.count)
    x += geometry.x[vertices]
    y += geometry.y[vertices]
    let line = Line(
      vertices: start..<Int32(x.count), level: level, direction: direction, sourceID: sourceID,
      traits: traits)
    lineOfVertex += repeatElement(Int32(lines.count), count: vertices.count)
    isEnd += vertices.map { $0 == vertices.lowerBound || $0 == vertices.upperBound - 1 }
    lines.append(line)
  }

  /// Joins and returns what was added.
  ///
  /// - Parameter joinsCrossings: Whether lines that cross or touch without a vertex are joined there;
  ///   else they are counted.
  mutating func join(crossings joinsCrossings: Bool) -> StreetLines {
    sets = DisjointSets(count: x.count)
    let inner = (0..<Int32(x.count)).filter { !isEnd[Int($0)] }
    let starts = (0..<Int32(x.count)).filter {
      Int($0) + 1 < x.count && lineOfVertex[Int($0)] == lineOfVertex[Int($0) + 1]
    }
    let places = places()
    let cells = SegmentCells(starts: starts, x: x, y: y)
    PointGrid(rows: inner, x: x, y: y).search { grid in
      for place in places {
        let groups = groups(of: place)
        join(groups, endsAtPlace: place)
        for group in groups {
          join(group, endsAtPlace: place, inner: grid, starts: starts, cells: cells)
        }
      }
    }
    joinEqual(inner)
    findCrossings(starts, cells, joining: joinsCrossings)
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

  /// Joins ends to the nearest vertex inside each other line of their level; where there is none, to
  /// the line itself, which gets a vertex at the nearest place.
  private mutating func join(
    _ group: EndGroup, endsAtPlace place: ArraySlice<Int32>, inner: PointGrid.View,
    starts: [Int32], cells: SegmentCells
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
    var feet: [Int32: Foot] = [:]
    for end in group.ends {
      let reach = reach(of: end)
      cells.forEach(within: reach, ofX: x[Int(end)], y: y[Int(end)]) { segment in
        let start = starts[Int(segment)]
        let line = lineOfVertex[Int(start)]
        guard nearest[line] == nil, let foot = foot(of: end, on: start, within: reach)
        else { return }
        guard level(of: start) == group.level else {
          otherLevels += 1
          return
        }
        // A line may come back to itself; another one that ends here is met already.
        let isBack =
          line == lineOfVertex[Int(end)] && start != end && start + 1 != end
          && foot.square <= Self.touch * Self.touch
        guard !linesHere.contains(line) || isBack else { return }
        if let best = feet[line], !(foot.precedes(best)) { return }
        feet[line] = foot
      }
    }
    for foot in feet.values {
      insertions.append(Insertion(start: foot.start, share: foot.share, vertex: foot.end))
      self.feet.append((foot.end, foot.place))
    }
    let isMet = !nearest.isEmpty || !feet.isEmpty
    if isMet { joins.endsOnLines += 1 }
    if !isMet && otherLevels > 0 && place.count == 1 { joins.endsOnOtherLevels += 1 }
  }

  /// The place between two vertices of a line that is nearest to an end.
  private struct Foot {
    let end: Int32
    let start: Int32
    let share: Double
    let place: Point
    let square: Double

    func precedes(_ other: Foot) -> Bool {
      (square, place.x, place.y) < (other.square, other.place.x, other.place.y)
    }
  }

  /// `nil` beyond the reach.
  private func foot(of end: Int32, on start: Int32, within reach: Double) -> Foot? {
    let (a, b, p) = (Int(start), Int(start) + 1, Int(end))
    guard x[a] != x[b] || y[a] != y[b] else { return nil }
    let side = Segment(ax: x[a], ay: y[a], bx: x[b], by: y[b])
    let share = side.share(nearestToX: x[p], y: y[p])
    let place = side.point(atShare: share)
    let away = (place.x - x[p]) * (place.x - x[p]) + (place.y - y[p]) * (place.y - y[p])
    guard away <= reach * reach else { return nil }
    return Foot(end: end, start: start, share: share, place: place, square: away)
  }

  /// What is as near as this is at one place, as far as coordinates with seven decimals of a degree
  /// tell; metres.
  static let touch = 0.02

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
    let positions = positions()
    insertions.sort { ($0.start, $0.share, $0.vertex) < ($1.start, $1.share, $1.vertex) }
    var result = StreetLines(on: ground)
    var numbers = [Int32](repeating: -1, count: x.count + crossings.count)
    var path: [Int32] = []
    var nextInsertion = 0
    for line in lines {
      path.removeAll(keepingCapacity: true)
      func pass(_ vertex: Int32) {
        let root =
          Int(vertex) < x.count ? Int32(sets.root(of: Int(vertex))) : vertex
        if path.last != root { path.append(root) }
      }
      for vertex in line.vertices {
        pass(vertex)
        while nextInsertion < insertions.count, insertions[nextInsertion].start == vertex {
          pass(insertions[nextInsertion].vertex)
          nextInsertion += 1
        }
      }
      guard path.count > 1 else {
        joins.collapsedLines += 1
        continue
      }
      for (place, root) in path.enumerated() {
        if numbers[Int(root)] < 0 {
          numbers[Int(root)] = Int32(result.x.count)
          let position = Int(root) < x.count ? positions[Int(root)] : crossings[Int(root) - x.count]
          result.x.append(position.x)
          result.y.append(position.y)
        }
        path[place] = numbers[Int(root)]
      }
      result.append(
        path, direction: line.direction, sourceID: line.sourceID, traits: line.traits)
    }
    return result
  }

  /// Where each set of vertices is, by its root: a vertex inside a line stays where it is, of several
  /// the least stands for all; else the place on a line that ends meet; else the least end.
  private mutating func positions() -> [Point] {
    var best = [Int32](repeating: -1, count: x.count)
    for vertex in 0..<Int32(x.count) {
      let root = sets.root(of: Int(vertex))
      guard best[root] >= 0 else {
        best[root] = vertex
        continue
      }
      let isBetter =
        isEnd[Int(vertex)] == isEnd[Int(best[root])]
        ? precedes(vertex, best[root]) : isEnd[Int(best[root])]
      if isBetter { best[root] = vertex }
    }
    var result = best.map { vertex in
      vertex < 0 ? Point(x: 0, y: 0) : Point(x: x[Int(vertex)], y: y[Int(vertex)])
    }
    var isOnLine = [Bool](repeating: false, count: feet.isEmpty ? 0 : x.count)
    for foot in feet {
      let root = sets.root(of: Int(foot.vertex))
      guard isEnd[Int(best[root])] else { continue }
      let (place, known) = (foot.place, result[root])
      if !isOnLine[root] || (place.x, place.y) < (known.x, known.y) { result[root] = place }
      isOnLine[root] = true
    }
    return result
  }

  func level(of vertex: Int32) -> Int { lines[Int(lineOfVertex[Int(vertex)])].level }

  private func isSamePoint(_ one: Int32, _ other: Int32) -> Bool {
    x[Int(one)] == x[Int(other)] && y[Int(one)] == y[Int(other)]
  }

  /// By x, y, then index.
  private func precedes(_ one: Int32, _ other: Int32) -> Bool {
    (x[Int(one)], y[Int(one)], one) < (x[Int(other)], y[Int(other)], other)
  }
}
