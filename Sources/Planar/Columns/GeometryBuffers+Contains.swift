extension GeometryBuffers {
  /// Whether a position is on a row; borders count, decided without rounding error.
  ///
  /// In a polygon: inside its shell or on a border, and not inside a hole. On a line: exactly on
  /// one of its segments. At a point: equal to it. NaN is nowhere.
  public func contains(_ row: Int, x px: Double, y py: Double) -> Bool {
    let kind = kinds[row]
    for part in parts(of: row) {
      var isInside = false
      for ring in rings(of: part) {
        switch location(inRing: ring, isArea: kind.isPolygon, px, py) {
        case .onBorder: return true
        case .inside: isInside.toggle()
        case .outside: break
        }
      }
      if isInside { return true }
    }
    return false
  }

  private enum Location {
    case inside
    case onBorder
    case outside
  }

  /// Counts the crossings of a ray to the east.
  @inline(__always)
  private func location(
    inRing ring: Int, isArea: Bool, _ px: Double, _ py: Double
  ) -> Location {
    let vertices = vertices(of: ring)
    guard let first = vertices.first else { return .outside }
    var ax = x[first]
    var ay = y[first]
    if ax == px, ay == py { return .onBorder }
    var isInside = false
    for vertex in vertices.dropFirst() {
      let bx = x[vertex]
      let by = y[vertex]
      defer {
        ax = bx
        ay = by
      }
      if ax < px, bx < px { continue }
      if bx == px, by == py { return .onBorder }
      if ay == py, by == py {
        if min(ax, bx) <= px, px <= max(ax, bx) { return .onBorder }
        continue
      }
      // Half-open: a vertex on the ray belongs to the edge above it alone.
      if (ay > py) != (by > py) {
        let side = Orientation.sign(ax: ax, ay: ay, bx: bx, by: by, px: px, py: py)
        if side == 0 { return .onBorder }
        if (side > 0) == (by > ay) { isInside.toggle() }
      }
    }
    return isArea && isInside ? .inside : .outside
  }
}
