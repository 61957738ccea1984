internal import Planar

/// The ways across an open area, such as a square.
///
/// The shortest way between two points of a polygon bends only at its reflex corners and at the
/// corners of its holes. So the entrances (where lines meet the edge) and those corners are joined
/// wherever they see each other, and of these lines the ones are kept that are on a shortest way
/// between two entrances. Ways that come up inside are entrances, too. Who starts on the area at a place that is no entrance walks along the
/// edge, or along one of these lines, first.
///
/// An area is not crossed if it has more than `maximumVertices`, or more than `maximumCorners`
/// entrances and corners: the work grows with their square.
///
/// Source: de Berg et al., *Computational Geometry*, chapter on visibility graphs.
struct AreaCrossing {
  static let maximumVertices = 1000
  static let maximumCorners = 120

  /// Nodes of shells and holes in any order, each without its first node at the end.
  let rings: [[Int32]]
  /// Per node, in metres.
  let x: [Double]
  let y: [Double]

  /// Rings of ways that are joined at their ends; `nil` if they do not close.
  static func rings(joining ways: [ArraySlice<Int32>]) -> [[Int32]]? {
    var rings: [[Int32]] = []
    var waysOfEnds: [Int32: [Int]] = [:]
    var isOpen = ways.map { way in
      guard let first = way.first, let last = way.last, way.count > 1 else { return false }
      guard first != last else {
        rings.append(Array(way.dropLast()))
        return false
      }
      return true
    }
    for (index, way) in ways.enumerated() where isOpen[index] {
      if let first = way.first { waysOfEnds[first, default: []].append(index) }
      if let last = way.last { waysOfEnds[last, default: []].append(index) }
    }
    for start in ways.indices where isOpen[start] {
      isOpen[start] = false
      var ring = Array(ways[start])
      while let end = ring.last, end != ring.first {
        guard let next = waysOfEnds[end]?.first(where: { isOpen[$0] }) else { return nil }
        isOpen[next] = false
        let way = ways[next]
        ring += way.first == end ? Array(way.dropFirst()) : Array(way.reversed().dropFirst())
      }
      rings.append(Array(ring.dropLast()))
    }
    return rings.allSatisfy { $0.count > 2 } && !rings.isEmpty ? rings : nil
  }

  /// Pairs of nodes to join by straight lines.
  ///
  /// - Parameters:
  ///   - isEntrance: Whether lines meet the edge at this node of it.
  ///   - inner: Nodes inside, each once, from which one steps onto the area.
  /// - Returns: `nil` if there are too many corners.
  func shortestLines(isEntrance: (Int32) -> Bool, inner: [Int32] = []) -> [(Int32, Int32)]? {
    let vertexCount = rings.reduce(0) { $0 + $1.count }
    let entranceCount = rings.reduce(inner.count) { $0 + $1.count(where: isEntrance) }
    guard entranceCount > 1 else { return [] }
    guard vertexCount <= Self.maximumVertices else { return nil }
    var (corners, sides) = corners(isEntrance: isEntrance)
    corners += inner.map { Corner(node: $0, isEntrance: true) }
    guard corners.count <= Self.maximumCorners else { return nil }

    let count = corners.count
    var lengths = [Double](repeating: .infinity, count: count * count)
    var isSide = [Bool](repeating: false, count: count * count)
    for (one, other) in sides {
      isSide[one * count + other] = true
      isSide[other * count + one] = true
    }
    for one in 0..<count {
      for other in (one + 1)..<max(count, one + 1) {
        let (start, end) = (corners[one].node, corners[other].node)
        guard start != end, isSide[one * count + other] || sees(start, end) else { continue }
        lengths[one * count + other] = distance(start, end)
        lengths[other * count + one] = lengths[one * count + other]
      }
    }
    var isKept = [Bool](repeating: false, count: count * count)
    for start in 0..<count where corners[start].isEntrance {
      let previous = Self.shortestTree(from: start, lengths, count)
      for end in (start + 1)..<max(count, start + 1) where corners[end].isEntrance {
        var place = end
        while previous[place] >= 0 {
          let (low, high) = (min(place, previous[place]), max(place, previous[place]))
          isKept[low * count + high] = true
          place = previous[place]
        }
      }
    }
    var pairs: [(Int32, Int32)] = []
    for edge in isKept.indices where isKept[edge] && !isSide[edge] {
      pairs.append((corners[edge / count].node, corners[edge % count].node))
    }
    return pairs
  }

  private struct Corner {
    let node: Int32
    let isEntrance: Bool
  }

