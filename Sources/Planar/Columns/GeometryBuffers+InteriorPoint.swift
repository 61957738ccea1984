extension GeometryBuffers {
  /// A position that stands for a row and is on it; `nil` without vertices.
  ///
  /// For a polygon its centroid if that is inside, else the middle of the widest stretch inside
  /// along a horizontal line near the middle (this case allocates); for a polygon without area, a
  /// vertex. For lines and points the vertex nearest to the centroid.
  public func interiorPoint(of row: Int) -> Point? {
    guard let centroid = centroid(of: row) else { return nil }
    guard kinds[row].isPolygon else { return nearestVertex(row, to: centroid) }
    if contains(row, x: centroid.x, y: centroid.y) { return centroid }
    return widestScanPoint(row) ?? nearestVertex(row, to: centroid)
  }

  private func nearestVertex(_ row: Int, to point: Point) -> Point? {
    var best: Point?
    var bestSquared = Double.infinity
    for vertex in vertices(ofRow: row) {
      let dx = x[vertex] - point.x
      let dy = y[vertex] - point.y
      let squared = dx * dx + dy * dy
      if squared < bestSquared {
        bestSquared = squared
        best = Point(x: x[vertex], y: y[vertex])
      }
    }
    return best
  }

  private func widestScanPoint(_ row: Int) -> Point? {
    var best: (width: Double, point: Point)?
    for part in parts(of: row) {
      guard let scanY = scanLine(part) else { continue }
      var crossings: [Double] = []
      for ring in rings(of: part) {
        for vertex in vertices(of: ring).dropFirst() {
          let ay = y[vertex - 1]
          let by = y[vertex]
          guard (ay > scanY) != (by > scanY) else { continue }
          let t = (scanY - ay) / (by - ay)
          crossings.append(x[vertex - 1] + t * (x[vertex] - x[vertex - 1]))
        }
      }
      crossings.sort()
      for index in stride(from: 0, to: crossings.count - 1, by: 2) {
        let width = crossings[index + 1] - crossings[index]
        let middle = Point(x: (crossings[index] + crossings[index + 1]) / 2, y: scanY)
        guard width > best?.width ?? 0, contains(row, x: middle.x, y: middle.y) else { continue }
        best = (width, middle)
      }
    }
    return best?.point
  }

  /// Halfway between the two vertices that are nearest above and below the middle of the shell: no
  /// vertex is on this line, so every crossing is a plain one.
  private func scanLine(_ part: Int) -> Double? {
    guard let shell = rings(of: part).first else { return nil }
    var low = Double.infinity
    var high = -Double.infinity
    for vertex in vertices(of: shell) {
      low = min(low, y[vertex])
      high = max(high, y[vertex])
    }
    guard low < high else { return nil }
    let middle = low + (high - low) / 2
    var below = low
    var above = high
    for ring in rings(of: part) {
      for vertex in vertices(of: ring) {
        let height = y[vertex]
        if height <= middle { below = max(below, height) } else { above = min(above, height) }
      }
    }
    return below + (above - below) / 2
  }
}
