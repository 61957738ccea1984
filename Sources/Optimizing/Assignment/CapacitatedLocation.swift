/// Single-source capacitated facility location: every client is served whole by one open site, and
/// no site serves more demand than its capacity.
///
///     min sum_j f_j y_j + sum_ij c_ij x_ij   with  sum_j x_ij = 1,
///     sum_i d_i x_ij <= b_j y_j,  sum_j y_j <= p (if p is given),  x, y in {0, 1}
///
/// With f = 0 and p given it is the capacitated *p*-median. Existing facilities are open, cost
/// nothing and have their capacity.
///
/// Source: Neebe & Rao, *An algorithm for the fixed-charge assigning users to sources problem*,
/// 1983; Ross & Soland, *Modeling facility location problems as generalized assignment problems*,
/// 1977.
public struct CapacitatedLocation: LocationObjective {
  /// Its entry in the registry.
  public static let entry = ObjectiveEntry(
    id: "single_source_capacitated", name: "single-source capacitated facility location problem",
    source: """
      Neebe & Rao, An algorithm for the fixed-charge assigning users to sources problem, Journal \\
      of the Operational Research Society 34, 1983
      """,
    formula: """
      min sum_j f_j y_j + sum_ij c_ij x_ij, sum_j x_ij = 1, sum_i d_i x_ij <= b_j y_j, x binary
      """,
    isMinimised: true)

  /// Of service, not negative: by client, then by site.
  public let costs: [Int64]
  /// By client, at least 0.
  public let demands: [Int64]
  /// By site, at least 0.
  public let capacities: [Int64]
  /// By site, at least 0; what opening it costs.
  public let fixed: [Int64]
  /// p: the most sites to open; `nil`: any number.
  public let count: Int?
  /// What is settled about sites.
  public let rules: SiteRules

  /// A problem of `demands.count` clients and `capacities.count` sites; see the properties.
  ///
  /// - Parameter fixed: By default 0 each.
  public init(
    costs: [Int64], demands: [Int64], capacities: [Int64], fixed: [Int64]? = nil,
    count: Int? = nil, rules: SiteRules = SiteRules()
  ) {
    precondition(costs.count == demands.count * capacities.count, "a cost for every pair")
    self.costs = costs
    self.demands = demands
    self.capacities = capacities
    self.fixed = fixed ?? [Int64](repeating: 0, count: capacities.count)
    precondition(self.fixed.count == capacities.count, "a fixed cost for every site")
    precondition(
      [costs, demands, capacities, self.fixed].joined().allSatisfy { $0 >= 0 },
      "numbers are not negative")
    self.count = count
    self.rules = rules
  }

  /// Cost of an assignment; `nil` where it breaks a rule.
  ///
  /// - Parameters:
  ///   - sites: Open sites, without existing ones.
  ///   - served: By client the site that serves it.
  public func value(sites: [Int32], served: [Int32]) -> Int64? {
    guard let settled = try? SettledSites(rules, siteCount: capacities.count),
      settled.allow(sites), count.map({ sites.count <= $0 }) ?? true,
      served.count == demands.count
    else { return nil }
    var isOpen = settled.isExisting
    for site in sites { isOpen[Int(site)] = true }
    var load = [Int64](repeating: 0, count: capacities.count)
    var sum = sites.reduce(Int64(0)) { $0 + fixed[Int($1)] }
    for (client, site) in served.enumerated() {
      guard isOpen.indices.contains(Int(site)), isOpen[Int(site)] else { return nil }
      load[Int(site)] += demands[client]
      sum += costs[client * capacities.count + Int(site)]
    }
    return zip(load, capacities).allSatisfy({ $0 <= $1 }) ? sum : nil
  }
}
