/// The maximal covering location problem (MCLP): at most p sites that cover the most weight.
///
///     max sum_i w_i z_i   with  z_i <= sum_(j reaches i) y_j,  sum_j y_j <= p,  y, z in {0, 1}
///
/// The textbook's "exactly p" has the same value wherever p sites can be opened at all, since one
/// more never uncovers anything. Existing facilities cover and are not counted in p.
///
/// Source: Church & ReVelle, *The maximal covering location problem*, 1974.
public struct MaximalCovering: LocationObjective {
  /// Its entry in the registry.
  public static let entry = ObjectiveEntry(
    id: "mclp", name: "maximal covering location problem",
    source: """
      Church & ReVelle, The maximal covering location problem, Papers of the Regional Science \
      Association 32, 1974
      """,
    formula: "max sum_i w_i z_i, z_i <= sum_(j reaches i) y_j, sum_j y_j <= p", isMinimised: false)

  /// Which sites cover each client.
  public let reach: ReachLists
  /// By client, not negative; sums below 2^60.
  public let weights: [Int64]
  /// p: the most sites to open.
  public let count: Int
  /// What is settled about sites.
  public let rules: SiteRules

  /// A problem; see the properties.
  public init(
    reach: ReachLists, weights: [Int64], count: Int, rules: SiteRules = SiteRules()
  ) {
    self.reach = reach
    self.weights = weights
    self.count = count
    self.rules = rules
    precondition(weights.count == reach.clientCount, "a weight for every client")
    precondition(weights.allSatisfy { $0 >= 0 }, "weights are not negative")
    precondition(count >= 0, "p is not negative")
  }

  /// Sites that cover the most; `proof` is in covered weight, with that of existing facilities.
  ///
  /// - Parameters:
  ///   - limits: Steps are those of the subgradient.
  ///   - solver: Closes what is left open; `nil`: the search's own tree does, however long it takes.
  public func solve(
    limits: SearchLimits = SearchLimits(), solver: (any ProgramSolver)? = nil
  ) throws(LocationError) -> LocationAnswer {
    let settled = try settledSites()
    let reduction = ReachReduction(reach, costs: noCosts, settled: settled)
    let model = model(reduction, settled)
    let total = weights.reduce(0, +)
    let watch = SearchWatch(limits) { total - $0 }
    var heuristic = CoverageSearch(
      reduction, weights: reduction.weights(weights), settled: settled, count: count,
      seed: limits.seed)
    _ = heuristic.improved([], patience: 300, watch: watch)
    let states = settled.states.indices.map {
      reduction.isUseful[$0] ? settled.states[$0] : .closed
    }
    let search = ServiceSearch(
      model, states: states, replacedBy: reduction.replacedBy, watch: watch, solver: solver
    ) { sites in
      _ = heuristic.improved(sites, patience: 60, watch: watch)
      return heuristic.best
    }
    search.polish = { bound, mayGoOn in
      // Short and cool first: often that is enough. Then longer, and hot enough to forget.
      for round in 0..<7 where mayGoOn() && heuristic.missing > bound {
        let (steps, heat) =
          round == 0 ? (400, 0.005) : (4_000, round % 3 == 1 ? 0.05 : 0.02)
        heuristic.anneal(steps: steps * count, heat: heat, bound: bound, mayGoOn: mayGoOn)
      }
      return heuristic.best
    }
    let start = model.limits.map { $0 / 2 }
    guard let result = search.run(from: heuristic.best, multipliers: start) else {
      throw search.isInfeasible ? .infeasible : .notFound
    }
    return LocationAnswer(
      sites: result.sites,
      proof: Proof(
        value: total - result.value, bound: total - max(0, result.bound), stop: watch.stop),
      boundSource: result.source, certificate: result.certificate)
  }

  /// Whether an answer is what it says: its sites obey the rules and cover `proof.value`, and the
  /// certificate proves `proof.bound` where it vouches for it.
  public func check(_ answer: LocationAnswer) -> Bool {
    guard let settled = try? settledSites() else { return false }
    let classes = ReachReduction(merging: reach, settled: settled)
    let model = model(classes, settled)
    let total = weights.reduce(0, +)
    guard let missing = model.value(of: answer.sites), total - missing == answer.proof.value,
      let bound = classes.bound(of: answer.certificate, model, costs: noCosts)
    else { return false }
    return answer.boundSource != .certificate || total - max(0, bound) <= answer.proof.bound
  }

  private var noCosts: [Int64] { [Int64](repeating: 0, count: reach.siteCount) }

  private func settledSites() throws(LocationError) -> SettledSites {
    let settled = try SettledSites(rules, siteCount: reach.siteCount)
    let forced = settled.forced.count
    guard forced <= count else { throw .tooManyForced(forced: forced, allowed: count) }
    return settled
  }

  private func model(_ classes: ReachReduction, _ settled: SettledSites) -> ServiceModel {
    ServiceModel(
      ServiceModel.Parts(
        starts: classes.reach.starts.map { Int($0) }, sites: classes.reach.sites, costs: [],
        limits: classes.weights(weights),
        mustServe: [Bool](repeating: false, count: classes.reach.clientCount), fixed: noCosts,
        count: count, settled: settled))
  }
}
