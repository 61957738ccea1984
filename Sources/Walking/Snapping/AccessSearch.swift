internal import Geodesy
internal import Planar

/// Where one shape after the other meets a network: the nearest point of every straight stretch of a
/// street around it, for one worker.
///
/// A point meets each stretch at one point. Each point of a boundary does, too, so that a piece of it
/// meets a stretch (`BoundarySpan`). What is left out can shorten no walk: a place from which another
/// one, along the same edge, is as near (`EdgeSpans`); and all but one of those at the same node.
///
/// It cannot be copied, since a copy for each closure would cost more than the search.
struct AccessSearch: ~Copyable {
  /// A span with its figures as walks have them.
  struct Measured {
    /// The number of the span.
    var span: Int
    /// Ticks.
    var straight: Int32
    var straightEnd: Int32

    var least: Int32 { min(straight, straightEnd) }
  }

  /// So near to a place, in metres, the scale around it is as good as the scale itself.
  private static let nearlyExact = 500.0

  private let network: NetworkBuffers
  private let streets: WalkNetwork
  /// Not the scale itself: it is large, and would be copied for each shape.
  private let ground: UnsafePointer<GroundScale>
  private let squares: SquareDoors
  private var boundary = BoundaryPieces()
  private var near: NearBarriers
  private var nearly: NearScale
  /// Whether all that is looked at is near enough for it.
  private var isNear = false
  private var segments = Scratch<Int32>()
  /// At which something was given.
  private var nodes = Scratch<Int32>()
  private var spans = EdgeSpans()
  /// Of one shape, edge by edge.
  private var found = Scratch<Measured>()
  private var given = Scratch<NetworkPosition>()

  init(
    _ network: NetworkBuffers, of streets: WalkNetwork, on ground: UnsafePointer<GroundScale>,
    barriers: StraightBarriers.Buffers, squares: SquareDoors
  ) {
    self.network = network
    self.streets = streets
    self.ground = ground
    near = NearBarriers(barriers)
    self.squares = squares
    nearly = NearScale(ground.pointee, atX: 0, y: 0)
  }

  /// Finds the positions of a row of a column of shapes.
  ///
  /// - Parameters:
  ///   - limits: Ticks, inclusive, ascending: what is within the first of them counts; only where
  ///     nothing is, what is within the next.
  ///   - own: The compound that the row belongs to, or -1.
  ///   - grids: Of segments; the first counts in which anything is found.
  /// - Returns: Whether something stands before all streets around; then the nearest is taken.
  mutating func positions(
    _ row: Int, of shapes: GeometryBuffers, limits: [Int32], own: Int32,
    in grids: [SegmentGrid.Buffers]
  ) -> Bool {
    guard boundary.take(row, of: shapes) else { return false }
    let centre = boundary.box.centre
    nearly = NearScale(ground.pointee, atX: centre.x, y: centre.y)
    var longest: Int32 = -1
    for grid in grids {
      for limit in limits where limit >= 0 {
        if limit > longest {
          longest = limit
          near.take(
            around: boundary.box, within: reach(limit), own: own, isBoundary: boundary.isArea)
        }
        find(limit: limit, isFree: true, in: grid)
        if !found.isEmpty {
          give()
          giveDoors(nearby: limits[0])
          return false
        }
      }
    }
    nodes.removeAll()
    if giveDoors(nearby: limits[0]) { return false }
    guard !near.isEmpty else { return false }
    for grid in grids {
      find(limit: longest, isFree: false, in: grid)
      // Of what is barred one is as doubtful as another: the nearest stands for all.
      var nearest: Measured?
      for measured in found.values where measured.least < nearest?.least ?? .max {
        nearest = measured
      }
      if let nearest {
        found.removeAll()
        found.append(nearest)
        give()
        return true
      }
    }
    return false
  }

