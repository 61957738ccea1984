/// Finds the places that searches from some centres reach, for one worker.
struct PairCollector {
  struct Pair {
    /// Of the places, not of the centres.
    var row: Int32
    /// Ticks.
    var distance: Int32
  }

  struct Found: Sendable {
    /// One per centre: how many of the pairs are its.
    var sizes: [Int32] = []
    /// By centre; of one centre in the order of the rows, each once.
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
    _ range: Range<Int>, of centres: NetworkPlaces, points: EdgePoints, on network: WalkNetwork,
    isForward: Bool, limit: Int32
  ) -> Found {
    var collector = PairCollector(
      network: network, points: points, isForward: isForward, limit: limit)
    collector.found.sizes.reserveCapacity(range.count)
    centres.positions.withColumns { columns in
      for row in range {
        let before = collector.found.pairs.count
        collector.collect(from: centres.positions(of: row), columns, number: Int32(row))
        collector.found.sizes.append(Int32(collector.found.pairs.count - before))
      }
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

  private mutating func collect(
    from centre: Range<Int>, _ columns: NetworkPositions.Columns, number: Int32
  ) {
    let before = found.pairs.count
    var isAnywhere = false
    for index in centre where columns.edges[index] >= 0 {
      let edge = Int(columns.edges[index])
      isAnywhere = true
      network.seed(
        EdgeEnds(
          isLeaving: isForward, columns, index, length: network.edgeLengths[edge],
          isOneWay: network.edgeIsOneWay[edge] == 1),
        on: edge, limit: limit, memory)
    }
    guard isAnywhere else { return }
    memory.run(isForward ? network.forward : network.backward, limit: limit)
    for index in centre where columns.edges[index] >= 0 {
      look(along: index, columns)
    }
    for index in centre where columns.edges[index] >= 0 { look(at: columns.edges[index], number) }
    for node in memory.touchedNodes {
      look(around: node, in: network.forward, number)
      // A point at the end of a one-way edge is reached from its node against the edge.
      if hasOneWay { look(around: node, in: network.backward, number) }
    }
    memory.reset()
    found.pairs[before...].sort { ($0.row, $0.distance) < ($1.row, $1.distance) }
    var end = before
    for index in before..<found.pairs.count
    where end == before || found.pairs[end - 1].row != found.pairs[index].row {
      found.pairs[end] = found.pairs[index]
      end += 1
    }
    found.pairs.removeSubrange(end...)
  }

  /// Collects the places on an edge of the centre, straight along it.
  private mutating func look(along index: Int, _ columns: NetworkPositions.Columns) {
    let edge = Int(columns.edges[index])
    let isOneWay = network.edgeIsOneWay[edge] == 1
    let own = columns.stretch(index)
    for point in Int(points.offsets[edge])..<Int(points.offsets[edge + 1]) {
      let other = points.stretches[point]
      add(
        points.rows[point],
        isForward
          ? own.walk(to: other, isOneWay: isOneWay) : other.walk(to: own, isOneWay: isOneWay))
    }
  }

  @inline(__always)
  private mutating func look(around node: Int32, in graph: Adjacency, _ number: Int32) {
    for index in Int(graph.offsets[Int(node)])..<Int(graph.offsets[Int(node) + 1]) {
      look(at: graph.edges[index] >> 1, number)
    }
  }

  /// Collects the places on an edge over its ends, once per centre.
  @inline(__always)
  private mutating func look(at edge: Int32, _ number: Int32) {
    let edge = Int(edge)
    let range = Int(points.offsets[edge])..<Int(points.offsets[edge + 1])
    if range.isEmpty || seen[edge] == number { return }
    seen[edge] = number
    let isOneWay = network.edgeIsOneWay[edge] == 1
    let length = network.edgeLengths[edge]
    let first = memory.distance(to: network.edgeFrom[edge]) ?? EdgeEnds.blocked
    let last = memory.distance(to: network.edgeTo[edge]) ?? EdgeEnds.blocked
    for index in range {
      let stretch = points.stretches[index]
      let ends = EdgeEnds(
        isLeaving: !isForward, stretch, length: length, isOneWay: isOneWay)
      add(points.rows[index], min(first + ends.first, last + ends.last))
    }
  }

  @inline(__always)
  private mutating func add(_ row: Int32, _ distance: Int64) {
    if distance <= Int64(limit) {
      found.pairs.append(Pair(row: row, distance: Int32(distance)))
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
    search(from: [place], isForward: isForward, limit: limit, memory)
  }

  /// Labels the nodes within a limit of the nearest of some places.
  func search(
    from places: [NetworkPosition], isForward: Bool, limit: Int32, _ memory: SearchMemory
  ) {
    for place in places {
      seed(
        EdgeEnds(
          isLeaving: isForward, place.stretch, length: edgeLengths[place.edge],
          isOneWay: edgeIsOneWay[place.edge] == 1),
        on: place.edge, limit: limit, memory)
    }
    memory.run(isForward ? forward : backward, limit: limit)
  }

  fileprivate func seed(_ ends: EdgeEnds, on edge: Int, limit: Int32, _ memory: SearchMemory) {
    memory.seed(edgeFrom[edge], distance: ends.first, name: 0, limit: limit)
    memory.seed(edgeTo[edge], distance: ends.last, name: 0, limit: limit)
  }
}
