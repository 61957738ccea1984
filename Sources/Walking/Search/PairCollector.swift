/// Finds the points that searches from some centres reach, for one worker.
struct PairCollector {
  struct Pair {
    /// Of the points, not of the centres.
    var row: Int32
    /// Ticks.
    var distance: Int32
  }

  struct Found: Sendable {
    /// One per centre: how many of the pairs are its.
    var sizes: [Int32] = []
    /// By centre; of one centre in the order of the rows.
    var pairs: [Pair] = []
  }

  private let network: WalkNetwork
  private let points: EdgePoints
  private let isForward: Bool
  private let limit: Int32
  private let memory: SearchMemory
  /// Of each edge the last centre that looked at it.
  private var seen: [Int32]
  private let hasOneWay: Bool
  private var found = Found()

  /// - Parameter isForward: Walks start at the centres; else they end there.
  static func collect(
    _ range: Range<Int>, of centres: NetworkPositions, points: EdgePoints, on network: WalkNetwork,
    isForward: Bool, limit: Int32
  ) -> Found {
    var collector = PairCollector(
      network: network, points: points, isForward: isForward, limit: limit)
    collector.found.sizes.reserveCapacity(range.count)
    for row in range {
      let before = collector.found.pairs.count
      if let centre = centres[row], centre.straight <= limit {
        collector.collect(from: centre, number: Int32(row))
      }
      collector.found.sizes.append(Int32(collector.found.pairs.count - before))
    }
    return collector.found
  }

  private init(network: WalkNetwork, points: EdgePoints, isForward: Bool, limit: Int32) {
    self.network = network
    self.points = points
    self.isForward = isForward
    self.limit = limit
    memory = SearchMemory(network)
    memory.prepare(limit: limit)
    seen = [Int32](repeating: -1, count: network.edgeCount)
    hasOneWay = network.hasOneWayEdges
  }

  private mutating func collect(from centre: NetworkPosition, number: Int32) {
    let before = found.pairs.count
    network.search(from: centre, isForward: isForward, limit: limit, memory)
    look(at: Int32(centre.edge), centre, number)
    for node in memory.touchedNodes {
      look(around: node, in: network.forward, centre, number)
      // A point at the end of a one-way edge is reached from its node against the edge.
      if hasOneWay { look(around: node, in: network.backward, centre, number) }
    }
    memory.reset()
    found.pairs[before...].sort { $0.row < $1.row }
  }

  @inline(__always)
  private mutating func look(
    around node: Int32, in graph: Adjacency, _ centre: NetworkPosition, _ number: Int32
  ) {
    for index in Int(graph.offsets[Int(node)])..<Int(graph.offsets[Int(node) + 1]) {
      look(at: graph.edges[index] >> 1, centre, number)
    }
  }

  /// Collects the points on an edge, once per centre.
  @inline(__always)
  private mutating func look(at edge: Int32, _ centre: NetworkPosition, _ number: Int32) {
    let edge = Int(edge)
    let range = Int(points.offsets[edge])..<Int(points.offsets[edge + 1])
    if range.isEmpty || seen[edge] == number { return }
    seen[edge] = number
    let isOneWay = network.edgeIsOneWay[edge] == 1
    let length = network.edgeLengths[edge]
    let first = memory.distance(to: network.edgeFrom[edge]) ?? EdgeEnds.blocked
    let last = memory.distance(to: network.edgeTo[edge]) ?? EdgeEnds.blocked
    for index in range {
      let along = points.along[index]
      let ends = EdgeEnds(
        isLeaving: !isForward, along: along, length: length, isOneWay: isOneWay)
      var distance = min(first + ends.first, last + ends.last)
      if edge == centre.edge {
        let walk =
          isForward
          ? EdgeEnds.between(centre.along, along, isOneWay: isOneWay)
          : EdgeEnds.between(along, centre.along, isOneWay: isOneWay)
        distance = min(distance, Int64(centre.straight) + walk)
      }
      distance += Int64(points.straight[index])
      if distance <= Int64(limit) {
        found.pairs.append(Pair(row: points.rows[index], distance: Int32(distance)))
      }
    }
  }
}

extension WalkNetwork {
  /// Labels the nodes within a limit of a place.
  ///
  /// - Parameter isForward: Walks start at the place; else they end there.
  func search(
    from place: NetworkPosition, isForward: Bool, limit: Int32, _ memory: SearchMemory
  ) {
    seed(place, isForward: isForward, limit: limit, memory)
    memory.run(isForward ? forward : backward, limit: limit)
  }

  /// Labels the nodes within a limit of the nearest of some places.
  func search(
    from places: [NetworkPosition], isForward: Bool, limit: Int32, _ memory: SearchMemory
  ) {
    for place in places { seed(place, isForward: isForward, limit: limit, memory) }
    memory.run(isForward ? forward : backward, limit: limit)
  }

  private func seed(
    _ place: NetworkPosition, isForward: Bool, limit: Int32, _ memory: SearchMemory
  ) {
    let ends = EdgeEnds(
      isLeaving: isForward, along: place.along, length: edgeLengths[place.edge],
      isOneWay: edgeIsOneWay[place.edge] == 1)
    let straight = Int64(place.straight)
    memory.seed(
      edgeFrom[place.edge], distance: straight + ends.first, name: 0, limit: limit)
    memory.seed(edgeTo[place.edge], distance: straight + ends.last, name: 0, limit: limit)
  }
}
