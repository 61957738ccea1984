/// A closed ring in scratch memory, relative to a local origin; the first vertex is not repeated.
struct PlaneRing {
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []

  var count: Int { x.count }

  mutating func removeAll() {
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
  }

  mutating func append(_ newX: Double, _ newY: Double) {
    x.append(newX)
    y.append(newY)
  }

  /// A ring of a column relative to a local origin, each repeated vertex once.
  mutating func load(_ ring: Int, of column: GeometryBuffers, originX: Double, originY: Double) {
    removeAll()
    for vertex in column.vertices(of: ring) {
      let newX = column.x[vertex] - originX
      let newY = column.y[vertex] - originY
      if let lastX = x.last, let lastY = y.last, lastX == newX, lastY == newY { continue }
      append(newX, newY)
    }
    if count > 1, x[0] == x[count - 1], y[0] == y[count - 1] {
      x.removeLast()
      y.removeLast()
    }
  }

  /// The four corners of a rectangle, counter-clockwise.
  mutating func load(_ envelope: Envelope) {
    removeAll()
    append(envelope.minX, envelope.minY)
    append(envelope.maxX, envelope.minY)
    append(envelope.maxX, envelope.maxY)
    append(envelope.minX, envelope.maxY)
  }

  /// Positive if counter-clockwise.
  var signedArea: Double {
    guard var ax = x.last, var ay = y.last else { return 0 }
    var sum = 0.0
    for index in 0..<count {
      sum += ax * y[index] - x[index] * ay
      ax = x[index]
      ay = y[index]
    }
    return sum / 2
  }

  /// The part of this ring in a half-plane, by Sutherland and Hodgman.
  ///
  /// Parts that fall asunder stay joined along the half-plane's edge, there and back, which adds
  /// nothing to any signed area.
  func clip(by halfPlane: HalfPlane, into result: inout PlaneRing) {
    result.removeAll()
    guard var ax = x.last, var ay = y.last else { return }
    var a = halfPlane.excess(ax, ay)
    for index in 0..<count {
      let bx = x[index]
      let by = y[index]
      let b = halfPlane.excess(bx, by)
      if (a <= 0) != (b <= 0) {
        let t = a / (a - b)
        result.append(ax + t * (bx - ax), ay + t * (by - ay))
      }
      if b <= 0 { result.append(bx, by) }
      ax = bx
      ay = by
      a = b
    }
  }
}

/// Where the power to one disc is at most that to another.
struct HalfPlane {
  private let normalX: Double
  private let normalY: Double
  private let middleX: Double
  private let middleY: Double
  private let offset: Double

  /// The side of `rim`.
  init(of rim: Rim, against other: Rim) {
    normalX = other.localX - rim.localX
    normalY = other.localY - rim.localY
    middleX = (other.localX + rim.localX) / 2
    middleY = (other.localY + rim.localY) / 2
    offset = (rim.radius - other.radius) * (rim.radius + other.radius) / 2
  }

  /// Positive outside. Seen from the other disc it is the same number with the other sign, so that
  /// two cells share their wall to the last bit.
  @inline(__always)
  func excess(_ x: Double, _ y: Double) -> Double {
    (x - middleX) * normalX + (y - middleY) * normalY - offset
  }
}