  /// As many metres of the plane as what is within a limit on the ground may be away.
  private func reach(_ limit: Int32) -> Double {
    let metres = NetworkLength.metres(limit + 1)
    if ground.pointee.isPlane { return metres }
    let box = boundary.box
    let around = metres + max(box.width, box.height)
    let centre = box.centre
    return metres * ground.pointee.scale(atX: centre.x, y: centre.y)
      * (1 + ground.pointee.slack(atX: centre.x, over: 1.1 * around))
  }

  // MARK: Finding

  private mutating func find(limit: Int32, isFree: Bool, in grid: SegmentGrid.Buffers) {
    let reach = reach(limit)
    let box = boundary.box
    isNear = ground.pointee.isPlane || max(box.width, box.height) / 2 + reach <= Self.nearlyExact
    found.removeAll()
    spans.removeAll()
    collectSegments(within: reach, in: grid)
    var index = 0
    while index < segments.count {
      let edge = network.edges[Int(segments[index])]
      while index < segments.count, network.edges[Int(segments[index])] == edge {
        // One in several cells came several times.
        if index == 0 || segments[index] != segments[index - 1] {
          offer(segments[index], within: reach)
        }
        index += 1
      }
      spans.settle(
        isOneWay: network.isOneWay[Int(edge)] == 1, past: &near, isFree: isFree, on: network)
      for kept in spans.kept.values { measure(kept, within: limit) }
    }
  }

  /// Takes the segments around the shape, those of an edge one after the other, whatever the cells are.
  private mutating func collectSegments(within reach: Double, in grid: SegmentGrid.Buffers) {
    segments.removeAll()
    let outer = boundary.box.expanded(by: reach)
    grid.forEach(in: outer) { segment in
      if network.envelope(ofSegment: Int(segment)).intersects(outer) { segments.append(segment) }
    }
    segments.sort(by: <)
  }

  /// Offers all spans of the boundary on a segment.
  private mutating func offer(_ segment: Int32, within reach: Double) {
    let vertex = Int(segment)
    let finder = SpanFinder(network, vertex)
    let start = NetworkLength.metres(network.along[vertex])
    let length = NetworkLength.metres(network.along[vertex + 1]) - start
    let own = network.envelope(ofSegment: vertex)
    let around = own.expanded(by: reach)
    // A street in the place itself is met from inside, any other from outside.
    let isInside = boundary.box.intersects(own)
    for piece in boundary.pieces where piece.touches(around) {
      finder.forEach(
        fromX: piece.ax, y: piece.ay, toX: piece.bx, y: piece.by, within: reach,
        outside: isInside ? 0 : piece.outside
      ) { one, other in
        let straight = metres(one, finder)
        spans.offer(
          EdgeSpans.Found(
            segment: segment, span: BoundarySpan(start: one, end: other), straight: straight,
            straightEnd: one.isSame(as: other) ? straight : metres(other, finder),
            along: start + one.share * length, alongEnd: start + other.share * length))
      }
    }
  }

  /// How long a straight way is on the ground.
  @inline(__always)
  private func metres(_ end: BoundarySpan.End, _ finder: SpanFinder) -> Double {
    if end.metres == 0 { return 0 }
    let (x, y) = (finder.x(at: end.share), finder.y(at: end.share))
    if !isNear { return ground.pointee.metres(fromX: end.x, y: end.y, toX: x, y: y) }
    return nearly.metres(end.metres, atX: (end.x + x) / 2, y: (end.y + y) / 2)
  }

  // MARK: Giving

  /// Takes what is within the limit of a span: the plane has a little more within its reach.
  @inline(__always)
  private mutating func measure(_ span: Int, within limit: Int32) {
    let values = spans.values
    let straight = NetworkLength.ticks(values[span].straight)
    let straightEnd = NetworkLength.ticks(values[span].straightEnd)
    var measured = Measured(span: span, straight: straight, straightEnd: straightEnd)
    if max(straight, straightEnd) > limit {
      guard measured.least <= limit else { return }
      let share = Double(limit - straight) / Double(straightEnd - straight)
      if straight > limit {
        values[span] = values[span].part(from: share, to: 1)
        measured.straight = limit
      } else {
        values[span] = values[span].part(from: 0, to: share)
        measured.straightEnd = limit
      }
    }
    found.append(measured)
  }

