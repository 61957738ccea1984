extension GeometryColumn {
  /// The rows that have a point in a rectangle, borders included, in their order.
  public func rows(meeting box: Envelope) -> [Int] {
    withBuffers { buffers in (0..<count).filter { buffers.row($0, meets: box) } }
  }
}

extension GeometryBuffers {
  /// Whether a row has a point in a rectangle, borders included.
  func row(_ row: Int, meets box: Envelope) -> Bool {
    if box.isEmpty { return false }
    for part in parts(of: row) {
      for ring in rings(of: part) {
        let vertices = vertices(of: ring)
        guard let first = vertices.first else { continue }
        var (ax, ay) = (x[first], y[first])
        if box.contains(x: ax, y: ay) { return true }
        for vertex in vertices.dropFirst() {
          let (bx, by) = (x[vertex], y[vertex])
          if Segment(ax: ax, ay: ay, bx: bx, by: by).meets(box) { return true }
          (ax, ay) = (bx, by)
        }
      }
    }
    // No border of it comes into the rectangle, which lies inside as a whole, or outside.
    return kinds[row].isPolygon && contains(row, x: box.minX, y: box.minY)
  }
}

extension Segment {
  /// Whether it comes into a rectangle: it has an end in it, or passes it between two corners on different sides.
  fileprivate func meets(_ box: Envelope) -> Bool {
    if max(ax, bx) < box.minX || min(ax, bx) > box.maxX { return false }
    if max(ay, by) < box.minY || min(ay, by) > box.maxY { return false }
    if box.contains(x: ax, y: ay) || box.contains(x: bx, y: by) { return true }
    let corners = [
      (box.minX, box.minY), (box.maxX, box.minY), (box.minX, box.maxY), (box.maxX, box.maxY),
    ]
    var (isLeft, isRight) = (false, false)
    for (px, py) in corners {
      let side = Orientation.sign(ax: ax, ay: ay, bx: bx, by: by, px: px, py: py)
      if side == 0 { return true }
      if side > 0 { isLeft = true } else { isRight = true }
    }
    return isLeft && isRight
  }
}
