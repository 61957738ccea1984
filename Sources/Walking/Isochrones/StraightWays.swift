internal import Geodesy
public import Planar
public import Workers

/// The straight ways between streets and places beside them, such as compounds, by the edge that they
/// leave: where who walks along the edge gets to.
///
public struct StraightWays: Sendable {
  /// A way off a point of an edge, or the ways off a stretch of it, which grow evenly from end to end.
  struct Way: Sendable, Hashable {
    var first: End
    /// The same for a point.
    var last: End
  }

  struct End: Sendable, Hashable {
    /// From the first vertex of the edge, in ticks.
    var along: Int32
    /// The length of the way, in ticks.
    var straight: Int32
    /// Where it ends, in the CRS of the network.
    var place: SIMD2<Double>
  }

  /// Edges + 1 entries.
  private let offsets: [Int32]
  private let ways: [Way]

  /// The ways of places on a network.
  ///
  /// - Parameters:
  ///   - places: Where they meet it.
  ///   - shapes: One per place: the points or the boundary that it was put on the network by.
  ///   - metres: Ways that are no longer are left out.
  public init(
    of places: NetworkPlaces, shapes: GeometryColumn, longerThan metres: Double = 0,
    on network: WalkNetwork, workers: Workers
  ) async throws {
    let least = Int32(max(0, min(metres, WalkNetwork.longestLimit)) * NetworkLength.ticksPerMetre)
    precondition(shapes.count == places.count, "one shape per place")
    let found = try await workers.map(places.count, grain: 4_096) { range in
      var found: [(edge: Int32, way: Way)] = []
      shapes.withBuffers { buffers in
        var boundary = BoundaryPieces()
        for place in range where boundary.take(place, of: buffers) {
          let pieces = boundary.pieces.map { (SIMD2($0.ax, $0.ay), SIMD2($0.bx, $0.by)) }
          for row in places.positions(of: place) {
            guard let position = places.positions[row],
              max(position.straight, position.straightEnd) > least
            else { continue }
            let ends = position.ends.map { along, straight in
              End(
                along: along, straight: straight,
                place: SiteBoundary.end(
                  of: NetworkLength.metres(straight),
                  from: network.place(onEdge: position.edge, along: along), pieces))
            }
            guard let first = ends.first, let last = ends.last,
              max(first.straight, last.straight) > 0
            else { continue }
            found.append((Int32(position.edge), Way(first: first, last: last)))
          }
        }
      }
      return found
    }.flatMap { $0 }
    var offsets = [Int32](repeating: 0, count: network.edgeCount + 1)
    for (edge, _) in found { offsets[Int(edge) + 1] += 1 }
    for edge in 0..<network.edgeCount { offsets[edge + 1] += offsets[edge] }
    var next = offsets
    let none = End(along: 0, straight: 0, place: SIMD2())
    var ways = [Way](repeating: Way(first: none, last: none), count: found.count)
    for (edge, way) in found {
      ways[Int(next[Int(edge)])] = way
      next[Int(edge)] += 1
    }
    self.offsets = offsets
    self.ways = ways
  }

  private init(offsets: [Int32], ways: [Way]) {
    self.offsets = offsets
    self.ways = ways
  }

  /// Those that leave an edge.
  @inline(__always)
  func ways(ofEdge edge: Int) -> ArraySlice<Way> {
    ways[Int(offsets[edge])..<Int(offsets[edge + 1])]
  }

  /// Whether there are none.
  var isEmpty: Bool { ways.isEmpty }

  /// The same, their ends in other coordinates.
  func moved(_ transform: CoordinateTransform, workers: Workers) async throws -> StraightWays {
    let places = ways.flatMap { [$0.first.place, $0.last.place] }
    let moved = try await transform.moved(
      x: places.map(\.x), y: places.map(\.y), workers: workers)
    var ways = ways
    for index in ways.indices {
      ways[index].first.place = SIMD2(moved.x[2 * index], moved.y[2 * index])
      ways[index].last.place = SIMD2(moved.x[2 * index + 1], moved.y[2 * index + 1])
    }
    return StraightWays(offsets: offsets, ways: ways)
  }
}

/// The boundary of a place, or its points, as straight pieces.
enum SiteBoundary {
  typealias Pieces = [(SIMD2<Double>, SIMD2<Double>)]

  /// Where the straight way from a point of a street ends that has a length: at the piece whose
  /// nearest point is that far, for another piece may be nearer, and behind a wall.
  static func end(
    of metres: Double, from street: SIMD2<Double>, _ pieces: Pieces
  ) -> SIMD2<Double> {
    var best = street
    var leastError = Double.infinity
    for (a, b) in pieces {
      let side = b - a
      let point =
        a + Segment(ax: a.x, ay: a.y, bx: b.x, by: b.y).share(nearestToX: street.x, y: street.y)
        * side
      let way = street - point
      let error = abs((way * way).sum().squareRoot() - metres)
      if error < leastError {
        leastError = error
        best = point
      }
    }
    return best
  }
}

extension NetworkPosition {
  /// Its point, or both ends of its stretch: along the edge, and the straight way, in ticks.
  var ends: ArraySlice<(along: Int32, straight: Int32)> {
    let both = [(along: along, straight: straight), (along: alongEnd, straight: straightEnd)]
    return along == alongEnd ? both.dropLast() : both[...]
  }
}

extension WalkNetwork {
  /// The point at a distance along an edge, in ticks.
  func place(onEdge edge: Int, along: Int32) -> SIMD2<Double> {
    var vertex = Int(vertexOffsets[edge])
    let last = Int(vertexOffsets[edge + 1]) - 1
    while vertex < last - 1, vertexAlong[vertex + 1] <= along { vertex += 1 }
    let start = vertexAlong[vertex]
    let length = vertexAlong[vertex + 1] - start
    let share = length > 0 ? min(Double(along - start) / Double(length), 1) : 0
    let a = SIMD2(vertexX[vertex], vertexY[vertex])
    return a + share * (SIMD2(vertexX[vertex + 1], vertexY[vertex + 1]) - a)
  }
}
