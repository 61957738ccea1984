/// A covering problem made smaller without changing its best value: clients that reach the same
/// sites are one class, and sites that another one does without loss are closed.
///
/// Source: Toregas & ReVelle, *Binary logic solutions to a class of location problem*, 1973 (rows
/// and columns that others dominate).
struct ReachReduction: Sendable {
  /// By client its class; -1 where an existing facility covers it.
  let classes: [Int32]
  /// By class the sites that it reaches, without existing and forbidden ones.
  let reach: ReachLists
  /// By site the classes that reach it.
  let bySite: ReachLists
  /// By site the one that replaces it, or -1; that one is not replaced itself.
  let replacedBy: [Int32]
  /// Whether a site may be opened and is not replaced.
  let isUseful: [Bool]

  /// Comparisons of numbers after which no more sites are looked at: what remains is not wrong,
  /// only larger.
  static let patience = 300_000_000

  /// - Parameter costs: By site.
  init(_ lists: ReachLists, costs: [Int64], settled: SettledSites) {
    let usable = settled.states.map { $0 != .closed }
    let (classes, reach) = Self.merged(lists, settled, usable)
    let bySite = reach.inverted
    var search = ContainmentSearch(sets: bySite, members: reach, patience: Self.patience)
    var replacedBy = [Int32](repeating: -1, count: lists.siteCount)
    for site in 0..<lists.siteCount where settled.states[site] == .free {
      let found = search.container(of: site) { other in
        usable[other] && costs[other] <= costs[site]
          && (bySite[other].count > bySite[site].count || costs[other] < costs[site]
            || other < site)
          && settled.mayReplace(site, by: other)
      }
      if let found { replacedBy[site] = Int32(found) }
    }
    for site in replacedBy.indices {
      while replacedBy[site] >= 0, replacedBy[Int(replacedBy[site])] >= 0 {
        replacedBy[site] = replacedBy[Int(replacedBy[site])]
      }
    }
    self.classes = classes
    self.reach = reach
    self.bySite = bySite
    self.replacedBy = replacedBy
    isUseful = usable.indices.map { usable[$0] && replacedBy[$0] < 0 }
  }

  /// Classes alone: no site is replaced. For checks, which take replacements from a certificate.
  init(merging lists: ReachLists, settled: SettledSites) {
    let usable = settled.states.map { $0 != .closed }
    (classes, reach) = Self.merged(lists, settled, usable)
    bySite = reach.inverted
    replacedBy = [Int32](repeating: -1, count: lists.siteCount)
    isUseful = usable
  }

  /// The bound that a certificate proves for a model of these classes; `nil`: it does not hold.
  ///
  /// A replaced site has to reach no class that the other does not, and to cost no less; then no
  /// answer needs it.
  func bound(
    of certificate: ServiceCertificate, _ model: ServiceModel, costs: [Int64]
  ) -> Int64? {
    let replacedBy = certificate.replacedBy
    var states = model.settled.states
    guard replacedBy.isEmpty || replacedBy.count == states.count else { return nil }
    for (site, other) in replacedBy.enumerated() where other >= 0 {
      guard replacedBy.indices.contains(Int(other)), replacedBy[Int(other)] < 0,
        costs[Int(other)] <= costs[site], model.settled.mayReplace(site, by: Int(other)),
        Set(bySite[site]).isSubset(of: bySite[Int(other)])
      else { return nil }
      states[site] = .closed
    }
    return model.bound(of: certificate, states: states)
  }

  /// Classes of clients in the order of their first ones.
  static func merged(
    _ lists: ReachLists, _ settled: SettledSites, _ usable: [Bool]
  ) -> ([Int32], ReachLists) {
    var classes = [Int32](repeating: -1, count: lists.clientCount)
    var known: [[Int32]: Int32] = [:]
    var order: [[Int32]] = []
    for client in 0..<lists.clientCount {
      if lists[client].contains(where: { settled.isExisting[Int($0)] }) { continue }
      let list = lists[client].filter { usable[Int($0)] }
      if let old = known[list] {
        classes[client] = old
      } else {
        classes[client] = Int32(order.count)
        known[list] = Int32(order.count)
        order.append(list)
      }
    }
    return (classes, ReachLists(order, siteCount: lists.siteCount))
  }

  /// By class the sum of its clients' weights.
  func weights(_ weights: [Int64]) -> [Int64] {
    var sums = [Int64](repeating: 0, count: reach.clientCount)
    for (client, number) in classes.enumerated() where number >= 0 {
      sums[Int(number)] += weights[client]
    }
    return sums
  }

  /// By class whether covering another one always covers it.
  func implied() -> [Bool] {
    let lists = ReachLists(
      (0..<reach.clientCount).map { reach[$0].filter { isUseful[Int($0)] } },
      siteCount: reach.siteCount)
    var isImplied = [Bool](repeating: false, count: lists.clientCount)
    var search = ContainmentSearch(
      sets: lists, members: lists.inverted, patience: Self.patience)
    for one in 0..<lists.clientCount where !isImplied[one] && !lists[one].isEmpty {
      search.forContainers(of: one) { other in
        if !isImplied[other], lists[other].count > lists[one].count || other > one {
          isImplied[other] = true
        }
        return true
      }
    }
    return isImplied
  }
}

extension SettledSites {
  /// Whether opening `other` in place of a free site keeps every rule.
  func mayReplace(_ site: Int, by other: Int) -> Bool {
    guard states[site] == .free, states[other] != .closed else { return false }
    return rivals[other].allSatisfy { rival in
      Int(rival) == site || rivals[site].contains(rival)
    }
  }
}

/// Finds sets that contain others, by way of the member that the fewest sets have.
struct ContainmentSearch {
  let sets: ReachLists
  let members: ReachLists
  /// Comparisons left.
  var patience: Int

  /// The first other set that contains `set` and is allowed; the empty set is in every other.
  mutating func container(of set: Int, where isAllowed: (Int) -> Bool) -> Int? {
    var found: Int?
    forContainers(of: set) { other in
      guard isAllowed(other) else { return true }
      found = other
      return false
    }
    return found
  }

  /// Calls `body` with sets other than `set` that contain it, until it returns false.
  mutating func forContainers(of set: Int, _ body: (Int) -> Bool) {
    let list = sets[set]
    guard let rare = list.min(by: { members[Int($0)].count < members[Int($1)].count })
    else { return }
    for other in members[Int(rare)] where Int(other) != set {
      let candidate = sets[Int(other)]
      guard candidate.count >= list.count else { continue }
      guard patience > 0 else { return }
      if contains(candidate, list), !body(Int(other)) { return }
    }
  }

  private mutating func contains(_ large: ArraySlice<Int32>, _ small: ArraySlice<Int32>) -> Bool {
    var next = large.startIndex
    // What does not fit any more cannot be contained.
    var spare = large.count - small.count
    defer { patience -= next - large.startIndex + 1 }
    for member in small {
      while next < large.endIndex, large[next] < member {
        guard spare > 0 else { return false }
        next += 1
        spare -= 1
      }
      guard next < large.endIndex, large[next] == member else { return false }
      next += 1
    }
    return true
  }
}
