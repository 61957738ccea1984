internal import Geodesy
internal import Planar

/// The nearest point of a network to one shape after the other, for one worker.
///
/// The cells around a shape are looked at within a distance that grows until what was found is
/// nearer than it. Distances are those on the ground; what is looked at is bounded in the plane, by the
/// greatest scale around the shape.
struct SnapSearch {
  /// A point of the network and how good it is; less is better, from the first field on.
  private struct Best {
    /// To the shape.
    var ticks: Int32
    /// From the place, squared metres.
    var fromPlace: Double
    var segment: Int32
    var share: Double
    var along: Int32
  }

  private let network: NetworkBuffers
  private let ground: GroundScale
  /// One per vertex: the number of the last shape that its segment was compared with.
  private let seen: UnsafeMutablePointer<Int32>
  private var number: Int32 = 0

  /// - Parameter seen: Room for one number per vertex, all 0.
  init(
    _ network: NetworkBuffers, on ground: GroundScale, seen: UnsafeMutablePointer<Int32>
  ) {
    self.network = network
    self.ground = ground
    self.seen = seen
  }

  /// The best point of the segments in a grid for a row of a column of shapes.
  ///
  /// - Parameter limit: Ticks, inclusive.
  mutating func nearest(
    _ row: Int, of shapes: GeometryBuffers, placeX: Double, placeY: Double, limit: Int32,
    in grid: SegmentGrid.Buffers
  ) -> NetworkPosition? {
    guard limit >= 0, let box = Self.envelope(of: row, in: shapes) else { return nil }
    number += 1
    let hasPlace = placeX.isFinite && placeY.isFinite
    var best = Best(
      ticks: limit + 1, fromPlace: .infinity, segment: -1, share: 0, along: 0)
    let stretch = stretch(around: box, limit)
    let farthest = NetworkLength.metres(limit + 1) * stretch
    var reach = min(farthest, grid.cell / 4)
    while true {
      grid.forEach(in: box.expanded(by: reach)) { segment in
        if seen[Int(segment)] == number { return }
        seen[Int(segment)] = number
        compare(
          segment, with: row, of: shapes, box: box, placeX: hasPlace ? placeX : .nan,
          placeY: hasPlace ? placeY : .nan, stretch: stretch,
          best: &best)
      }
      let bound = NetworkLength.metres(best.ticks + 1) * stretch
      if reach >= farthest || bound <= reach { break }
      // What was found bounds what is left to look at.
      reach = best.segment < 0 ? min(farthest, 2 * reach) : bound
    }
    return best.segment < 0 ? nil : position(best)
  }

  /// As many metres of the plane as a metre on the ground may be from a shape to what is within a
  /// limit of it; exactly 1 where the plane is the truth.
  private func stretch(around box: Envelope, _ limit: Int32) -> Double {
    if ground.isPlane { return 1 }
    let around = NetworkLength.metres(limit) + max(box.width, box.height)
    let centre = box.centre
    return ground.scale(atX: centre.x, y: centre.y)
      * (1 + ground.slack(atX: centre.x, over: 1.1 * around))
  }

