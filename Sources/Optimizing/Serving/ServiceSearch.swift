/// Solves a service model: heuristic, Lagrangian bound, reduced-cost fixing, tree, solver.
///
/// What differs between problems are `improve` and where it starts; all bounds are made here.
final class ServiceSearch {
  /// How much of each part to do.
  struct Plan {
    /// Steps of the subgradient at the root.
    var rootSteps = 8000
    var patience = 40
    /// Nodes of the tree if a solver can do the rest; without one the tree grows to its end.
    var nodes = 400
    /// Entries of the program up to which a solver is asked.
    var solverEntries = 3_000_000
    /// Shares of the time that is left: for `polish`, and then for the tree if a solver follows.
    var polishing = 0.5
    var branching = 0.25
    /// Steps between two choices of the relaxed problem that are improved.
    var spacing = 15
  }

  /// What a search ends with; values are unscaled costs.
  struct Result {
    var sites: [Int32]
    var value: Int64
    var bound: Int64
    var source: BoundSource
    var certificate: ServiceCertificate
  }

  private let model: ServiceModel
  private let watch: SearchWatch
  private let improve: ServiceTree.Improve
  /// Works longer on the best answer, while the closure says so or down to the bound, unscaled.
  var polish: (_ bound: Int64, _ mayGoOn: () -> Bool) -> [Int32]? = { _, _ in nil }
  /// A bound of so much is enough, unscaled: whether anything costs less is all that is asked.
  var ceiling = Int64.max
  private let solver: (any ProgramSolver)?
  private let plan: Plan
  private var best: [Int32] = []
  private var value = Int64.max
  private var bound = Int64.min
  private var certificate: ServiceCertificate
  private var source = BoundSource.certificate
  private var states: [SiteState]
  private var multipliers: [Int64] = []
  /// Scaled bound of `multipliers` in `states`.
  private var scaledBound: Int64 = 0

  /// - Parameters:
  ///   - states: Of all sites; those that reductions replace are closed.
  ///   - replacedBy: As in the certificate.
  init(
    _ model: ServiceModel, states: [SiteState], replacedBy: [Int32] = [], watch: SearchWatch,
    solver: (any ProgramSolver)?, plan: Plan = Plan(), improve: @escaping ServiceTree.Improve
  ) {
    self.model = model
    self.states = states
    self.watch = watch
    self.solver = solver
    self.plan = plan
    self.improve = improve
    certificate = ServiceCertificate(
      shift: model.shift, replacedBy: replacedBy, target: .max, steps: [], rows: [])
  }

  /// The best sites that are found from `start` within the limits; `nil`: none obeys the rules, or
  /// none was found, which `isInfeasible` tells apart. Without sites, but with a bound of `ceiling`,
  /// the value is the largest number.
  func run(from start: [Int32]?, multipliers: [Int64]) -> Result? {
    if let start { take(start) }
    climb(from: multipliers)
    if !isDone, value < .max { work() }
    if !isDone { closeByTree() }
    if !isDone, !watch.isOver { closeBySolver() }
    guard !isInfeasible, value < .max || bound >= ceiling else { return nil }
    bound = min(bound, value)
    return Result(
      sites: best, value: value, bound: bound, source: source, certificate: certificate)
  }

  /// Whether it is proven that nothing obeys the rules.
  private(set) var isInfeasible = false

  private var isDone: Bool {
    isInfeasible || watch.isCloseEnough || watch.mustStop || bound >= ceiling
  }

  private func take(_ sites: [Int32]) {
    guard let cost = model.value(of: sites), cost < value else { return }
    (value, best) = (cost, sites.sorted())
    watch.found(cost)
  }

  /// What a bound aims at: the best value, or where there is none more than anything can cost.
  private var target: Int64 {
    guard value == .max, ceiling == .max else { return min(value, ceiling) }
    let all = (model.limits + model.fixed).reduce(Int64(1)) { $0 + ($1 >> Int64(model.shift)) }
    return all + 1
  }

  private func climb(from start: [Int64]) {
    let evaluator = ServiceEvaluator(model)
    let subgradient = Subgradient(evaluator)
    var start = start
    var length = 1.5
    // After sites are fixed and the value is better, another climb reaches higher.
    for round in 0..<3 {
      var last = watch.steps - plan.spacing
      let steps = Subgradient.Plan(steps: plan.rootSteps, patience: plan.patience, length: length)
      subgradient.run(
        from: start, states: states, target: target, plan: steps, watch: watch
      ) { [self] in
        guard watch.steps - last >= plan.spacing else { return }
        last = watch.steps
        if let sites = improve(evaluator.chosen) { take(sites) }
        if let scaled = evaluator.bound { watch.proved(min(model.unscaledUp(scaled), value)) }
      }
      multipliers = subgradient.best
      evaluator.evaluate(multipliers, states: states)
      guard let scaled = evaluator.bound else {
        isInfeasible = true
        return
      }
      if let sites = improve(evaluator.chosen) { take(sites) }
      record(scaled, round: round)
      guard !isDone, value < .max, fix(evaluator) else { return }
      (start, length) = (multipliers, 0.5)
    }
  }

