internal import Planar

extension ReachedGround {
  /// What lies straight between a place and a point or a stretch of a street at which it meets it.
  struct Strip {
    /// Its ends: on the street, at the place, and ticks between both.
    var first: (street: SIMD2<Double>, site: SIMD2<Double>, straight: Int32)
    var last: (street: SIMD2<Double>, site: SIMD2<Double>, straight: Int32)?
  }

  /// The strips of a place.
  ///
  /// - Parameter site: The place, as pieces in metres from the origin of the lattice.
  func strips(
    _ network: WalkNetwork, of positions: [NetworkPosition], at site: SiteBoundary.Pieces
  ) -> [Strip] {
    guard !site.isEmpty else { return [] }
    return positions.compactMap { position in
      let ends = position.ends.map { end in
        let street = place(network, edge: position.edge, along: end.along)
        return (
          street: street,
          site: SiteBoundary.end(of: NetworkLength.metres(end.straight), from: street, site),
          straight: end.straight
        )
      }
      guard let first = ends.first, ends.contains(where: { $0.straight > 0 }) else { return nil }
      return Strip(first: first, last: ends.dropFirst().first)
    }
  }

  /// Adds what of a strip is within a limit, in ticks, by lines that are `spacing` metres apart or less.
  mutating func add(_ strip: Strip, limit: Int32, spacing: Double) {
    let (first, straight) = (strip.first, strip.first.straight)
    guard let last = strip.last else {
      if straight <= limit { add(from: first.street, to: first.site) }
      return
    }
    guard min(straight, last.straight) <= limit else { return }
    // Straight ways grow evenly from end to end.
    let bound = Double(limit - straight) / Double(last.straight - straight)
    let low = straight > limit ? bound : 0
    let high = last.straight > limit ? bound : 1
    func street(_ share: Double) -> SIMD2<Double> {
      first.street + share * (last.street - first.street)
    }
    func site(_ share: Double) -> SIMD2<Double> { first.site + share * (last.site - first.site) }
    add(from: street(low), to: site(low))
    add(from: street(high), to: site(high))
    let widest = NetworkLength.metres(min(limit, max(straight, last.straight)))
    let count = max(1, Int((widest / spacing).rounded(.up)))
    for line in 0...count {
      let share = Double(line) / Double(count)
      add(
        from: street(low) + share * (site(low) - street(low)),
        to: street(high) + share * (site(high) - street(high)))
    }
  }

  /// Adds the straight ways off reached edges, as far as what is left of the limit leads along them.
  ///
  /// - Parameters: As for the edges themselves; `before`: ways that are whole within it are there.
  mutating func add(
    _ ways: StraightWays, off network: WalkNetwork, _ memory: SearchMemory,
    around places: [NetworkPosition], isForward: Bool, limit: Int32, before: Int32
  ) {
    for place in places where place.leastStraight <= limit {
      add(
        ways, offEdge: place.edge, network, memory, around: places, isForward: isForward,
        limit: limit, before: before)
    }
    // At a node one may leave the edges, too, that may not be walked from there.
    for graph in hasOneWays ? [network.forward, network.backward] : [network.forward] {
      for node in memory.touchedNodes where memory.ticks(to: node) <= limit {
        for index in Int(graph.offsets[Int(node)])..<Int(graph.offsets[Int(node) + 1]) {
          let code = graph.edges[index]
          if code & 1 == 1, memory.ticks(to: graph.arcs[index].node) <= limit,
            network.edgeIsOneWay[Int(code >> 1)] == 0
          {
            continue
          }
          add(
            ways, offEdge: Int(code >> 1), network, memory, around: places, isForward: isForward,
            limit: limit, before: before)
        }
      }
    }
  }

  private mutating func add(
    _ ways: StraightWays, offEdge edge: Int, _ network: WalkNetwork, _ memory: SearchMemory,
    around places: [NetworkPosition], isForward: Bool, limit: Int32, before: Int32
  ) {
    for way in ways.ways(ofEdge: edge) {
      func add(_ end: StraightWays.End) {
        let used = ticks(
          to: end.along, ofEdge: edge, network, memory, around: places, isForward: isForward)
        let left = Int64(limit) - used
        guard left > 0, end.straight > 0, used + Int64(end.straight) > Int64(before) else { return }
        let street = place(network, edge: edge, along: end.along)
        let site = lattice.metres(x: end.place.x, y: end.place.y)
        let share = min(1, Double(left) / Double(end.straight))
        self.add(from: street, to: street + share * (site - street))
      }
      add(way.first)
      if way.first.along == way.last.along { continue }
      add(way.last)
      // Of a stretch that passes the places themselves the shortest way may be between its ends.
      for place in places where place.edge == edge {
        for end in place.ends {
          if let between = way.end(at: end.along) { add(between) }
        }
      }
    }
  }

  /// The shortest walk between the places and a point of an edge.
  private func ticks(
    to along: Int32, ofEdge edge: Int, _ network: WalkNetwork, _ memory: SearchMemory,
    around places: [NetworkPosition], isForward: Bool
  ) -> Int64 {
    let isOneWay = network.edgeIsOneWay[edge] == 1
    var least = Int64(Int32.max)
    let rest = Int64(network.edgeLengths[edge]) - Int64(along)
    if !isOneWay || isForward || along == 0 {
      least = Int64(memory.ticks(to: network.edgeFrom[edge])) + Int64(along)
    }
    if !isOneWay || !isForward || rest == 0 {
      least = min(least, Int64(memory.ticks(to: network.edgeTo[edge])) + rest)
    }
    for place in places where place.edge == edge {
      for end in place.ends {
        let there = Int64(along) - Int64(end.along)
        if isOneWay, isForward ? there < 0 : there > 0 { continue }
        least = min(least, Int64(end.straight) + abs(there))
      }
      if let straight = place.straight(at: along) { least = min(least, Int64(straight)) }
    }
    return least
  }
}

extension StraightWays.Way {
  /// The way off a point between the ends of a stretch, `along` ticks from the first vertex of the edge;
  /// `nil` outside.
  fileprivate func end(at along: Int32) -> StraightWays.End? {
    let length = Double(last.along) - Double(first.along)
    let share = (Double(along) - Double(first.along)) / length
    guard share > 0, share < 1 else { return nil }
    let straight = Double(first.straight) + share * Double(last.straight - first.straight)
    return StraightWays.End(
      along: along, straight: Int32(straight),
      place: first.place + share * (last.place - first.place))
  }
}

extension NetworkPosition {
  /// The straight way off a point between the ends of a stretch, in ticks; `nil` outside.
  fileprivate func straight(at along: Int32) -> Int32? {
    let length = Double(alongEnd) - Double(self.along)
    let share = (Double(along) - Double(self.along)) / length
    guard share > 0, share < 1 else { return nil }
    return Int32(Double(straight) + share * (Double(straightEnd) - Double(straight)))
  }
}
