/// Exchanges one open site for a closed one as long as the sum of service costs falls.
///
/// Source: Teitz & Bart, *Heuristic methods for estimating the generalized vertex median of a
/// weighted graph*, 1968; in the way of Whitaker, *A fast algorithm for the greedy interchange*,
/// 1983: all removals for one insertion in one pass over the clients.
struct Interchange {
  private let clientCount: Int
  private let siteCount: Int
  /// By site, then by client.
  private let costs: [Int64]
  private let unserved: [Int64]
  private let settled: SettledSites
  private let count: Int
  private var lots: Lots
  private var open: [Int32] = []
  /// By client: place in `open` of the cheapest site (-1: none), its cost, the next cost.
  private var nearest: [Int32]
  private var first: [Int64]
  private var second: [Int64]
  /// By place in `open`: what its removal saves less for the insertion looked at, and in general.
  private var losses: [Int64] = []
  private(set) var best: [Int32]?
  private(set) var cost = Int64.max

  /// - Parameters:
  ///   - costs: By site, then by client.
  ///   - unserved: By client the cost without any of the sites: that of an existing facility, or
  ///     more than any site's.
  init(
    costs: [Int64], unserved: [Int64], settled: SettledSites, count: Int, seed: UInt64
  ) {
    self.costs = costs
    self.unserved = unserved
    self.settled = settled
    self.count = count
    clientCount = unserved.count
    siteCount = settled.states.count
    lots = Lots(seed: seed)
    nearest = [Int32](repeating: -1, count: clientCount)
    first = unserved
    second = unserved
  }

  /// The sites, filled up and improved to a local optimum.
  mutating func improved(_ sites: [Int32], watch: SearchWatch) -> [Int32] {
    reset(to: sites)
    assign()
    fillUp()
    while !watch.isOver, let move = bestMove() {
      open[move.place] = Int32(move.site)
      assign()
    }
    let sum = first.reduce(0, +)
    if sum < cost { (cost, best) = (sum, open.sorted()) }
    return open.sorted()
  }

  /// Searches on from the best sites with some of them moved by lot.
  mutating func search(rounds: Int, bound: () -> Int64, watch: SearchWatch) {
    for round in 0..<rounds where cost > bound() && !watch.isOver {
      guard var sites = best, !sites.isEmpty else { return }
      for _ in 0..<min(sites.count, 2 + round % 4) {
        sites[lots.below(sites.count)] = Int32(lots.below(siteCount))
      }
      _ = improved(sites, watch: watch)
    }
  }

  private mutating func reset(to sites: [Int32]) {
    open = settled.forced
    var isTaken = settled.states.map { $0 != .free }
    for site in open { for rival in settled.rivals[Int(site)] { isTaken[Int(rival)] = true } }
    for site in sites where open.count < count && !isTaken[Int(site)] {
      open.append(site)
      isTaken[Int(site)] = true
      for rival in settled.rivals[Int(site)] { isTaken[Int(rival)] = true }
    }
  }

  /// Opens the site that saves the most until p are open.
  private mutating func fillUp() {
    while open.count < count {
      var best: (gain: Int64, site: Int)?
      for site in 0..<siteCount where mayOpen(site, insteadOf: nil) {
        var gain: Int64 = 0
        let row = site * clientCount
        for client in 0..<clientCount { gain += max(0, first[client] - costs[row + client]) }
        if gain > best?.gain ?? -1 { best = (gain, site) }
      }
      guard let best else { return }
      open.append(Int32(best.site))
      assign()
    }
  }

  private func mayOpen(_ site: Int, insteadOf place: Int?) -> Bool {
    guard settled.states[site] == .free, !open.contains(Int32(site)) else { return false }
    let rivals = settled.rivals[site]
    guard !rivals.isEmpty else { return true }
    return open.indices.allSatisfy { $0 == place || !rivals.contains(open[$0]) }
  }

  private mutating func assign() {
    for client in 0..<clientCount {
      var (place, one, two) = (Int32(-1), unserved[client], unserved[client])
      for (index, site) in open.enumerated() {
        let cost = costs[Int(site) * clientCount + client]
        if cost < one {
          (place, one, two) = (Int32(index), cost, one)
        } else if cost < two {
          two = cost
        }
      }
      (nearest[client], first[client], second[client]) = (place, one, two)
    }
    losses = [Int64](repeating: 0, count: open.count)
    for client in 0..<clientCount where nearest[client] >= 0 {
      losses[Int(nearest[client])] += second[client] - first[client]
    }
  }

  /// The exchange that saves the most, or `nil` if none saves anything.
  private mutating func bestMove() -> (place: Int, site: Int)? {
    var best: (saving: Int64, place: Int, site: Int)?
    var isOpen = [Bool](repeating: false, count: siteCount)
    for site in open { isOpen[Int(site)] = true }
    var rest = losses
    for site in 0..<siteCount where settled.states[site] == .free && !isOpen[site] {
      let gain = gain(of: site, rest: &rest)
      for place in open.indices {
        let saving = gain - rest[place]
        guard saving > best?.saving ?? 0, settled.states[Int(open[place])] == .free,
          settled.rivals[site].isEmpty || mayOpen(site, insteadOf: place)
        else { continue }
        best = (saving, place, site)
      }
    }
    return best.map { ($0.place, $0.site) }
  }

  /// What opening a site saves; `rest` is by place what closing it costs once the site is open.
  private func gain(of site: Int, rest: inout [Int64]) -> Int64 {
    var gain: Int64 = 0
    rest.withUnsafeMutableBufferPointer { rest in
      for place in rest.indices { rest[place] = losses[place] }
      costs.withUnsafeBufferPointer { costs in
        let row = site * clientCount
        for client in 0..<clientCount {
          let cost = costs[row + client]
          let (one, two) = (first[client], second[client])
          guard cost < two else { continue }
          let place = Int(nearest[client])
          if cost < one {
            gain += one - cost
            if place >= 0 { rest[place] -= two - one }
          } else if place >= 0 {
            rest[place] -= two - cost
          }
        }
      }
    }
    return gain
  }
}
