/// Who is served by whom in a layer, and how much: a flow that is made better path by path.
///
/// What a search for a client has seen without finding room is dead until a server gets more: else room only shrinks, so
/// that no later path could end there, and searches that fail cost one pass over the edges in all.
struct AmountFlow {
  let layer: AmountLayer
  private let clientsOfPort: ReachLists
  /// In the order of `clientsOfPort`; and by edge its client.
  private var edgesOfPort: [Int32]
  private var clientOfEdge: [Int32] = []
  /// By edge.
  private var flow: [Int64]
  /// By port, existing servers first.
  private var load: [Int64]
  private var capacity: [Int64]
  /// By client.
  private(set) var unserved: [Int64]
  /// How many edges searches have looked at.
  private(set) var work = 0
  private var isDead: [Bool]
  private var hasDead = false
  private var stamp: Int32 = 0
  private var portSeen: [Int32]
  private var clientSeen: [Int32]
  /// By port the edge by which it was found; by client the edge over which it would give up, -1: it has nothing yet.
  private var portCause: [Int32]
  private var clientCause: [Int32]
  private var queue: [Int32] = []
  /// The port that paths come from, -1: they come from a client.
  private var origin = -1

  /// - Parameter capacities: Of the servers that may be opened or enlarged, in units of the layer.
  init(_ layer: AmountLayer, capacities: [Int64]) {
    self.layer = layer
    let reach = layer.reach
    clientsOfPort = reach.inverted
    var next = clientsOfPort.starts
    edgesOfPort = [Int32](repeating: 0, count: reach.sites.count)
    clientOfEdge.reserveCapacity(reach.sites.count)
    for client in 0..<reach.clientCount {
      for edge in Int(reach.starts[client])..<Int(reach.starts[client + 1]) {
        let port = Int(reach.sites[edge])
        edgesOfPort[Int(next[port])] = Int32(edge)
        next[port] += 1
        clientOfEdge.append(Int32(client))
      }
    }
    flow = [Int64](repeating: 0, count: reach.sites.count)
    capacity = layer.existing + capacities
    load = [Int64](repeating: 0, count: capacity.count)
    unserved = layer.needs
    isDead = [Bool](repeating: false, count: layer.needs.count)
    portSeen = [Int32](repeating: 0, count: capacity.count)
    clientSeen = [Int32](repeating: 0, count: layer.needs.count)
    portCause = portSeen
    clientCause = clientSeen
  }

  /// What a server gives.
  func load(ofServer server: Int) -> Int64 { load[layer.existing.count + server] }

  /// Says what a server has.
  mutating func set(_ amount: Int64, ofServer server: Int) {
    let port = layer.existing.count + server
    if amount > capacity[port], hasDead {
      isDead = isDead.map { _ in false }
      hasDead = false
    }
    capacity[port] = amount
  }

  /// Serves as much as there is room for.
  mutating func serve() {
    // What is at hand first: most needs end there.
    for client in unserved.indices where unserved[client] > 0 {
      for edge in edges(of: client) where unserved[client] > 0 { push(over: edge, of: client) }
    }
    for client in unserved.indices where unserved[client] > 0 { serve(client) }
  }

  /// Serves a client, moving others to where there is room.
  private mutating func serve(_ client: Int) {
    while unserved[client] > 0, !isDead[client] {
      start(from: -1)
      see(client, over: -1)
      guard let port = search() else {
        for seen in queue { isDead[Int(seen)] = true }
        hasDead = true
        return
      }
      let amount = min(unserved[client], bottleneck(to: port))
      shift(amount, to: port)
      unserved[client] -= amount
    }
  }

  /// Gives what a client still needs to a server in its reach, as far as that has room.
  mutating func give(_ client: Int, to server: Int32) {
    let port = Int32(layer.existing.count) + server
    guard let edge = edges(of: client).first(where: { layer.reach.sites[$0] == port }) else {
      return
    }
    push(over: edge, of: client)
  }

  /// Moves up to an amount of what a server gives to others that have room.
  ///
  /// - Returns: What was moved.
  mutating func drain(server: Int, upTo most: Int64) -> Int64 {
    let port = layer.existing.count + server
    var moved: Int64 = 0
    while moved < most, load[port] > 0 {
      start(from: port)
      portSeen[port] = stamp
      for place in places(of: port) where flow[Int(edgesOfPort[place])] > 0 {
        see(Int(clientsOfPort.sites[place]), over: edgesOfPort[place])
      }
      guard let end = search() else { return moved }
      let amount = min(most - moved, bottleneck(to: end))
      shift(amount, to: end)
      moved += amount
    }
    return moved
  }

  /// All who would have to give way for a client that is not served: what they reach is too little for them.
  mutating func shortage(of client: Int) -> [Int] {
    start(from: -1)
    see(client, over: -1)
    _ = search(entersDead: true)
    return queue.map { Int($0) }
  }

  // MARK: Paths

  private func edges(of client: Int) -> Range<Int> {
    Int(layer.reach.starts[client])..<Int(layer.reach.starts[client + 1])
  }

  private func places(of port: Int) -> Range<Int> {
    Int(clientsOfPort.starts[port])..<Int(clientsOfPort.starts[port + 1])
  }

  private mutating func push(over edge: Int, of client: Int) {
    let port = Int(layer.reach.sites[edge])
    let amount = min(unserved[client], capacity[port] - load[port])
    guard amount > 0 else { return }
    flow[edge] += amount
    load[port] += amount
    unserved[client] -= amount
  }

  private mutating func start(from port: Int) {
    stamp += 1
    origin = port
    queue.removeAll(keepingCapacity: true)
  }

  private mutating func see(_ client: Int, over edge: Int32) {
    guard clientSeen[client] != stamp else { return }
    clientSeen[client] = stamp
    clientCause[client] = edge
    queue.append(Int32(client))
  }

  /// The first port with room that can be come to.
  private mutating func search(entersDead: Bool = false) -> Int? {
    var next = 0
    while next < queue.count {
      let client = Int(queue[next])
      next += 1
      if isDead[client], !entersDead { continue }
      let own = edges(of: client)
      work += own.count
      for edge in own {
        let port = Int(layer.reach.sites[edge])
        guard portSeen[port] != stamp else { continue }
        portSeen[port] = stamp
        portCause[port] = Int32(edge)
        if load[port] < capacity[port] { return port }
        work += places(of: port).count
        for place in places(of: port) where flow[Int(edgesOfPort[place])] > 0 {
          see(Int(clientsOfPort.sites[place]), over: edgesOfPort[place])
        }
      }
    }
    return nil
  }

  /// The edge that gives way to the one by which a port was found; `nil`: the path begins there.
  private func given(for port: Int) -> Int? {
    let cause = clientCause[Int(clientOfEdge[Int(portCause[port])])]
    return cause < 0 ? nil : Int(cause)
  }

  private func bottleneck(to end: Int) -> Int64 {
    var amount = capacity[end] - load[end]
    var port = end
    while let edge = given(for: port) {
      amount = min(amount, flow[edge])
      port = Int(layer.reach.sites[edge])
      if port == origin { break }
    }
    return amount
  }

  private mutating func shift(_ amount: Int64, to end: Int) {
    load[end] += amount
    var port = end
    while true {
      flow[Int(portCause[port])] += amount
      guard let edge = given(for: port) else { return }
      flow[edge] -= amount
      port = Int(layer.reach.sites[edge])
      if port == origin {
        load[port] -= amount
        return
      }
    }
  }
}
