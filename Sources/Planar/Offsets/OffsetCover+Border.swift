/// What is covered of vertices and segments of the row at hand.
extension OffsetCover {
  func isCovered(_ scene: Scene, vertex: Int) -> Bool {
    let x = scene.column.x[vertex]
    let y = scene.column.y[vertex]
    for piece in pieces where piece.absolute.squaredDistance(toX: x, y: y) <= piece.squaredLimit {
      return true
    }
    return areas.contains { scene.areas.contains(Int($0), x: x, y: y) }
  }

  func areVerticesCovered(_ scene: Scene) -> Bool {
    scene.column.vertices(ofRow: scene.row).allSatisfy { isCovered(scene, vertex: $0) }
  }

  mutating func areSegmentsCovered(_ scene: Scene) -> Bool {
    var isCovered = true
    scene.forEachSegment { ax, ay, bx, by in
      guard isCovered, ax != bx || ay != by else { return }
      isCovered =
        coveredParameter(scene, fromX: ax, y: ay, toX: bx, y: by, margin: CircleCover.tolerance)
        .isWhole
    }
    return isCovered
  }

  /// The length of all segments, and the part of it that is covered.
  mutating func lengths(_ scene: Scene) -> (covered: Double, total: Double) {
    var covered = 0.0
    var total = 0.0
    scene.forEachSegment { ax, ay, bx, by in
      let length = ((bx - ax) * (bx - ax) + (by - ay) * (by - ay)).squareRoot()
      total += length
      covered += length * coveredParameter(scene, fromX: ax, y: ay, toX: bx, y: by, margin: 0).sum
    }
    return (covered, total)
  }

  /// How much of a segment is covered, and whether it is without a gap.
  private mutating func coveredParameter(
    _ scene: Scene, fromX ax: Double, y ay: Double, toX bx: Double, y by: Double, margin: Double
  ) -> (sum: Double, isWhole: Bool) {
    intervals.removeAll(keepingCapacity: true)
    for piece in pieces {
      let interval = Interval(ofLineFrom: ax, ay, to: bx, by, in: piece.capsule, margin: margin)
      if let interval, interval.end >= 0, interval.start <= 1 { intervals.append(interval) }
    }
    for area in areas {
      addIntervals(scene, of: Int(area), fromX: ax, y: ay, toX: bx, y: by, margin: margin)
    }
    intervals.sort { $0.start < $1.start }
    var reached = 0.0
    var sum = 0.0
    var isWhole = true
    for interval in intervals {
      let end = min(1, interval.end)
      guard end > reached else { continue }
      if interval.start > reached { isWhole = false }
      sum += end - max(reached, interval.start)
      reached = end
    }
    return (sum, isWhole && reached >= 1)
  }

  /// Where a segment runs in an area: between two crossings it is inside or outside as a whole.
  private mutating func addIntervals(
    _ scene: Scene, of area: Int, fromX ax: Double, y ay: Double, toX bx: Double, y by: Double,
    margin: Double
  ) {
    let dx = bx - ax
    let dy = by - ay
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return }
    var cuts = [0.0, 1.0]
    let column = scene.areas
    for ring in column.rings(ofRow: area) {
      for vertex in column.vertices(of: ring).dropFirst() {
        let px = column.x[vertex - 1] - scene.originX - ax
        let py = column.y[vertex - 1] - scene.originY - ay
        let qx = column.x[vertex] - scene.originX - ax
        let qy = column.y[vertex] - scene.originY - ay
        let p = dx * py - dy * px
        let q = dx * qy - dy * qx
        guard (p <= 0) != (q <= 0) else { continue }
        let t = p / (p - q)
        let cut = ((px + t * (qx - px)) * dx + (py + t * (qy - py)) * dy) / (length * length)
        if cut > 0, cut < 1 { cuts.append(cut) }
      }
    }
    cuts.sort()
    let slack = margin / length
    for (start, end) in zip(cuts, cuts.dropFirst()) where end > start {
      let middle = (start + end) / 2
      guard isInArea(scene, area, x: ax + middle * dx, y: ay + middle * dy) else { continue }
      intervals.append(Interval(start: start - slack, end: end + slack))
    }
  }

  private func isInArea(_ scene: Scene, _ area: Int, x: Double, y: Double) -> Bool {
    scene.areas.contains(area, x: x + scene.originX, y: y + scene.originY)
  }
}

extension Scene {
  /// Calls `body` with the ends of every segment, relative to the origin.
  fileprivate func forEachSegment(
    _ body: (_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) -> Void
  ) {
    for ring in column.rings(ofRow: row) {
      for vertex in column.vertices(of: ring).dropFirst() {
        body(
          column.x[vertex - 1] - originX, column.y[vertex - 1] - originY,
          column.x[vertex] - originX, column.y[vertex] - originY)
      }
    }
  }
}
