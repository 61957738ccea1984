/// The steps of `isFullyCovered(_:in:)`, in its order; the first that fails ends it.
extension CircleCover {
  mutating func isCoveredByRims(_ row: Int, _ column: GeometryBuffers) -> Bool {
    guard areVerticesCovered(row, column) else { return false }
    if column.kinds[row].isPoint { return true }
    // One disc is convex: with all vertices it has everything.
    if rims.count < 2 { return true }
    guard areSegmentsCovered(row, column) else { return false }
    // Two discs leave no pocket: a cell of two has no corner.
    return rims.count < 3 || !column.kinds[row].isPolygon || !hasPocket(row, column)
  }

  private func areVerticesCovered(_ row: Int, _ column: GeometryBuffers) -> Bool {
    for vertex in column.vertices(ofRow: row) {
      guard isInRim(column.x[vertex], column.y[vertex]) else { return false }
    }
    return true
  }

  private mutating func areSegmentsCovered(_ row: Int, _ column: GeometryBuffers) -> Bool {
    guard let first = column.vertices(ofRow: row).first else { return false }
    let originX = column.x[first]
    let originY = column.y[first]
    for ring in column.rings(ofRow: row) {
      for vertex in column.vertices(of: ring).dropFirst() {
        let isCovered = isSegmentCovered(
          fromX: column.x[vertex - 1] - originX, y: column.y[vertex - 1] - originY,
          toX: column.x[vertex] - originX, y: column.y[vertex] - originY)
        guard isCovered else { return false }
      }
    }
    return true
  }

  private mutating func isSegmentCovered(
    fromX ax: Double, y ay: Double, toX bx: Double, y by: Double
  ) -> Bool {
    if ax == bx, ay == by { return true }
    collectIntervals(fromX: ax, y: ay, toX: bx, y: by, margin: Self.tolerance)
    var reached = 0.0
    for interval in intervals {
      guard interval.start <= reached else { return false }
      reached = max(reached, interval.end)
      if reached >= 1 { return true }
    }
    return false
  }

  /// Whether a corner of a power cell lies in the row and in no disc.
  ///
  /// Cells are cut out of the row's envelope. A corner on the envelope is harmless: in the row it
  /// is on its border, which is known to be covered.
  private mutating func hasPocket(_ row: Int, _ column: GeometryBuffers) -> Bool {
    guard let first = column.vertices(ofRow: row).first else { return false }
    let originX = column.x[first]
    let originY = column.y[first]
    var box = column.envelope(of: row)
    box = Envelope(
      minX: box.minX - originX, minY: box.minY - originY,
      maxX: box.maxX - originX, maxY: box.maxY - originY)
    for index in 0..<rims.count {
      clipped.load(box)
      for other in 0..<rims.count where other != index && clipped.count > 0 {
        clipped.clip(by: HalfPlane(of: rims[index], against: rims[other]), into: &spare)
        swap(&clipped, &spare)
      }
      for corner in 0..<clipped.count {
        let x = clipped.x[corner]
        let y = clipped.y[corner]
        if isNearlyInRim(x, y) { continue }
        if column.contains(row, x: x + originX, y: y + originY) { return true }
      }
    }
    return false
  }

  private func isNearlyInRim(_ localX: Double, _ localY: Double) -> Bool {
    for rim in rims where rim.nearlyContains(localX: localX, localY: localY) { return true }
    return false
  }
}
