/// Leaves out vertices of a ring, the area to its left, so that the area only ever gets less, and never
/// less than another one inside it.
///
/// A side that replaces several cuts off what sticks out to its right. It crosses the same sides of cells
/// as those that it replaces, within the tolerance of where they do; nothing else of the outline
/// crosses there, so no two sides meet. What it cuts off holds no vertex of the inner outline, and
/// therefore nothing of it: the inner area is within the larger one to the last unit. It is within what
/// was drawn of it, which is within what was drawn of the larger one, so that there is always a way.
struct OutlineSimplifier {
  typealias Way = OutlinePoint.Way

  /// Closed.
  let ring: UnsafeBufferPointer<OutlinePoint>
  /// In units.
  let tolerance: Double

  /// How many vertices in a row may be no end of a side, before it is given up.
  private static let patience = 12

  /// The vertex that a side from another one leads to: the last that it can.
  @inline(__always)
  func next(after anchor: Int, around inner: KeptCrossings) -> Int {
    // Most places have one outline: what surrounds nothing is asked nothing.
    inner.isEmpty
      ? next(after: anchor, around: inner, isAlone: true)
      : next(after: anchor, around: inner, isAlone: false)
  }

  @inline(__always)
  private func next(after anchor: Int, around inner: KeptCrossings, isAlone: Bool) -> Int {
    let origin = ring[anchor]
    let first = Way(from: origin, to: ring[anchor + 1])
    let allowed = tolerance * Double(first.along(first)).squareRoot()
    // What the side may not lead right of, and what not left of.
    var low = first
    var held: Way?
    var high = (across: 1.0, along: 0.0)
    var farthest = first.along(first)
    var best = anchor + 1
    var place = anchor + 1
    var across = 0
    var misses = 0
    while place + 1 < ring.count {
      // The side will pass this vertex.
      let passed = Way(from: origin, to: ring[place])
      if low.turn(to: passed) > 0 { low = passed }
      let bound = Double(across) + allowed
      if bound * high.along < high.across * Double(farthest) { high = (bound, Double(farthest)) }
      if !isAlone, let point = inner.point(at: ring[place].side) {
        let way = Way(from: origin, to: point)
        // Behind the start it is nowhere near the side.
        if way.along(first) > 0, held.map({ $0.turn(to: way) < 0 }) ?? true { held = way }
      }
      if let held, low.turn(to: held) < 0 { break }
      let least = (across: Double(first.turn(to: low)), along: Double(low.along(first)))
      if least.across * high.along > high.across * least.along { break }
      place += 1
      let way = Way(from: origin, to: ring[place])
      let along = way.along(first)
      if along <= farthest { break }
      farthest = along
      across = first.turn(to: way)
      if Self.isPast(low.turn(to: way), way),
        held.map({ Self.isPast(-$0.turn(to: way), way) }) ?? true,
        Double(across) * high.along <= high.across * Double(along)
      {
        best = place
        misses = 0
      } else {
        misses += 1
        if misses > Self.patience { break }
      }
    }
    return best
  }

  /// Whether a side goes past a vertex on the right side. One that goes through it does not: in binary
  /// numbers it would pass it by some digits on either side. Along an axis it does not do that.
  @inline(__always)
  private static func isPast(_ turn: Int, _ side: Way) -> Bool {
    turn > 0 || turn == 0 && (side.x == 0 || side.y == 0)
  }
}
