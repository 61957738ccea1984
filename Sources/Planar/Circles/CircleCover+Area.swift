extension CircleCover {
  /// The share of a row in the rims, for a row that is neither inside nor outside.
  mutating func shareOfRims(_ row: Int, _ column: GeometryBuffers) -> Double {
    if column.kinds[row].isPolygon {
      let area = column.area(of: row)
      if area > 0 { return areaOfRims(row, column) / area }
    }
    let length = lengthOfRims(row, column)
    if length.total > 0 { return length.covered / length.total }
    var covered = 0
    let vertices = column.vertices(ofRow: row)
    for vertex in vertices where isInRim(column.x[vertex], column.y[vertex]) { covered += 1 }
    return Double(covered) / Double(vertices.count)
  }

  func isInRim(_ x: Double, _ y: Double) -> Bool {
    for rim in rims where rim.contains(x: x, y: y) { return true }
    return false
  }

  mutating func areaOfRims(_ row: Int, _ column: GeometryBuffers) -> Double {
    guard let first = column.vertices(ofRow: row).first else { return 0 }
    let originX = column.x[first]
    let originY = column.y[first]
    var sum = 0.0
    for part in column.parts(of: row) {
      var sign = 1.0
      for index in column.rings(of: part) {
        ring.load(index, of: column, originX: originX, originY: originY)
        // Rings may run either way; a shell counts as positive, a hole as negative.
        let isClockwise = ring.signedArea < 0
        let area = signedAreaOfRing()
        sum += isClockwise ? -sign * area : sign * area
        sign = -1
      }
    }
    return max(0, sum)
  }

  private mutating func signedAreaOfRing() -> Double {
    if rims.count == 1 { return DiscRingArea.signedArea(ring, in: rims[0]) }
    var sum = 0.0
    for index in 0..<rims.count { sum += signedArea(inCellOf: index) }
    return sum
  }

  /// The part of `ring` in the power cell of a rim and in its disc.
  private mutating func signedArea(inCellOf index: Int) -> Double {
    let rim = rims[index]
    var isWhole = true
    for other in 0..<rims.count where other != index {
      let dx = rims[other].localX - rim.localX
      let dy = rims[other].localY - rim.localY
      let reach = rims[other].radius + rim.radius
      // The wall between two discs that do not overlap cuts neither.
      if dx * dx + dy * dy >= reach * reach { continue }
      let halfPlane = HalfPlane(of: rim, against: rims[other])
      if isWhole {
        ring.clip(by: halfPlane, into: &clipped)
        isWhole = false
      } else {
        clipped.clip(by: halfPlane, into: &spare)
        swap(&clipped, &spare)
      }
    }
    return DiscRingArea.signedArea(isWhole ? ring : clipped, in: rim)
  }

  /// The length of all segments of a row, and the part of it in the rims.
  mutating func lengthOfRims(
    _ row: Int, _ column: GeometryBuffers
  ) -> (covered: Double, total: Double) {
    guard let first = column.vertices(ofRow: row).first else { return (0, 0) }
    let originX = column.x[first]
    let originY = column.y[first]
    var covered = 0.0
    var total = 0.0
    for ring in column.rings(ofRow: row) {
      for vertex in column.vertices(of: ring).dropFirst() {
        let ax = column.x[vertex - 1] - originX
        let ay = column.y[vertex - 1] - originY
        let bx = column.x[vertex] - originX
        let by = column.y[vertex] - originY
        let length = ((bx - ax) * (bx - ax) + (by - ay) * (by - ay)).squareRoot()
        total += length
        covered += length * coveredParameter(fromX: ax, y: ay, toX: bx, y: by)
      }
    }
    return (covered, total)
  }

  /// The share of one segment, in local coordinates.
  private mutating func coveredParameter(
    fromX ax: Double, y ay: Double, toX bx: Double, y by: Double
  ) -> Double {
    collectIntervals(fromX: ax, y: ay, toX: bx, y: by, margin: 0)
    var reached = 0.0
    var sum = 0.0
    for interval in intervals {
      let end = min(1, interval.end)
      guard end > reached else { continue }
      sum += end - max(reached, interval.start)
      reached = end
    }
    return sum
  }

  /// Fills `intervals` with the parts of a segment in each rim, by their start.
  mutating func collectIntervals(
    fromX ax: Double, y ay: Double, toX bx: Double, y by: Double, margin: Double
  ) {
    intervals.removeAll(keepingCapacity: true)
    for rim in rims {
      let interval = Interval(
        ofLineFrom: ax - rim.localX, ay - rim.localY, to: bx - rim.localX, by - rim.localY,
        radius: rim.radius + margin)
      if let interval, interval.end >= 0, interval.start <= 1 { intervals.append(interval) }
    }
    if intervals.count > 1 { intervals.sort { $0.start < $1.start } }
  }
}
