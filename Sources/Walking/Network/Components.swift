/// Which nodes a path connects, whichever way its edges may be walked.
struct Components {
  /// One per node; numbered in the order of their first nodes.
  private(set) var ofNode: [Int32]
  private(set) var count = 0

  init(nodeCount: Int, from: [Int32], to: [Int32]) {
    var parents = (0..<Int32(nodeCount)).map { $0 }
    func root(_ node: Int32) -> Int32 {
      var node = node
      while parents[Int(node)] != node {
        parents[Int(node)] = parents[Int(parents[Int(node)])]
        node = parents[Int(node)]
      }
      return node
    }
    for edge in from.indices {
      let a = root(from[edge])
      let b = root(to[edge])
      // The lower node is the root, so that the numbers below ascend.
      if a < b { parents[Int(b)] = a } else if b < a { parents[Int(a)] = b }
    }
    ofNode = [Int32](repeating: 0, count: nodeCount)
    for node in 0..<Int32(nodeCount) {
      let root = root(node)
      if root == node {
        ofNode[Int(node)] = Int32(count)
        count += 1
      } else {
        ofNode[Int(node)] = ofNode[Int(root)]
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
