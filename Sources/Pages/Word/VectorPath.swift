/// The path data of a drawing as corners: straight lines, and circles of two half turns.
struct VectorPath: Sendable {
  struct Point: Hashable, Sendable {
    var x: Double
    var y: Double
  }

  struct Ring: Sendable {
    var points: [Point]
    var isClosed = false
  }

  private(set) var rings: [Ring] = []
  /// Whether it is a circle, of which the rings have the outermost points.
  private(set) var isCircle = false

  /// - Parameter data: As the maps of the pages have it: `M`, `L`, `H`, `V`, `A`, `Z`, in units.
  init(_ data: String) {
    var numbers = PathNumbers(data)
    var command = UInt8(ascii: "M")
    var here = Point(x: 0, y: 0)
    while let next = numbers.nextCommand(after: command) {
      command = next
      let isRelative = command >= UInt8(ascii: "a")
      let from = isRelative ? here : Point(x: 0, y: 0)
      switch command & 0xDF {
      case UInt8(ascii: "Z"):
        guard let ring = rings.indices.last else { continue }
        rings[ring].isClosed = true
        here = rings[ring].points[0]
        continue
      case UInt8(ascii: "M"):
        here = Point(x: from.x + numbers.next(), y: from.y + numbers.next())
        rings.append(Ring(points: [here]))
        continue
      case UInt8(ascii: "H"): here.x = from.x + numbers.next()
      case UInt8(ascii: "V"): here.y = from.y + numbers.next()
      case UInt8(ascii: "A"):
        let radius = numbers.next()
        for _ in 0..<4 { _ = numbers.next() }
        let end = Point(x: from.x + numbers.next(), y: from.y + numbers.next())
        let centre = Point(x: (here.x + end.x) / 2, y: (here.y + end.y) / 2)
        isCircle = true
        append(Point(x: centre.x, y: centre.y - radius))
        append(Point(x: centre.x, y: centre.y + radius))
        here = end
      default: here = Point(x: from.x + numbers.next(), y: from.y + numbers.next())
      }
      append(here)
    }
  }

  private mutating func append(_ point: Point) {
    if rings.isEmpty { rings.append(Ring(points: [])) }
    rings[rings.count - 1].points.append(point)
  }

  /// Moved by so much.
  func moved(x: Double, y: Double) -> VectorPath {
    var moved = self
    for ring in rings.indices {
      moved.rings[ring].points = rings[ring].points.map { Point(x: $0.x + x, y: $0.y + y) }
    }
    return moved
  }

  /// Within a frame from the origin; what is drawn beyond it no page shows. Lines are left as they are.
  ///
  /// Source: Sutherland & Hodgman, *Reentrant polygon clipping*, 1974.
  func clipped(width: Double, height: Double) -> VectorPath {
    guard !isCircle else { return self }
    let sides: [(Point) -> Double] = [
      { $0.x }, { width - $0.x }, { $0.y }, { height - $0.y },
    ]
    var clipped = self
    clipped.rings = rings.compactMap { ring in
      guard ring.isClosed else { return ring }
      var points = ring.points
      for inside in sides { points = Self.clipped(points, inside) }
      return points.count < 3 ? nil : Ring(points: points, isClosed: true)
    }
    return clipped
  }

  private static func clipped(_ points: [Point], _ inside: (Point) -> Double) -> [Point] {
    guard var last = points.last else { return [] }
    var result: [Point] = []
    for point in points {
      let (a, b) = (inside(last), inside(point))
      if (a >= 0) != (b >= 0) {
        let share = a / (a - b)
        result.append(
          Point(x: last.x + share * (point.x - last.x), y: last.y + share * (point.y - last.y)))
      }
      if b >= 0 { result.append(point) }
      last = point
    }
    return result
  }
}

/// Commands and numbers of path data, one behind the other.
private struct PathNumbers {
  private let bytes: [UInt8]
  private var place = 0

  init(_ data: String) { bytes = Array(data.utf8) }

  private mutating func skipSeparators() {
    while place < bytes.count, [UInt8(ascii: " "), UInt8(ascii: ",")].contains(bytes[place]) {
      place += 1
    }
  }

  /// The next command; the one before, where numbers follow. A move goes on as lines.
  mutating func nextCommand(after last: UInt8) -> UInt8? {
    skipSeparators()
    guard place < bytes.count else { return nil }
    if bytes[place] >= UInt8(ascii: "A") {
      defer { place += 1 }
      return bytes[place]
    }
    switch last {
    case UInt8(ascii: "M"): return UInt8(ascii: "L")
    case UInt8(ascii: "m"): return UInt8(ascii: "l")
    default: return last
    }
  }

  mutating func next() -> Double {
    skipSeparators()
    let start = place
    while place < bytes.count, bytes[place] < UInt8(ascii: "A"),
      ![UInt8(ascii: " "), UInt8(ascii: ",")].contains(bytes[place]),
      place == start || bytes[place] != UInt8(ascii: "-")
    {
      place += 1
    }
    return Double(String(decoding: bytes[start..<place], as: UTF8.self)) ?? 0
  }
}
