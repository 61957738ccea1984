/// Looks for the fewest (or cheapest) sites that cover everything.
///
/// Source: Gao, Weise & Li, *An efficient local search heuristic with row weighting for the unicost
/// set covering problem*, 2015; here with costs, rules and groups.
struct CoverSearch {
  private var state: CoverState
  private let costs: [Int64]
  private let settled: SettledSites
  private let isUseful: [Bool]
  private var lots: Lots
  /// By site the step at which it changed last.
  private var changed: [Int]
  private var step = 0
  private var uncovered = NumberSet()
  private(set) var best: [Int32]?
  private(set) var cost = Int64.max

  /// - Parameter isNeeded: By class; others follow from these.
  init(
    _ reduction: ReachReduction, costs: [Int64], settled: SettledSites, isNeeded: [Bool],
    seed: UInt64
  ) {
    let weights = isNeeded.map { $0 ? Int64(1) : 0 }
    state = CoverState(reduction.reach, bySite: reduction.bySite, weights: weights)
    self.costs = costs
    self.settled = settled
    isUseful = reduction.isUseful
    lots = Lots(seed: seed)
    changed = [Int](repeating: 0, count: costs.count)
    for client in isNeeded.indices where isNeeded[client] { uncovered.insert(client) }
  }

  /// A cover that begins with these sites, made whole by the best weight per cost and freed of
  /// what is superfluous; `nil` if groups stand in the way.
  mutating func completed(_ sites: [Int32]) -> [Int32]? {
    reset(to: sites)
    while state.missing > 0 {
      guard let site = bestToOpen(isUseful.indices) else { return nil }
      open(site)
    }
    dropSuperfluous()
    record()
    return state.sites
  }

  private mutating func dropSuperfluous() {
    let order = state.sites.map { Int($0) }.sorted { (costs[$1], $0) < (costs[$0], $1) }
    for site in order where state.scores[site] == 0 && settled.states[site] == .free {
      close(site)
    }
  }

  private mutating func reset(to sites: [Int32]) {
    for site in state.sites { close(Int(site)) }
    for site in settled.forced { open(Int(site)) }
    for site in sites where isUseful[Int(site)] && !hasOpenRival(Int(site)) { open(Int(site)) }
  }

  private func hasOpenRival(_ site: Int) -> Bool {
    settled.rivals[site].contains { state.isOpen[Int($0)] }
  }

  private func bestToOpen(_ sites: some Sequence<Int>) -> Int? {
    var best: Int?
    for site in sites where isUseful[site] && !state.isOpen[site] && state.scores[site] > 0 {
      if hasOpenRival(site) { continue }
      if let old = best, !isBetter(site, than: old) { continue }
      best = site
    }
    return best
  }

  /// By weight per cost, then by the longest time without change.
  private func isBetter(_ site: Int, than other: Int) -> Bool {
    let one = state.scores[site].multipliedFullWidth(by: costs[other])
    let two = state.scores[other].multipliedFullWidth(by: costs[site])
    if one == two { return changed[site] < changed[other] }
    return (one.high, one.low) > (two.high, two.low)
  }

  private mutating func record() {
    let sum = state.isOpen.indices.reduce(Int64(0)) { $0 + (state.isOpen[$1] ? costs[$1] : 0) }
    guard sum < cost else { return }
    (cost, best) = (sum, state.sites)
  }

  /// Searches on from the best cover for so many steps; ends early at a cost of `bound`.
  mutating func search(steps: Int, bound: Int64, mayGoOn: () -> Bool) {
    guard let best, cost > bound else { return }
    reset(to: best)
    for round in 0..<steps {
      if round & 63 == 63, !mayGoOn() { return }
      step += 1
      while state.missing == 0 {
        dropSuperfluous()
        record()
        guard cost > bound, let site = bestToClose(avoiding: nil) else { return }
        close(site)
      }
      if let site = bestToClose(avoiding: step - 1) { close(site) }
      guard let client = uncovered.any(&lots) else { continue }
      addCover(of: client)
      for client in uncovered.numbers { state.raise(client, by: 1) }
    }
  }

  private mutating func addCover(of client: Int) {
    // What was closed just now would only come back, but it may be the only one there is.
    guard let best = bestCover(of: client, isFresh: false) ?? bestCover(of: client, isFresh: true)
    else { return }
    for rival in settled.rivals[best] where state.isOpen[Int(rival)] { close(Int(rival)) }
    open(best)
  }

  private func bestCover(of client: Int, isFresh: Bool) -> Int? {
    var best: Int?
    for site in state.reach[client].lazy.map({ Int($0) }) where isUseful[site] {
      if !isFresh, changed[site] == step { continue }
      // A forced rival cannot make room.
      if settled.rivals[site].contains(where: { settled.states[Int($0)] == .open }) { continue }
      if let old = best, !isBetter(site, than: old) { continue }
      best = site
    }
    return best
  }

  /// The open site with the least weight to lose per cost that did not change at `step`.
  private func bestToClose(avoiding step: Int?) -> Int? {
    var best: Int?
    for site in state.isOpen.indices where state.isOpen[site] {
      guard settled.states[site] == .free, changed[site] != step else { continue }
      if let old = best {
        let one = state.scores[site].multipliedFullWidth(by: costs[old])
        let two = state.scores[old].multipliedFullWidth(by: costs[site])
        let isTie = one == two
        if isTie && changed[site] >= changed[old] { continue }
        if !isTie && (one.high, one.low) > (two.high, two.low) { continue }
      }
      best = site
    }
    return best
  }

  private mutating func open(_ site: Int) {
    guard !state.isOpen[site] else { return }
    for client in state.bySite[site] where state.covers[Int(client)] == 0 {
      uncovered.remove(Int(client))
    }
    state.open(site)
    changed[site] = step
  }

  private mutating func close(_ site: Int) {
    guard state.isOpen[site] else { return }
    state.close(site)
    for client in state.bySite[site] where state.covers[Int(client)] == 0 {
      if state.weights[Int(client)] > 0 { uncovered.insert(Int(client)) }
    }
    changed[site] = step
  }
}
