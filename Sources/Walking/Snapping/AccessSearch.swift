internal import Geodesy
internal import Planar

/// Where one shape after the other meets a network: the nearest point of every straight stretch of a
/// street around it, for one worker.
///
/// A point meets each stretch at one point. Each point of a boundary does, too, so that a piece of it
/// meets a stretch (`BoundarySpan`). What is left out can shorten no walk: a place from which another
/// one, along the same edge, is as near; and all but one of those at the same node.
struct AccessSearch {
  /// A span on an edge, in metres on the ground.
  fileprivate struct Found {
    var segment: Int32
    var span: BoundarySpan
    var straight: Double
    var straightEnd: Double
    var along: Double
    var alongEnd: Double
  }

  /// Memory with one number for each thing that may be seen twice.
  struct Marks {
    /// One per vertex of the network.
    let segments: UnsafeMutablePointer<Int32>
    /// One per node.
    let nodes: UnsafeMutablePointer<Int32>
    /// One per barrier.
    let barriers: UnsafeMutablePointer<Int32>
  }

  private let network: NetworkBuffers
  private let streets: WalkNetwork
  private let ground: GroundScale
  private let barriers: StraightBarriers
  private let barrierGrid: SegmentGrid.Buffers
  private let marks: Marks
  private var number: Int32 = 0
  private var near = NearBarriers()
  private var segments: [Int32] = []
  /// Of one shape, edge by edge.
  private var found: [Found] = []

  init(
    _ network: NetworkBuffers, of streets: WalkNetwork, on ground: GroundScale,
    barriers: StraightBarriers, in barrierGrid: SegmentGrid.Buffers, marks: Marks
  ) {
    self.network = network
    self.streets = streets
    self.ground = ground
    self.barriers = barriers
    self.barrierGrid = barrierGrid
    self.marks = marks
  }

  /// Finds the positions of a row of a column of shapes.
  ///
  /// - Parameters:
  ///   - limits: Ticks, inclusive, ascending: what is within the first of them counts; only where
  ///     nothing is, what is within the next.
  ///   - own: The compound that the row belongs to, or -1.
  ///   - grids: Of segments; the first counts in which anything is found.
  ///   - body: Gets the positions.
  /// - Returns: Whether something stands before all streets around; then the nearest is taken.
  mutating func positions(
    _ row: Int, of shapes: GeometryBuffers, limits: [Int32], own: Int32,
    in grids: [SegmentGrid.Buffers], _ body: (NetworkPosition) -> Void
  ) -> Bool {
    guard let box = Self.envelope(of: row, in: shapes) else { return false }
    var longest: Int32 = -1
    for grid in grids {
      for limit in limits where limit >= 0 {
        if limit > longest {
          longest = limit
          number += 1
          near.take(
            barriers, barrierGrid, around: box, within: reach(limit, around: box), own: own,
            isBoundary: shapes.kinds[row].isPolygon, seen: marks.barriers, number: number)
        }
        find(row, of: shapes, box, limit: limit, isFree: true, in: grid)
        if !found.isEmpty {
          give(body)
          return false
        }
      }
    }
    guard !near.isEmpty else { return false }
    for grid in grids {
      find(row, of: shapes, box, limit: longest, isFree: false, in: grid)
      // Of what is barred one is as doubtful as another: the nearest stands for all.
      let least = found.indices.min {
        let one = min(found[$0].straight, found[$0].straightEnd)
        let other = min(found[$1].straight, found[$1].straightEnd)
        return (one, $0) < (other, $1)
      }
      if let least {
        found = [found[least]]
        give(body)
        return true
      }
    }
    return false
  }

  /// As many metres of the plane as what is within a limit on the ground may be away.
  private func reach(_ limit: Int32, around box: Envelope) -> Double {
    let metres = NetworkLength.metres(limit + 1)
    if ground.isPlane { return metres }
    let around = metres + max(box.width, box.height)
    let centre = box.centre
    return metres * ground.scale(atX: centre.x, y: centre.y)
      * (1 + ground.slack(atX: centre.x, over: 1.1 * around))
  }