  /// What was given since the start, shape by shape.
  @inline(__always)
  var positions: UnsafeMutableBufferPointer<NetworkPosition> { given.values }

  private mutating func give() {
    nodes.removeAll()
    let spans = spans.values
    for measured in found.values {
      let vertex = Int(spans[measured.span].segment)
      let edge = Int(network.edges[vertex])
      let along = self.along(vertex, spans[measured.span].span.start.share)
      let alongEnd =
        spans[measured.span].span.isPoint
        ? along : self.along(vertex, spans[measured.span].span.end.share)
      if along.ticks == alongEnd.ticks {
        // Who is at a node is at the end of all of its edges.
        let node =
          along.ticks == 0
          ? streets.edgeFrom[edge]
          : along.ticks == streets.edgeLengths[edge] ? streets.edgeTo[edge] : -1
        if node >= 0 {
          if nodes.values.contains(node) { continue }
          nodes.append(node)
        }
      }
      let isTurned = measured.straightEnd < measured.straight
      let start = isTurned ? alongEnd : along
      let end = isTurned ? along : alongEnd
      given.append(
        NetworkPosition(
          edge: edge, along: start.ticks, straight: measured.least, alongEnd: end.ticks,
          straightEnd: start.ticks == end.ticks
            ? measured.least : max(measured.straight, measured.straightEnd),
          component: streets.components[Int(streets.edgeFrom[edge])], x: start.x, y: start.y))
    }
  }

  /// Gives the nodes of squares around, to each of which one walks straight.
  ///
  /// - Returns: Whether there are any.
  @discardableResult
  private mutating func giveDoors(nearby: Int32) -> Bool {
    guard !squares.isEmpty, nearby >= 0 else { return false }
    near.takeEdges()
    var isGiven = false
    var nodes = Set(nodes.values)
    squares.forEach(of: boundary, nearby: reach(nearby)) { door, start, step in
      if nodes.contains(door.node) || near.bar(from: start, to: step) { return }
      nodes.insert(door.node)
      isGiven = true
      let metres = ground.pointee.metres(fromX: start.x, y: start.y, toX: door.x, y: door.y)
      guard metres <= WalkNetwork.longestLimit else { return }
      given.append(
        NetworkPosition(
          edge: Int(door.edge), along: door.along, straight: NetworkLength.ticks(metres),
          component: streets.components[Int(door.node)], x: door.x, y: door.y))
    }
    return isGiven
  }

  /// A point of a segment, and how far along its edge it is.
  private func along(_ vertex: Int, _ share: Double) -> (ticks: Int32, x: Double, y: Double) {
    let (ax, ay) = (network.x[vertex], network.y[vertex])
    let (bx, by) = (network.x[vertex + 1], network.y[vertex + 1])
    let (start, end) = (network.along[vertex], network.along[vertex + 1])
    let x = ax + share * (bx - ax)
    let y = ay + share * (by - ay)
    if share <= 0 { return (start, ax, ay) }
    if share >= 1 { return (end, bx, by) }
    var share = share
    if !ground.pointee.isPlane {
      // Where the scale grows along a segment, its first half is the longer one on the ground.
      if isNear, abs(bx - ax) + abs(by - ay) <= Self.nearlyExact {
        let first = nearly.perMetre(atX: (ax + x) / 2, y: (ay + y) / 2)
        share *= first / nearly.perMetre(atX: (ax + bx) / 2, y: (ay + by) / 2)
      } else {
        let first = ground.pointee.metres(fromX: ax, y: ay, toX: x, y: y)
        let last = ground.pointee.metres(fromX: x, y: y, toX: bx, y: by)
        if first + last > 0 { share = first / (first + last) }
      }
    }
    return (start + Int32((share * Double(end - start)).rounded()), x, y)
  }
}
