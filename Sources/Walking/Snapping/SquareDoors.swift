internal import Planar

/// The nodes of a network on squares, to each of which one walks straight from wherever one steps onto
/// its square. Immutable, for one worker or many.
struct SquareDoors: Sendable {
  /// A node on a square.
  struct Door {
    let node: Int32
    /// An edge that everybody may walk along, and how far along it the node is, ticks.
    let edge: Int32
    let along: Int32
    let x: Double
    let y: Double
  }

  private let squares: GeometryColumn
  private let index: SpatialIndex
  /// Squares + 1 entries.
  private let offsets: [Int]
  private let doors: [Door]

  /// - Parameter isWanted: One per edge: whether people on a square may walk along it.
  init(_ network: WalkNetwork, edges isWanted: [Bool]) {
    squares = network.squares.geometry
    index = SpatialIndex(squares)
    var offsets = [0]
    var doors: [Door] = []
    if squares.count > 0 {
      let known = Self.nodes(of: network, isWanted)
      let grid = PointGrid(rows: known.map(\.node), x: network.nodeX, y: network.nodeY)
      var ends: [Int32: Door] = [:]
      for door in known { ends[door.node] = door }
      squares.withBuffers { buffers in
        for square in 0..<buffers.count {
          let box = buffers.envelope(of: square).expanded(by: Self.touch)
          var here: [Int32] = []
          grid.search { grid in
            let reach = 0.5 * (box.width * box.width + box.height * box.height).squareRoot()
            grid.forEach(within: reach, ofX: box.centre.x, y: box.centre.y) { node, x, y in
              guard box.contains(x: x, y: y) else { return }
              if buffers.isOnOrIn(square, x, y, within: Self.touch) { here.append(node) }
            }
          }
          doors += here.sorted().compactMap { ends[$0] }
          offsets.append(doors.count)
        }
      }
    }
    self.offsets = offsets
    self.doors = doors
  }

  /// What is as near as this to the edge of a square is on it, metres.
  private static let touch = 0.01

  private static func nodes(of network: WalkNetwork, _ isWanted: [Bool]) -> [Door] {
    var isKnown = [Bool](repeating: false, count: network.nodeCount)
    var doors: [Door] = []
    for edge in 0..<network.edgeCount where isWanted[edge] {
      for (node, along) in [
        (network.edgeFrom[edge], 0), (network.edgeTo[edge], network.edgeLengths[edge]),
      ] where !isKnown[Int(node)] {
        isKnown[Int(node)] = true
        doors.append(
          Door(
            node: node, edge: Int32(edge), along: along, x: network.nodeX[Int(node)],
            y: network.nodeY[Int(node)]))
      }
    }
    return doors
  }

  var isEmpty: Bool { doors.isEmpty }

  /// The nodes on a square, ascending.
  func nodes(of square: Int) -> [Int32] {
    doors.isEmpty ? [] : doors[offsets[square]..<offsets[square + 1]].map(\.node)
  }

  /// Calls `body` with the doors to which a straight way leads from a shape, and with where that starts
  /// and where it steps onto the square.
  ///
  /// - Parameter nearby: How far from a square one steps onto it, metres of the plane.
  func forEach(
    of boundary: borrowing BoundaryPieces, nearby: Double,
    _ body: (Door, _ start: Point, _ step: Point) -> Void
  ) {
    guard !doors.isEmpty else { return }
    for square in index.rows(in: boundary.box.expanded(by: nearby)).sorted() {
      squares.withBuffers { buffers in
        for door in doors[offsets[square]..<offsets[square + 1]] {
          let start = boundary.nearest(toX: door.x, y: door.y)
          guard
            let share = buffers.step(
              onto: square, from: start, to: Point(x: door.x, y: door.y))
          else { continue }
          let (dx, dy) = (share * (door.x - start.x), share * (door.y - start.y))
          guard (dx * dx + dy * dy).squareRoot() <= nearby else { continue }
          body(door, start, Point(x: start.x + dx, y: start.y + dy))
        }
      }
    }
  }
}

extension BoundaryPieces {
  /// The place of the shape that is nearest to another.
  fileprivate func nearest(toX x: Double, y: Double) -> Point {
    var best = Point(x: .nan, y: .nan)
    var least = Double.infinity
    for piece in pieces {
      let side = Segment(ax: piece.ax, ay: piece.ay, bx: piece.bx, by: piece.by)
      let place = side.point(atShare: side.share(nearestToX: x, y: y))
      let away = (place.x - x) * (place.x - x) + (place.y - y) * (place.y - y)
      if away < least {
        least = away
        best = place
      }
    }
    return best
  }
}

extension GeometryBuffers {
  /// Whether a place is inside a square, or all but on its edge.
  fileprivate func isOnOrIn(
    _ square: Int, _ x: Double, _ y: Double, within touch: Double
  ) -> Bool {
    if isInSquare(square, x, y) { return true }
    var isNear = false
    forEachSide(of: square) { ax, ay, bx, by in
      let share = Segment(ax: ax, ay: ay, bx: bx, by: by).share(nearestToX: x, y: y)
      let (ex, ey) = (x - ax - share * (bx - ax), y - ay - share * (by - ay))
      if ex * ex + ey * ey <= touch * touch { isNear = true }
    }
    return isNear
  }

  /// From which share of a straight way on it runs inside a square to its end, which is on the square;
  /// `nil` where it leaves it again.
  fileprivate func step(onto square: Int, from start: Point, to end: Point) -> Double? {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return 0 }
    var shares = [0.0, 1.0]
    forEachSide(of: square) { ax, ay, bx, by in
      let a = dx * (ay - start.y) - dy * (ax - start.x)
      let b = dx * (by - start.y) - dy * (bx - start.x)
      guard (a <= 0) != (b <= 0) else { return }
      let place = a / (a - b)
      let (px, py) = (ax + place * (bx - ax), ay + place * (by - ay))
      let share = ((px - start.x) * dx + (py - start.y) * dy) / (length * length)
      if share > 0, share < 1 { shares.append(share) }
    }
    shares.sort()
    // Along its edge one is on it, too, whatever the last digits say.
    let hair = 1e-3 / length
    var step = 0.0
    var isOn = false
    for (low, high) in zip(shares, shares.dropFirst()) where high - low > hair {
      let middle = (low + high) / 2
      let isHere = isOnOrIn(square, start.x + middle * dx, start.y + middle * dy, within: 1e-3)
      if isHere, !isOn { step = low }
      if isOn, !isHere { return nil }
      isOn = isHere
    }
    return isOn ? step : 1
  }

  private func isInSquare(_ square: Int, _ x: Double, _ y: Double) -> Bool {
    var isInside = false
    forEachSide(of: square) { ax, ay, bx, by in
      if Segment(ax: ax, ay: ay, bx: bx, by: by).isCrossed(byRayFromX: x, y: y) {
        isInside.toggle()
      }
    }
    return isInside
  }

  private func forEachSide(
    of square: Int, _ body: (Double, Double, Double, Double) -> Void
  ) {
    for ring in rings(ofRow: square) {
      let vertices = vertices(of: ring)
      for vertex in vertices.dropFirst() {
        body(x[vertex - 1], y[vertex - 1], x[vertex], y[vertex])
      }
    }
  }
}
