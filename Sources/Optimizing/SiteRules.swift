/// What is settled about sites before a search begins.
///
/// Site numbers are those of the problem, from 0.
public struct SiteRules: Sendable, Hashable {
  /// Facilities that are there: they serve, cost nothing and are not counted among the chosen ones.
  public var existing: [Int32]
  /// Sites that every answer must open.
  public var forced: [Int32]
  /// Sites that no answer may open.
  public var forbidden: [Int32]
  /// Of each of these groups at most one site may be open. An existing facility counts: no other
  /// site of its groups can be opened.
  public var groups: [[Int32]]

  /// Rules; by default there are none.
  public init(
    existing: [Int32] = [], forced: [Int32] = [], forbidden: [Int32] = [], groups: [[Int32]] = []
  ) {
    self.existing = existing
    self.forced = forced
    self.forbidden = forbidden
    self.groups = groups
  }
}

/// What a search may do with a site.
enum SiteState: UInt8, Sendable {
  case free
  case open
  case closed
}

/// Site rules made ready for searches: a state by site and the groups that still bind.
struct SettledSites: Sendable {
  /// By site; existing facilities are `closed`, since nothing is left to decide about them.
  let states: [SiteState]
  /// By site, whether a facility is there.
  let isExisting: [Bool]
  /// By site the other sites that cannot be open with it; empty for most.
  let rivals: [[Int32]]
  /// Groups with two or more sites that may be opened.
  let groups: [[Int32]]

  /// - Throws: When rules contradict each other.
  init(_ rules: SiteRules, siteCount: Int) throws(LocationError) {
    let named = rules.existing + rules.forced + rules.forbidden + rules.groups.joined()
    precondition(named.allSatisfy { $0 >= 0 && $0 < siteCount }, "a site that there is")
    var states = [SiteState](repeating: .free, count: siteCount)
    var isExisting = [Bool](repeating: false, count: siteCount)
    for site in rules.forbidden { states[Int(site)] = .closed }
    for site in rules.existing {
      states[Int(site)] = .closed
      isExisting[Int(site)] = true
    }
    for site in rules.forced where !isExisting[Int(site)] {
      guard states[Int(site)] != .closed else { throw .contradiction(sites: [site]) }
      states[Int(site)] = .open
    }
    let groups = try Self.settle(rules.groups, existing: isExisting, &states)
    var rivals = [Set<Int32>](repeating: [], count: siteCount)
    for group in groups {
      for site in group { rivals[Int(site)].formUnion(group.lazy.filter { $0 != site }) }
    }
    self.states = states
    self.isExisting = isExisting
    self.rivals = rivals.map { $0.isEmpty ? [] : $0.sorted() }
    self.groups = groups
  }

  /// The same for some of the sites: `old` by new number, `new` by old number or -1.
  init(_ all: SettledSites, keeping old: [Int32], new: [Int32]) {
    func kept(_ sites: [Int32]) -> [Int32] { sites.map { new[Int($0)] }.filter { $0 >= 0 } }
    states = old.map { all.states[Int($0)] }
    isExisting = old.map { all.isExisting[Int($0)] }
    rivals = old.map { kept(all.rivals[Int($0)]) }
    groups = all.groups.map(kept).filter { $0.count > 1 }
  }

  private static func settle(
    _ groups: [[Int32]], existing: [Bool], _ states: inout [SiteState]
  ) throws(LocationError) -> [[Int32]] {
    for group in groups {
      let forced = Set(group.filter { states[Int($0)] == .open }).sorted()
      let isTaken = group.contains { existing[Int($0)] }
      guard forced.count <= (isTaken ? 0 : 1) else { throw .contradiction(sites: forced) }
      guard isTaken || !forced.isEmpty else { continue }
      for site in group where states[Int(site)] == .free { states[Int(site)] = .closed }
    }
    return groups.map { group in Set(group.filter { states[Int($0)] == .free }).sorted() }
      .filter { $0.count > 1 }
  }

  /// Sites that must be open, ascending.
  var forced: [Int32] {
    states.indices.lazy.filter { states[$0] == .open }.map { Int32($0) }
  }

  /// Whether these sites, all different, obey all that is settled.
  func allow(_ sites: [Int32]) -> Bool {
    var isOpen = [Bool](repeating: false, count: states.count)
    for site in sites {
      guard states.indices.contains(Int(site)), states[Int(site)] != .closed, !isOpen[Int(site)]
      else { return false }
      isOpen[Int(site)] = true
    }
    return forced.allSatisfy { isOpen[Int($0)] }
      && groups.allSatisfy { group in group.lazy.filter { isOpen[Int($0)] }.count <= 1 }
  }
}
