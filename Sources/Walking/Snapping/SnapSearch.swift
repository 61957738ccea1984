internal import Planar

/// The nearest point of a network to one shape after the other, for one worker.
///
/// The cells around a shape are looked at within a distance that grows until what was found is
/// nearer than it.
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
  /// One per vertex: the number of the last shape that its segment was compared with.
  private let seen: UnsafeMutablePointer<Int32>
  private var number: Int32 = 0

  /// - Parameter seen: Room for one number per vertex, all 0.
  init(_ network: NetworkBuffers, seen: UnsafeMutablePointer<Int32>) {
    self.network = network
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
    let farthest = NetworkLength.metres(limit + 1)
    var reach = min(farthest, grid.cell / 4)
    while true {
      grid.forEach(in: box.expanded(by: reach)) { segment in
        if seen[Int(segment)] == number { return }
        seen[Int(segment)] = number
        compare(
          segment, row, shapes, box, hasPlace ? placeX : .nan, hasPlace ? placeY : .nan, &best)
      }
      if reach >= farthest || NetworkLength.metres(best.ticks + 1) <= reach { break }
      // What was found bounds what is left to look at.
      reach = best.segment < 0 ? min(farthest, 2 * reach) : NetworkLength.metres(best.ticks + 1)
    }
    guard best.segment >= 0 else { return nil }
    let vertex = Int(best.segment)
    let x = network.x[vertex]
    let y = network.y[vertex]
    return NetworkPosition(
      edge: Int(network.edges[vertex]), along: best.along, straight: best.ticks,
      x: x + best.share * (network.x[vertex + 1] - x),
      y: y + best.share * (network.y[vertex + 1] - y))
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
    _ segment: Int32, _ row: Int, _ shapes: GeometryBuffers, _ box: Envelope,
    _ placeX: Double, _ placeY: Double, _ best: inout Best
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
    var bound = NetworkLength.metres(best.ticks + 1)
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
          offer(segment, share, squared, fromPlace, &best)
          bound = NetworkLength.metres(best.ticks + 1)
          return bound
        }
      }
    }
  }

  @inline(__always)
  private func offer(
    _ segment: Int32, _ share: Double, _ squared: Double, _ fromPlace: Double, _ best: inout Best
  ) {
    let metres = squared.squareRoot()
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