  private func position(_ best: Best) -> NetworkPosition {
    let vertex = Int(best.segment)
    let (ax, ay) = (network.x[vertex], network.y[vertex])
    let (bx, by) = (network.x[vertex + 1], network.y[vertex + 1])
    let x = ax + best.share * (bx - ax)
    let y = ay + best.share * (by - ay)
    var along = best.along
    if !ground.isPlane, best.share > 0, best.share < 1 {
      // Where the scale grows along a segment, its first half is the longer one on the ground.
      let first = ground.metres(fromX: ax, y: ay, toX: x, y: y)
      let last = ground.metres(fromX: x, y: y, toX: bx, y: by)
      let (start, end) = (network.along[vertex], network.along[vertex + 1])
      if first + last > 0 {
        along = start + Int32((first / (first + last) * Double(end - start)).rounded())
      }
    }
    return NetworkPosition(
      edge: Int(network.edges[vertex]), along: along, straight: best.ticks, x: x, y: y)
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

  @inline(__always)
  private func compare(
    _ segment: Int32, with row: Int, of shapes: GeometryBuffers, box: Envelope,
    placeX: Double, placeY: Double, stretch: Double, best: inout Best
  ) {
    let vertex = Int(segment)
    let originX = network.x[vertex]
    let originY = network.y[vertex]
    let x = network.x[vertex + 1] - originX
    let y = network.y[vertex + 1] - originY
    let minX = min(0, x) + originX
    let maxX = max(0, x) + originX
    let minY = min(0, y) + originY
    let maxY = max(0, y) + originY
    var bound = NetworkLength.metres(best.ticks + 1) * stretch
    if box.minX - maxX > bound || minX - box.maxX > bound || box.minY - maxY > bound
      || minY - box.maxY > bound
    {
      return
    }
    let pair = SegmentPair(x: x, y: y, placeX: placeX - originX, placeY: placeY - originY)
    for ring in shapes.rings(ofRow: row) {
      let vertices = shapes.vertices(of: ring)
      guard let first = vertices.first else { continue }
      var ax = shapes.x[first]
      var ay = shapes.y[first]
      for index in vertices.count == 1 ? vertices : first + 1..<vertices.upperBound {
        let bx = shapes.x[index]
        let by = shapes.y[index]
        defer {
          ax = bx
          ay = by
        }
        if min(ax, bx) - maxX > bound || minX - max(ax, bx) > bound || min(ay, by) - maxY > bound
          || minY - max(ay, by) > bound
        {
          continue
        }
        pair.forEachCandidate(
          fromX: ax - originX, y: ay - originY, toX: bx - originX, y: by - originY, within: bound
        ) { share, squared, fromPlace in
          let metres = squared.squareRoot()
          if metres > bound { return bound }
          offer(
            segment, share: share,
            metres: onGround(
              metres, fromX: originX + share * x, y: originY + share * y, startX: ax, startY: ay,
              endX: bx, endY: by), fromPlace: fromPlace,
            against: &best)
          bound = NetworkLength.metres(best.ticks + 1) * stretch
          return bound
        }
      }
    }
  }

  /// Metres on the ground from a point of the network to a segment of a shape, of so many metres of
  /// the plane.
  @inline(__always)
  private func onGround(
    _ metres: Double, fromX px: Double, y py: Double, startX ax: Double, startY ay: Double,
    endX bx: Double,
    endY by: Double
  ) -> Double {
    if ground.isPlane || metres == 0 { return metres }
    let (dx, dy) = (bx - ax, by - ay)
    let squared = dx * dx + dy * dy
    let along = (px - ax) * dx + (py - ay) * dy
    let share = squared > 0 ? max(0, min(1, along / squared)) : 0
    return ground.metres(fromX: px, y: py, toX: ax + share * dx, y: ay + share * dy)
  }

  @inline(__always)
  private func offer(
    _ segment: Int32, share: Double, metres: Double, fromPlace: Double, against best: inout Best
  ) {
    // Also what would overflow: the far end of a boundary may be anywhere.
    if metres > NetworkLength.metres(best.ticks + 1) { return }
    let ticks = NetworkLength.ticks(metres)
    if ticks > best.ticks || (ticks == best.ticks && fromPlace > best.fromPlace) { return }
    if best.segment < 0, ticks == best.ticks { return }
    let vertex = Int(segment)
    let start = network.along[vertex]
    let length = network.along[vertex + 1] - start
    let along = start + Int32((share * Double(length)).rounded())
    if ticks == best.ticks, fromPlace == best.fromPlace {
      let edge = network.edges[vertex]
      let bestEdge = network.edges[Int(best.segment)]
      if edge > bestEdge || (edge == bestEdge && along >= best.along) { return }
    }
    best = Best(
      ticks: ticks, fromPlace: fromPlace, segment: segment, share: share, along: along)
  }
}
