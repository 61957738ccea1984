/// The streets that people may walk along, as a graph: compact, immutable, for one worker or many.
///
/// Nodes are the places where lines meet or end or where their direction changes; all other
/// vertices are in the geometry of the edges between them. Nodes and edges are numbered along a
/// Hilbert curve, so that what is near in the city is near in memory. Loops, parallel edges, edges
/// without length and islands are legal. Coordinates are in one metric CRS.
///
/// Lengths are whole ticks of 1/16,384 m, so that sums do not depend on their order: results are
/// bitwise the same for any number of workers, and with or without the contraction. They are given
/// out as metres, exactly.
public struct WalkNetwork: Sendable {
  /// The longest limit of a search, in metres.
  public static let longestLimit = NetworkLength.metres(NetworkLength.longestLimit)

  /// What the coordinates are in: an authority code, WKT or PROJ string, as the caller gave it.
  public let crs: String
  /// What the network was made from, as the caller gave it: the hash of the source file, its
  /// options. Saved with the network, so that an old file can be told from a current one.
  public let fingerprint: String
  /// Whether lengths are those on the ground, and not those in the plane of the coordinates.
  public let isOnGround: Bool
  /// Nodes, in metres.
  let nodeX: [Double]
  let nodeY: [Double]
  /// Of each edge the node that it starts and ends at.
  let edgeFrom: [Int32]
  let edgeTo: [Int32]
  /// 1 for an edge that may only be walked from its first vertex to its last, 0 for both ways.
  let edgeIsOneWay: [UInt8]
  /// Of each edge what `StreetTraits` it has.
  let edgeTraits: [UInt8]
  /// Ticks.
  let edgeLengths: [Int32]
  /// Edges + 1 entries: vertices of edge `e`, both ends included.
  let vertexOffsets: [Int32]
  let vertexX: [Double]
  let vertexY: [Double]
  /// Of each vertex: ticks along its edge; 0 at the first.
  let vertexAlong: [Int32]
  /// Of each vertex: the number of the piece from it to the next of its edge; -1 at the last. Numbers
  /// follow on each other where a street goes straight on, over nodes, too, and nowhere else.
  let vertexPieces: [Int32]
  /// One per node; one-way edges connect like others, those for residents only not at all: -1 where
  /// no other ends.
  let components: [Int32]
  /// Ticks, one per component.
  let componentLengths: [Int64]
  /// What straight pieces between places and the network do not cross.
  public let obstacles: StreetObstacles
  /// What is crossed straight.
  public let squares: StreetSquares
  /// Where streets pass gates.
  public let gates: StreetPoints
  /// See `StreetLines.crossings`.
  public let crossings: StreetPoints
  /// The ways out of each node.
  let forward: Adjacency
  /// The ways into each node, for searches from where a walk ends; the same as `forward` if no
  /// edge is one-way.
  let backward: Adjacency
}

extension WalkNetwork {
  /// Number of nodes.
  public var nodeCount: Int { nodeX.count }
  /// Number of edges.
  public var edgeCount: Int { edgeFrom.count }
  /// Number of vertices in the geometry of all edges; inner ones are in one edge, ends in more.
  public var vertexCount: Int { vertexX.count }
  /// Number of parts that no path connects.
  public var componentCount: Int { componentLengths.count }
  /// Whether some edge may be walked one way only.
  var hasOneWayEdges: Bool { edgeIsOneWay.contains(1) }
  /// Of all edges that everybody may walk along, in metres.
  public var totalMetres: Double {
    Double(componentLengths.reduce(0, +)) / NetworkLength.ticksPerMetre
  }

  /// The length of an edge in metres.
  public func metres(ofEdge edge: Int) -> Double { NetworkLength.metres(edgeLengths[edge]) }

  /// What an edge is beside its line.
  func traits(ofEdge edge: Int) -> StreetTraits { StreetTraits(rawValue: edgeTraits[edge]) }

  /// The component that an edge belongs to; `nil` for one that is for residents only.
  func component(ofEdge edge: Int) -> Int? {
    traits(ofEdge: edge).contains(.residentsOnly) ? nil : Int(components[Int(edgeFrom[edge])])
  }

  /// The component with the longest edges in all; of equally long ones the first; -1 for none.
  public var longestComponent: Int32 {
    var longest = -1
    for component in componentLengths.indices
    where longest < 0 || componentLengths[component] > componentLengths[longest] {
      longest = component
    }
    return Int32(longest)
  }
}

extension WalkNetwork {
  /// Calls `body` with the course of every edge, in the CRS of the network.
  public func forEachLine(_ body: (_ x: ArraySlice<Double>, _ y: ArraySlice<Double>) -> Void) {
    for edge in 0..<edgeCount {
      let vertices = Int(vertexOffsets[edge])..<Int(vertexOffsets[edge + 1])
      body(vertexX[vertices], vertexY[vertices])
    }
  }
}
