/// A piece of a network, with the way from its numbers to those of the whole.
public struct NetworkCut: Sendable {
  /// The edges in the piece, whole, in their order.
  public let network: WalkNetwork
  /// By edge of the whole network: its number in the piece, or -1.
  private let numbers: [Int32]

  fileprivate init(_ network: WalkNetwork, numbers: [Int32]) {
    self.network = network
    self.numbers = numbers
  }

  /// Places on the whole network as places on the piece, without what is not in it.
  public func places(_ whole: NetworkPlaces) -> NetworkPlaces {
    whole.with(positions(whole.positions))
  }

  /// Positions on the whole network as positions on the piece; none where their edge is not in it.
  public func positions(_ whole: NetworkPositions) -> NetworkPositions {
    whole.renumbered(whole.edges.map { $0 < 0 ? -1 : numbers[Int($0)] })
  }
}

extension WalkNetwork {
  /// The edges that come into a box, whole, and nothing else. A walk that stays in the box has the
  /// same length on the piece as on the whole network, to the last digit: lengths are whole ticks,
  /// and edges are not cut.
  ///
  /// - Parameters:
  ///   - x: The ends of the box, in the CRS of the network.
  ///   - y: See `x`.
  public func cut(x: ClosedRange<Double>, y: ClosedRange<Double>) -> NetworkCut {
    var numbers = [Int32](repeating: -1, count: edgeCount)
    var edges: [Int] = []
    for edge in 0..<edgeCount {
      let vertices = Int(vertexOffsets[edge])..<Int(vertexOffsets[edge + 1])
      let (lowX, highX) = Self.ends(vertexX[vertices])
      let (lowY, highY) = Self.ends(vertexY[vertices])
      guard lowX <= x.upperBound, highX >= x.lowerBound, lowY <= y.upperBound,
        highY >= y.lowerBound
      else { continue }
      numbers[edge] = Int32(edges.count)
      edges.append(edge)
    }
    return NetworkCut(
      selecting(
        edges, obstacles: obstacles.within(x: x, y: y), squares: squares.within(x: x, y: y),
        gates: gates.within(x: x, y: y),
        crossings: crossings.within(x: x, y: y)),
      numbers: numbers)
  }

  private static func ends(_ values: ArraySlice<Double>) -> (low: Double, high: Double) {
    values.reduce((low: .infinity, high: -.infinity)) { (min($0.low, $1), max($0.high, $1)) }
  }

  /// Some edges, ascending, and the nodes at their ends.
  private func selecting(
    _ edges: [Int], obstacles: StreetObstacles, squares: StreetSquares, gates: StreetPoints,
    crossings: StreetPoints
  ) -> WalkNetwork {
    var isNode = [Bool](repeating: false, count: nodeCount)
    for edge in edges {
      isNode[Int(edgeFrom[edge])] = true
      isNode[Int(edgeTo[edge])] = true
    }
    let nodes = isNode.indices.filter { isNode[$0] }
    var nodeNumbers = [Int32](repeating: -1, count: nodeCount)
    for (number, node) in nodes.enumerated() { nodeNumbers[node] = Int32(number) }
    let from = edges.map { nodeNumbers[Int(edgeFrom[$0])] }
    let to = edges.map { nodeNumbers[Int(edgeTo[$0])] }
    let isOneWay = edges.map { edgeIsOneWay[$0] }
    let traits = edges.map { edgeTraits[$0] }
    var offsets: [Int32] = [0]
    var vertices: [Int] = []
    for edge in edges {
      vertices += Int(vertexOffsets[edge])..<Int(vertexOffsets[edge + 1])
      offsets.append(Int32(vertices.count))
    }
    let components = Components(nodeCount: nodes.count, from: from, to: to, traits: traits)
    return WalkNetwork(
      crs: crs, fingerprint: fingerprint, isOnGround: isOnGround, nodeX: nodes.map { nodeX[$0] },
      nodeY: nodes.map { nodeY[$0] }, edgeFrom: from, edgeTo: to, edgeIsOneWay: isOneWay,
      edgeTraits: traits, vertexOffsets: offsets, vertexX: vertices.map { vertexX[$0] },
      vertexY: vertices.map { vertexY[$0] }, vertexAlong: vertices.map { vertexAlong[$0] },
      vertexPieces: vertices.map { vertexPieces[$0] },
      components: components.ofNode, componentCount: components.count, obstacles: obstacles,
      squares: squares,
      gates: gates, crossings: crossings)
  }
}
