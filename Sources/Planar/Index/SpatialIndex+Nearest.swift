extension SpatialIndex {
  /// Calls `body` with rows whose envelopes come within a distance of a position, the promising ones
  /// first, while the distance shrinks: the way to what is nearest.
  ///
  /// - Parameters:
  ///   - limit: The largest distance that is still of interest, inclusive. `body` lowers it to that
  ///     of what it has found; of rows that are farther not all are seen.
  ///   - body: Sees a row, and changes the limit.
  public func forEachRow(
    nearX x: Double, y: Double, within limit: inout Double,
    _ body: (_ row: Int, _ limit: inout Double) -> Void
  ) {
    guard !isEmpty else { return }
    visit(levelCount - 1, node: 0, atX: x, y: y, limit: &limit, body)
  }

  private func visit(
    _ level: Int, node: Int, atX x: Double, y: Double, limit: inout Double,
    _ body: (_ row: Int, _ limit: inout Double) -> Void
  ) {
    if level == 0 { return body(row(ofLeaf: node), &limit) }
    var children = InlineArray<16, (distance: Double, node: Int)>(repeating: (0, 0))
    var count = 0
    for child in self.children(of: node, at: level) {
      let distance = box(child, at: level - 1).distance(toX: x, y: y)
      var place = count
      while place > 0, children[place - 1].distance > distance {
        children[place] = children[place - 1]
        place -= 1
      }
      children[place] = (distance, child)
      count += 1
    }
    for place in 0..<count {
      // A row may be nearer than its envelope by a rounding error.
      if children[place].distance * (1 - 1e-12) > limit { return }
      visit(level - 1, node: children[place].node, atX: x, y: y, limit: &limit, body)
    }
  }
}

extension Envelope {
  /// From a position to the nearest point of the rectangle; 0 inside.
  public func distance(toX x: Double, y: Double) -> Double {
    let dx = max(minX - x, 0, x - maxX)
    let dy = max(minY - y, 0, y - maxY)
    return (dx * dx + dy * dy).squareRoot()
  }
}
