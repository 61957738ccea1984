/// The location set covering problem (LSCP): the fewest sites that cover every client.
///
///     min sum_j f_j y_j   with  sum_(j reaches i) y_j >= 1 for every client i,  y_j in {0, 1}
///
/// with f = 1 in the textbook. Clients that no usable site reaches are left out and named.
///
/// Source: Toregas, Swain, ReVelle & Bergman, *The location of emergency service facilities*, 1971.
public struct SetCovering: LocationObjective {
  /// Its entry in the registry.
  public static let entry = ObjectiveEntry(
    id: "lscp", name: "location set covering problem",
    source: """
      Toregas, Swain, ReVelle & Bergman, The location of emergency service facilities, Operations \
      Research 19, 1971
      """,
    formula: "min sum_j f_j y_j, sum_(j reaches i) y_j >= 1 for all i", isMinimised: true)

  /// Which sites cover each client.
  public let reach: ReachLists
  /// By site, at least 1; sums below 2^60.
  public let costs: [Int64]
  /// What is settled about sites.
  public let rules: SiteRules

  /// A problem.
  ///
  /// - Parameter costs: By site, at least 1; by default 1 each.
  public init(reach: ReachLists, costs: [Int64]? = nil, rules: SiteRules = SiteRules()) {
    self.reach = reach
    self.costs = costs ?? [Int64](repeating: 1, count: reach.siteCount)
    self.rules = rules
    precondition(self.costs.count == reach.siteCount, "a cost for every site")
    precondition(self.costs.allSatisfy { $0 > 0 }, "sites cost something")
  }

  /// Clients that no existing, forced or free site reaches, ascending.
  public func unreachable() throws(LocationError) -> [Int32] {
    let settled = try SettledSites(rules, siteCount: reach.siteCount)
    return (0..<reach.clientCount).filter { client in
      reach[client].allSatisfy {
        settled.states[Int($0)] == .closed && !settled.isExisting[Int($0)]
      }
    }.map { Int32($0) }
  }

  /// Sites that cover every reachable client; `proof` is in costs.
  ///
  /// - Parameters:
  ///   - limits: Steps are those of the subgradient.
  ///   - solver: Closes what is left open; `nil`: the search's own tree does, however long it takes.
  public func solve(
    limits: SearchLimits = SearchLimits(), solver: (any ProgramSolver)? = nil
  ) throws(LocationError) -> LocationAnswer {
    try solve(limits: limits, solver: solver, enough: nil)
  }

  /// The same; where `enough` is given, ends with sites that cost no more, or a bound above it.
  func solve(
    limits: SearchLimits, solver: (any ProgramSolver)?, enough: Int64?
  ) throws(LocationError) -> LocationAnswer {
    let settled = try SettledSites(rules, siteCount: reach.siteCount)
    let reduction = ReachReduction(reach, costs: costs, settled: settled)
    let isImplied = reduction.implied()
    let isNeeded = isImplied.indices.map { !isImplied[$0] && !reduction.reach[$0].isEmpty }
    let model = model(reduction, settled, isNeeded: isNeeded)
    let watch = SearchWatch(limits)
    var heuristic = CoverSearch(
      reduction, costs: costs, settled: settled, isNeeded: isNeeded, seed: limits.seed)
    let first = heuristic.completed([])
    let size = model.siteCount + model.clientCount
    heuristic.search(steps: min(3_000, 10 * size), bound: enough ?? 0) { !watch.isOver }
    let states = settled.states.indices.map {
      reduction.isUseful[$0] ? settled.states[$0] : .closed
    }
    let search = ServiceSearch(
      model, states: states, replacedBy: reduction.replacedBy, watch: watch, solver: solver,
      plan: Self.plan
    ) { sites in
      guard heuristic.completed(sites) != nil else { return nil }
      heuristic.search(steps: 30, bound: max(0, watch.bound, enough ?? 0)) { !watch.isOver }
      return heuristic.best
    }
    if let enough { search.ceiling = enough + 1 }
    search.polish = { bound, mayGoOn in
      heuristic.search(
        steps: min(300_000, 50 * size), bound: max(bound, enough ?? 0), mayGoOn: mayGoOn)
      return heuristic.best
    }
    let multipliers = Self.start(model, isNeeded)
    guard let result = search.run(from: heuristic.best ?? first, multipliers: multipliers) else {
      throw search.isInfeasible ? .infeasible : .notFound
    }
    return LocationAnswer(
      sites: result.sites,
      proof: Proof(value: result.value, bound: result.bound, stop: watch.stop),
      boundSource: result.source, certificate: result.certificate)
  }

  /// Solvers are good at set covering, and Lagrangian bounds of unit costs are weak: the tree is
  /// for small problems.
  private static var plan: ServiceSearch.Plan {
    var plan = ServiceSearch.Plan()
    plan.nodes = 60
    plan.polishing = 0.1
    return plan
  }

  /// Multipliers at which no site pays: every class the least share of cost of its sites.
  private static func start(_ model: ServiceModel, _ isNeeded: [Bool]) -> [Int64] {
    (0..<model.clientCount).map { client in
      guard isNeeded[client] else { return 0 }
      let shares = model.sites[model.starts[client]..<model.starts[client + 1]].map { site in
        let reached = model.siteStarts[Int(site) + 1] - model.siteStarts[Int(site)]
        return model.fixed[Int(site)] / Int64(max(1, reached))
      }
      return shares.min() ?? 0
    }
  }

  /// - Parameter isNeeded: By class; `nil`: all are. Without the others' rows a search has less to
  ///   do, and multipliers of 0 for them prove the same about all.
  private func model(
    _ reduction: ReachReduction, _ settled: SettledSites, isNeeded: [Bool]? = nil
  ) -> ServiceModel {
    let all = costs.reduce(0, +)
    let classes = 0..<reduction.reach.clientCount
    let limits = classes.map { reduction.reach[$0].isEmpty ? 0 : all }
    let isKept: [Bool] = isNeeded ?? limits.map { $0 > 0 }
    var starts = [0]
    var sites: [Int32] = []
    for number in classes {
      if isKept[number] { sites += reduction.reach[number] }
      starts.append(sites.count)
    }
    return ServiceModel(
      ServiceModel.Parts(
        starts: starts, sites: sites, costs: [],
        limits: classes.map { isKept[$0] ? limits[$0] : 0 }, mustServe: isKept, fixed: costs,
        count: nil, settled: settled,
        shift: ServiceModel.shift(of: limits + costs, picks: costs.count)))
  }

  /// Whether an answer is what it says: its sites obey the rules and cover every reachable client,
  /// they cost `proof.value`, and the certificate proves `proof.bound` where it vouches for it.
  public func check(_ answer: LocationAnswer) -> Bool {
    guard let settled = try? SettledSites(rules, siteCount: reach.siteCount) else { return false }
    let classes = ReachReduction(merging: reach, settled: settled)
    let model = model(classes, settled)
    guard model.value(of: answer.sites) == answer.proof.value,
      let bound = classes.bound(of: answer.certificate, model, costs: costs)
    else { return false }
    return answer.boundSource != .certificate || bound >= answer.proof.bound
  }

  /// Whether a certificate proves that covering costs more than `count`.
  func excludes(_ certificate: ServiceCertificate, count: Int) -> Bool {
    guard let settled = try? SettledSites(rules, siteCount: reach.siteCount) else { return false }
    let classes = ReachReduction(merging: reach, settled: settled)
    let bound = classes.bound(of: certificate, model(classes, settled), costs: costs)
    return bound.map { $0 > count } ?? false
  }
}
