/// The *p*-median problem: at most p sites at which the sum of service costs is least.
///
///     min sum_i sum_j c_ij x_ij   with  sum_j x_ij = 1,  x_ij <= y_j,  sum_j y_j <= p,
///     y_j in {0, 1}
///
/// The textbook's "exactly p" has the same value wherever p sites can be opened at all. Existing
/// facilities serve and are not counted in p.
///
/// Source: Hakimi, *Optimum locations of switching centers*, 1964; ReVelle & Swain, *Central
/// facilities location*, 1970. Bounds: Cornuejols, Fisher & Nemhauser, *Location of bank accounts
/// to optimize float*, 1977 (Lagrangian on the assignment rows).
public struct PMedian: LocationObjective {
  /// Its entry in the registry.
  public static let entry = ObjectiveEntry(
    id: "p_median", name: "p-median problem",
    source: """
      Hakimi, Optimum locations of switching centers and the absolute centers and medians of a \
      graph, Operations Research 12, 1964; ReVelle & Swain, Central facilities location, \
      Geographical Analysis 2, 1970
      """,
    formula: "min sum_ij c_ij x_ij, sum_j x_ij = 1, x_ij <= y_j, sum_j y_j <= p",
    isMinimised: true)

  /// How many clients there are.
  public let clientCount: Int
  /// How many sites there are.
  public let siteCount: Int
  /// Cost of serving a client from a site, weight included, not negative: by client, then by site.
  /// Fractions of a unit are for the caller to scale away. Sums of the largest cost of every
  /// client stay below 2^60.
  public let costs: [Int64]
  /// p: the most sites to open.
  public let count: Int
  /// What is settled about sites.
  public let rules: SiteRules

  /// A problem of `costs.count / siteCount` clients; see the properties.
  public init(costs: [Int64], siteCount: Int, count: Int, rules: SiteRules = SiteRules()) {
    precondition(siteCount > 0 && costs.count % siteCount == 0, "a cost for every pair")
    precondition(costs.allSatisfy { $0 >= 0 }, "costs are not negative")
    precondition(count >= 0, "p is not negative")
    self.costs = costs
    self.siteCount = siteCount
    self.count = count
    self.rules = rules
    clientCount = costs.count / siteCount
  }

  /// The best sites; `proof` is in costs.
  ///
  /// - Parameters:
  ///   - limits: Steps are those of the subgradient.
  ///   - solver: Closes what is left open; `nil`: the search's own tree does, however long it takes.
  public func solve(
    limits: SearchLimits = SearchLimits(), solver: (any ProgramSolver)? = nil
  ) throws(LocationError) -> LocationAnswer {
    let settled = try settledSites()
    let model = model(settled)
    let watch = SearchWatch(limits)
    var heuristic = Interchange(
      costs: transposed(), unserved: unserved(settled), settled: settled, count: count,
      seed: limits.seed)
    _ = heuristic.improved([], watch: watch)
    heuristic.search(rounds: 5, bound: { 0 }, watch: watch)
    let search = ServiceSearch(
      model, states: settled.states, watch: watch, solver: solver, plan: plan
    ) { sites in
      _ = heuristic.improved(sites, watch: watch)
      return heuristic.best
    }
    let start = start(model, from: heuristic.best ?? [])
    guard let result = search.run(from: heuristic.best, multipliers: start) else {
      throw search.isInfeasible ? .infeasible : .notFound
    }
    return LocationAnswer(
      sites: result.sites,
      proof: Proof(value: result.value, bound: result.bound, stop: watch.stop),
      boundSource: result.source, certificate: result.certificate)
  }

  private var plan: ServiceSearch.Plan {
    var plan = ServiceSearch.Plan()
    plan.nodes = 100_000
    return plan
  }

  /// Whether an answer is what it says: its sites obey the rules and cost `proof.value`, and the
  /// certificate proves `proof.bound` where it vouches for it.
  public func check(_ answer: LocationAnswer) -> Bool {
    guard let settled = try? settledSites() else { return false }
    let model = model(settled)
    guard answer.certificate.replacedBy.allSatisfy({ $0 < 0 }),
      model.value(of: answer.sites) == answer.proof.value,
      let bound = model.bound(of: answer.certificate, states: settled.states)
    else { return false }
    return answer.boundSource != .certificate || bound >= answer.proof.bound
  }

  private func settledSites() throws(LocationError) -> SettledSites {
    let settled = try SettledSites(rules, siteCount: siteCount)
    let forced = settled.forced.count
    guard forced <= count else { throw .tooManyForced(forced: forced, allowed: count) }
    guard
      clientCount == 0 || settled.isExisting.contains(true)
        || count > 0 && settled.states.contains(where: { $0 != .closed })
    else { throw .infeasible }
    return settled
  }

  private func transposed() -> [Int64] {
    var bySite = [Int64](repeating: 0, count: costs.count)
    for client in 0..<clientCount {
      for site in 0..<siteCount {
        bySite[site * clientCount + client] = costs[client * siteCount + site]
      }
    }
    return bySite
  }

  /// By client the cost at the best existing facility, or where there is none the largest of all
  /// its costs.
  private func unserved(_ settled: SettledSites) -> [Int64] {
    let existing = settled.isExisting.indices.filter { settled.isExisting[$0] }
    return (0..<clientCount).map { client in
      let row = client * siteCount
      return existing.map { costs[row + $0] }.min() ?? costs[row..<row + siteCount].max() ?? 0
    }
  }

  private func model(_ settled: SettledSites) -> ServiceModel {
    let limits = unserved(settled)
    let hasExisting = settled.isExisting.contains(true)
    var starts = [0]
    var sites: [Int32] = []
    var sorted: [Int64] = []
    let usable = settled.states.indices.filter { settled.states[$0] != .closed }
    for client in 0..<clientCount {
      let row = client * siteCount
      let list = usable.lazy.map { (cost: costs[row + $0], site: $0) }
        .filter { !hasExisting || $0.cost < limits[client] }
        .sorted { ($0.cost, $0.site) < ($1.cost, $1.site) }
      for entry in list {
        sites.append(Int32(entry.site))
        sorted.append(entry.cost)
      }
      starts.append(sites.count)
    }
    return ServiceModel(
      ServiceModel.Parts(
        starts: starts, sites: sites, costs: sorted, limits: limits,
        mustServe: [Bool](repeating: !hasExisting, count: clientCount),
        fixed: [Int64](repeating: 0, count: siteCount), count: count, settled: settled))
  }

  /// Multipliers near their best: what a client pays at the sites found.
  private func start(_ model: ServiceModel, from sites: [Int32]) -> [Int64] {
    (0..<clientCount).map { client in
      let paid = sites.map { costs[client * siteCount + Int($0)] << Int64(model.shift) }.min()
      return min(paid ?? model.limits[client], model.limits[client])
    }
  }
}
