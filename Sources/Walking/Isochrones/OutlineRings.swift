internal import Planar

/// The rings of one outline while it is drawn.
struct OutlineRings: ~Copyable {
  /// Of the ring that is being drawn, every crossing.
  private var raw = Scratch<OutlinePoint>()
  /// Of finished rings, closed.
  private var points: [OutlinePoint] = []
  private var ends: [Int] = []
  private var isHole: [Bool] = []
  /// Of the ring that is being written.
  private var x = Scratch<Double>()
  private var y = Scratch<Double>()
  /// Of the outline before, which this one is to surround.
  private var inner = KeptCrossings()

  /// Forgets the outline before.
  mutating func startPlace() { inner.removeAll() }

  /// Makes the outline that was drawn the one that the next is to surround.
  mutating func keepForNext() { inner.replace(with: points) }

  mutating func removeAll() {
    points.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    isHole.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  mutating func add(_ point: OutlinePoint) { raw.append(point) }

  /// Ends a ring. Vertices are left out that stick out by `tolerance` units or less; none if it is `nil`.
  mutating func end(isHole hole: Bool, tolerance: Double?) {
    let start = points.count
    add(raw[0])
    defer {
      raw.removeAll()
      ends.append(points.count)
      isHole.append(hole)
    }
    guard let tolerance else {
      points += raw.values
      return
    }
    let simplifier = OutlineSimplifier(
      ring: UnsafeBufferPointer(raw.values), tolerance: tolerance)
    var vertex = 0
    points.append(raw[0])
    while vertex < raw.count - 1 {
      vertex = simplifier.next(after: vertex, around: inner)
      points.append(raw[vertex])
    }
    if points.count - start < 4 {
      // Too few are left for a ring.
      points.removeLast(points.count - start)
      points += raw.values
    }
  }

  /// Whether there are several areas, or none.
  var isManyParts: Bool { isHole.lazy.filter { !$0 }.count != 1 }

  /// Appends the rings as one row.
  mutating func write(on lattice: OutlineLattice, into column: inout GeometryColumn) {
    let shells = isHole.indices.filter { !isHole[$0] }
    guard let first = shells.first else {
      column.appendNone()
      return
    }
    if shells.count == 1 {
      // The lowest outline is the shell, and comes first.
      for ring in isHole.indices { write(ring, on: lattice, into: &column) }
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
      write(shell, on: lattice, into: &column)
      for hole in isHole.indices where isHole[hole] && owners[hole] == shell {
        write(hole, on: lattice, into: &column)
      }
      column.endPart()
    }
    column.endRow(.multiPolygon)
  }

  private func vertices(of ring: Int) -> Range<Int> {
    (ring == 0 ? 0 : ends[ring - 1])..<ends[ring]
  }

  private mutating func write(
    _ ring: Int, on lattice: OutlineLattice, into column: inout GeometryColumn
  ) {
    x.removeAll()
    y.removeAll()
    for vertex in vertices(of: ring) {
      let place = lattice.coordinates(points[vertex].x, points[vertex].y)
      x.append(place.x)
      y.append(place.y)
    }
    column.appendVertices(
      x: Span(_unsafeElements: UnsafeBufferPointer(x.values)),
      y: Span(_unsafeElements: UnsafeBufferPointer(y.values)))
    column.endRing()
  }

  /// Whether the first vertex of a ring is inside another; rings never touch.
  private func surrounds(_ shell: Int, _ ring: Int) -> Bool {
    let point = points[vertices(of: ring).lowerBound]
    var isInside = false
    for vertex in vertices(of: shell).dropFirst() {
      let (a, b) = (points[vertex - 1], points[vertex])
      guard (a.y > point.y) != (b.y > point.y) else { continue }
      let turn = OutlinePoint.Way(from: a, to: b).turn(to: OutlinePoint.Way(from: a, to: point))
      if (turn > 0) == (b.y > a.y) { isInside.toggle() }
    }
    return isInside
  }

  private func area(_ ring: Int) -> Int {
    let vertices = vertices(of: ring)
    let origin = points[vertices.lowerBound]
    var twice = 0
    for vertex in vertices.dropFirst() {
      twice += OutlinePoint.Way(from: origin, to: points[vertex - 1])
        .turn(to: OutlinePoint.Way(from: origin, to: points[vertex]))
    }
    return abs(twice)
  }
}
