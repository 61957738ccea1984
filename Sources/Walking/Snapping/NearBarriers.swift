internal import Planar

/// The barriers around one place, and whether a straight piece crosses one; for one worker.
///
/// - Water, railways and motorways bar whatever crosses them.
/// - A wall nearer than `wallReach` to the place is its own, whose gate may be anywhere near.
/// - A compound bars what comes into it from outside: who is in it leaves it. What ends within
///   `compoundReach` of where it comes in does not: compounds are often drawn to the middle of the
///   street before them.
struct NearBarriers: ~Copyable {
  static let wallReach = 5.0
  static let compoundReach = 10.0
  /// Where a place is on a boundary, pieces are looked at from so far behind it: two compounds may be
  /// drawn to overlap by a little.
  static let boundaryReach = 5.0
  private static let hair = 0.1

  typealias Barrier = StraightBarriers.Barrier

  /// Another compound around the place.
  struct Neighbour {
    /// See `boxes`.
    let box: SIMD4<Double>
    let row: Int32
    /// Whether its edges are among the barriers: most are never asked for.
    var isTaken = false
  }

  private let everywhere: StraightBarriers.Buffers
  private var barriers = Scratch<Barrier>()
  /// Of each: least x and y, and greatest x and y with their signs turned.
  private var boxes = Scratch<SIMD4<Double>>()
  private var neighbours = Scratch<Neighbour>()
  /// Of one question: those that may be crossed.
  private var crossed = Scratch<Barrier>()
  /// How far behind their start pieces are looked at, metres.
  private var behind = 0.0
  /// Around the place, and as far as pieces reach.
  private var outer = Envelope.empty
  /// Around the place, and as far behind it as pieces are looked at.
  private var inner = Envelope.empty

  init(_ everywhere: StraightBarriers.Buffers) { self.everywhere = everywhere }

  /// Whether nothing is in the way.
  var isEmpty: Bool { barriers.isEmpty && neighbours.isEmpty }

  /// Takes those within a rectangle.
  ///
  /// - Parameters:
  ///   - box: Around the place.
  ///   - reach: How long pieces are, metres of the plane.
  ///   - own: The compound that the place belongs to, or -1.
  mutating func take(around box: Envelope, within reach: Double, own: Int32, isBoundary: Bool) {
    barriers.removeAll()
    boxes.removeAll()
    neighbours.removeAll()
    behind = isBoundary ? Self.boundaryReach : Self.hair
    outer = box.expanded(by: reach)
    inner = box.expanded(by: behind)
    everywhere.forEachObstacle(in: outer) { take($0) }
    everywhere.forEachCompound(in: outer) { row, box in
      if row == own { return }
      neighbours.append(
        Neighbour(box: SIMD4(box.minX, box.minY, -box.maxX, -box.maxY), row: row))
    }
  }

  /// Takes the edges of all compounds.
  mutating func takeEdges() {
    for index in neighbours.indices { takeEdges(of: index) }
  }

  private mutating func takeEdges(of index: Int) {
    if neighbours[index].isTaken { return }
    neighbours.values[index].isTaken = true
    let centre = inner.centre
    let halfWidth = inner.width / 2
    let halfHeight = inner.height / 2
    everywhere.forEachEdge(of: neighbours[index].row) { edge in
      guard edge.touches(outer) else { return }
      // All of the place is on its inner side: nothing comes in across it.
      let (ex, ey) = (edge.bx - edge.ax, edge.by - edge.ay)
      let side = ex * (centre.y - edge.ay) - ey * (centre.x - edge.ax)
      if side <= abs(ex) * halfHeight + abs(ey) * halfWidth { take(edge) }
    }
  }

  @inline(__always)
  private mutating func take(_ barrier: Barrier) {
    barriers.append(barrier)
    boxes.append(
      SIMD4(
        min(barrier.ax, barrier.bx), min(barrier.ay, barrier.by), -max(barrier.ax, barrier.bx),
        -max(barrier.ay, barrier.by)))
  }

