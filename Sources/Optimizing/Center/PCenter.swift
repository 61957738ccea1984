/// The *p*-centre problem: at most p sites at which the largest distance of a client is least.
///
///     min r   with  min over open j of d_ij <= r for every client i,  sum_j y_j <= p
///
/// The best r is one of the distances. Each r asked is a set covering problem: can p sites cover
/// everybody within r? The answer's proof is the covering certificate of the next smaller distance.
///
/// Source: Hakimi, *Optimum locations of switching centers*, 1964; Minieka, *The m-center problem*,
/// 1970 (covering at one distance after the other; here by bisection).
public struct PCenter: LocationObjective {
  /// Its entry in the registry.
  public static let entry = ObjectiveEntry(
    id: "p_center", name: "p-center problem",
    source: """
      Hakimi, Optimum locations of switching centers and the absolute centers and medians of a \
      graph, Operations Research 12, 1964; Minieka, The m-center problem, SIAM Review 12, 1970
      """,
    formula: "min max_i min_(j open) d_ij, sum_j y_j <= p", isMinimised: true)

  /// How many clients there are.
  public let clientCount: Int
  /// How many sites there are.
  public let siteCount: Int
  /// Not negative, in the unit of the caller: by client, then by site.
  public let distances: [Int64]
  /// p: the most sites to open.
  public let count: Int
  /// What is settled about sites.
  public let rules: SiteRules

  /// A problem of `distances.count / siteCount` clients; see the properties.
  public init(distances: [Int64], siteCount: Int, count: Int, rules: SiteRules = SiteRules()) {
    precondition(siteCount > 0 && distances.count % siteCount == 0, "a distance for every pair")
    precondition(distances.allSatisfy { $0 >= 0 }, "distances are not negative")
    precondition(count >= 0, "p is not negative")
    self.distances = distances
    self.siteCount = siteCount
    self.count = count
    self.rules = rules
    clientCount = distances.count / siteCount
  }

  /// The best sites; `proof` is in distances. Its bound is the least distance that was not excluded.
  ///
  /// - Parameter limits: Steps are those of each covering problem asked.
  public func solve(
    limits: SearchLimits = SearchLimits(), solver: (any ProgramSolver)? = nil
  ) throws(LocationError) -> CenterAnswer {
    let settled = try SettledSites(rules, siteCount: siteCount)
    guard settled.forced.count <= count else {
      throw .tooManyForced(forced: settled.forced.count, allowed: count)
    }
    let radii = radii(settled)
    guard let largest = radii.last else {
      guard clientCount == 0 else { throw .infeasible }
      return CenterAnswer(
        sites: settled.forced, proof: Proof(value: 0, bound: 0, stop: .proven),
        boundSource: .certificate, excluded: nil)
    }
    let watch = SearchWatch(limits)
    var search = CenterSearch(problem: self, radii: radii, watch: watch, solver: solver)
    guard search.ask(radii.count - 1) == .covered else {
      throw search.isLargestExcluded ? .infeasible : .notFound
    }
    search.bisect()
    return search.answer
      ?? CenterAnswer(
        sites: [], proof: Proof(value: largest, bound: 0, stop: watch.stop),
        boundSource: .certificate, excluded: nil)
  }

  /// Every distance that can be the answer, ascending: none is below what a client has at best.
  private func radii(_ settled: SettledSites) -> [Int64] {
    let usable = settled.states.indices.filter {
      settled.states[$0] != .closed || settled.isExisting[$0]
    }
    var least: Int64 = 0
    var all: Set<Int64> = []
    for client in 0..<clientCount {
      let row = usable.map { distances[client * siteCount + $0] }
      guard let own = row.min() else { return [] }
      least = max(least, own)
      all.formUnion(row)
    }
    return all.filter { $0 >= least }.sorted()
  }

  /// Which sites are within a distance, inclusive.
  func covering(within radius: Int64) -> SetCovering {
    let lists = (0..<clientCount).map { client in
      (0..<Int32(siteCount)).filter { distances[client * siteCount + Int($0)] <= radius }
    }
    return SetCovering(reach: ReachLists(lists, siteCount: siteCount), rules: rules)
  }

