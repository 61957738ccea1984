/// A segment of the network, from the origin to (x, y), compared with segments of a shape.
struct SegmentPair {
  let x: Double
  let y: Double
  private let squaredLength: Double
  /// Of the point of the segment that is nearest to the place.
  private let placeShare: Double
  private let placeX: Double
  private let placeY: Double

  /// - Parameter placeX: Relative to the origin; NaN for no place.
  @inline(__always)
  init(x: Double, y: Double, placeX: Double, placeY: Double) {
    self.x = x
    self.y = y
    self.placeX = placeX
    self.placeY = placeY
    squaredLength = x * x + y * y
    let along = placeX * x + placeY * y
    placeShare =
      !(along > 0) ? 0 : along >= squaredLength ? 1 : along / squaredLength
  }

  /// Calls `body` with the points of this segment that can be the one wanted, if the other segment
  /// is within a distance: the nearest ones, and where many are equally near the ends of these and
  /// the one nearest to the place.
  ///
  /// - Parameter body: Gets the share of the way along this segment, the squared distance to the
  ///   other one, and the squared distance to the place, 0 without one; returns the new distance
  ///   beyond which nothing is wanted.
  @inline(__always)
  func forEachCandidate(
    fromX ax: Double, y ay: Double, toX bx: Double, y by: Double, within bound: Double,
    _ body: (_ share: Double, _ squared: Double, _ fromPlace: Double) -> Double
  ) {
    let dx = bx - ax
    let dy = by - ay
    let shareA = share(ax, ay)
    let shareB = share(bx, by)
    let squaredA = squared(ax - shareA * x, ay - shareA * y)
    let squaredB = squared(bx - shareB * x, by - shareB * y)
    let squaredFirst = Self.squared(fromX: 0, y: 0, startX: ax, startY: ay, dx: dx, dy: dy)
    let squaredLast = Self.squared(fromX: x, y: y, startX: ax, startY: ay, dx: dx, dy: dy)
    let sideA = x * ay - y * ax
    let sideB = x * by - y * bx
    let sideFirst = dy * ax - dx * ay
    let sideLast = dx * (y - ay) - dy * (x - ax)
    let crosses =
      ((sideA < 0 && sideB > 0) || (sideA > 0 && sideB < 0))
      && ((sideFirst < 0 && sideLast > 0) || (sideFirst > 0 && sideLast < 0))
    let least =
      crosses ? 0 : min(min(squaredA, squaredB), min(squaredFirst, squaredLast))
    if least > bound * bound { return }
    var bound = body(shareA, squaredA, fromPlace(shareA))
    bound = body(shareB, squaredB, fromPlace(shareB))
    bound = body(0, squaredFirst, fromPlace(0))
    bound = body(1, squaredLast, fromPlace(1))
    if crosses {
      let share = sideFirst / (sideFirst - sideLast)
      bound = body(share, 0, fromPlace(share))
    }
    if placeX.isFinite, least <= bound * bound {
      let nearest = Self.squared(
        fromX: placeShare * x, y: placeShare * y, startX: ax, startY: ay, dx: dx, dy: dy)
      _ = body(placeShare, nearest, fromPlace(placeShare))
    }
  }

  @inline(__always)
  private func share(_ px: Double, _ py: Double) -> Double {
    let along = px * x + py * y
    if !(along > 0) { return 0 }
    return along >= squaredLength ? 1 : along / squaredLength
  }

  @inline(__always)
  private func squared(_ dx: Double, _ dy: Double) -> Double { dx * dx + dy * dy }

  @inline(__always)
  private func fromPlace(_ share: Double) -> Double {
    guard placeX.isFinite else { return 0 }
    return squared(placeX - share * x, placeY - share * y)
  }

  /// From a point to the segment from a to a + d.
  @inline(__always)
  private static func squared(
    fromX px: Double, y py: Double, startX ax: Double, startY ay: Double, dx: Double, dy: Double
  ) -> Double {
    let rx = px - ax
    let ry = py - ay
    let along = rx * dx + ry * dy
    if !(along > 0) { return rx * rx + ry * ry }
    let length = dx * dx + dy * dy
    let share = along >= length ? 1 : along / length
    let ex = rx - share * dx
    let ey = ry - share * dy
    return ex * ex + ey * ey
  }
}
