public import Geodesy
public import Planar
public import Workers

/// Finds the nearest point of a network: immutable, for one worker or many.
public struct EdgeLocator: Sendable {
  private let network: WalkNetwork
  private let ground: GroundScale
  /// One per vertex: its edge.
  private let edges: [Int32]
  private let mainland: SegmentGrid
  private let islands: SegmentGrid

  /// An index over all edges of a network.
  ///
  /// - Parameters:
  ///   - islandMetres: Components whose edges are shorter than this in all are islands: they catch
  ///     a place only if no other component is within the greatest distance.
  ///   - ground: What metres of the network's CRS are, as they were when it was built.
  public init(
    _ network: WalkNetwork, ignoringIslandsUnder islandMetres: Double = 0,
    on ground: GroundScale = .plane
  ) {
    self.network = network
    self.ground = ground
    let isIsland = (0..<network.edgeCount).map { edge in
      network.component(ofEdge: edge).map { network.metres(ofComponent: $0) < islandMetres }
    }
    var edges = [Int32](repeating: 0, count: network.vertexCount)
    for edge in 0..<network.edgeCount {
      for vertex in Int(network.vertexOffsets[edge])..<Int(network.vertexOffsets[edge + 1]) {
        edges[vertex] = Int32(edge)
      }
    }
    self.edges = edges
    mainland = SegmentGrid(network, edges: isIsland.map { $0 == false })
    islands = SegmentGrid(network, edges: isIsland.map { $0 == true })
  }

  /// The point of the network nearest to a place; of equally near ones that of the first edge, and
  /// on it the first.
  ///
  /// - Parameter distance: In metres, inclusive; more than `WalkNetwork.longestLimit` is taken for
  ///   that.
  public func nearest(toX x: Double, y: Double, within distance: Double) -> NetworkPosition? {
    positions(
      0..<1, of: GeometryColumn(points: [Point(x: x, y: y)]), placeX: [x], placeY: [y],
      within: distance)[0]
  }

  /// `nearest(toX:y:within:)` for many places: entrances, facilities.
  ///
  /// - Parameters:
  ///   - x: One per place, in metres; a place that is not finite has no position.
  ///   - y: See `x`.
  ///   - distance: See `nearest(toX:y:within:)`.
  public func positions(
    ofX x: [Double], y: [Double], within distance: Double, workers: Workers
  ) async throws -> NetworkPositions {
    precondition(x.count == y.count, "as many x as y")
    let offsets = (0...Int32(x.count)).map { $0 }
    let points = GeometryColumn(
      kinds: [GeometryKind](repeating: .point, count: x.count), partOffsets: offsets,
      ringOffsets: offsets, vertexOffsets: offsets, x: x, y: y)
    return try await positions(
      ofBoundaries: points, placeX: x, placeY: y, within: distance, workers: workers)
  }

  /// The points of the network nearest to the boundaries of geometries, for parcels without
  /// entrances.
  ///
  /// Of a polygon all rings are boundary; of a line or point, all of it. Where the network crosses
  /// a boundary the distance is 0. Of points of the network that are equally near to the boundary,
  /// to a tick of 0.06 mm, the one nearest to the place of the row is taken; then that of the first
  /// edge, and on it the first.
  ///
  /// - Parameters:
  ///   - boundaries: A row without vertices, or with one that is not finite, has no position.
  ///   - placeX: One per row, in metres: a point inside the parcel, say; not finite: no preference.
  ///   - placeY: See `placeX`.
  ///   - distance: See `nearest(toX:y:within:)`.
  public func positions(
    ofBoundaries boundaries: GeometryColumn, placeX: [Double], placeY: [Double],
    within distance: Double, workers: Workers
  ) async throws -> NetworkPositions {
    precondition(
      placeX.count == boundaries.count && placeY.count == boundaries.count, "one place per row")
    let grain = max(4_096, boundaries.count / (4 * workers.count))
    let found = try await workers.map(boundaries.count, grain: grain) { range in
      positions(range, of: boundaries, placeX: placeX, placeY: placeY, within: distance)
    }
    var result = NetworkPositions()
    result.reserveCapacity(boundaries.count)
    for part in found { result.append(contentsOf: part) }
    return result
  }

  private func positions(
    _ rows: Range<Int>, of shapes: GeometryColumn, placeX: [Double], placeY: [Double],
    within distance: Double
  ) -> NetworkPositions {
    let seen = UnsafeMutablePointer<Int32>.allocate(capacity: network.vertexCount)
    seen.initialize(repeating: 0, count: network.vertexCount)
    defer { seen.deallocate() }
    let limit =
      distance >= 0
      ? Int32(min(distance, WalkNetwork.longestLimit) * NetworkLength.ticksPerMetre) : -1
    var result = NetworkPositions()
    result.reserveCapacity(rows.count)
    withBuffers { network, mainland, islands in
      shapes.withBuffers { shapes in
        var search = SnapSearch(network, on: ground, seen: seen)
        for row in rows {
          let x = placeX[row]
          let y = placeY[row]
          result.append(
            search.nearest(row, of: shapes, placeX: x, placeY: y, limit: limit, in: mainland)
              ?? search.nearest(row, of: shapes, placeX: x, placeY: y, limit: limit, in: islands))
        }
      }
    }
    return result
  }

  private func withBuffers(
    _ body: (NetworkBuffers, SegmentGrid.Buffers, SegmentGrid.Buffers) -> Void
  ) {
    network.vertexX.withUnsafeBufferPointer { x in
      network.vertexY.withUnsafeBufferPointer { y in
        network.vertexAlong.withUnsafeBufferPointer { along in
          edges.withUnsafeBufferPointer { edges in
            mainland.withBuffers { mainland in
              islands.withBuffers { islands in
                body(
                  NetworkBuffers(
                    x: x, y: y, along: along, edges: edges, before: edges, after: edges,
                    isOneWay: UnsafeBufferPointer(start: nil, count: 0)), mainland, islands)
              }
            }
          }
        }
      }
    }
  }
}
