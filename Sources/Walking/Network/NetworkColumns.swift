/// The columns of a network that is not trusted yet.
struct NetworkColumns {
  struct Problem: Error {
    var text: String
  }

  var x: [Double]
  var y: [Double]
  var from: [Int32]
  var to: [Int32]
  /// One more than edges.
  var offsets: [Int32]
  var along: [Int32]
  var isOneWay: [UInt8]
  var traits: [UInt8]
  var pieces: [Int32]
  /// One per node.
  var components: [Int32]
  var componentCount: Int

  /// The places of the nodes, if everything fits together.
  func nodes() -> Result<(x: [Double], y: [Double]), Problem> {
    let nodeCount = components.count
    guard offsets[0] == 0, offsets[from.count] == Int32(x.count) else {
      return problem("its edges do not have all of its \(x.count) vertices")
    }
    for vertex in x.indices where !(abs(x[vertex]) <= 1e9 && abs(y[vertex]) <= 1e9) {
      return problem("vertex \(vertex) is at (\(x[vertex]) \(y[vertex]))")
    }
    var nodeX = [Double](repeating: .nan, count: nodeCount)
    var nodeY = nodeX
    var isOpen = [Bool](repeating: false, count: nodeCount)
    for edge in from.indices {
      let first = Int(offsets[edge])
      let last = Int(offsets[edge + 1]) - 1
      guard first >= 0, first < last, last < x.count else {
        return problem("edge \(edge) has \(last - first + 1) vertices")
      }
      guard along[first] == 0, along[last] <= NetworkLength.longestEdge,
        (first..<last).allSatisfy({ along[$0] <= along[$0 + 1] })
      else { return problem("the length of edge \(edge) does not grow along it") }
      guard pieces[last] == -1,
        (first..<last).allSatisfy({ pieces[$0] >= 0 && pieces[$0] < Int32.max / 2 })
      else { return problem("the pieces of edge \(edge)") }
      guard isOneWay[edge] <= 1 else { return problem("the direction of edge \(edge)") }
      guard StreetTraits.all.contains(StreetTraits(rawValue: traits[edge])) else {
        return problem("the traits of edge \(edge)")
      }
      if let problem = place(from[edge], at: first, of: edge, nodeX: &nodeX, nodeY: &nodeY) {
        return problem
      }
      if let problem = place(to[edge], at: last, of: edge, nodeX: &nodeX, nodeY: &nodeY) {
        return problem
      }
      if traits[edge] & StreetTraits.residentsOnly.rawValue != 0 { continue }
      isOpen[Int(from[edge])] = true
      isOpen[Int(to[edge])] = true
      guard components[Int(from[edge])] == components[Int(to[edge])] else {
        return problem("edge \(edge) connects two components")
      }
    }
    var seen: Int32 = 0
    for node in 0..<nodeCount {
      guard !nodeX[node].isNaN else { return problem("node \(node) has no edge") }
      guard isOpen[node] else {
        guard components[node] == -1 else { return problem("the component of node \(node)") }
        continue
      }
      guard components[node] >= 0, components[node] <= seen else {
        return problem("the component of node \(node)")
      }
      if components[node] == seen { seen += 1 }
    }
    guard Int(seen) == componentCount else {
      return problem("\(seen) components instead of \(componentCount)")
    }
    return .success((nodeX, nodeY))
  }

  /// Puts a node where an end of an edge is, if it is not somewhere else.
  @inline(__always)
  private func place(
    _ node: Int32, at vertex: Int, of edge: Int, nodeX: inout [Double], nodeY: inout [Double]
  ) -> Result<(x: [Double], y: [Double]), Problem>? {
    guard node >= 0, node < Int32(components.count) else {
      return problem("edge \(edge) ends at node \(node) of \(components.count)")
    }
    let node = Int(node)
    guard nodeX[node].isNaN || (nodeX[node] == x[vertex] && nodeY[node] == y[vertex]) else {
      return problem("edge \(edge) does not end where node \(node) is")
    }
    nodeX[node] = x[vertex]
    nodeY[node] = y[vertex]
    return nil
  }

  private func problem(_ text: String) -> Result<(x: [Double], y: [Double]), Problem> {
    .failure(Problem(text: text))
  }
}
