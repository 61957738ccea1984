internal import Planar

/// The rings of one outline while it is drawn.
struct OutlineRings: ~Copyable {
  /// Of the ring that is being drawn, every crossing.
  private var raw: UnsafeMutablePointer<SIMD2<Double>>
  private var rawCount = 0
  private var capacity = 1_024
  /// Of finished rings, closed.
  private var x: [Double] = []
  private var y: [Double] = []
  private var ends: [Int] = []
  private var isHole: [Bool] = []

  init() { raw = .allocate(capacity: capacity) }

  deinit { raw.deallocate() }

  mutating func removeAll() {
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    isHole.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  mutating func add(_ point: SIMD2<Double>) {
    if rawCount == capacity { grow() }
    raw[rawCount] = point
    rawCount += 1
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<SIMD2<Double>>.allocate(capacity: 2 * capacity)
    larger.update(from: raw, count: rawCount)
    raw.deallocate()
    raw = larger
    capacity *= 2
  }

  /// Ends a ring. Vertices that are within `tolerance` of the line between those kept are left out.
  mutating func end(isHole hole: Bool, tolerance: Double) {
    let start = x.count
    add(raw[0])
    simplify(tolerance)
    if x.count - start < 4 {
      // Too few are left for a ring; outlines are never that thin, but this costs nothing.
      x.removeLast(x.count - start)
      y.removeLast(y.count - start)
      for index in 0..<rawCount { keep(index) }
    }
    rawCount = 0
    ends.append(x.count)
    isHole.append(hole)
  }

  /// Goes on from the last vertex kept as long as one straight line passes all that follow, in
  /// their order.
  private mutating func simplify(_ tolerance: Double) {
    var anchor = 0
    keep(0)
    while anchor < rawCount - 1 {
      let origin = raw[anchor]
      let direction = raw[anchor + 1] - origin
      let allowed = tolerance * (direction * direction).sum().squareRoot()
      // The slopes that pass all vertices so far, as across and along: no division.
      var low = (across: -1.0, along: 0.0)
      var high = (across: 1.0, along: 0.0)
      var farthest = 0.0
      var next = anchor + 1
      while next < rawCount {
        let d = raw[next] - origin
        // Both times the length of the first step, which cancels in the slope.
        let along = d.x * direction.x + d.y * direction.y
        let across = d.y * direction.x - d.x * direction.y
        if along <= farthest || across * low.along < low.across * along
          || across * high.along > high.across * along
        {
          break
        }
        if (across - allowed) * low.along > low.across * along { low = (across - allowed, along) }
        if (across + allowed) * high.along < high.across * along {
          high = (across + allowed, along)
        }
        farthest = along
        next += 1
      }
      anchor = max(anchor + 1, next - 1)
      keep(anchor)
    }
  }

  @inline(__always)
  private mutating func keep(_ index: Int) {
    x.append(raw[index].x)
    y.append(raw[index].y)
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
