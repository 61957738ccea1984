import Foundation

/// The area that a polygon and a union of shapes have in common within a box, in closed form.
///
/// Every corner and every crossing of two borders starts a slab from south to north. Within a slab no
/// two borders cross, so the order in which its middle line meets them holds for all of it: what lies
/// between two borders is in the polygon and in a shape, or not, as a whole. No step asks on which
/// side of a border a corner lies: where borders meet, touch or coincide, the slabs there are thin, or
/// the strips between the borders are, and a wrong answer about them costs a rounding error.
struct SlabArea {
  /// The shape that is measured; the others cover it.
  static let polygon = 0

  /// A border that is an edge, from west to east.
  private struct Edge {
    let ax: Double
    let ay: Double
    let bx: Double
    let by: Double
    let shape: Int

    func y(at x: Double) -> Double { ay + (by - ay) * ((x - ax) / (bx - ax)) }
  }

  /// Where a middle line meets a border.
  private struct Crossing {
    let y: Double
    let shape: Int
    /// An edge if not negative, else the complement of a disc.
    let border: Int
    let isUpper: Bool
  }

  private var box = Envelope.empty
  /// `box`, and a little more, for rounding.
  private var seen = Envelope.empty
  private var edges: [Edge] = []
  /// Where an edge runs north.
  private var walls: [Double] = []
  private var discs: [(disc: Disc, shape: Int)] = []
  private var shapes = 1
  private var events: [Double] = []
  private var crossings: [Crossing] = []
  private var isIn: [Bool] = []
  private var activeEdges: [Int] = []
  private var activeDiscs: [Int] = []
  /// Points of the polygon that no shape seems to cover, one a strip.
  private(set) var gaps: [Point] = []

  /// Forgets all shapes.
  ///
  /// - Parameter box: Around the polygon.
  mutating func begin(_ box: Envelope) {
    self.box = box
    let size = max(box.width, box.height)
    let far = max(abs(box.minX), abs(box.maxX), abs(box.minY), abs(box.maxY))
    seen = box.expanded(by: 1e-9 * size + 1e-12 * far)
    edges.removeAll(keepingCapacity: true)
    walls.removeAll(keepingCapacity: true)
    discs.removeAll(keepingCapacity: true)
    shapes = 1
  }

  /// A shape without borders yet; a position is in it that has an odd number of them below.
  mutating func newShape() -> Int {
    shapes += 1
    return shapes - 1
  }

  /// Adds an edge of a shape; one that is beside the box or above it is not needed, and of one that
  /// runs north only that a slab ends there.
  mutating func addEdge(
    fromX ax: Double, y ay: Double, toX bx: Double, y by: Double, of shape: Int
  ) {
    guard max(ax, bx) > box.minX, min(ax, bx) < box.maxX, min(ay, by) <= seen.maxY else { return }
    guard ax != bx else {
      if max(ay, by) >= seen.minY { walls.append(ax) }
      return
    }
    edges.append(
      ax < bx
        ? Edge(ax: ax, ay: ay, bx: bx, by: by, shape: shape)
        : Edge(ax: bx, ay: by, bx: ax, by: ay, shape: shape))
  }

  /// Adds a capsule, as two discs and the rectangle between them.
  mutating func add(_ capsule: Capsule) {
    addDisc(Disc(x: capsule.ax, y: capsule.ay, radius: capsule.radius))
    guard !capsule.isDisc else { return }
    addDisc(Disc(x: capsule.bx, y: capsule.by, radius: capsule.radius))
    let dx = capsule.bx - capsule.ax
    let dy = capsule.by - capsule.ay
    let scale = capsule.radius / (dx * dx + dy * dy).squareRoot()
    let nx = -dy * scale
    let ny = dx * scale
    let corners = (
      (capsule.ax + nx, capsule.ay + ny), (capsule.bx + nx, capsule.by + ny),
      (capsule.bx - nx, capsule.by - ny), (capsule.ax - nx, capsule.ay - ny)
    )
    let shape = newShape()
    for (p, q) in [
      (corners.0, corners.1), (corners.1, corners.2), (corners.2, corners.3),
      (corners.3, corners.0),
    ] { addEdge(fromX: p.0, y: p.1, toX: q.0, y: q.1, of: shape) }
  }

