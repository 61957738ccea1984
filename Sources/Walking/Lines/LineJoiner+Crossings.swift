internal import Planar

extension LineJoiner {
  /// Finds where lines of one level cross or touch without a vertex in common: joins them there, or
  /// counts.
  mutating func findCrossings(_ starts: [Int32], _ cells: SegmentCells, joining: Bool) {
    var inserted: [Int32: [Int32]] = [:]
    for insertion in insertions { inserted[insertion.start, default: []].append(insertion.vertex) }
    let roots = x.indices.map { Int32(sets.root(of: $0)) }
    var touches: Set<Touch> = []
    var found: [(one: Int32, other: Int32, place: Point, shares: (Double, Double))] = []
    cells.forEachPair { cell, first, second in
      let (one, other) = (starts[Int(first)], starts[Int(second)])
      guard level(of: one) == level(of: other) else { return }
      if Self.areJoined(one, other, inserted: inserted, roots: roots) { return }
      // A line may have its vertices as near to one another as it likes.
      let isSame = lineOfVertex[Int(one)] == lineOfVertex[Int(other)]
      let near = isSame ? [] : self.touches(of: one, other)
      guard near.isEmpty else {
        touches.formUnion(near)
        return
      }
      guard let crossing = crossing(of: one, other),
        cells.cell(ofX: crossing.place.x, y: crossing.place.y) == cell
      else { return }
      found.append((one, other, crossing.place, crossing.shares))
    }
    // However many lines touch at one place, it is one.
    var places = sets
    for touch in touches where touch.isVertex {
      places.unite(Int(touch.vertex), Int(touch.other))
    }
    joins.crossings = found.count + Set(touches.map { places.root(of: Int($0.vertex)) }).count
    joins.areCrossingsJoined = joining
    guard joining else {
      for crossing in found { doubtful.append(x: crossing.place.x, y: crossing.place.y) }
      for vertex in Set(touches.map { places.root(of: Int($0.vertex)) }).sorted() {
        doubtful.append(x: x[vertex], y: y[vertex])
      }
      return
    }
    for crossing in found {
      let vertex = Int32(x.count + crossings.count)
      crossings.append(crossing.place)
      insertions.append(Insertion(start: crossing.one, share: crossing.shares.0, vertex: vertex))
      insertions.append(Insertion(start: crossing.other, share: crossing.shares.1, vertex: vertex))
    }
    for touch in touches {
      if touch.isVertex {
        sets.unite(Int(touch.vertex), Int(touch.other))
      } else {
        insertions.append(
          Insertion(start: touch.other, share: touch.share, vertex: touch.vertex))
      }
    }
  }

  /// A vertex of a line at another line.
  struct Touch: Hashable {
    let vertex: Int32
    /// The vertex before the place, or the vertex at it.
    let other: Int32
    let isVertex: Bool
    let share: Double
  }

  /// Whether two segments meet in a vertex already.
  private static func areJoined(
    _ one: Int32, _ other: Int32, inserted: [Int32: [Int32]], roots: [Int32]
  ) -> Bool {
    let ends = [roots[Int(one)], roots[Int(one) + 1]]
    let otherEnds = [roots[Int(other)], roots[Int(other) + 1]]
    if ends.contains(where: otherEnds.contains) { return true }
    let (here, there) = (inserted[one], inserted[other])
    if here == nil && there == nil { return false }
    let known = Set(ends + (here ?? []).map { roots[Int($0)] })
    return (otherEnds + (there ?? []).map { roots[Int($0)] }).contains(where: known.contains)
  }

  /// The vertices of one segment that lie at the other.
  private func touches(of one: Int32, _ other: Int32) -> [Touch] {
    let reach = min(tolerance, Self.touch)
    var result: [Touch] = []
    for (segment, vertices) in [(other, [one, one + 1]), (one, [other, other + 1])] {
      let (a, b) = (Int(segment), Int(segment) + 1)
      let (dx, dy) = (x[b] - x[a], y[b] - y[a])
      let side = Segment(ax: x[a], ay: y[a], bx: x[b], by: y[b])
      for vertex in vertices {
        let (px, py) = (x[Int(vertex)] - x[a], y[Int(vertex)] - y[a])
        let share = side.share(nearestToX: x[Int(vertex)], y: y[Int(vertex)])
        let (ex, ey) = (px - share * dx, py - share * dy)
        guard ex * ex + ey * ey <= reach * reach else { continue }
        let isAtStart = (px * px + py * py) <= reach * reach
        let (qx, qy) = (x[Int(vertex)] - x[b], y[Int(vertex)] - y[b])
        let isAtEnd = qx * qx + qy * qy <= reach * reach
        if isAtStart || isAtEnd {
          result.append(
            Touch(
              vertex: vertex, other: isAtStart ? segment : segment + 1, isVertex: true, share: 0))
        } else {
          result.append(Touch(vertex: vertex, other: segment, isVertex: false, share: share))
        }
      }
    }
    return result
  }

  /// Where two segments cross, off their ends.
  private func crossing(
    of one: Int32, _ other: Int32
  ) -> (place: Point, shares: (Double, Double))? {
    let (a, b, c, d) = (Int(one), Int(one) + 1, Int(other), Int(other) + 1)
    let (ux, uy) = (x[b] - x[a], y[b] - y[a])
    let (vx, vy) = (x[d] - x[c], y[d] - y[c])
    let (wx, wy) = (x[c] - x[a], y[c] - y[a])
    let turn = ux * vy - uy * vx
    guard turn != 0 else { return nil }
    let share = (wx * vy - wy * vx) / turn
    let otherShare = (wx * uy - wy * ux) / turn
    guard share > 0, share < 1, otherShare > 0, otherShare < 1 else { return nil }
    return (Point(x: x[a] + share * ux, y: y[a] + share * uy), (share, otherShare))
  }
}
