/// A place where streets that everybody may walk along meet, end or turn.
public struct StreetJunction: Sendable, Hashable {
  /// In the CRS of the network.
  public let x: Double
  /// Likewise.
  public let y: Double
  /// How many streets end there.
  public let streets: Int
}

extension WalkNetwork {
  /// Where streets meet, end or turn: those with most streets first, then from south to north and west to east, in
  /// an order that does not depend on that of the lines. Streets for residents only do not count.
  public var junctions: [StreetJunction] {
    var streets = [Int](repeating: 0, count: nodeCount)
    for edge in 0..<edgeCount where component(ofEdge: edge) != nil {
      streets[Int(edgeFrom[edge])] += 1
      streets[Int(edgeTo[edge])] += 1
    }
    return (0..<nodeCount).filter { streets[$0] > 0 }.map {
      StreetJunction(x: nodeX[$0], y: nodeY[$0], streets: streets[$0])
    }.sorted { ($1.streets, $0.y, $0.x) < ($0.streets, $1.y, $1.x) }
  }
}