  // MARK: Finding

  private mutating func find(
    _ row: Int, of shapes: GeometryBuffers, _ box: Envelope, limit: Int32, isFree: Bool,
    in grid: SegmentGrid.Buffers
  ) {
    let reach = reach(limit, around: box)
    found.removeAll(keepingCapacity: true)
    segments.removeAll(keepingCapacity: true)
    number += 1
    let outer = box.expanded(by: reach)
    grid.forEach(in: outer) { segment in
      let vertex = Int(segment)
      if marks.segments[vertex] == number { return }
      marks.segments[vertex] = number
      let (ax, ay) = (network.x[vertex], network.y[vertex])
      let (bx, by) = (network.x[vertex + 1], network.y[vertex + 1])
      if max(ax, bx) < outer.minX || min(ax, bx) > outer.maxX || max(ay, by) < outer.minY
        || min(ay, by) > outer.maxY
      {
        return
      }
      segments.append(segment)
    }
    // So that the segments of an edge follow on each other, whatever the cells are.
    segments.sort()
    var edgeStart = 0
    var edge: Int32 = -1
    for segment in segments {
      let vertex = Int(segment)
      if network.edges[vertex] != edge {
        edge = network.edges[vertex]
        edgeStart = found.count
      }
      let isOneWay = streets.edgeIsOneWay[Int(edge)] == 1
      let finder = SpanFinder(network, vertex)
      let start = NetworkLength.metres(network.along[vertex])
      let length = NetworkLength.metres(network.along[vertex + 1]) - start
      let isPolygon = shapes.kinds[row].isPolygon
      // A street in the place itself is met from inside, any other from outside.
      let isInside =
        !isPolygon
        || box.intersects(
          Envelope(
            minX: min(finder.originX, finder.originX + finder.x),
            minY: min(finder.originY, finder.originY + finder.y),
            maxX: max(finder.originX, finder.originX + finder.x),
            maxY: max(finder.originY, finder.originY + finder.y)))
      for part in shapes.parts(of: row) {
        for (ringNumber, ring) in shapes.rings(of: part).enumerated() {
          let vertices = shapes.vertices(of: ring)
          guard let first = vertices.first else { continue }
          var outside = 0.0
          if !isInside {
            outside = (shapes.doubledArea(of: vertices) > 0) == (ringNumber == 0) ? -1 : 1
          }
          var ax = shapes.x[first]
          var ay = shapes.y[first]
          for index in vertices.count == 1 ? vertices : first + 1..<vertices.upperBound {
            let bx = shapes.x[index]
            let by = shapes.y[index]
            finder.forEach(
              fromX: ax, y: ay, toX: bx, y: by, within: reach, outside: outside
            ) { span in
              offer(
                span, segment, start: start, length: length, limit: NetworkLength.metres(limit),
                isFree: isFree, isOneWay: isOneWay, from: edgeStart)
            }
            ax = bx
            ay = by
          }
        }
      }
    }
    // The plane has a little more within its reach.
    var end = 0
    for index in found.indices {
      let (span, vertex) = (found[index].span, Int(found[index].segment))
      if min(ticks(span.start, vertex), ticks(span.end, vertex)) > limit { continue }
      found[end] = found[index]
      end += 1
    }
    found.removeSubrange(end...)
  }

