/// Which sites are open, how often each class is covered, and what each site would change.
///
/// Opening and closing a site costs time in proportion to the reach of the classes whose cover it
/// changes; everything else is read off.
struct CoverState {
  let reach: ReachLists
  let bySite: ReachLists
  /// By class: weight of its cover; searches may raise it.
  private(set) var weights: [Int64]
  private(set) var isOpen: [Bool]
  /// By class: how many open sites cover it.
  private(set) var covers: [Int32]
  /// By class: the numbers of the open sites that cover it, combined by exclusive or, so that a
  /// single one can be read off.
  private var combined: [Int32]
  /// By site: if closed, weight of uncovered classes that it covers; if open, weight of the classes
  /// that only it covers.
  private(set) var scores: [Int64]
  /// Weight of the uncovered classes.
  private(set) var missing: Int64
  private(set) var openCount = 0

  init(_ reach: ReachLists, bySite: ReachLists, weights: [Int64]) {
    self.reach = reach
    self.bySite = bySite
    self.weights = weights
    isOpen = [Bool](repeating: false, count: reach.siteCount)
    covers = [Int32](repeating: 0, count: reach.clientCount)
    combined = covers
    scores = (0..<reach.siteCount).map { site in
      bySite[site].reduce(0) { $0 + weights[Int($1)] }
    }
    missing = weights.reduce(0, +)
  }

  mutating func open(_ site: Int) {
    guard !isOpen[site] else { return }
    isOpen[site] = true
    openCount += 1
    for entry in bySite.range(site) {
      let client = Int(bySite.sites[entry])
      let (count, weight) = (covers[client], weights[client])
      if count == 0 {
        missing -= weight
        change(client, by: -weight)
        scores[site] += weight  // from something to win to something to lose
      } else if count == 1 {
        scores[Int(combined[client])] -= weight
      }
      covers[client] = count + 1
      combined[client] ^= Int32(site)
    }
  }

  mutating func close(_ site: Int) {
    guard isOpen[site] else { return }
    isOpen[site] = false
    openCount -= 1
    for entry in bySite.range(site) {
      let client = Int(bySite.sites[entry])
      covers[client] -= 1
      combined[client] ^= Int32(site)
      let (count, weight) = (covers[client], weights[client])
      if count == 0 {
        missing += weight
        change(client, by: weight)
        scores[site] -= weight
      } else if count == 1 {
        scores[Int(combined[client])] += weight
      }
    }
  }

  private mutating func change(_ client: Int, by weight: Int64) {
    guard weight != 0 else { return }
    for entry in reach.range(client) { scores[Int(reach.sites[entry])] += weight }
  }

  /// Raises the weight of an uncovered class.
  mutating func raise(_ client: Int, by weight: Int64) {
    weights[client] += weight
    missing += weight
    change(client, by: weight)
  }

  /// Closes all and opens these.
  mutating func reset(to sites: [Int32]) {
    var isWanted = [Bool](repeating: false, count: isOpen.count)
    for site in sites { isWanted[Int(site)] = true }
    for site in isOpen.indices where isOpen[site] && !isWanted[site] { close(site) }
    for site in isOpen.indices where isWanted[site] { open(site) }
  }

  /// Open sites, ascending.
  var sites: [Int32] { isOpen.indices.filter { isOpen[$0] }.map { Int32($0) } }
}

extension ReachLists {
  /// Where the sites of a client are in `sites`.
  func range(_ client: Int) -> Range<Int> { Int(starts[client])..<Int(starts[client + 1]) }
}
