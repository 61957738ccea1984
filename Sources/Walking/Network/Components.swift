internal import Planar

/// Which nodes a path connects, whichever way its edges may be walked; edges for residents only
/// connect nothing.
struct Components {
  /// One per node; numbered in the order of their first nodes; -1 where only edges for residents end.
  private(set) var ofNode: [Int32]
  private(set) var count = 0

  init(nodeCount: Int, from: [Int32], to: [Int32], traits: [UInt8]) {
    let closed = StreetTraits.residentsOnly.rawValue
    var sets = DisjointSets(count: nodeCount)
    ofNode = [Int32](repeating: -1, count: nodeCount)
    for edge in from.indices where traits[edge] & closed == 0 {
      sets.unite(Int(from[edge]), Int(to[edge]))
      ofNode[Int(from[edge])] = 0
      ofNode[Int(to[edge])] = 0
    }
    // The root is the lowest node, so that numbers ascend.
    for node in 0..<nodeCount where ofNode[node] == 0 {
      let root = sets.root(of: node)
      if root == node {
        ofNode[node] = Int32(count)
        count += 1
      } else {
        ofNode[node] = ofNode[root]
      }
    }
  }

  /// Ticks of all edges of each component.
  static func lengths(
    count: Int, ofNode: [Int32], from: [Int32], edgeLengths: [Int32], traits: [UInt8]
  ) -> [Int64] {
    let closed = StreetTraits.residentsOnly.rawValue
    var result = [Int64](repeating: 0, count: count)
    for edge in from.indices where traits[edge] & closed == 0 {
      result[Int(ofNode[Int(from[edge])])] += Int64(edgeLengths[edge])
    }
    return result
  }
}
