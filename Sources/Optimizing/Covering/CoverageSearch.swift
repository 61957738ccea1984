import Foundation

/// Looks for at most p sites that cover the most weight: greedy, then exchanges with a memory of
/// what was moved lately.
///
/// Source: Church & ReVelle 1974 (greedy, substitution); Glover, *Tabu search, part I*, 1989.
struct CoverageSearch {
  private var state: CoverState
  private let settled: SettledSites
  private let isUseful: [Bool]
  private let count: Int
  private var lots: Lots
  /// By site the step from which it may move again.
  private var freeFrom: [Int]
  private var step = 0
  private let total: Int64
  private(set) var best: [Int32]?
  private(set) var missing = Int64.max

  init(
    _ reduction: ReachReduction, weights: [Int64], settled: SettledSites, count: Int, seed: UInt64
  ) {
    state = CoverState(reduction.reach, bySite: reduction.bySite, weights: weights)
    self.settled = settled
    total = weights.reduce(0, +)
    isUseful = reduction.isUseful
    self.count = count
    lots = Lots(seed: seed)
    freeFrom = [Int](repeating: 0, count: isUseful.count)
  }

  /// The best answer found from these sites, filled up greedily and improved by exchanges until
  /// `patience` of them in a row bring nothing.
  mutating func improved(_ sites: [Int32], patience: Int, watch: SearchWatch) -> [Int32]? {
    reset(to: sites)
    while state.openCount < count, let site = bestToOpen(isFree: false) { state.open(site) }
    var local = state.missing
    var localSites = state.sites
    record()
    var idle = 0
    while idle < patience, local > 0, exchange(below: local) {
      idle += 1
      if state.missing < local {
        (local, localSites, idle) = (state.missing, state.sites, 0)
        record()
      }
      if idle & 63 == 63, watch.isOver { break }
    }
    return localSites
  }

  /// Searches on from the best answer by annealing: a site drawn by lot is closed, the best one
  /// for what is then missing is opened, and the worse is kept with a chance that falls.
  ///
  /// - Parameters:
  ///   - steps: Exchanges tried.
  ///   - heat: At the start, in the mean weight that a site covers: a rise of so much is kept with a
  ///     chance of 1/e.
  ///   - bound: Weight that is missing in every answer: the search ends there.
  mutating func anneal(steps: Int, heat: Double, bound: Int64, mayGoOn: () -> Bool) {
    guard let best, missing > bound else { return }
    reset(to: best)
    var open = state.sites.filter { settled.states[Int($0)] == .free }
    guard !open.isEmpty else { return }
    let covered = Double(max(1, total - missing)) / Double(max(1, state.openCount))
    for done in 0..<steps {
      if done & 31 == 31, !mayGoOn() { return }
      step += 1
      let degrees = heat * covered * exp(-7 * Double(done) / Double(steps))
      let place = lots.below(open.count)
      let (old, before) = (Int(open[place]), state.missing)
      state.close(old)
      freeFrom[old] = step + 1
      guard let new = neighbour(of: old) else {
        state.open(old)
        continue
      }
      state.open(new)
      let rise = Double(state.missing - before)
      if rise > 0, lots.share() >= exp(-rise / degrees) {
        state.close(new)
        state.open(old)
        continue
      }
      open[place] = Int32(new)
      freeFrom[old] = step + lots.below(1 + open.count / 4)
      if state.missing < missing { record() }
      if missing <= bound { return }
    }
  }

  /// The best site to open near a site just closed or near a class drawn by lot; now and then of
  /// all sites, which takes longer.
  private mutating func neighbour(of site: Int) -> Int? {
    let draw = lots.share()
    let own = state.bySite[site]
    if draw < 0.02 || own.isEmpty { return bestToOpen(isFree: true) }
    let isNear = draw < 0.9
    let place = own[own.startIndex + lots.below(own.count)]
    let client = isNear ? Int(place) : lots.below(state.reach.clientCount)
    return bestToOpen(state.reach[client].lazy.map { Int($0) }, isFree: true)
  }

  private mutating func reset(to sites: [Int32]) {
    var wanted = settled.forced
    var isTaken = [Bool](repeating: false, count: isUseful.count)
    func take(_ site: Int32) {
      isTaken[Int(site)] = true
      for rival in settled.rivals[Int(site)] { isTaken[Int(rival)] = true }
    }
    wanted.forEach(take)
    for site in sites where wanted.count < count && isUseful[Int(site)] && !isTaken[Int(site)] {
      wanted.append(site)
      take(site)
    }
    state.reset(to: wanted)
  }

  private mutating func record() {
    guard state.missing < missing else { return }
    (missing, best) = (state.missing, state.sites)
  }

  /// One exchange: of the least loss and the largest gain, in an order drawn by lot, since each
  /// changes the other's worth.
  private mutating func exchange(below best: Int64) -> Bool {
    step += 1
    if state.openCount >= count, lots.below(2) == 0 {
      guard let site = bestToOpen(isFree: true) else { return false }
      state.open(site)
      hold(site)
      guard let other = bestToClose(isFree: true) else { return false }
      state.close(other)
      hold(other)
      return true
    }
    if state.openCount >= count {
      guard let other = bestToClose(isFree: true) else { return false }
      state.close(other)
      hold(other)
    }
    guard let site = bestToOpen(isFree: true) else { return false }
    state.open(site)
    hold(site)
    return true
  }

  private mutating func hold(_ site: Int) {
    let span = state.isOpen[site] ? max(1, count / 4) : 5
    freeFrom[site] = step + 1 + lots.below(min(span, 10) + 1)
  }

  private func bestToOpen(isFree: Bool) -> Int? { bestToOpen(isUseful.indices, isFree: isFree) }

  private func bestToOpen(_ sites: some Sequence<Int>, isFree: Bool) -> Int? {
    var best: Int?
    for site in sites where isUseful[site] && !state.isOpen[site] {
      if isFree, freeFrom[site] > step { continue }
      if let best, state.scores[site] <= state.scores[best] { continue }
      if settled.rivals[site].contains(where: { state.isOpen[Int($0)] }) { continue }
      best = site
    }
    return best
  }

  private func bestToClose(isFree: Bool) -> Int? {
    var best: Int?
    for site in state.isOpen.indices where state.isOpen[site] && settled.states[site] == .free {
      if isFree, freeFrom[site] > step { continue }
      if let best, state.scores[site] >= state.scores[best] { continue }
      best = site
    }
    return best
  }
}
