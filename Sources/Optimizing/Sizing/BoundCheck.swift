/// Computes what prices prove anew, from the problem as it was given: nothing here is shared with the search but the
/// formulas of `PriceBound` and `KnapsackBound`.
struct BoundCheck {
  private let problem: SizingProblem
  private let scale: Int64
  private let prices: [[Int64]]
  /// By layer and server, the clients in reach.
  private let clients: [ReachLists]

  init(_ problem: SizingProblem, _ certificate: SizingCertificate) {
    self.problem = problem
    scale = certificate.scale
    prices = certificate.prices
    clients = problem.layers.map(\.reach.inverted)
  }

  /// What a client counts for: 1 in a layer of covering.
  private func need(_ layer: Int, _ client: Int) -> Int64 {
    let need = problem.layers[layer].needs[client]
    return problem.layers[layer].isCover ? min(need, 1) : need
  }

  /// The most that a server earns with a capacity: it sells to the dearest first.
  private func earns(_ layer: Int, _ server: Int, _ capacity: Int64) -> Int128 {
    // Whoever gives anything covers all in reach.
    var left = problem.layers[layer].isCover && capacity > 0 ? Int64.max : capacity
    var earned: Int128 = 0
    let buyers = clients[layer][server].map { (prices[layer][Int($0)], need(layer, Int($0))) }
    for (price, need) in buyers.sorted(by: { $0.0 > $1.0 }) where left > 0 {
      earned += Int128(price) * Int128(min(left, need))
      left -= min(left, need)
    }
    return earned
  }

  /// What all needs pay, and what existing servers earn of it.
  private func fixed(_ layer: Int, existing isCounted: Bool) -> Int128 {
    let given = problem.layers[layer]
    var sum: Int128 = 0
    for client in given.needs.indices {
      sum += Int128(prices[layer][client]) * Int128(need(layer, client))
    }
    for server in given.existing.indices where isCounted {
      sum -= earns(layer, server, given.existing[server])
    }
    return sum
  }

  /// By size of a site, its cost less what it earns in some layers.
  private func losses(_ site: Int, but excepted: Int?) -> [Int128] {
    problem.sites[site].sizes.map { size in
      problem.layers.indices.reduce(Int128(size.cost) * Int128(scale)) { loss, layer in
        guard layer != excepted else { return loss }
        let server = problem.layers[layer].existing.count + site
        return loss - earns(layer, server, size.capacities[layer])
      }
    }
  }

  private func least(_ site: Int, _ losses: [Int128]) -> Int128 {
    let forced = problem.sites[site].forced
    let least = losses[(forced ?? 0)...].min() ?? 0
    return forced == nil ? min(0, least) : least
  }

  /// In parts of a unit of cost.
  var plain: Int128 {
    var sum = problem.layers.indices.reduce(Int128(0)) { $0 + fixed($1, existing: true) }
    let lost = problem.sites.indices.map { least($0, losses($0, but: nil)) }
    sum += lost.reduce(0, +)
    var isCounted = [Bool](repeating: false, count: lost.count)
    for exclusion in problem.exclusions {
      let sites = Set(exclusion.sites).map { Int($0) }
      let forced = sites.filter { problem.sites[$0].forced != nil }.count
      let gaining = sites.filter { !isCounted[$0] && problem.sites[$0].forced == nil }
        .map { lost[$0] }.sorted()
      sum -= gaining.dropFirst(max(0, exclusion.atMost - forced)).reduce(0, +)
      for site in sites { isCounted[site] = true }
    }
    return sum
  }

  /// In half parts of a unit of cost, `nil`: nothing is possible.
  func knapsack(_ layer: Int) -> Int128? {
    let given = problem.layers[layer]
    var sum = problem.layers.indices.reduce(Int128(0)) {
      $0 + 2 * fixed($1, existing: $1 != layer)
    }
    let best = (0..<given.reach.siteCount).map { server in
      clients[layer][server].reduce(Int64(0)) {
        need(layer, Int($1)) > 0 ? max($0, prices[layer][Int($1)]) : $0
      }
    }
    let group = joined(layer, best)
    for site in problem.sites.indices where best[given.existing.count + site] == 0 {
      sum += 2 * least(site, losses(site, but: layer))
    }
    for root in Set(group.clients).sorted() where root >= 0 {
      let members = group.clients.indices.filter { group.clients[$0] == root }
      let servers = group.servers.indices.filter { group.servers[$0] == root }
      guard let least = groupLeast(layer, of: members, and: servers, in: group) else { return nil }
      sum += least
    }
    return sum
  }

