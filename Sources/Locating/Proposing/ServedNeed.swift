internal import Optimizing

/// How much of a layer's need some of its servers can serve: a maximum flow, enlarged by one server after another.
///
/// Source: Ford & Fulkerson, *Maximal flow through a network*, 1956; paths are the shortest (Edmonds & Karp, 1972).
struct ServedNeed: Sendable {
  private let reach: ReachLists
  private let inverted: ReachLists
  private let isCover: Bool
  /// All that is needed.
  let need: Int64
  /// What is served.
  private(set) var served: Int64 = 0
  /// By client, what is still wanting.
  private var wanting: [Int64]
  /// By server, what it can still give.
  private var room: [Int64]
  /// By client what it gets of whom.
  private var flow: [[Int32: Int64]]

  /// With what stands.
  init(_ layer: SizingProblem.Layer) {
    reach = layer.reach
    inverted = layer.reach.inverted
    isCover = layer.isCover
    wanting = layer.isCover ? layer.needs.map { min(1, $0) } : layer.needs
    need = wanting.reduce(0, +)
    room = Array(repeating: 0, count: reach.siteCount)
    flow = Array(repeating: [:], count: layer.needs.count)
    for (server, capacity) in layer.existing.enumerated() { open(server, capacity) }
  }

  /// The part of the need that is served.
  var share: Double { need > 0 ? Double(served) / Double(need) : 1 }

  /// Opens a server with what it can give.
  mutating func open(_ server: Int, _ capacity: Int64) {
    guard capacity > 0 else { return }
    room[server] += isCover ? Int64(reach.clientCount) : capacity
    while enlarge() {}
  }

  /// How the search came to a client or a server, backwards from servers with room.
  private struct Ways {
    /// By client, the server that it can turn to.
    var server: [Int32]
    /// By server, the client that can leave it for another.
    var client: [Int32]
  }

  /// Sends something from a client that wants to a server with room, by way of clients that turn to others.
  private mutating func enlarge() -> Bool {
    var ways = Ways(
      server: Array(repeating: -1, count: wanting.count),
      client: Array(repeating: -1, count: room.count))
    var queue = room.indices.filter { room[$0] > 0 }.map { Int32($0) }
    var isSeen = room.map { $0 > 0 }
    var place = 0
    while place < queue.count {
      let server = queue[place]
      place += 1
      for client in inverted[Int(server)] where ways.server[Int(client)] < 0 {
        ways.server[Int(client)] = server
        if wanting[Int(client)] > 0 {
          send(from: client, ways)
          return true
        }
        for other in flow[Int(client)].keys.sorted() where !isSeen[Int(other)] {
          isSeen[Int(other)] = true
          ways.client[Int(other)] = client
          queue.append(other)
        }
      }
    }
    return false
  }

  private mutating func send(from first: Int32, _ ways: Ways) {
    var steps = [(client: first, server: ways.server[Int(first)])]
    var most = wanting[Int(first)]
    while let last = steps.last, ways.client[Int(last.server)] >= 0 {
      let leaving = ways.client[Int(last.server)]
      most = min(most, flow[Int(leaving)][last.server] ?? 0)
      steps.append((leaving, ways.server[Int(leaving)]))
    }
    let end = Int(steps[steps.count - 1].server)
    most = min(most, room[end])
    for (place, step) in steps.enumerated() {
      flow[Int(step.client)][step.server, default: 0] += most
      guard place > 0 else { continue }
      let left = steps[place - 1].server
      let rest = (flow[Int(step.client)][left] ?? 0) - most
      flow[Int(step.client)][left] = rest > 0 ? rest : nil
    }
    wanting[Int(first)] -= most
    room[end] -= most
    served += most
  }
}
