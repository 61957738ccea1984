/// The fewest servers with which every need can be served, if each is made as large as it must be.
///
/// All can be served exactly when, of any clients whose needs are more than what exists in their reach, one reaches an
/// open server (Hall 1935; Gale 1957). So it is a location set covering problem (`SetCovering`) whose clients are the
/// sets that are short: those of one client from the start, larger ones as a largest flow finds them.
public struct FewestServers: Sendable {
  /// What is to be served.
  public let layers: [AmountLayer]
  /// By server, at least 1: what it costs to open or to enlarge it.
  public let costs: [Int64]

  /// Rounds of finding sets that are short, a guard only: each finds one that was not known.
  private static let rounds = 200

  /// What came of it.
  public struct Answer: Sendable, Hashable {
    /// The servers, ascending.
    public let servers: [Int32]
    /// By layer, clients that no server reaches and that are short of what exists.
    public let beyond: [[Int32]]
    /// Whether it is proven that nothing costs less.
    public let isProven: Bool
  }

  /// A problem.
  ///
  /// - Precondition: layers have as many servers as there are costs.
  public init(layers: [AmountLayer], costs: [Int64]) {
    precondition(
      layers.allSatisfy { $0.serverCount == costs.count }, "as many servers everywhere")
    self.layers = layers
    self.costs = costs
  }

  /// The servers that cost least in all.
  ///
  /// - Parameter limits: Of each covering problem.
  public func solve(within limits: SearchLimits = SearchLimits()) -> Answer {
    var sets: [[Int32]] = []
    var beyond = layers.map { _ in [Int32]() }
    var kept = layers.map(\.needs)
    for index in layers.indices {
      for client in layers[index].needs.indices where isShort(client, in: layers[index]) {
        let servers = Array(layers[index].servers(of: client))
        if servers.isEmpty {
          beyond[index].append(Int32(client))
          kept[index][client] = 0
        } else {
          sets.append(servers)
        }
      }
    }
    for round in 1...Self.rounds {
      let (servers, isProven) = cover(sets, limits)
      let found = shortSets(servers, &kept, &beyond)
      guard !found.isEmpty, round < Self.rounds else {
        let last = found.compactMap(\.first)
        return Answer(
          servers: Set(servers + last).sorted(), beyond: beyond.map { $0.sorted() },
          isProven: isProven && found.isEmpty)
      }
      sets += found
    }
    preconditionFailure("the last round ends it")
  }

  /// Whether a client needs more than all that exists in its reach.
  private func isShort(_ client: Int, in layer: AmountLayer) -> Bool {
    guard layer.needs[client] > 0 else { return false }
    let existing = layer.reach[client].reduce(Int64(0)) {
      $0 + ($1 < layer.existing.count ? layer.existing[Int($1)] : 0)
    }
    return layer.isCover ? existing == 0 : layer.needs[client] > existing
  }

  /// The servers that cost least of which every set has one: what is alone in its set first, then part by part.
  private func cover(_ sets: [[Int32]], _ limits: SearchLimits) -> ([Int32], isProven: Bool) {
    let alone = Set(sets.lazy.filter { $0.count == 1 }.map { $0[0] })
    let open = Set(sets.lazy.filter { set in set.allSatisfy { !alone.contains($0) } })
      .sorted { $0.lexicographicallyPrecedes($1) }
    var servers = alone
    var isProven = true
    for part in Self.parts(open, servers: costs.count) {
      let (own, isOwnProven) = coverPart(part, limits)
      servers.formUnion(own)
      isProven = isProven && isOwnProven
    }
    return (servers.sorted(), isProven)
  }

  /// Sets that hang together over servers, in the order of the first of each.
  private static func parts(_ sets: [[Int32]], servers: Int) -> [[[Int32]]] {
    var leader = Array(0..<Int32(servers))
    func root(_ server: Int32) -> Int32 {
      var server = server
      while leader[Int(server)] != server {
        leader[Int(server)] = leader[Int(leader[Int(server)])]
        server = leader[Int(server)]
      }
      return server
    }
    for set in sets {
      let first = root(set[0])
      for server in set.dropFirst() { leader[Int(root(server))] = first }
    }
    var place: [Int32: Int] = [:]
    var parts: [[[Int32]]] = []
    for set in sets {
      let own = root(set[0])
      if let known = place[own] {
        parts[known].append(set)
      } else {
        place[own] = parts.count
        parts.append([set])
      }
    }
    return parts
  }

  private func coverPart(
    _ sets: [[Int32]], _ limits: SearchLimits
  ) -> ([Int32], isProven: Bool) {
    let servers = Set(sets.joined()).sorted()
    let numbers = Dictionary(
      uniqueKeysWithValues: servers.enumerated().map { ($1, Int32($0)) })
    let lists = sets.map { set in set.compactMap { numbers[$0] } }
    var own = servers.map { costs[Int($0)] }
    // A search adds up costs of all servers for every set: beyond that it only counts servers.
    let isTooLarge =
      Double(own.reduce(0, +)) * Double(sets.count) * Double(servers.count) > 0x1p58
    if isTooLarge { own = own.map { _ in 1 } }
    let problem = SetCovering(
      reach: ReachLists(lists, siteCount: servers.count), costs: own)
    guard let answer = try? problem.solve(limits: limits) else { return ([], false) }
    return (
      answer.sites.map { servers[Int($0)] },
      answer.proof.value == answer.proof.bound && !isTooLarge
    )
  }

  /// Sets that are short though these servers have whatever is asked of them; clients of sets that reach no server are
  /// beyond help, and asked for no more.
  private func shortSets(
    _ open: [Int32], _ kept: inout [[Int64]], _ beyond: inout [[Int32]]
  ) -> [[Int32]] {
    var isOpen = costs.map { _ in false }
    for server in open { isOpen[Int(server)] = true }
    var found: Set<[Int32]> = []
    for index in layers.indices where !layers[index].isCover {
      let layer = layers[index].with(needs: kept[index])
      var flow = AmountFlow(
        layer, capacities: isOpen.map { $0 ? AmountLayer.largestSum * 2 : 0 })
      flow.serve()
      for client in layer.needs.indices where flow.unserved[client] > 0 {
        let short = flow.shortage(of: client)
        let servers = Set(short.flatMap { layer.servers(of: $0) }).sorted()
        if servers.isEmpty {
          beyond[index].append(Int32(client))
          kept[index][client] = 0
        } else {
          found.insert(servers)
        }
      }
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension AmountLayer {
  fileprivate func with(needs: [Int64]) -> AmountLayer {
    AmountLayer(needs: needs, reach: reach, existing: existing, unit: unit, isCover: isCover)
  }
}