  private mutating func offer(
    _ span: BoundarySpan, _ segment: Int32, start: Double, length: Double, limit: Double,
    isFree: Bool, isOneWay: Bool, from edgeStart: Int
  ) {
    var span = span
    func measured(_ span: BoundarySpan) -> Found {
      Found(
        segment: segment, span: span, straight: metres(span.start, Int(segment)),
        straightEnd: metres(span.end, Int(segment)), along: start + span.start.share * length,
        alongEnd: start + span.end.share * length)
    }
    var new = measured(span)
    if max(new.straight, new.straightEnd) > limit, new.straight != new.straightEnd {
      // The plane has a little more within its reach; a point beyond is taken out later.
      let share = (limit - new.straight) / (new.straightEnd - new.straight)
      if share > 0, share < 1 {
        let cut = Self.between(span.start, span.end, share)
        if new.straight > limit { span.start = cut } else { span.end = cut }
        new = measured(span)
      }
    }
    for index in edgeStart..<found.count where Self.dominates(found[index], new, isOneWay) {
      return
    }
    guard isFree else { return keep(new, isOneWay, from: edgeStart) }
    if let free = free(of: span, segment) { keep(measured(free), isOneWay, from: edgeStart) }
  }

  private mutating func keep(_ new: Found, _ isOneWay: Bool, from edgeStart: Int) {
    var end = edgeStart
    for index in edgeStart..<found.count {
      if Self.dominates(found[index], new, isOneWay) { return }
    }
    for index in edgeStart..<found.count where !Self.dominates(new, found[index], isOneWay) {
      found[end] = found[index]
      end += 1
    }
    found.removeSubrange(end...)
    found.append(new)
  }

  /// Whether all of a span is as near by way of another on its edge.
  private static func dominates(_ one: Found, _ other: Found, _ isOneWay: Bool) -> Bool {
    one.reaches(other.along, other.straight, isOneWay)
      && (other.along == other.alongEnd || one.reaches(other.alongEnd, other.straightEnd, isOneWay))
  }

  // MARK: What is free

  /// The part of a span whose straight ways cross nothing. Where one end of it is free and the other
  /// is not, what lies between is found by halving, to a hundredth of a millimetre; what stands before the middle
  /// only is not seen.
  private func free(of span: BoundarySpan, _ segment: Int32) -> BoundarySpan? {
    let (x, y) = (network.x[Int(segment)], network.y[Int(segment)])
    let (dx, dy) = (network.x[Int(segment) + 1] - x, network.y[Int(segment) + 1] - y)
    func isFree(_ end: BoundarySpan.End) -> Bool {
      !near.bars(fromX: end.x, y: end.y, toX: x + end.share * dx, y: y + end.share * dy)
    }
    let atStart = isFree(span.start)
    if span.start.x == span.end.x, span.start.y == span.end.y {
      return atStart ? span : nil
    }
    let atEnd = isFree(span.end)
    if atStart, atEnd { return span }
    if atStart {
      return BoundarySpan(start: span.start, end: last(from: span.start, to: span.end, isFree))
    }
    if atEnd {
      return BoundarySpan(start: last(from: span.end, to: span.start, isFree), end: span.end)
    }
    let middle = Self.middle(span.start, span.end)
    guard isFree(middle) else { return nil }
    return BoundarySpan(
      start: last(from: middle, to: span.start, isFree),
      end: last(from: middle, to: span.end, isFree))
  }

  private func last(
    from free: BoundarySpan.End, to barred: BoundarySpan.End,
    _ isFree: (BoundarySpan.End) -> Bool
  ) -> BoundarySpan.End {
    var (free, barred) = (free, barred)
    while abs(free.x - barred.x) + abs(free.y - barred.y) > 1e-5 {
      let middle = Self.middle(free, barred)
      if isFree(middle) { free = middle } else { barred = middle }
    }
    return free
  }

  private static func middle(
    _ one: BoundarySpan.End, _ other: BoundarySpan.End
  ) -> BoundarySpan.End {
    between(one, other, 0.5)
  }

  private static func between(
    _ one: BoundarySpan.End, _ other: BoundarySpan.End, _ share: Double
  ) -> BoundarySpan.End {
    BoundarySpan.End(
      x: one.x + share * (other.x - one.x), y: one.y + share * (other.y - one.y),
      share: one.share + share * (other.share - one.share),
      metres: one.metres + share * (other.metres - one.metres))
  }

  // MARK: Giving

