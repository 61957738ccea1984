/// How the points of a piece of a boundary meet a segment of the network: each at the point of the
/// segment that is nearest to it.
///
/// Between two of its ends a stretch of the piece meets a stretch of the segment, and the straight
/// way between them grows evenly; or all of it meets one end of the segment, of which the nearest of
/// it counts.
struct BoundarySpan {
  /// Where a straight piece starts and where on the segment it ends.
  struct End {
    /// On the boundary, in the plane.
    var x: Double
    var y: Double
    /// Of the way along the segment.
    var share: Double
    /// Metres of the plane.
    var metres: Double

    @inline(__always)
    func isSame(as other: End) -> Bool { x == other.x && y == other.y && share == other.share }
  }

  var start: End
  var end: End

  /// Whether all of it is one straight way.
  @inline(__always)
  var isPoint: Bool { start.isSame(as: end) }

  /// Between the two ends, of which the second is at 1.
  func end(at place: Double) -> End {
    if place <= 0 { return start }
    if place >= 1 { return end }
    return End(
      x: start.x + place * (end.x - start.x), y: start.y + place * (end.y - start.y),
      share: start.share + place * (end.share - start.share),
      metres: start.metres + place * (end.metres - start.metres))
  }
}

/// A segment of the network, compared with pieces of a boundary.
struct SpanFinder {
  let originX: Double
  let originY: Double
  let x: Double
  let y: Double
  let squaredLength: Double
  private let length: Double
  private let start: Joint
  private let end: Joint

  /// What is at an end of the segment.
  enum Joint {
    /// The street ends there or bends: who is beyond meets the end.
    case corner
    /// It goes straight on by a segment that has its say.
    case straightOn
    /// It goes straight on in a direction, all but straight: only who is beyond both meets the end.
    case bend(x: Double, y: Double)
  }

  /// - Parameter index: Of the segment, by its first vertex.
  @inline(__always)
  init(_ network: NetworkBuffers, _ index: Int) {
    self.init(
      fromX: network.x[index], y: network.y[index], toX: network.x[index + 1],
      y: network.y[index + 1],
      start: Self.joint(
        network, index, with: network.before[index], atX: network.x[index], y: network.y[index]),
      end: Self.joint(
        network, index, with: network.after[index], atX: network.x[index + 1],
        y: network.y[index + 1]))
  }

  @inline(__always)
  private static func joint(
    _ network: NetworkBuffers, _ index: Int, with other: Int32, atX x: Double, y: Double
  ) -> Joint {
    if other < 0 { return .corner }
    // One of the two speaks for what they have in common.
    if index < Int(other) { return .straightOn }
    let (ax, ay) = (network.x[Int(other)], network.y[Int(other)])
    let (bx, by) = (network.x[Int(other) + 1], network.y[Int(other) + 1])
    return ax == x && ay == y ? .bend(x: bx - ax, y: by - ay) : .bend(x: ax - bx, y: ay - by)
  }

  @inline(__always)
  init(
    fromX ax: Double, y ay: Double, toX bx: Double, y by: Double, start: Joint = .corner,
    end: Joint = .corner
  ) {
    self.start = start
    self.end = end
    originX = ax
    originY = ay
    x = bx - ax
    y = by - ay
    squaredLength = x * x + y * y
    length = squaredLength.squareRoot()
  }

  /// Of a point of the segment.
  @inline(__always)
  func x(at share: Double) -> Double { originX + share * x }

  /// See `x`.
  @inline(__always)
  func y(at share: Double) -> Double { originY + share * y }

  /// Calls `body` with the two ends of each span of a piece of a boundary that comes within a distance: eight
  /// numbers that stay in registers.
  ///
  /// - Parameter outside: 1 where what is outside the boundary is left of the piece, -1 where it is
  ///   right of it: only straight ways that lead outside count; 0: all do.
  @inline(__always)
  func forEach(
    fromX ax: Double, y ay: Double, toX bx: Double, y by: Double, within limit: Double,
    outside: Double, _ body: (BoundarySpan.End, BoundarySpan.End) -> Void
  ) {
    // Relative to the start of the segment.
    let piece = Stretch(
      startX: ax - originX, startY: ay - originY, x: bx - ax, y: by - ay, limit: limit,
      outside: outside)
    // All of the segment is on the inner side, and not by a hair: no way to it leads outside.
    if outside != 0 {
      let here = outside * (piece.startX * piece.y - piece.startY * piece.x)
      let there = here + outside * (piece.x * y - piece.y * x)
      let hair = -(1e-6 + 2e-9 * limit) * (abs(piece.x) + abs(piece.y))
      if here < hair, there < hair { return }
    }
    guard squaredLength > 0 else { return meet(first, piece, body) }
    let shareA = (piece.startX * x + piece.startY * y) / squaredLength
    let run = (piece.x * x + piece.y * y) / squaredLength
    let shareB = shareA + run
    if run == 0 {
      if shareA < 0 { return meet(first, piece, body) }
      if shareA > 1 { return meet(last, piece, body) }
      return meetInside(piece, share: shareA, run: run, body)
    }
    // Where the piece passes the two ends of the segment.
    let atStart = -shareA / run
    let atEnd = (1 - shareA) / run
    if min(shareA, shareB) < 0 {
      run > 0
        ? meet(first, piece.between(0, min(1, atStart)), body)
        : meet(first, piece.between(max(0, atStart), 1), body)
    }
    if max(shareA, shareB) > 1 {
      run > 0
        ? meet(last, piece.between(max(0, atEnd), 1), body)
        : meet(last, piece.between(0, min(1, atEnd)), body)
    }
    let low = max(0, min(atStart, atEnd))
    let high = min(1, max(atStart, atEnd))
    if low <= high { meetInside(piece.between(low, high), share: shareA, run: run, body) }
  }