  /// Entrances and reflex corners, in the order of the rings, and which follow one another
  /// directly.
  private func corners(
    isEntrance: (Int32) -> Bool
  ) -> (corners: [Corner], sides: [(Int, Int)]) {
    var corners: [Corner] = []
    var sides: [(Int, Int)] = []
    for (index, ring) in rings.enumerated() {
      // The inside lies to the left of a shell that runs counterclockwise.
      let isHole =
        rings.indices.count { other in
          other != index && isInside(x[Int(ring[0])], y[Int(ring[0])], [rings[other]])
        } % 2 == 1
      let isInsideLeft = (signedArea(ring) > 0) != isHole
      var places = [Int](repeating: -1, count: ring.count)
      for (place, node) in ring.enumerated() {
        let before = ring[place == 0 ? ring.count - 1 : place - 1]
        let after = ring[place + 1 == ring.count ? 0 : place + 1]
        let turn = turn(before, node, after)
        let isReflex = isInsideLeft ? turn < 0 : turn > 0
        let isEntrance = isEntrance(node)
        guard isReflex || isEntrance else { continue }
        places[place] = corners.count
        corners.append(Corner(node: node, isEntrance: isEntrance))
      }
      for place in ring.indices {
        let next = place + 1 == ring.count ? 0 : place + 1
        if places[place] >= 0 && places[next] >= 0 { sides.append((places[place], places[next])) }
      }
    }
    return (corners, sides)
  }

  /// Whether the straight line between two nodes of the edge runs inside.
  ///
  /// A line that touches a corner on its way does not: the lines to and from that corner do.
  private func sees(_ start: Int32, _ end: Int32) -> Bool {
    for ring in rings {
      var from = ring[ring.count - 1]
      for to in ring {
        defer { from = to }
        if from == start || from == end || to == start || to == end { continue }
        let (one, other) = (turn(start, end, from), turn(start, end, to))
        guard one < 0 && other >= 0 || one > 0 && other <= 0 || one == 0 else { continue }
        let (near, far) = (turn(from, to, start), turn(from, to, end))
        if near < 0 && far > 0 || near > 0 && far < 0 { return false }
      }
    }
    let (startX, startY) = (x[Int(start)], y[Int(start)])
    return isInside((startX + x[Int(end)]) / 2, (startY + y[Int(end)]) / 2, rings)
  }

  /// Around all nodes of the edge.
  var envelope: Envelope {
    var box = Envelope.empty
    for node in rings.joined() { box.expand(toInclude: x[Int(node)], y[Int(node)]) }
    return box
  }

  /// Whether a place is inside the edge, and in no hole.
  func isInside(_ px: Double, _ py: Double) -> Bool { isInside(px, py, rings) }

  /// By the number of crossings of a ray to the east.
  private func isInside(_ px: Double, _ py: Double, _ rings: [[Int32]]) -> Bool {
    var isInside = false
    for ring in rings {
      var from = Int(ring[ring.count - 1])
      for node in ring {
        let to = Int(node)
        defer { from = to }
        let side = Segment(ax: x[from], ay: y[from], bx: x[to], by: y[to])
        if side.isCrossed(byRayFromX: px, y: py) { isInside.toggle() }
      }
    }
    return isInside
  }

  /// Positive for a left turn at `node`; relative to it, where digits are not lost.
  private func turn(_ before: Int32, _ node: Int32, _ after: Int32) -> Double {
    let (nodeX, nodeY) = (x[Int(node)], y[Int(node)])
    return (nodeX - x[Int(before)]) * (y[Int(after)] - nodeY)
      - (nodeY - y[Int(before)]) * (x[Int(after)] - nodeX)
  }

  private func signedArea(_ ring: [Int32]) -> Double {
    let (originX, originY) = (x[Int(ring[0])], y[Int(ring[0])])
    var sum = 0.0
    for (one, other) in zip(ring, ring.dropFirst()) {
      sum +=
        (x[Int(one)] - originX) * (y[Int(other)] - originY)
        - (x[Int(other)] - originX) * (y[Int(one)] - originY)
    }
    return sum
  }

  private func distance(_ one: Int32, _ other: Int32) -> Double {
    let dx = x[Int(one)] - x[Int(other)]
    let dy = y[Int(one)] - y[Int(other)]
    return (dx * dx + dy * dy).squareRoot()
  }

  /// Dijkstra's algorithm on a full matrix; -1 for the start and for what is not reached.
  private static func shortestTree(from start: Int, _ lengths: [Double], _ count: Int) -> [Int] {
    var distances = [Double](repeating: .infinity, count: count)
    var previous = [Int](repeating: -1, count: count)
    var isDone = [Bool](repeating: false, count: count)
    distances[start] = 0
    for _ in 0..<count {
      var nearest = -1
      for place in 0..<count where !isDone[place] && distances[place] < .infinity {
        if nearest < 0 || distances[place] < distances[nearest] { nearest = place }
      }
      guard nearest >= 0 else { break }
      isDone[nearest] = true
      for place in 0..<count {
        let through = distances[nearest] + lengths[nearest * count + place]
        if through < distances[place] {
          distances[place] = through
          previous[place] = nearest
        }
      }
    }
    return previous
  }
}