  private mutating func give(_ body: (NetworkPosition) -> Void) {
    number += 1
    for found in found {
      let vertex = Int(found.segment)
      let edge = Int(network.edges[vertex])
      let along = self.along(vertex, found.span.start.share)
      let alongEnd = self.along(vertex, found.span.end.share)
      let straight = ticks(found.span.start, vertex)
      let straightEnd = ticks(found.span.end, vertex)
      if along.ticks == alongEnd.ticks {
        // Who is at a node is at the end of all of its edges.
        let node =
          along.ticks == 0
          ? streets.edgeFrom[edge]
          : along.ticks == streets.edgeLengths[edge] ? streets.edgeTo[edge] : -1
        if node >= 0 {
          if marks.nodes[Int(node)] == number { continue }
          marks.nodes[Int(node)] = number
        }
      }
      let isTurned = straightEnd < straight
      let start = isTurned ? alongEnd : along
      let end = isTurned ? along : alongEnd
      body(
        NetworkPosition(
          edge: edge, along: start.ticks, straight: min(straight, straightEnd),
          alongEnd: end.ticks,
          straightEnd: start.ticks == end.ticks
            ? min(straight, straightEnd) : max(straight, straightEnd),
          component: streets.components[Int(streets.edgeFrom[edge])], x: start.x, y: start.y))
    }
  }

  /// On the ground: at the place itself, since far from the meridian the scale changes much.
  private func metres(_ end: BoundarySpan.End, _ vertex: Int) -> Double {
    if ground.isPlane { return end.metres }
    let (x, y) = (network.x[vertex], network.y[vertex])
    return ground.metres(
      fromX: end.x, y: end.y, toX: x + end.share * (network.x[vertex + 1] - x),
      y: y + end.share * (network.y[vertex + 1] - y))
  }

  private func ticks(_ end: BoundarySpan.End, _ vertex: Int) -> Int32 {
    if ground.isPlane || end.metres == 0 { return NetworkLength.ticks(end.metres) }
    let (x, y) = (network.x[vertex], network.y[vertex])
    return NetworkLength.ticks(
      ground.metres(
        fromX: end.x, y: end.y, toX: x + end.share * (network.x[vertex + 1] - x),
        y: y + end.share * (network.y[vertex + 1] - y)))
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
    if !ground.isPlane {
      // Where the scale grows along a segment, its first half is the longer one on the ground.
      let first = ground.metres(fromX: ax, y: ay, toX: x, y: y)
      let last = ground.metres(fromX: x, y: y, toX: bx, y: by)
      if first + last > 0 { share = first / (first + last) }
    }
    return (start + Int32((share * Double(end - start)).rounded()), x, y)
  }

  /// `nil` without vertices, or with one that is not finite.
  private static func envelope(of row: Int, in shapes: GeometryBuffers) -> Envelope? {
    var box = Envelope.empty
    var poison = 0.0
    for vertex in shapes.vertices(ofRow: row) {
      let x = shapes.x[vertex]
      let y = shapes.y[vertex]
      poison += (x - x) + (y - y)
      box.expand(toInclude: x, y)
    }
    return poison == 0 && !box.isEmpty ? box : nil
  }
}

extension AccessSearch.Found {
  /// Whether a place of the edge is as near by way of this span as it is by itself.
  fileprivate func reaches(_ place: Double, _ straight: Double, _ isOneWay: Bool) -> Bool {
    let clamped = min(max(place, min(along, alongEnd)), max(along, alongEnd))
    let limit = straight + 1e-7
    if self.straight(at: clamped) + abs(clamped - place) <= limit, !isOneWay || clamped == place {
      return true
    }
    if isOneWay { return false }
    return self.straight + abs(along - place) <= limit
      || straightEnd + abs(alongEnd - place) <= limit
  }

  private func straight(at place: Double) -> Double {
    if along == alongEnd { return min(straight, straightEnd) }
    return straight + (straightEnd - straight) * (place - along) / (alongEnd - along)
  }
}