  /// By client and by server the first client of its group, -1: none.
  private func joined(_ layer: Int, _ best: [Int64]) -> (clients: [Int], servers: [Int]) {
    let reach = problem.layers[layer].reach
    var roots = (0..<reach.clientCount).map {
      prices[layer][$0] > 0 && need(layer, $0) > 0 ? $0 : -1
    }
    var servers = [Int](repeating: -1, count: reach.siteCount)
    // Passes until nothing changes: slow, and plain.
    var isChanging = true
    while isChanging {
      isChanging = false
      for server in servers.indices where best[server] > 0 {
        let payers = clients[layer][server].map { Int($0) }.filter {
          roots[$0] >= 0 && prices[layer][$0] == best[server]
        }
        let root = payers.map { roots[roots[$0]] }.min() ?? -1
        for payer in payers where roots[payer] != root {
          roots[payer] = root
          isChanging = true
        }
        servers[server] = root
      }
    }
    return (roots, servers)
  }

  private typealias Groups = (clients: [Int], servers: [Int])

  private func groupLeast(
    _ layer: Int, of members: [Int], and servers: [Int], in groups: Groups
  ) -> Int128? {
    let existing = problem.layers[layer].existing
    let price = Int128(prices[layer][members[0]])
    let (up, down) = crossing(layer, of: members, and: servers, in: groups)
    let needed = members.reduce(Int128(0)) { $0 + Int128(need(layer, $1)) }
    let free = servers.filter { $0 < existing.count }
      .reduce(Int128(0)) { $0 + Int128(existing[$1]) }
    let sites = servers.filter { $0 >= existing.count }.map { $0 - existing.count }
    var least: Int128?
    for (places, cost) in Self.table(sites.map { options(layer, $0) }) {
      let sold = free + Int128(places)
      var value = 2 * cost - 2 * price * sold
      if sold < needed {
        guard let up else { continue }
        value += up * (needed - sold)
      } else if let down {
        value += down * (sold - needed)
      } else {
        value = 2 * cost - 2 * price * needed
      }
      least = min(least ?? value, value)
    }
    return least
  }

  /// The least losses of a unit that a group's clients get elsewhere, and that its servers give to others.
  private func crossing(
    _ layer: Int, of members: [Int], and servers: [Int], in groups: Groups
  ) -> (up: Int128?, down: Int128?) {
    let root = groups.clients[members[0]]
    func best(_ server: Int) -> Int64 {
      groups.servers[server] < 0 ? 0 : prices[layer][groups.servers[server]]
    }
    var up: Int64?
    for client in members {
      for server in problem.layers[layer].reach[client] where groups.servers[Int(server)] != root {
        let loss = best(Int(server)) - prices[layer][client]
        up = min(up ?? loss, loss)
      }
    }
    var down: Int64?
    for server in servers {
      for client in clients[layer][server] {
        let client = Int(client)
        guard groups.clients[client] != root, need(layer, client) > 0 else { continue }
        let loss = best(server) - prices[layer][client]
        down = min(down ?? loss, loss)
      }
    }
    return (up.map { Int128($0) }, down.map { Int128($0) })
  }

  /// What a site may give in a layer, and what that costs.
  private func options(_ layer: Int, _ site: Int) -> [(places: Int64, cost: Int128)] {
    let given = problem.sites[site]
    let costs = losses(site, but: layer)
    let none: [(places: Int64, cost: Int128)] = given.forced == nil ? [(0, 0)] : []
    return none
      + costs.indices.dropFirst(given.forced ?? 0).map {
        (given.sizes[$0].capacities[layer], costs[$0])
      }
  }

  /// The least cost of every number of places that options of all sites can give.
  private static func table(
    _ options: [[(places: Int64, cost: Int128)]]
  ) -> [(places: Int64, cost: Int128)] {
    let unit = max(
      1, options.joined().reduce(Int64(0)) { SizingModel.commonDivisor($0, $1.places) })
    var table: [Int128?] = [0]
    for site in options {
      let most = Int((site.map(\.places).max() ?? 0) / unit)
      var next = [Int128?](repeating: nil, count: table.count + most)
      for option in site {
        let shift = Int(option.places / unit)
        for (index, cost) in table.enumerated() {
          guard let cost else { continue }
          let sum = cost + option.cost
          if next[index + shift].map({ sum < $0 }) ?? true { next[index + shift] = sum }
        }
      }
      table = next
    }
    return table.enumerated().compactMap { index, cost in
      cost.map { (Int64(index) * unit, $0) }
    }
  }
}