  /// The part of a span on a segment whose straight ways cross nothing, from the first to the second
  /// share of it; `nil` for none. Where one end of it is free and the other is not, what lies between is
  /// found by halving, to a hundredth of a millimetre; what stands before the middle only is not seen.
  mutating func free(
    _ span: BoundarySpan, onSegment vertex: Int, of network: NetworkBuffers
  ) -> (Double, Double)? {
    if isEmpty { return (0, 1) }
    let (x, y) = (network.x[vertex], network.y[vertex])
    let (dx, dy) = (network.x[vertex + 1] - x, network.y[vertex + 1] - y)
    // Most of them are nowhere near.
    let (start, end) = (span.start, span.end)
    var hull = Envelope.empty
    hull.expand(toInclude: start.x, start.y)
    hull.expand(toInclude: end.x, end.y)
    hull.expand(toInclude: x + start.share * dx, y + start.share * dy)
    hull.expand(toInclude: x + end.share * dx, y + end.share * dy)
    hull = hull.expanded(by: behind + 1e-3)
    let ends = SIMD4(hull.maxX, hull.maxY, -hull.minX, -hull.minY)
    for index in neighbours.indices where Self.isWithin(neighbours[index].box, ends) {
      takeEdges(of: index)
    }
    crossed.removeAll()
    for index in boxes.indices where Self.isWithin(boxes[index], ends) {
      crossed.append(barriers[index])
    }
    if crossed.isEmpty { return (0, 1) }
    let barriers = UnsafeBufferPointer(crossed.values)
    return part(of: span) { place in
      let end = span.end(at: place)
      return !bars(barriers, fromX: end.x, y: end.y, toX: x + end.share * dx, y: y + end.share * dy)
    }
  }

  @inline(__always)
  private static func isWithin(_ box: SIMD4<Double>, _ ends: SIMD4<Double>) -> Bool {
    all(box .<= ends)
  }

  /// Whether a straight piece from a place crosses something; the edges of compounds are to be taken first.
  func bar(from start: Point, to end: Point) -> Bool {
    bars(
      UnsafeBufferPointer(barriers.values), fromX: start.x, y: start.y, toX: end.x, y: end.y)
  }

  private func part(
    of span: BoundarySpan, _ isFree: (Double) -> Bool
  ) -> (Double, Double)? {
    let isFreeAtStart = isFree(0)
    let extent = abs(span.end.x - span.start.x) + abs(span.end.y - span.start.y)
    if extent == 0 { return isFreeAtStart ? (0, 1) : nil }
    /// As far from a free place towards a barred one as all is free.
    func last(from free: Double, to barred: Double) -> Double {
      var (free, barred) = (free, barred)
      while abs(free - barred) * extent > 1e-5 {
        let middle = (free + barred) / 2
        if isFree(middle) { free = middle } else { barred = middle }
      }
      return free
    }
    switch (isFreeAtStart, isFree(1)) {
    case (true, true): return (0, 1)
    case (true, false): return (0, last(from: 0, to: 1))
    case (false, true): return (last(from: 1, to: 0), 1)
    case (false, false):
      guard isFree(0.5) else { return nil }
      return (last(from: 0.5, to: 0), last(from: 0.5, to: 1))
    }
  }

  /// Whether a straight piece from a place to a street crosses something.
  private func bars(
    _ barriers: UnsafeBufferPointer<Barrier>, fromX gx: Double, y gy: Double, toX px: Double,
    y py: Double
  ) -> Bool {
    var dx = px - gx
    var dy = py - gy
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return false }
    dx /= length
    dy /= length
    for barrier in barriers {
      let ax = barrier.ax - gx
      let ay = barrier.ay - gy
      let bx = barrier.bx - gx
      let by = barrier.by - gy
      let sideA = dx * ay - dy * ax
      let sideB = dx * by - dy * bx
      // Half open: a piece through a corner crosses one of the two lines that meet there.
      if (sideA < 0) == (sideB < 0) { continue }
      let share = sideA / (sideA - sideB)
      let along = (ax + share * (bx - ax)) * dx + (ay + share * (by - ay)) * dy
      switch barrier.owner {
      case StraightBarriers.obstacle: if along > 0, along < length { return true }
      case StraightBarriers.wall: if along > Self.wallReach, along < length { return true }
      default:
        // Into the compound, which is left of its edge: the edge's end is right of the piece.
        if sideB < 0, along > -behind, along < length - Self.compoundReach { return true }
      }
    }
    return false
  }
}