  /// One that touches nothing of the box is not needed, nor one that is there already.
  private mutating func addDisc(_ disc: Disc) {
    let dx = max(seen.minX - disc.x, 0, disc.x - seen.maxX)
    let dy = max(seen.minY - disc.y, 0, disc.y - seen.maxY)
    guard dx * dx + dy * dy <= disc.radius * disc.radius, disc.radius > 0,
      !discs.contains(where: { $0.disc == disc })
    else { return }
    discs.append((disc, newShape()))
  }

  // MARK: Sweeping

  /// - Parameter wantsGaps: Whether `gaps` is to be filled.
  mutating func coveredArea(wantsGaps: Bool) -> Double {
    gaps.removeAll(keepingCapacity: true)
    findEvents()
    isIn.removeAll(keepingCapacity: true)
    isIn.append(contentsOf: repeatElement(false, count: shapes))
    var area = 0.0
    var start = box.minX
    for event in events where event > start {
      area += slab(from: start, to: event, wantsGaps)
      start = event
    }
    return area
  }

  private mutating func slab(from west: Double, to east: Double, _ wantsGaps: Bool) -> Double {
    let middle = west + (east - west) / 2
    guard middle > west, middle < east else { return 0 }
    collectCrossings(at: middle)
    for shape in isIn.indices { isIn[shape] = false }
    var covers = 0
    var isCovered = false
    var area = 0.0
    for (index, crossing) in crossings.enumerated() {
      isIn[crossing.shape].toggle()
      if crossing.shape != Self.polygon { covers += isIn[crossing.shape] ? 1 : -1 }
      let isInPolygon = isIn[Self.polygon]
      if (isInPolygon && covers > 0) != isCovered {
        isCovered.toggle()
        let below = integral(under: crossing, from: west, to: east)
        area += isCovered ? -below : below
      }
      if wantsGaps, isInPolygon, covers == 0, index + 1 < crossings.count,
        crossings[index + 1].y > crossing.y
      {
        gaps.append(Point(x: middle, y: crossing.y + (crossings[index + 1].y - crossing.y) / 2))
      }
    }
    return area
  }

  private mutating func collectCrossings(at x: Double) {
    crossings.removeAll(keepingCapacity: true)
    // Half-open: what ends in a corner below the box goes on in the next edge, and once.
    for (index, edge) in edges.enumerated() where edge.ax <= x && x < edge.bx {
      crossings.append(
        Crossing(y: edge.y(at: x), shape: edge.shape, border: index, isUpper: false))
    }
    for (index, (disc, shape)) in discs.enumerated() {
      let dx = x - disc.x
      let squared = (disc.radius - dx) * (disc.radius + dx)
      guard squared > 0 else { continue }
      let half = squared.squareRoot()
      crossings.append(
        Crossing(y: disc.y - half, shape: shape, border: ~index, isUpper: false))
      crossings.append(Crossing(y: disc.y + half, shape: shape, border: ~index, isUpper: true))
    }
    crossings.sort { $0.y < $1.y }
  }

  /// The area between a border and the south of the box.
  private func integral(under crossing: Crossing, from west: Double, to east: Double) -> Double {
    guard crossing.border < 0 else {
      let edge = edges[crossing.border]
      return (east - west) * (edge.y(at: west + (east - west) / 2) - box.minY)
    }
    let disc = discs[~crossing.border].disc
    let (a, b) = (disc.half(at: west), disc.half(at: east))
    let width = east - west
    let chord = (width * width + (a - b) * (a - b)).squareRoot()
    let bulge = disc.segmentArea(chord: chord)
    let middle = (a + b) / 2
    return crossing.isUpper
      ? width * (disc.y + middle - box.minY) + bulge
      : width * (disc.y - middle - box.minY) - bulge
  }
}

extension Disc {
  /// What lies between a chord and the shorter arc over it.
  fileprivate func segmentArea(chord: Double) -> Double {
    guard radius > 0 else { return 0 }
    let angle = 2 * asin(min(1, chord / (2 * radius)))
    let squared = angle * angle
    // The difference of an angle and its sine loses digits where both are small.
    let difference =
      squared < 0.01
      ? angle * squared / 6 * (1 - squared / 20 * (1 - squared / 42 * (1 - squared / 72)))
      : angle - sin(angle)
    return radius * radius * difference / 2
  }

