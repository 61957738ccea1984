extension GeometryBuffers {
  /// The area of one ring, positive if it runs counter-clockwise, negative if clockwise.
  ///
  /// A ring that does not end where it starts is taken as closed.
  public func signedArea(ofRing ring: Int) -> Double {
    let vertices = vertices(of: ring)
    guard let first = vertices.first else { return 0 }
    // Relative to the first vertex: at 4e6 m the plain sum loses digits.
    let x0 = x[first]
    let y0 = y[first]
    var sum = 0.0
    var ax = 0.0
    var ay = 0.0
    for vertex in vertices.dropFirst() {
      let bx = x[vertex] - x0
      let by = y[vertex] - y0
      sum += ax * by - bx * ay
      ax = bx
      ay = by
    }
    return sum / 2
  }

  /// Whether a ring runs counter-clockwise, as RFC 7946 wants shells; false for a ring without area.
  func isCounterClockwise(ring: Int) -> Bool { signedArea(ofRing: ring) > 0 }

  /// The area of a row, holes subtracted, whatever the rings' directions; 0 for lines and points.
  public func area(of row: Int) -> Double {
    guard kinds[row].isPolygon else { return 0 }
    var sum = 0.0
    for part in parts(of: row) {
      var sign = 1.0
      for ring in rings(of: part) {
        sum += sign * signedArea(ofRing: ring).magnitude
        sign = -1
      }
    }
    return sum
  }

  /// The length of a row's lines, or of all borders of its polygons; 0 for points.
  public func length(of row: Int) -> Double {
    var sum = 0.0
    for ring in rings(ofRow: row) { sum += length(ofRing: ring) }
    return sum
  }

  /// The length of one line or ring.
  public func length(ofRing ring: Int) -> Double {
    let vertices = vertices(of: ring)
    var sum = 0.0
    for vertex in vertices.dropFirst() {
      let dx = x[vertex] - x[vertex - 1]
      let dy = y[vertex] - y[vertex - 1]
      sum += (dx * dx + dy * dy).squareRoot()
    }
    return sum
  }

  /// The centre of gravity of a row; `nil` without vertices.
  ///
  /// A polygon's is weighted by area, a line's by length, that of points is their mean. A polygon
  /// without area counts as its rings, a line without length as its first vertices.
  public func centroid(of row: Int) -> Point? {
    let vertices = vertices(ofRow: row)
    guard let first = vertices.first else { return nil }
    let x0 = x[first]
    let y0 = y[first]
    var moment = Moment()
    if kinds[row].isPolygon {
      for part in parts(of: row) {
        var sign = 1.0
        for ring in rings(of: part) {
          moment.add(areaMoment(ofRing: ring, x0, y0), weight: sign)
          sign = -1
        }
      }
    }
    if moment.weight == 0, !kinds[row].isPoint {
      moment = Moment()
      for ring in rings(ofRow: row) { moment.add(lengthMoment(ofRing: ring, x0, y0), weight: 1) }
    }
    if moment.weight == 0 {
      moment = Moment()
      for ring in rings(ofRow: row) {
        guard let vertex = self.vertices(of: ring).first else { continue }
        moment.add(Moment(x: x[vertex] - x0, y: y[vertex] - y0, weight: 1), weight: 1)
      }
    }
    return Point(x: x0 + moment.x / moment.weight, y: y0 + moment.y / moment.weight)
  }

  /// Relative to (x0, y0), with a positive weight whatever the ring's direction.
  private func areaMoment(ofRing ring: Int, _ x0: Double, _ y0: Double) -> Moment {
    let vertices = vertices(of: ring)
    guard let first = vertices.first else { return Moment() }
    let shiftX = x[first] - x0
    let shiftY = y[first] - y0
    var result = Moment()
    var ax = 0.0
    var ay = 0.0
    for vertex in vertices.dropFirst() {
      let bx = x[vertex] - x[first]
      let by = y[vertex] - y[first]
      let cross = ax * by - bx * ay
      result.weight += cross
      result.x += (ax + bx) * cross
      result.y += (ay + by) * cross
      ax = bx
      ay = by
    }
    result.x = result.x / 6 + shiftX * result.weight / 2
    result.y = result.y / 6 + shiftY * result.weight / 2
    result.weight /= 2
    if result.weight < 0 { result = Moment(x: -result.x, y: -result.y, weight: -result.weight) }
    return result
  }

  private func lengthMoment(ofRing ring: Int, _ x0: Double, _ y0: Double) -> Moment {
    var result = Moment()
    for vertex in vertices(of: ring).dropFirst() {
      let ax = x[vertex - 1] - x0
      let ay = y[vertex - 1] - y0
      let bx = x[vertex] - x0
      let by = y[vertex] - y0
      let length = ((bx - ax) * (bx - ax) + (by - ay) * (by - ay)).squareRoot()
      result.x += (ax + bx) / 2 * length
      result.y += (ay + by) / 2 * length
      result.weight += length
    }
    return result
  }
}

/// A weight and its leverage about the origin.
private struct Moment {
  var x = 0.0
  var y = 0.0
  var weight = 0.0

  mutating func add(_ other: Moment, weight factor: Double) {
    x += other.x * factor
    y += other.y * factor
    weight += other.weight * factor
  }
}