  private func record(_ scaled: Int64, round: Int) {
    scaledBound = scaled
    certificate.rows.append(multipliers)
    let leaf = ServiceCertificate.Step.leaf(row: Int32(certificate.rows.count - 1))
    if round > 0 { certificate.steps.removeLast() }
    certificate.steps.append(leaf)
    prove(model.unscaledUp(scaled))
  }

  private func prove(_ new: Int64) {
    bound = max(bound, min(new, certificate.target))
    watch.proved(min(bound, value))
  }

  /// Settles sites by reduced cost; whether that was many.
  private func fix(_ evaluator: ServiceEvaluator) -> Bool {
    let free = states.lazy.filter { $0 == .free }.count
    let (closed, opened) = evaluator.settled(states, target: target)
    guard !closed.isEmpty || !opened.isEmpty else { return false }
    certificate.target = min(certificate.target, target)
    let row = Int32(certificate.rows.count - 1)
    certificate.steps.removeLast()
    certificate.steps += [.fixing(row: row, closed: closed, opened: opened), .leaf(row: row)]
    states = model.settling(states, closed: closed, opened: opened) ?? states
    return (closed.count + opened.count) * 20 >= free
  }

  /// Polishes, and settles more sites where that helped.
  private func work() {
    let end = watch.remaining.map { watch.seconds + plan.polishing * $0 }
    let before = value
    let sites = polish(watch.enough(for: bound)) { [watch] in
      !watch.isOver && end.map { watch.seconds < $0 } ?? true
    }
    if let sites { take(sites) }
    prove(bound)
    guard value < before, !isDone else { return }
    let evaluator = ServiceEvaluator(model)
    evaluator.evaluate(multipliers, states: states)
    _ = fix(evaluator)
  }

  private func closeByTree() {
    guard value < .max || solver == nil else { return }
    let (small, old) = model.withoutClosed(states)
    var new = [Int32](repeating: -1, count: model.siteCount)
    for (number, site) in old.enumerated() { new[Int(site)] = Int32(number) }
    let tree = ServiceTree(small, value: target, watch: watch) { [improve] sites in
      improve(sites.map { old[Int($0)] }).flatMap { sites in
        let sites = sites.map { new[Int($0)] }
        return sites.contains(-1) ? nil : sites
      }
    }
    let isDone = tree.grow(
      from: old.map { states[Int($0)] }, multipliers: multipliers,
      nodes: solver == nil ? .max : plan.nodes, mayGoOn: treeTime)
    if let sites = tree.best { take(sites.map { old[Int($0)] }) }
    adopt(tree, old, isDone: isDone)
  }

  private var treeTime: () -> Bool {
    guard solver != nil, let remaining = watch.remaining else { return { true } }
    let end = watch.seconds + plan.branching * remaining
    return { [watch] in watch.seconds < end }
  }

  private func adopt(_ tree: ServiceTree, _ old: [Int32], isDone: Bool) {
    if isDone, value == .max, ceiling == .max {
      isInfeasible = true
      return
    }
    // A tree that was left unfinished may say no more than its root: then it is not worth keeping.
    guard tree.bound > bound || isDone, value < .max || ceiling < .max else { return }
    let offset = Int32(certificate.rows.count)
    certificate.steps.removeLast()
    certificate.steps += tree.steps.map { step in
      switch step {
      case .leaf(let row): .leaf(row: row + offset)
      case .split(let site): .split(site: old[Int(site)])
      case .fixing(let row, let closed, let opened):
        .fixing(
          row: row + offset, closed: closed.map { old[Int($0)] },
          opened: opened.map { old[Int($0)] })
      }
    }
    certificate.rows += tree.rows
    // Fixings prove that nothing is better than the value that was known; the last is the least.
    certificate.target = min(target, tree.target)
    bound = Int64.min
    prove(tree.bound)
  }

  private func closeBySolver() {
    guard let solver else { return }
    let slack = value == .max ? Int64.max : ((value - 1) << Int64(model.shift)) - scaledBound
    let reach = multipliers.map { value == .max ? .max : $0 + max(0, slack) }
    let (small, old) = model.withoutClosed(states)
    let rest = ServiceProgram(small, states: old.map { states[Int($0)] }, reach: reach)
    guard rest.program.entryColumns.count <= plan.solverEntries else { return }
    let answer = solver.solve(rest.program, limits: solverLimits(rest.base), start: nil)
    if let values = answer.values { take(rest.sites(of: values).map { old[Int($0)] }) }
    if answer.status == .infeasible {
      isInfeasible = value == .max
      (bound, source) = (value, .solver(solver.name))
    } else if let whole = answer.wholeBound, min(whole + rest.base, value) > bound {
      (bound, source) = (min(whole + rest.base, value), .solver(solver.name))
    }
    watch.proved(bound)
  }

  private func solverLimits(_ base: Int64) -> SearchLimits {
    var limits = watch.limits
    limits.seconds = watch.remaining
    let (value, bound, goOn) = (value, bound, watch.tellSolver)
    limits.goOn = { newValue, newBound in
      goOn(newValue.map { min(value, $0 + base) } ?? value, max(bound, min(value, newBound + base)))
    }
    return limits
  }
}