  /// The first end of the segment.
  @inline(__always)
  private var first: SegmentEnd { SegmentEnd(x: 0, y: 0, share: 0, joint: start) }

  /// The last one.
  @inline(__always)
  private var last: SegmentEnd { SegmentEnd(x: x, y: y, share: 1, joint: end) }

  /// The point of a stretch of the piece that is nearest to an end of the segment.
  @inline(__always)
  private func meet(
    _ target: SegmentEnd, _ piece: Stretch, _ body: (BoundarySpan.End, BoundarySpan.End) -> Void
  ) {
    var (low, high) = (piece.low, piece.high)
    let (rx, ry, ex, ey) = (piece.startX, piece.startY, piece.x, piece.y)
    let (px, py) = (target.x, target.y)
    switch target.joint {
    case .corner: break
    case .straightOn: return
    case .bend(let wx, let wy):
      // How far along the other segment, which must not be reached either.
      let along = (rx - px) * wx + (ry - py) * wy
      let run = ex * wx + ey * wy
      if run == 0 {
        if along > 0 { return }
      } else if run > 0 {
        high = min(high, -along / run)
      } else {
        low = max(low, -along / run)
      }
      if low > high { return }
    }
    let squared = ex * ex + ey * ey
    let nearest = squared > 0 ? ((px - rx) * ex + (py - ry) * ey) / squared : 0
    let place = max(low, min(high, nearest))
    let gx = rx + place * ex
    let gy = ry + place * ey
    let (wx, wy) = (px - gx, py - gy)
    let metres = (wx * wx + wy * wy).squareRoot()
    guard metres <= piece.limit, piece.leadsOutside(wx, wy) else { return }
    let end = BoundarySpan.End(
      x: gx + originX, y: gy + originY, share: target.share, metres: metres)
    body(end, end)
  }

  /// A stretch of the piece whose points meet the segment between its ends.
  ///
  /// - Parameters:
  ///   - share: Of the way along the segment, where the piece starts.
  ///   - run: By which that grows to the end of the piece.
  @inline(__always)
  private func meetInside(
    _ piece: Stretch, share: Double, run: Double,
    _ body: (BoundarySpan.End, BoundarySpan.End) -> Void
  ) {
    let (rx, ry, ex, ey) = (piece.startX, piece.startY, piece.x, piece.y)
    // How far left of the segment.
    let height = (x * ry - y * rx) / length
    let rise = (x * ey - y * ex) / length
    let crossing = rise != 0 ? -height / rise : -1
    func end(_ place: Double) -> BoundarySpan.End {
      BoundarySpan.End(
        x: rx + place * ex + originX, y: ry + place * ey + originY,
        share: max(0, min(1, share + place * run)), metres: abs(height + place * rise))
    }
    func meet(_ low: Double, _ high: Double) {
      var (low, high) = (low, high)
      let middle = height + (low + high) / 2 * rise
      // From the piece towards the segment.
      guard piece.leadsOutside(middle * y / length, -middle * x / length) else { return }
      // What is beyond the limit at one end is cut off.
      let limit = piece.limit
      let (atLow, atHigh) = (abs(height + low * rise), abs(height + high * rise))
      if atLow > limit, atHigh > limit { return }
      if atLow > limit { low += (atLow - limit) / (atLow - atHigh) * (high - low) }
      if atHigh > limit { high -= (atHigh - limit) / (atHigh - atLow) * (high - low) }
      body(end(low), end(high))
    }
    guard crossing > piece.low, crossing < piece.high else { return meet(piece.low, piece.high) }
    var at = end(crossing)
    at.metres = 0
    body(at, at)
    meet(piece.low, crossing)
    meet(crossing, piece.high)
  }

  /// An end of the segment, relative to its start.
  private struct SegmentEnd {
    let x: Double
    let y: Double
    /// Of the way along the segment.
    let share: Double
    let joint: Joint
  }

  /// A stretch of a straight piece of a boundary, and what counts of it.
  private struct Stretch {
    /// Where the piece starts, relative to the start of the segment.
    let startX: Double
    let startY: Double
    /// From there to its end.
    let x: Double
    let y: Double
    /// Of the way along the piece.
    var low = 0.0
    var high = 1.0
    /// No straight way is longer.
    let limit: Double
    /// On which side straight ways count; 0: on both.
    let outside: Double

    @inline(__always)
    func between(_ low: Double, _ high: Double) -> Stretch {
      var other = self
      other.low = low
      other.high = high
      return other
    }

    /// Whether a straight way leads outside; one without length does.
    @inline(__always)
    func leadsOutside(_ wx: Double, _ wy: Double) -> Bool {
      outside == 0
        || outside * (x * wy - y * wx) >= -1e-9 * (abs(wx) + abs(wy)) * (abs(x) + abs(y))
    }
  }
}
