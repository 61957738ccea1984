internal import Geodesy
internal import Planar

extension WalkNetwork {
  /// A network from lines, which join where they use the same vertex.
  ///
  /// - Parameters:
  ///   - lines: In one metric CRS, with what its metres are on the ground, where lengths are
  ///     measured. Repeated vertices in a line are skipped.
  ///   - crs: What the coordinates are in; kept and given back, not looked at.
  ///   - fingerprint: What the lines came from; see `fingerprint`.
  /// - Throws: For coordinates that are no places in metres.
  public init(
    lines: StreetLines, crs: String, fingerprint: String = ""
  ) throws(NetworkError) {
    let pieces = try StreetPieces(lines)
    let chains = StreetChains(pieces)
    let nodes = HilbertCurve.order(x: pieces.x, y: pieces.y, where: chains.isNode)
    var numbers = [Int32](repeating: -1, count: pieces.x.count)
    for (number, vertex) in nodes.enumerated() { numbers[Int(vertex)] = Int32(number) }

    // Edges by their lower node, which they start at if they may be walked both ways.
    var isTurned = [Bool](repeating: false, count: chains.count)
    var keys = [UInt64](repeating: 0, count: chains.count)
    for chain in 0..<chains.count {
      let first = numbers[Int(chains.vertices[chains.offsets[chain]])]
      let last = numbers[Int(chains.vertices[chains.offsets[chain + 1] - 1])]
      isTurned[chain] = !chains.isOneWay[chain] && last < first
      keys[chain] = UInt64(min(first, last)) << 32 | UInt64(chain)
    }
    keys.sort()

    var from: [Int32] = []
    var to: [Int32] = []
    var isOneWay: [UInt8] = []
    var traits: [UInt8] = []
    var offsets: [Int32] = [0]
    var x: [Double] = []
    var y: [Double] = []
    var along: [Int32] = []
    var numbersOfPieces: [Int32] = []
    from.reserveCapacity(chains.count)
    to.reserveCapacity(chains.count)
    isOneWay.reserveCapacity(chains.count)
    traits.reserveCapacity(chains.count)
    offsets.reserveCapacity(chains.count + 1)
    x.reserveCapacity(chains.vertices.count)
    y.reserveCapacity(chains.vertices.count)
    along.reserveCapacity(chains.vertices.count)
    numbersOfPieces.reserveCapacity(chains.vertices.count)
    for key in keys {
      let chain = Int(key & 0xffff_ffff)
      let range = chains.offsets[chain]..<chains.offsets[chain + 1]
      let length = chains.along[range.upperBound - 1]
      for step in 0..<range.count {
        let index = isTurned[chain] ? range.upperBound - 1 - step : range.lowerBound + step
        let vertex = Int(chains.vertices[index])
        x.append(pieces.x[vertex])
        y.append(pieces.y[vertex])
        along.append(isTurned[chain] ? length - chains.along[index] : chains.along[index])
        if step > 0 {
          numbersOfPieces.append(chains.numbers[isTurned[chain] ? index : index - 1])
        }
      }
      numbersOfPieces.append(-1)
      let first = numbers[Int(chains.vertices[range.lowerBound])]
      let last = numbers[Int(chains.vertices[range.upperBound - 1])]
      from.append(isTurned[chain] ? last : first)
      to.append(isTurned[chain] ? first : last)
      isOneWay.append(chains.isOneWay[chain] ? 1 : 0)
      traits.append(chains.traits[chain].rawValue)
      offsets.append(Int32(x.count))
    }
    let components = Components(nodeCount: nodes.count, from: from, to: to, traits: traits)
    self.init(
      crs: crs, fingerprint: fingerprint, isOnGround: !lines.ground.isPlane,
      nodeX: pieces.x.gathering(nodes),
      nodeY: pieces.y.gathering(nodes), edgeFrom: from, edgeTo: to, edgeIsOneWay: isOneWay,
      edgeTraits: traits, vertexOffsets: offsets, vertexX: x, vertexY: y, vertexAlong: along,
      vertexPieces: numbersOfPieces, components: components.ofNode,
      componentCount: components.count, obstacles: lines.obstacles,
      squares: lines.squares,
      gates: lines.gates)
  }

  /// A network from its own columns; what follows from them is made anew.
  init(
    crs: String, fingerprint: String, isOnGround: Bool, nodeX: [Double], nodeY: [Double],
    edgeFrom: [Int32], edgeTo: [Int32], edgeIsOneWay: [UInt8], edgeTraits: [UInt8],
    vertexOffsets: [Int32], vertexX: [Double], vertexY: [Double], vertexAlong: [Int32],
    vertexPieces: [Int32], components: [Int32], componentCount: Int, obstacles: StreetObstacles,
    squares: StreetSquares,
    gates: StreetGates
  ) {
    self.crs = crs
    self.fingerprint = fingerprint
    self.isOnGround = isOnGround
    self.nodeX = nodeX
    self.nodeY = nodeY
    self.edgeFrom = edgeFrom
    self.edgeTo = edgeTo
    self.edgeIsOneWay = edgeIsOneWay
    self.edgeTraits = edgeTraits
    self.vertexOffsets = vertexOffsets
    self.vertexX = vertexX
    self.vertexY = vertexY
    self.vertexAlong = vertexAlong
    self.vertexPieces = vertexPieces
    self.components = components
    self.obstacles = obstacles
    self.squares = squares
    self.gates = gates
    let lengths = edgeFrom.indices.map { vertexAlong[Int(vertexOffsets[$0 + 1]) - 1] }
    edgeLengths = lengths
    componentLengths = Components.lengths(
      count: componentCount, ofNode: components, from: edgeFrom, edgeLengths: lengths,
      traits: edgeTraits)
    forward = Adjacency(
      nodeCount: nodeX.count, from: edgeFrom, to: edgeTo, lengths: lengths,
      isOneWay: edgeIsOneWay, traits: edgeTraits, isBackward: false)
    backward =
      edgeIsOneWay.contains(1)
      ? Adjacency(
        nodeCount: nodeX.count, from: edgeFrom, to: edgeTo, lengths: lengths,
        isOneWay: edgeIsOneWay, traits: edgeTraits, isBackward: true) : forward
  }
}
