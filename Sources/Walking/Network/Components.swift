internal import Planar

/// Which nodes a path connects, whichever way its edges may be walked.
struct Components {
  /// One per node; numbered in the order of their first nodes.
  private(set) var ofNode: [Int32]
  private(set) var count = 0

  init(nodeCount: Int, from: [Int32], to: [Int32]) {
    var sets = DisjointSets(count: nodeCount)
    for edge in from.indices { sets.unite(Int(from[edge]), Int(to[edge])) }
    ofNode = [Int32](repeating: 0, count: nodeCount)
    // The root is the lowest node, so that numbers ascend.
    for node in 0..<nodeCount {
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
    count: Int, ofNode: [Int32], from: [Int32], edgeLengths: [Int32]
  ) -> [Int64] {
    var result = [Int64](repeating: 0, count: count)
    for edge in from.indices {
      result[Int(ofNode[Int(from[edge])])] += Int64(edgeLengths[edge])
    }
    return result
  }
}
