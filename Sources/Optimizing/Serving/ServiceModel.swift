/// The shape that covering, median and plant location have in common, as a minimisation:
///
///     min  sum_j f_j y_j + sum_i min( q_i , min over open j of c_ij ),   at most p sites open
///
/// where q_i is the cost of leaving client i unserved. Maximal covering is c = 0 with q the weight
/// lost, set covering is c = 0 with every client served and f = 1, the *p*-median has f = 0.
///
/// All costs inside are scaled by 2^`shift`, so that multipliers can be fractions of a unit and
/// every bound is still a sum of whole numbers. The shift is as large as the sums allow, at most 20.
struct ServiceModel: Sendable {
  let siteCount: Int
  /// By client, where its entries begin; one more than there are clients.
  let starts: [Int]
  /// By entry: a site that can serve the client; by cost, then by number, within a client.
  let sites: [Int32]
  /// By entry: scaled cost of service; empty if all are 0.
  let costs: [Int64]
  /// By client: the largest multiplier that makes sense, scaled: q_i, or for a client that must be
  /// served what no service costs more than.
  let limits: [Int64]
  /// By client, whether it must be served.
  let mustServe: [Bool]
  /// By site, scaled.
  let fixed: [Int64]
  /// p; `nil`: any number.
  let count: Int?
  let shift: Int
  let settled: SettledSites
  /// By site where its entries begin in the three columns below.
  let siteStarts: [Int]
  let siteClients: [Int32]
  /// By entry of a site: scaled cost; empty if all are 0.
  let siteCosts: [Int64]
  var clientCount: Int { limits.count }
  var entryCount: Int { sites.count }

  /// What the constructor needs, unscaled.
  struct Parts {
    var starts: [Int]
    var sites: [Int32]
    var costs: [Int64]
    var limits: [Int64]
    var mustServe: [Bool]
    var fixed: [Int64]
    var count: Int?
    var settled: SettledSites
    /// By default as large as limits and fixed costs allow.
    var shift: Int?
  }

  /// The largest shift, up to 20, at which so many sums of all these numbers stay below 2^61: as
  /// many scores as are picked, each of which may be the sum of all multipliers.
  static func shift(of numbers: [Int64], picks: Int) -> Int {
    let total = numbers.reduce(Int64(1)) { sum, number in
      precondition(number >= 0, "costs are not negative")
      let (next, overflow) = sum.addingReportingOverflow(number)
      precondition(!overflow, "costs sum up to less than 2^60")
      return next
    }
    let bits = 2 * Int64.bitWidth - total.leadingZeroBitCount - (picks + 1).leadingZeroBitCount
    precondition(bits <= 61, "costs sum up to less than 2^60 by the number of sites opened")
    return min(20, 61 - bits)
  }

  init(_ parts: Parts) {
    let shift =
      parts.shift
      ?? Self.shift(
        of: parts.limits + parts.fixed, picks: min(parts.count ?? .max, parts.fixed.count))
    self.shift = shift
    siteCount = parts.fixed.count
    starts = parts.starts
    sites = parts.sites
    costs = parts.costs.map { $0 << shift }
    limits = parts.limits.map { $0 << shift }
    mustServe = parts.mustServe
    fixed = parts.fixed.map { $0 << shift }
    count = parts.count
    settled = parts.settled
    (siteStarts, siteClients, siteCosts) = Self.inverted(starts, sites, (costs, parts.fixed.count))
  }

  /// The same model without its closed sites, and by new site the old one. Scale, clients and
  /// limits stay, so that multipliers mean the same in both.
  func withoutClosed(_ states: [SiteState]) -> (model: ServiceModel, oldSites: [Int32]) {
    let old = states.indices.filter { states[$0] != .closed }.map { Int32($0) }
    var new = [Int32](repeating: -1, count: siteCount)
    for (number, site) in old.enumerated() { new[Int(site)] = Int32(number) }
    return (ServiceModel(keeping: old, of: self, new: new), old)
  }

  private init(keeping old: [Int32], of model: ServiceModel, new: [Int32]) {
    var starts = [0]
    var sites: [Int32] = []
    var costs: [Int64] = []
    for client in 0..<model.clientCount {
      for entry in model.starts[client]..<model.starts[client + 1] {
        let site = new[Int(model.sites[entry])]
        guard site >= 0 else { continue }
        sites.append(site)
        if !model.costs.isEmpty { costs.append(model.costs[entry]) }
      }
      starts.append(sites.count)
    }
    siteCount = old.count
    (self.starts, self.sites, self.costs) = (starts, sites, costs)
    limits = model.limits
    mustServe = model.mustServe
    fixed = old.map { model.fixed[Int($0)] }
    count = model.count
    shift = model.shift
    settled = SettledSites(model.settled, keeping: old, new: new)
    (siteStarts, siteClients, siteCosts) = Self.inverted(starts, sites, (costs, old.count))
  }

  private static func inverted(
    _ starts: [Int], _ sites: [Int32], _ rest: (costs: [Int64], siteCount: Int)
  ) -> ([Int], [Int32], [Int64]) {
    var siteStarts = [Int](repeating: 0, count: rest.siteCount + 1)
    for site in sites { siteStarts[Int(site) + 1] += 1 }
    for site in 0..<rest.siteCount { siteStarts[site + 1] += siteStarts[site] }
    var next = siteStarts
    var clients = [Int32](repeating: 0, count: sites.count)
    var costs = [Int64](repeating: 0, count: rest.costs.count)
    for client in 0..<starts.count - 1 {
      for entry in starts[client]..<starts[client + 1] {
        let site = Int(sites[entry])
        clients[next[site]] = Int32(client)
        if !costs.isEmpty { costs[next[site]] = rest.costs[entry] }
        next[site] += 1
      }
    }
    return (siteStarts, clients, costs)
  }

  /// Unscaled, rounded up: right for a lower bound of whole costs.
  func unscaledUp(_ scaled: Int64) -> Int64 { -((-scaled) >> Int64(shift)) }

  /// Unscaled value of open sites; `nil` if a client that must be served is not, or rules are
  /// broken.
  func value(of open: [Int32]) -> Int64? {
    guard settled.allow(open), count.map({ open.count <= $0 }) ?? true else { return nil }
    var best = [Int64](repeating: .max, count: clientCount)
    var sum: Int64 = 0
    for site in open.map({ Int($0) }) {
      sum += fixed[site]
      for entry in siteStarts[site]..<siteStarts[site + 1] {
        let client = Int(siteClients[entry])
        best[client] = min(best[client], siteCosts.isEmpty ? 0 : siteCosts[entry])
      }
    }
    for client in 0..<clientCount {
      if best[client] == .max, mustServe[client] { return nil }
      sum += mustServe[client] ? best[client] : min(best[client], limits[client])
    }
    return sum >> Int64(shift)
  }
}
