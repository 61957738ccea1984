/// The Lagrangian bound of single-source capacitated location, in whole numbers:
///
///     sum_i u_i + (the least sum of at most p scores s_j < 0),
///     s_j = f_j - K_j,  K_j >= the best knapsack of gains u_i - c_ij and sizes d_i within b_j
///
/// K_j is the bound of Dantzig, *Discrete-variable extremum problems*, 1957: items by gain per size,
/// the first that does not fit in part, rounded up.
struct AssignmentBound {
  let problem: CapacitatedLocation
  let settled: SettledSites
  let shift: Int

  init(_ problem: CapacitatedLocation, settled: SettledSites) {
    self.problem = problem
    self.settled = settled
    shift = ServiceModel.shift(
      of: Self.limits(problem) + problem.fixed, picks: problem.fixed.count)
  }

  /// By client the largest cost of service.
  private static func limits(_ problem: CapacitatedLocation) -> [Int64] {
    let width = problem.capacities.count
    return problem.demands.indices.map { problem.costs[$0 * width..<($0 + 1) * width].max() ?? 0 }
  }

  /// By client the largest multiplier that makes sense, scaled: the dearest service.
  var limits: [Int64] { Self.limits(problem).map { $0 << Int64(shift) } }

  /// What the relaxed problem opens and whom each open site serves; and the scaled bound.
  func evaluate(_ multipliers: [Int64]) -> (bound: Int64, served: [(site: Int, clients: [Int])])? {
    var picks: [(score: Int64, site: Int, clients: [Int])] = []
    var fixedPicks: [(score: Int64, site: Int, clients: [Int])] = []
    for site in problem.capacities.indices {
      let isExisting = settled.isExisting[site]
      guard settled.states[site] != .closed || isExisting else { continue }
      let (gain, clients) = knapsack(site, multipliers)
      let pick = ((isExisting ? 0 : problem.fixed[site] << Int64(shift)) - gain, site, clients)
      if isExisting || settled.states[site] == .open {
        fixedPicks.append(pick)
      } else if pick.0 < 0 {
        picks.append(pick)
      }
    }
    let forced = settled.forced.count
    guard problem.count.map({ forced <= $0 }) ?? true else { return nil }
    picks.sort { ($0.score, $0.site) < ($1.score, $1.site) }
    let chosen = fixedPicks + picks.prefix(problem.count.map { $0 - forced } ?? .max)
    let bound = multipliers.reduce(0, +) + chosen.reduce(0) { $0 + $1.score }
    return (bound, chosen.map { ($0.site, $0.clients) })
  }

  private func knapsack(_ site: Int, _ multipliers: [Int64]) -> (Int64, [Int]) {
    let width = problem.capacities.count
    var room = problem.capacities[site]
    let items = multipliers.indices.map { client in
      (
        gain: multipliers[client] - problem.costs[client * width + site] << Int64(shift),
        size: problem.demands[client], client: client
      )
    }.filter { $0.gain > 0 && $0.size <= room }
      .sorted { one, two in
        let (a, b) = (
          one.gain.multipliedFullWidth(by: two.size), two.gain.multipliedFullWidth(by: one.size)
        )
        return a == b ? one.client < two.client : (a.high, a.low) > (b.high, b.low)
      }
    var (gain, clients): (Int64, [Int]) = (0, [])
    for item in items {
      guard item.size <= room else {
        let part = Int128(item.gain) * Int128(room)
        gain += Int64((part + Int128(item.size) - 1) / Int128(item.size))
        break
      }
      room -= item.size
      gain += item.gain
      clients.append(item.client)
    }
    return (gain, clients)
  }

  /// Unscaled bound of multipliers, rounded up; `nil` if they are out of range.
  func provenBound(at multipliers: [Int64]) -> Int64? {
    guard multipliers.count == problem.demands.count,
      zip(multipliers, limits).allSatisfy({ $0 >= 0 && $0 <= $1 }),
      let scaled = evaluate(multipliers)?.bound
    else { return nil }
    return -((-scaled) >> Int64(shift))
  }
}
