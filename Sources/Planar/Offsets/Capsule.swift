/// All that lies within a radius of a segment: a disc that was drawn along it. Its border belongs to
/// it; a segment of one point makes a disc.
///
/// The offset of an area is the area with a capsule for each of its edges.
public struct Capsule: Hashable, Sendable {
  /// One end of the segment, to the east.
  public var ax: Double
  /// One end, to the north.
  public var ay: Double
  /// The other end, to the east.
  public var bx: Double
  /// The other end, to the north.
  public var by: Double
  /// In the units of the coordinates; with a negative one nothing is inside.
  public var radius: Double

  /// A capsule around a segment.
  public init(ax: Double, ay: Double, bx: Double, by: Double, radius: Double) {
    self.ax = ax
    self.ay = ay
    self.bx = bx
    self.by = by
    self.radius = radius
  }

  /// A disc.
  public init(_ disc: Disc) {
    self.init(ax: disc.x, ay: disc.y, bx: disc.x, by: disc.y, radius: disc.radius)
  }

  /// Whether it is a disc.
  var isDisc: Bool { ax == bx && ay == by }

  /// From a position to the segment.
  func squaredDistance(toX x: Double, y: Double) -> Double {
    Segment.squaredDistanceToOrigin(fromX: ax - x, y: ay - y, toX: bx - x, y: by - y)
  }

  /// The nearest point of the segment, seen from a position.
  func sight(fromX x: Double, y: Double) -> Sight {
    let dx = bx - ax
    let dy = by - ay
    let along = (x - ax) * dx + (y - ay) * dy
    let squaredLength = dx * dx + dy * dy
    let t = along <= 0 ? 0 : along >= squaredLength ? 1 : along / squaredLength
    let footX = x - (ax + t * dx)
    let footY = y - (ay + t * dy)
    let distance = (footX * footX + footY * footY).squareRoot()
    guard distance > 0 else { return Sight(distance: 0, x: 0, y: 0) }
    return Sight(distance: distance, x: footX / distance, y: footY / distance)
  }

  /// From a position to the border: negative inside.
  func excess(atX x: Double, y: Double) -> Double {
    squaredDistance(toX: x, y: y).squareRoot() - radius
  }

  /// Seen from another origin.
  func relative(toX x: Double, y: Double) -> Capsule {
    Capsule(ax: ax - x, ay: ay - y, bx: bx - x, by: by - y, radius: radius)
  }

  /// The same, whichever end came first.
  var ordered: Capsule {
    (ax, ay) <= (bx, by) ? self : Capsule(ax: bx, ay: by, bx: ax, by: ay, radius: radius)
  }

  /// One order for all.
  static func precedes(_ one: Capsule, _ other: Capsule) -> Bool {
    if one.ax != other.ax { return one.ax < other.ax }
    if one.ay != other.ay { return one.ay < other.ay }
    if one.bx != other.bx { return one.bx < other.bx }
    if one.by != other.by { return one.by < other.by }
    return one.radius < other.radius
  }
}

/// A segment, seen from a position.
struct Sight {
  /// To its nearest point.
  let distance: Double
  /// From there to the position, with length 1; nothing where it lies on the segment.
  let x: Double
  let y: Double
}

extension Interval {
  /// Where the line from p to q runs in a capsule; may reach beyond 0 and 1. `nil` if nowhere.
  ///
  /// A capsule is convex: what the line has of its two discs and of the rectangle between them is one
  /// piece.
  init?(
    ofLineFrom px: Double, _ py: Double, to qx: Double, _ qy: Double, in capsule: Capsule,
    margin: Double
  ) {
    let radius = capsule.radius + margin
    var hull = Interval(
      ofLineFrom: px - capsule.ax, py - capsule.ay, to: qx - capsule.ax, qy - capsule.ay,
      radius: radius)
    if !capsule.isDisc {
      hull.include(
        Interval(
          ofLineFrom: px - capsule.bx, py - capsule.by, to: qx - capsule.bx, qy - capsule.by,
          radius: radius))
      hull.include(
        Interval(inBandOf: capsule, radius, from: px, py, to: qx, qy))
    }
    guard let hull else { return nil }
    self = hull
  }

  /// Where the line runs in the rectangle between the two discs.
  private init?(
    inBandOf capsule: Capsule, _ radius: Double, from px: Double, _ py: Double, to qx: Double,
    _ qy: Double
  ) {
    let dx = capsule.bx - capsule.ax
    let dy = capsule.by - capsule.ay
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return nil }
    let fromA = (px - capsule.ax, py - capsule.ay)
    let toA = (qx - capsule.ax, qy - capsule.ay)
    self.init(start: -.infinity, end: .infinity)
    let isMet =
      clip(
        (fromA.0 * dx + fromA.1 * dy) / length, (toA.0 * dx + toA.1 * dy) / length,
        to: 0...length)
      && clip(
        (fromA.1 * dx - fromA.0 * dy) / length, (toA.1 * dx - toA.0 * dy) / length,
        to: -radius...radius)
    guard isMet, start.isFinite, end.isFinite else { return nil }
  }

  /// Keeps where a value that runs from `first` at 0 to `last` at 1 lies in a range; `false` if
  /// nowhere.
  private mutating func clip(
    _ first: Double, _ last: Double, to range: ClosedRange<Double>
  ) -> Bool {
    let slope = last - first
    if slope == 0 { return range.contains(first) && start <= end }
    let low = (range.lowerBound - first) / slope
    let high = (range.upperBound - first) / slope
    start = max(start, min(low, high))
    end = min(end, max(low, high))
    return start <= end
  }
}

extension Interval? {
  /// Grows just enough to contain another.
  fileprivate mutating func include(_ other: Interval?) {
    guard let other else { return }
    guard let own = self else {
      self = other
      return
    }
    self = Interval(start: Swift.min(own.start, other.start), end: Swift.max(own.end, other.end))
  }
}
