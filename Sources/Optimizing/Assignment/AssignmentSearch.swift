/// Assigns clients to open sites within capacities, and improves by moves and swaps of clients.
///
/// Source: Martello & Toth, *An algorithm for the generalized assignment problem*, 1981 (regret);
/// Mulvey & Beck, *Solving capacitated clustering problems*, 1984 (swaps).
struct AssignmentSearch {
  private let problem: CapacitatedLocation
  private var load: [Int64]
  private(set) var served: [Int32] = []

  init(_ problem: CapacitatedLocation) {
    self.problem = problem
    load = [Int64](repeating: 0, count: problem.capacities.count)
  }

  private func cost(_ client: Int, _ site: Int) -> Int64 {
    problem.costs[client * problem.capacities.count + site]
  }

  private func hasRoom(_ site: Int, for demand: Int64) -> Bool {
    load[site] + demand <= problem.capacities[site]
  }

  /// By client its site; `nil`: no place was found for one.
  mutating func assigned(to open: [Int]) -> [Int32]? {
    for site in load.indices { load[site] = 0 }
    served = [Int32](repeating: -1, count: problem.demands.count)
    guard fill(open, byRegret: true) || refill(open) else { return nil }
    while improve(open) {}
    return served
  }

  private mutating func refill(_ open: [Int]) -> Bool {
    for site in load.indices { load[site] = 0 }
    served = [Int32](repeating: -1, count: problem.demands.count)
    return fill(open, byRegret: false)
  }

  /// Clients one after the other: the one that would lose the most by waiting, or the largest.
  private mutating func fill(_ open: [Int], byRegret: Bool) -> Bool {
    var waiting = Array(problem.demands.indices)
    while !waiting.isEmpty {
      var next: (urgency: Int64, place: Int, site: Int)?
      for (place, client) in waiting.enumerated() {
        var (best, second, site) = (Int64.max, Int64.max, -1)
        for candidate in open where hasRoom(candidate, for: problem.demands[client]) {
          let cost = cost(client, candidate)
          if cost < best {
            (best, second, site) = (cost, best, candidate)
          } else {
            second = min(second, cost)
          }
        }
        guard site >= 0 else { return false }
        let urgency = byRegret ? (second == .max ? .max : second - best) : problem.demands[client]
        if let old = next, old.urgency >= urgency { continue }
        next = (urgency, place, site)
      }
      guard let next else { return false }
      put(waiting.remove(at: next.place), at: next.site)
    }
    return true
  }

  private mutating func put(_ client: Int, at site: Int) {
    if served[client] >= 0 { load[Int(served[client])] -= problem.demands[client] }
    served[client] = Int32(site)
    load[site] += problem.demands[client]
  }

  private mutating func improve(_ open: [Int]) -> Bool {
    for client in served.indices {
      let own = cost(client, Int(served[client]))
      for site in open where cost(client, site) < own {
        guard hasRoom(site, for: problem.demands[client]) else { continue }
        put(client, at: site)
        return true
      }
      for other in (client + 1)..<max(client + 1, served.count) where swap(client, other) {
        return true
      }
    }
    return false
  }

  private mutating func swap(_ one: Int, _ two: Int) -> Bool {
    let (a, b) = (Int(served[one]), Int(served[two]))
    guard a != b, cost(one, b) + cost(two, a) < cost(one, a) + cost(two, b) else { return false }
    let more = problem.demands[one] - problem.demands[two]
    guard load[b] + more <= problem.capacities[b], load[a] - more <= problem.capacities[a]
    else { return false }
    put(one, at: b)
    put(two, at: a)
    return true
  }
}
