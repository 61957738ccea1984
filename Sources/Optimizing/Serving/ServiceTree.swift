/// Branch and bound on open and closed sites with Lagrangian bounds, which writes its own proof.
///
/// Source: Beasley, *Solving capacitated location problems by tree search with Lagrangian bounds*
/// and *A note on solving large p-median problems*, 1985.
final class ServiceTree {
  /// Makes a good answer of the sites that a relaxed problem chose; `nil`: cannot.
  typealias Improve = ([Int32]) -> [Int32]?

  private let model: ServiceModel
  private let evaluator: ServiceEvaluator
  private let subgradient: Subgradient
  private let watch: SearchWatch
  private let improve: Improve
  /// Sites of the best answer; `value` is its unscaled cost.
  private(set) var best: [Int32]?
  private(set) var value: Int64
  private(set) var steps: [ServiceCertificate.Step] = []
  private(set) var rows: [[Int64]] = []
  /// The least bound of all leaves so far, unscaled.
  private(set) var bound = Int64.max
  private var visits = 0

  private struct Node {
    var states: [SiteState]
    var multipliers: [Int64]
  }

  /// - Parameters:
  ///   - value: Cost of the best answer known; better ones are looked for.
  init(
    _ model: ServiceModel, value: Int64, watch: SearchWatch, improve: @escaping Improve
  ) {
    self.model = model
    self.value = value
    self.watch = watch
    self.improve = improve
    evaluator = ServiceEvaluator(model)
    subgradient = Subgradient(evaluator)
  }

  /// Bound at which a branch is done, unscaled.
  var target: Int64 {
    value - Int64(watch.limits.gap * Double(abs(value)))
  }

  /// Grows the tree from a root until it is done or `nodes` are visited.
  ///
  /// - Returns: Whether it is done: `bound` is then the target or more.
  func grow(
    from states: [SiteState], multipliers: [Int64], nodes: Int, mayGoOn: () -> Bool
  ) -> Bool {
    var waiting = [Node(states: states, multipliers: multipliers)]
    while let node = waiting.popLast() {
      let memory = rows.count * model.clientCount
      guard visits < nodes, memory < 40_000_000, !watch.mustStop, mayGoOn() else {
        for node in [node] + waiting.reversed() { addLeaf(node.multipliers, node.states) }
        return false
      }
      visits += 1
      if visits % 64 == 0 { watch.ask() }
      waiting += visit(node)
    }
    return true
  }

  /// Writes the steps of one node, and returns what follows it, last one first.
  private func visit(_ node: Node) -> [Node] {
    let plan = Subgradient.Plan(
      steps: visits == 1 ? 300 : 60, patience: 6, length: visits == 1 ? 0.5 : 0.35,
      shortest: 0.01)
    subgradient.run(
      from: node.multipliers, states: node.states, target: target, plan: plan, watch: watch)
    var next = Node(states: node.states, multipliers: subgradient.best)
    evaluator.evaluate(next.multipliers, states: next.states)
    guard let bound = evaluator.bound, model.unscaledUp(bound) < target else {
      addLeaf(next.multipliers, next.states)
      return []
    }
    tryChoice()
    fix(&next)
    if model.allowsNothing(next.states) {
      addLeaf(next.multipliers, next.states)
      return []
    }
    guard let site = branchingSite(next.states) else {
      addExactLeaf(next)
      return []
    }
    steps.append(.split(site: site))
    var closed = next
    closed.states[Int(site)] = .closed
    next.states = model.settling(next.states, closed: [], opened: [site]) ?? next.states
    return [closed, next]
  }

  private func tryChoice() {
    guard visits % 4 == 1, let sites = improve(evaluator.chosen) else { return }
    take(sites)
  }

  private func take(_ sites: [Int32]) {
    guard let cost = model.value(of: sites), cost < value else { return }
    (value, best) = (cost, sites.sorted())
    watch.found(cost)
  }

  /// Settles the sites whose other choice cannot be better than the best answer.
  private func fix(_ node: inout Node) {
    let (closed, opened) = evaluator.settled(node.states, target: target)
    guard !closed.isEmpty || !opened.isEmpty else { return }
    rows.append(node.multipliers)
    steps.append(.fixing(row: Int32(rows.count - 1), closed: closed, opened: opened))
    node.states = model.settling(node.states, closed: closed, opened: opened) ?? node.states
    bound = min(bound, target)
  }

  /// The free site about which the later steps were least sure; `nil` if nothing is left to
  /// decide.
  private func branchingSite(_ states: [SiteState]) -> Int32? {
    let open = states.lazy.filter { $0 == .open }.count
    if let count = model.count, open >= count { return nil }
    var best: (doubt: Double, score: Int64, site: Int)?
    for site in states.indices where states[site] == .free {
      let share = subgradient.frequency[site]
      let doubt = min(share, 1 - share)
      let score = evaluator.scores[site]
      if let old = best, (old.doubt, -old.score) >= (doubt, -score) { continue }
      best = (doubt, score, site)
    }
    return best.map { Int32($0.site) }
  }

  /// A leaf at which all is decided: a client's multiplier is what its service costs.
  private func addExactLeaf(_ node: Node) {
    let open = node.states.indices.filter { node.states[$0] == .open }
    var multipliers = model.limits
    for site in open {
      for entry in model.siteStarts[site]..<model.siteStarts[site + 1] {
        let client = Int(model.siteClients[entry])
        let cost = model.siteCosts.isEmpty ? 0 : model.siteCosts[entry]
        multipliers[client] = min(multipliers[client], cost)
      }
    }
    take(open.map { Int32($0) })
    addLeaf(multipliers, node.states)
  }

  private func addLeaf(_ multipliers: [Int64], _ states: [SiteState]) {
    if rows.last != multipliers { rows.append(multipliers) }
    steps.append(.leaf(row: Int32(rows.count - 1)))
    evaluator.evaluate(multipliers, states: states)
    let leaf = model.allowsNothing(states) ? nil : evaluator.bound
    bound = min(bound, leaf.map(model.unscaledUp) ?? target)
  }
}

extension ServiceEvaluator {
  /// Free sites that no answer better than `target` (unscaled) opens, and that each opens; for the
  /// multipliers evaluated last.
  func settled(_ states: [SiteState], target: Int64) -> (closed: [Int32], opened: [Int32]) {
    let isChosen = Set(chosen)
    var (closed, opened): ([Int32], [Int32]) = ([], [])
    for site in states.indices where states[site] == .free {
      if isChosen.contains(Int32(site)) {
        if boundClosing(site).map({ model.unscaledUp($0) >= target }) ?? true {
          opened.append(Int32(site))
        }
      } else if boundOpening(site).map({ model.unscaledUp($0) >= target }) ?? true {
        closed.append(Int32(site))
      }
    }
    return (closed, opened)
  }
}
