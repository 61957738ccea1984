/// What is looked up of the streets of a network around places: immutable, for one worker or many.
public struct StreetIndexes: Sendable {
  /// One per vertex: its edge.
  private let edges: [Int32]
  private let neighbours: StraightNeighbours
  private let streets: SegmentGrid
  /// Bridges, tunnels and other levels: they catch what nothing on the ground does.
  private let levels: SegmentGrid
  /// Of the edges for residents only.
  private let ownStreets: SegmentGrid
  let squares: SquareDoors
  let residents: ResidentsWays

  /// Those of all edges that everybody may walk along, and of those for residents.
  public init(_ network: WalkNetwork) {
    var edges = [Int32](repeating: 0, count: network.vertexCount)
    for edge in 0..<network.edgeCount {
      for vertex in Int(network.vertexOffsets[edge])..<Int(network.vertexOffsets[edge + 1]) {
        edges[vertex] = Int32(edge)
      }
    }
    self.edges = edges
    neighbours = StraightNeighbours(network)
    let traits = (0..<network.edgeCount).map { network.traits(ofEdge: $0) }
    streets = SegmentGrid(network, edges: traits.map { $0.isEmpty })
    levels = SegmentGrid(network, edges: traits.map { $0 == .elevated })
    ownStreets = SegmentGrid(network, edges: traits.map { $0.contains(.residentsOnly) })
    squares = SquareDoors(network, edges: traits.map { $0.isEmpty })
    residents = ResidentsWays(network)
  }

  /// All of them as bare memory, while a closure runs: the streets, the levels above or below them and the
  /// ways of residents, in this order.
  func withBuffers(
    of network: WalkNetwork, _ body: (NetworkBuffers, [SegmentGrid.Buffers]) -> Void
  ) {
    network.withGeometry { x, y, along in
      edges.withUnsafeBufferPointer { edges in
        neighbours.before.withUnsafeBufferPointer { before in
          neighbours.after.withUnsafeBufferPointer { after in
            network.edgeIsOneWay.withUnsafeBufferPointer { isOneWay in
              let buffers = NetworkBuffers(
                x: x, y: y, along: along, edges: edges, before: before, after: after,
                isOneWay: isOneWay)
              streets.withBuffers { streets in
                levels.withBuffers { levels in
                  ownStreets.withBuffers { body(buffers, [streets, levels, $0]) }
                }
              }
            }
          }
        }
      }
    }
  }
}

extension WalkNetwork {
  /// The vertices of all edges as bare memory, while a closure runs.
  fileprivate func withGeometry(
    _ body: (
      UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>, UnsafeBufferPointer<Int32>
    ) -> Void
  ) {
    vertexX.withUnsafeBufferPointer { x in
      vertexY.withUnsafeBufferPointer { y in
        vertexAlong.withUnsafeBufferPointer { body(x, y, $0) }
      }
    }
  }
}