  /// Whether an answer is what it says: its sites obey the rules and reach everybody within
  /// `proof.value`, and the certificate excludes every distance below `proof.bound` where it
  /// vouches for it.
  public func check(_ answer: CenterAnswer) -> Bool {
    guard let settled = try? SettledSites(rules, siteCount: siteCount),
      settled.allow(answer.sites), answer.sites.count <= count
    else { return false }
    let existing = settled.isExisting.indices.filter { settled.isExisting[$0] }
    let open = answer.sites.map { Int($0) } + existing
    let value =
      (0..<clientCount).map { client in
        open.map { distances[client * siteCount + $0] }.min() ?? .max
      }.max() ?? 0
    guard value == answer.proof.value else { return false }
    guard answer.boundSource == .certificate else { return true }
    let radii = radii(settled)
    let below = radii.last { $0 < answer.proof.bound }
    guard let below else { return answer.proof.bound <= radii.first ?? 0 }
    guard let excluded = answer.excluded else { return false }
    return covering(within: below).excludes(excluded, count: count)
  }
}

/// Sites of a *p*-centre and their proof.
public struct CenterAnswer: Sendable, Hashable {
  /// Sites to open, ascending; without existing facilities.
  public let sites: [Int32]
  /// In distances.
  public let proof: Proof
  /// Who vouches for `proof.bound`.
  public let boundSource: BoundSource
  /// That covering within the largest distance below `proof.bound` takes more than p sites; `nil`
  /// if no candidate distance is below it, or a solver says so.
  public let excluded: ServiceCertificate?

  /// An answer, of the parts that the properties name.
  public init(
    sites: [Int32], proof: Proof, boundSource: BoundSource, excluded: ServiceCertificate?
  ) {
    self.sites = sites
    self.proof = proof
    self.boundSource = boundSource
    self.excluded = excluded
  }
}

/// The bisection over distances.
private struct CenterSearch {
  enum Outcome {
    case covered
    case excluded
    case unknown
  }

  let problem: PCenter
  let radii: [Int64]
  let watch: SearchWatch
  let solver: (any ProgramSolver)?
  private var sites: [Int32] = []
  private var value: Int64 = 0
  /// Place of the largest radius that is excluded; -1: none.
  private var low = -1
  /// Place of the smallest radius that is covered.
  private var high = 0
  private var excluded: ServiceCertificate?
  private var source = BoundSource.certificate

  init(
    problem: PCenter, radii: [Int64], watch: SearchWatch, solver: (any ProgramSolver)?
  ) {
    self.problem = problem
    self.radii = radii
    self.watch = watch
    self.solver = solver
    high = radii.count - 1
  }

  var isLargestExcluded: Bool { low == radii.count - 1 }

  mutating func bisect() {
    // Up to here the radius is open: what could not be decided is left to lie.
    var end = high
    while low + 1 < end, !watch.isOver {
      switch ask((low + end) / 2) {
      case .covered: end = high
      case .excluded: break
      case .unknown: end = (low + end) / 2
      }
      watch.proved(low + 1 < radii.count ? radii[low + 1] : value)
    }
  }

  mutating func ask(_ place: Int) -> Outcome {
    let covering = problem.covering(within: radii[place])
    do {
      let answer = try covering.solve(limits: limits, solver: solver, enough: Int64(problem.count))
      if answer.proof.value <= problem.count {
        take(answer.sites)
        return .covered
      }
      guard answer.proof.bound > problem.count else { return .unknown }
      exclude(place, answer.certificate, answer.boundSource)
      return .excluded
    } catch .infeasible {
      // Rules alone forbid it; without sites there is no certificate to show.
      exclude(place, nil, .solver(solver?.name ?? "tree"))
      return .excluded
    } catch {
      return .unknown
    }
  }

  private var limits: SearchLimits {
    let (count, goOn) = (Int64(problem.count), watch.mayGoOn)
    return SearchLimits(
      seconds: watch.remaining, iterations: watch.limits.iterations, seed: watch.limits.seed
    ) { value, bound in
      goOn() && bound <= count && value.map { $0 > count } ?? true
    }
  }

  private mutating func exclude(
    _ place: Int, _ certificate: ServiceCertificate?, _ source: BoundSource
  ) {
    guard place > low else { return }
    (low, excluded, self.source) = (place, certificate, source)
  }

  private mutating func take(_ sites: [Int32]) {
    let settled = problem.rules.existing + sites
    let value =
      (0..<problem.clientCount).map { client in
        settled.map { problem.distances[client * problem.siteCount + Int($0)] }.min() ?? .max
      }.max() ?? 0
    (self.sites, self.value) = (sites, value)
    high = radii.firstIndex(of: value) ?? high
    watch.found(value)
  }

  var answer: CenterAnswer? {
    let bound = low + 1 < radii.count ? radii[low + 1] : value
    return CenterAnswer(
      sites: sites, proof: Proof(value: value, bound: min(bound, value), stop: watch.stop),
      boundSource: source, excluded: low >= 0 ? excluded : nil)
  }
}
