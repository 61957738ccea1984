import Foundation

/// The signed area of a ring's inside within one disc, in closed form.
///
/// Where the ring runs inside the disc it contributes as in the shoelace formula. From each exit to
/// the next entry it is replaced by the arc that turns around the centre as the ring does: chord
/// plus circular segment. Relative to the local origin and not to the centre: the sum of sectors
/// and triangles would lose the digits in which a parcel is smaller than the circle, twice.
struct DiscRingArea {
  private let centreX: Double
  private let centreY: Double
  private let radius: Double

  /// Twice the area so far.
  private var sum = 0.0
  /// The turn around the centre since the last exit.
  private var turn = 0.0
  /// The turn before the first entry: the end of the last arc.
  private var leadingTurn = 0.0
  private var exit: (x: Double, y: Double) = (0, 0)
  private var firstEntry: (x: Double, y: Double)?

  private init(_ rim: Rim) {
    centreX = rim.localX
    centreY = rim.localY
    radius = rim.radius
  }

  /// Positive for a counter-clockwise ring.
  static func signedArea(_ ring: borrowing PlaneRing, in rim: Rim) -> Double {
    guard ring.count > 2 else { return 0 }
    var state = DiscRingArea(rim)
    return state.run(ring)
  }

  private mutating func run(_ ring: borrowing PlaneRing) -> Double {
    let squaredRadius = radius * radius
    let last = ring.count - 1
    var ax = ring.x[last]
    var ay = ring.y[last]
    var ux = ax - centreX
    var uy = ay - centreY
    let startsInside = ux * ux + uy * uy <= squaredRadius
    if startsInside { firstEntry = (ax, ay) }
    var aIsInside = startsInside
    for index in 0...last {
      let bx = ring.x[index]
      let by = ring.y[index]
      let vx = bx - centreX
      let vy = by - centreY
      let bIsInside = vx * vx + vy * vy <= squaredRadius
      if aIsInside, bIsInside {
        sum += ax * by - bx * ay
      } else if let piece = piece(
        fromX: ux, y: uy, isInside: aIsInside, toX: vx, y: vy, isInside: bIsInside)
      {
        let entry = piece.start
        let leave = piece.end
        let px = ax + entry * (bx - ax)
        let py = ay + entry * (by - ay)
        let qx = ax + leave * (bx - ax)
        let qy = ay + leave * (by - ay)
        if !aIsInside {
          addTurn(fromX: ux, y: uy, toX: px - centreX, y: py - centreY)
          enter(px, py)
        }
        sum += px * qy - qx * py
        if !bIsInside {
          exit = (qx, qy)
          turn = 0
          addTurn(fromX: qx - centreX, y: qy - centreY, toX: vx, y: vy)
        }
      } else {
        addTurn(fromX: ux, y: uy, toX: vx, y: vy)
      }
      ax = bx
      ay = by
      ux = vx
      uy = vy
      aIsInside = bIsInside
    }
    guard let firstEntry else {
      // Never inside: all of the disc, as often as the ring runs around it.
      return (turn / (2 * .pi)).rounded() * .pi * squaredRadius
    }
    if !startsInside {
      turn += leadingTurn
      addArc(to: firstEntry.x, firstEntry.y)
    }
    return sum / 2
  }

  /// The part inside the disc of a segment that is not wholly inside; `nil` if none is.
  @inline(__always)
  private func piece(
    fromX ux: Double, y uy: Double, isInside aIsInside: Bool, toX vx: Double, y vy: Double,
    isInside bIsInside: Bool
  ) -> Interval? {
    let chord = Interval(ofLineFrom: ux, uy, to: vx, vy, radius: radius)
    // The ends decide, also where the line through them seems to miss the disc: an exit that is
    // not seen would leave out an arc.
    if aIsInside { return Interval(start: 0, end: min(1, max(0, chord?.end ?? 0))) }
    if bIsInside { return Interval(start: min(1, max(0, chord?.start ?? 1)), end: 1) }
    guard let chord, chord.start > 0, chord.end < 1 else { return nil }
    return chord
  }

  private mutating func enter(_ x: Double, _ y: Double) {
    if firstEntry == nil {
      firstEntry = (x, y)
      leadingTurn = turn
    } else {
      addArc(to: x, y)
    }
  }

  private mutating func addTurn(fromX ux: Double, y uy: Double, toX vx: Double, y vy: Double) {
    turn += atan2(ux * vy - vx * uy, ux * vx + uy * vy)
  }

  private mutating func addArc(to x: Double, _ y: Double) {
    sum += exit.x * y - x * exit.y
    sum += radius * radius * (turn - sin(turn))
  }
}
