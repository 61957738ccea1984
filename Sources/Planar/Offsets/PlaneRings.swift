/// The rings of a polygon, or of what a rectangle leaves of it, in scratch memory and relative to a
/// local origin; first vertices are not repeated.
struct PlaneRings {
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []
  /// Where each ring ends.
  private var ends: [Int] = []
  /// By ring: what its signed area counts, 1 or -1.
  private var signs: [Double] = []

  var isEmpty: Bool { ends.isEmpty }

  mutating func removeAll() {
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    signs.removeAll(keepingCapacity: true)
  }

  /// All rings of a row; a shell counts as positive, a hole as negative, whichever way they run.
  mutating func load(
    _ row: Int, of column: GeometryBuffers, originX: Double, originY: Double
  ) {
    removeAll()
    var ring = PlaneRing()
    for part in column.parts(of: row) {
      var sign = 1.0
      for index in column.rings(of: part) {
        ring.load(index, of: column, originX: originX, originY: originY)
        x.append(contentsOf: ring.x)
        y.append(contentsOf: ring.y)
        endRing(ring.signedArea < 0 ? -sign : sign)
        sign = -1
      }
    }
  }

  /// Ends the ring of the vertices appended since the last one; what has no inside is left out.
  private mutating func endRing(_ sign: Double) {
    let start = ends.last ?? 0
    if x.count - start > 2 {
      ends.append(x.count)
      signs.append(sign)
    } else {
      x.removeLast(x.count - start)
      y.removeLast(y.count - start)
    }
  }

  private func range(_ ring: Int) -> Range<Int> { (ring == 0 ? 0 : ends[ring - 1])..<ends[ring] }

  var envelope: Envelope {
    var box = Envelope.empty
    for vertex in x.indices { box.expand(toInclude: x[vertex], y[vertex]) }
    return box
  }

  var area: Double {
    var sum = 0.0
    for ring in ends.indices { sum += signs[ring] * signedArea(range(ring)) }
    return sum
  }

  /// Relative to the first vertex: what is far from the origin keeps its digits.
  private func signedArea(_ vertices: Range<Int>) -> Double {
    let originX = x[vertices.lowerBound]
    let originY = y[vertices.lowerBound]
    var ax = 0.0
    var ay = 0.0
    var sum = 0.0
    for vertex in vertices.dropFirst() {
      let bx = x[vertex] - originX
      let by = y[vertex] - originY
      sum += ax * by - bx * ay
      ax = bx
      ay = by
    }
    return sum / 2
  }

  /// Calls `body` with the ends of every edge.
  func forEachEdge(_ body: (_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) -> Void) {
    for ring in ends.indices {
      let vertices = range(ring)
      var last = vertices.upperBound - 1
      for vertex in vertices {
        body(x[last], y[last], x[vertex], y[vertex])
        last = vertex
      }
    }
  }

  /// The two parts on either side of a wall that runs north or east, by Sutherland and Hodgman: both
  /// have the same points on the wall, to the last bit.
  func split(
    at wall: Double, acrossX isAcrossX: Bool, into low: inout PlaneRings,
    _ high: inout PlaneRings
  ) {
    low.removeAll()
    high.removeAll()
    for ring in ends.indices {
      let vertices = range(ring)
      var ax = x[vertices.upperBound - 1]
      var ay = y[vertices.upperBound - 1]
      for vertex in vertices {
        let bx = x[vertex]
        let by = y[vertex]
        let a = isAcrossX ? ax - wall : ay - wall
        let b = isAcrossX ? bx - wall : by - wall
        if (a < 0 && b > 0) || (a > 0 && b < 0) {
          let t = a / (a - b)
          let cutX = isAcrossX ? wall : ax + t * (bx - ax)
          let cutY = isAcrossX ? ay + t * (by - ay) : wall
          low.append(cutX, cutY)
          high.append(cutX, cutY)
        }
        if b <= 0 { low.append(bx, by) }
        if b >= 0 { high.append(bx, by) }
        ax = bx
        ay = by
      }
      low.endRing(signs[ring])
      high.endRing(signs[ring])
    }
  }

  private mutating func append(_ newX: Double, _ newY: Double) {
    x.append(newX)
    y.append(newY)
  }
}
