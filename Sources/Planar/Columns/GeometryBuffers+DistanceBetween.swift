extension GeometryBuffers {
  /// The distance from the nearest point of a row to that of a row of another column: 0 where they
  /// touch, `.infinity` where one has no vertices. Looks at every pair of edges.
  public func distance(_ row: Int, to other: Int, of others: GeometryBuffers) -> Double {
    var best = Double.infinity
    for vertex in vertices(ofRow: row) {
      best = min(best, others.distance(other, toX: x[vertex], y: y[vertex]))
    }
    for vertex in others.vertices(ofRow: other) {
      best = min(best, distance(row, toX: others.x[vertex], y: others.y[vertex]))
    }
    // Apart from a crossing, one of the nearest points is a vertex.
    return best > 0 && crosses(row, other, of: others) ? 0 : best
  }

  /// Whether an edge of a row crosses one of another column's row from side to side.
  private func crosses(_ row: Int, _ other: Int, of others: GeometryBuffers) -> Bool {
    for ring in rings(ofRow: row) {
      for vertex in vertices(of: ring).dropFirst() {
        for otherRing in others.rings(ofRow: other) {
          for end in others.vertices(of: otherRing).dropFirst()
          where areApart(by: vertex, end, others) && others.areApart(by: end, vertex, self) {
            return true
          }
        }
      }
    }
    return false
  }

  /// Whether the line through the edge that ends in a vertex parts the ends of another edge.
  private func areApart(by vertex: Int, _ end: Int, _ others: GeometryBuffers) -> Bool {
    func side(_ place: Int) -> Double {
      Orientation.sign(
        ax: x[vertex - 1], ay: y[vertex - 1], bx: x[vertex], by: y[vertex], px: others.x[place],
        py: others.y[place])
    }
    return (side(end - 1) > 0 && side(end) < 0) || (side(end - 1) < 0 && side(end) > 0)
  }
}
