internal import Planar

/// The rings of one outline while it is drawn.
struct OutlineRings {
  /// Of the ring that is being drawn, every crossing.
  private var rawX: [Double] = []
  private var rawY: [Double] = []
  /// Of finished rings, closed.
  private var x: [Double] = []
  private var y: [Double] = []
  private var ends: [Int] = []
  private var isHole: [Bool] = []

  mutating func removeAll() {
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    isHole.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  mutating func add(_ point: (x: Double, y: Double)) {
    rawX.append(point.x)
    rawY.append(point.y)
  }

  /// Ends a ring. Vertices that are within `tolerance` of the line between those kept are left out.
  mutating func end(isHole hole: Bool, tolerance: Double) {
    let start = x.count
    let count = rawX.count
    rawX.append(rawX[0])
    rawY.append(rawY[0])
    rawX.withUnsafeBufferPointer { rawX in
      rawY.withUnsafeBufferPointer { rawY in
        simplify(rawX, rawY, tolerance)
        if x.count - start < 4 {
          // Too few are left for a ring; outlines are never that thin, but this costs nothing.
          x.removeLast(x.count - start)
          y.removeLast(y.count - start)
          for index in 0...count {
            x.append(rawX[index])
            y.append(rawY[index])
          }
        }
      }
    }
    rawX.removeAll(keepingCapacity: true)
    rawY.removeAll(keepingCapacity: true)
    ends.append(x.count)
    isHole.append(hole)
  }

  /// Goes on from the last vertex kept as long as one straight line passes all that follow, in
  /// their order; one division a vertex.
  private mutating func simplify(
    _ rawX: UnsafeBufferPointer<Double>, _ rawY: UnsafeBufferPointer<Double>, _ tolerance: Double
  ) {
    var anchor = 0
    x.append(rawX[0])
    y.append(rawY[0])
    while anchor < rawX.count - 1 {
      let originX = rawX[anchor]
      let originY = rawY[anchor]
      let directionX = rawX[anchor + 1] - originX
      let directionY = rawY[anchor + 1] - originY
      let allowed =
        tolerance * (directionX * directionX + directionY * directionY).squareRoot()
      var low = -Double.infinity
      var high = Double.infinity
      var farthest = 0.0
      var next = anchor + 1
      while next < rawX.count {
        let dx = rawX[next] - originX
        let dy = rawY[next] - originY
        // Both times the length of the first step, which cancels in the slope.
        let along = dx * directionX + dy * directionY
        let across = dy * directionX - dx * directionY
        if along <= farthest { break }
        let inverse = 1 / along
        let slope = across * inverse
        if slope < low || slope > high { break }
        let width = allowed * inverse
        low = max(low, slope - width)
        high = min(high, slope + width)
        farthest = along
        next += 1
      }
      anchor = max(anchor + 1, next - 1)
      x.append(rawX[anchor])
      y.append(rawY[anchor])
    }
  }

  /// Appends the rings as one row.
  func write(into column: inout GeometryColumn) {
    let shells = isHole.indices.filter { !isHole[$0] }
    guard let first = shells.first else {
      column.appendNone()
      return
    }
    if shells.count == 1 {
      // The lowest outline is the shell, and comes first.
      for ring in isHole.indices { write(ring, into: &column) }
      column.endPart()
      column.endRow(.polygon)
      return
    }
    var owners = [Int](repeating: first, count: isHole.count)
    for hole in isHole.indices where isHole[hole] {
      let around = shells.filter { surrounds($0, hole) }
      owners[hole] = around.min { area($0) < area($1) } ?? first
    }
    for shell in shells {
      write(shell, into: &column)
      for hole in isHole.indices where isHole[hole] && owners[hole] == shell {
        write(hole, into: &column)
      }
      column.endPart()
    }
    column.endRow(.multiPolygon)
  }

  private func vertices(of ring: Int) -> Range<Int> {
    (ring == 0 ? 0 : ends[ring - 1])..<ends[ring]
  }

  private func write(_ ring: Int, into column: inout GeometryColumn) {
    for vertex in vertices(of: ring) { column.appendVertex(x: x[vertex], y: y[vertex]) }
    column.endRing()
  }

  /// Whether the first vertex of a ring is inside another; rings never touch.
  private func surrounds(_ shell: Int, _ ring: Int) -> Bool {
    let px = x[vertices(of: ring).lowerBound]
    let py = y[vertices(of: ring).lowerBound]
    var isInside = false
    for vertex in vertices(of: shell).dropFirst() {
      let (ax, ay) = (x[vertex - 1], y[vertex - 1])
      let (bx, by) = (x[vertex], y[vertex])
      if (ay > py) != (by > py), px < ax + (py - ay) / (by - ay) * (bx - ax) { isInside.toggle() }
    }
    return isInside
  }

  private func area(_ ring: Int) -> Double {
    let vertices = vertices(of: ring)
    let (originX, originY) = (x[vertices.lowerBound], y[vertices.lowerBound])
    var twice = 0.0
    for vertex in vertices.dropFirst() {
      twice +=
        (x[vertex - 1] - originX) * (y[vertex] - originY)
        - (x[vertex] - originX) * (y[vertex - 1] - originY)
    }
    return abs(twice) / 2
  }
}