  /// From the height of the centre to the border above it.
  fileprivate func half(at px: Double) -> Double {
    let dx = px - x
    return max(0, (radius - dx) * (radius + dx)).squareRoot()
  }
}

// MARK: Events

extension SlabArea {
  private mutating func findEvents() {
    events.removeAll(keepingCapacity: true)
    events.append(contentsOf: walls)
    for edge in edges {
      addEvent(edge.ax, edge.ay)
      addEvent(edge.bx, edge.by)
    }
    for (disc, _) in discs {
      addEvent(disc.x - disc.radius, disc.y)
      addEvent(disc.x + disc.radius, disc.y)
    }
    chooseActive()
    for (place, index) in activeEdges.enumerated() {
      for other in activeEdges[..<place] where edges[other].shape != edges[index].shape {
        addCrossing(edges[index], edges[other])
      }
      for disc in activeDiscs { addCrossings(edges[index], discs[disc].disc) }
    }
    for (place, index) in activeDiscs.enumerated() {
      for other in activeDiscs[..<place] {
        addCrossings(discs[index].disc, discs[other].disc)
      }
    }
    events.sort()
    events.append(box.maxX)
  }

  private mutating func addEvent(_ x: Double, _ y: Double) {
    if x > box.minX, x < box.maxX, y >= seen.minY, y <= seen.maxY { events.append(x) }
  }

  /// The borders that come into the box: only they cross there.
  private mutating func chooseActive() {
    activeEdges.removeAll(keepingCapacity: true)
    activeDiscs.removeAll(keepingCapacity: true)
    for (index, edge) in edges.enumerated() {
      let y = (
        edge.y(at: max(edge.ax, box.minX)), edge.y(at: min(edge.bx, box.maxX))
      )
      if max(y.0, y.1) >= seen.minY, min(y.0, y.1) <= seen.maxY { activeEdges.append(index) }
    }
    for (index, (disc, _)) in discs.enumerated() {
      let dx = max(abs(seen.minX - disc.x), abs(seen.maxX - disc.x))
      let dy = max(abs(seen.minY - disc.y), abs(seen.maxY - disc.y))
      if dx * dx + dy * dy >= disc.radius * disc.radius { activeDiscs.append(index) }
    }
  }

  private mutating func addCrossing(_ one: Edge, _ other: Edge) {
    let west = max(one.ax, other.ax, box.minX)
    let east = min(one.bx, other.bx, box.maxX)
    guard west < east else { return }
    let first = one.y(at: west) - other.y(at: west)
    let last = one.y(at: east) - other.y(at: east)
    guard (first < 0) != (last < 0), first != last else { return }
    let x = west + (east - west) * (first / (first - last))
    addEvent(x, one.y(at: x))
  }

  /// Where the line of an edge meets a circle, or all but touches it.
  private mutating func addCrossings(_ edge: Edge, _ disc: Disc) {
    let dx = edge.bx - edge.ax
    let dy = edge.by - edge.ay
    let length = (dx * dx + dy * dy).squareRoot()
    let ux = dx / length
    let uy = dy / length
    let px = disc.x - edge.ax
    let py = disc.y - edge.ay
    let distance = (ux * py - uy * px).magnitude
    let squared = (disc.radius - distance) * (disc.radius + distance)
    guard squared >= -1e-9 * disc.radius * disc.radius else { return }
    let foot = px * ux + py * uy
    let half = max(0, squared).squareRoot()
    for along in [foot - half, foot + half] where along > 0 && along < length {
      addEvent(edge.ax + along * ux, edge.ay + along * uy)
    }
  }

  /// Where two circles meet, or all but touch.
  private mutating func addCrossings(_ one: Disc, _ other: Disc) {
    let dx = other.x - one.x
    let dy = other.y - one.y
    let squared = dx * dx + dy * dy
    guard squared > 0 else { return }
    let distance = squared.squareRoot()
    let sum = (one.radius - other.radius) * (one.radius + other.radius)
    let along = (distance + sum / distance) / 2
    let squaredHalf = (one.radius - along) * (one.radius + along)
    guard squaredHalf >= -1e-9 * one.radius * one.radius else { return }
    let half = max(0, squaredHalf).squareRoot()
    let x = one.x + along * dx / distance
    let y = one.y + along * dy / distance
    addEvent(x - half * dy / distance, y + half * dx / distance)
    addEvent(x + half * dy / distance, y - half * dx / distance)
  }
}
