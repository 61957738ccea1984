/// Raises the Lagrangian bound of a service model by steps along subgradients, smoothed over time.
///
/// Source: Held, Wolfe & Crowder, *Validation of subgradient optimization*, 1974 (step length);
/// Barahona & Anbil, *The volume algorithm*, 2000 (smoothing).
final class Subgradient {
  /// How far to go.
  struct Plan {
    var steps: Int
    /// Steps without a better bound after which the step length is halved.
    var patience: Int
    /// Step length at the start, in units of (target - bound) / |subgradient|^2.
    var length = 2.0
    /// Step length at which nothing more is expected.
    var shortest = 0.002
  }

  let evaluator: ServiceEvaluator
  private var model: ServiceModel { evaluator.model }
  /// The best multipliers of the last run and their scaled bound (`nil`: the branch is impossible).
  private(set) var best: [Int64] = []
  private(set) var bound: Int64?
  /// By site how often the later steps of the last run chose it: 0 through 1.
  private(set) var frequency: [Double] = []
  private var current: [Int64] = []
  private var slope: [Double] = []
  private var direction: [Double] = []

  init(_ evaluator: ServiceEvaluator) { self.evaluator = evaluator }

  /// Climbs from `start`; ends early where the bound reaches `target` (unscaled), or `watch` says so.
  ///
  /// - Parameter improved: Told after each better bound; `evaluator` holds its scores and choice.
  func run(
    from start: [Int64], states: [SiteState], target: Int64, plan: Plan, watch: SearchWatch,
    improved: () -> Void = {}
  ) {
    begin(start)
    let goal = Double(target) * Double(Int64(1) << Int64(model.shift))
    var length = plan.length
    var idle = 0
    for step in 0..<max(1, plan.steps) {
      evaluator.evaluate(current, states: states)
      watch.steps += 1
      guard let value = evaluator.bound else {
        bound = nil
        return
      }
      if value > bound ?? .min {
        // Creeping is not climbing: it must not keep the step long.
        let gain = bound.map { Double(value - $0) } ?? .infinity
        idle = gain > 1e-5 * abs(goal - Double(value)) ? 0 : idle + 1
        (bound, best) = (value, current)
        improved()
        if model.unscaledUp(value) >= target { return }
      } else {
        idle += 1
      }
      if idle >= plan.patience {
        (length, idle) = (length / 2, 0)
        if length < plan.shortest { return }
        current = best
        for client in direction.indices { direction[client] = 0 }
        evaluator.evaluate(current, states: states)
      }
      if step & 15 == 15, watch.mustStop { return }
      count(step)
      guard move(length * max(1, goal - Double(evaluator.bound ?? 0))) else { return }
    }
  }

  private func begin(_ start: [Int64]) {
    (current, best, bound) = (start, start, nil)
    slope = [Double](repeating: 0, count: start.count)
    direction = slope
    frequency = [Double](repeating: 0, count: model.siteCount)
  }

  private func count(_ step: Int) {
    // An average that forgets: early choices say little.
    for site in frequency.indices { frequency[site] *= 0.95 }
    for site in evaluator.chosen { frequency[Int(site)] += 0.05 }
  }

  /// One step of `reach` / |direction|^2; false where the subgradient is 0, so that the bound is
  /// as high as it can be.
  private func move(_ reach: Double) -> Bool {
    findSlope()
    guard slope.contains(where: { $0 != 0 }) else { return false }
    var norm = 0.0
    for client in slope.indices {
      let next = 0.2 * slope[client] + 0.8 * direction[client]
      direction[client] = next
      norm += next * next
    }
    let factor = reach / max(norm, 1e-9)
    for client in current.indices where direction[client] != 0 {
      let next = Double(current[client]) + factor * direction[client]
      current[client] = max(0, min(model.limits[client], Int64(exactly: next.rounded()) ?? .max))
    }
    return true
  }

  /// 1 - how many chosen sites serve a client at less than its multiplier; 0 where the multiplier
  /// cannot move that way.
  private func findSlope() {
    for client in slope.indices { slope[client] = 1 }
    let model = model
    for site in evaluator.chosen.map({ Int($0) }) {
      for entry in model.siteStarts[site]..<model.siteStarts[site + 1] {
        let client = Int(model.siteClients[entry])
        if model.siteCosts.isEmpty || model.siteCosts[entry] < current[client] {
          slope[client] -= 1
        }
      }
    }
    for client in slope.indices {
      if slope[client] > 0 && current[client] >= model.limits[client]
        || slope[client] < 0 && current[client] <= 0
      {
        slope[client] = 0
      }
    }
  }
}
