/// Sites and who is served where, with their proof.
public struct AssignmentAnswer: Sendable, Hashable {
  /// Sites to open, ascending; without existing facilities.
  public let sites: [Int32]
  /// By client the site that serves it.
  public let served: [Int32]
  /// In costs.
  public let proof: Proof
  /// Who vouches for `proof.bound`.
  public let boundSource: BoundSource
  /// By client: multipliers of the Lagrangian bound, in units of 2^-shift.
  public let multipliers: [Int64]
  /// See `multipliers`.
  public let shift: Int

  /// An answer, of the parts that the properties name.
  public init(
    sites: [Int32], served: [Int32], proof: Proof, boundSource: BoundSource,
    multipliers: [Int64], shift: Int
  ) {
    self.sites = sites
    self.served = served
    self.proof = proof
    self.boundSource = boundSource
    self.multipliers = multipliers
    self.shift = shift
  }
}

extension CapacitatedLocation {
  /// The best assignment found; `proof` is in costs.
  ///
  /// - Parameters:
  ///   - limits: Steps are those of the subgradient.
  ///   - solver: Closes the gap; without one the answer is as good as bound and repair make it.
  public func solve(
    limits: SearchLimits = SearchLimits(), solver: (any ProgramSolver)? = nil
  ) throws(LocationError) -> AssignmentAnswer {
    let settled = try SettledSites(rules, siteCount: capacities.count)
    let forced = settled.forced.count
    if let count, forced > count { throw .tooManyForced(forced: forced, allowed: count) }
    var run = AssignmentRun(self, settled: settled, watch: SearchWatch(limits))
    run.climb()
    if let solver, !run.watch.isCloseEnough, !run.watch.isOver { run.close(by: solver) }
    guard let value = run.value else { throw run.isInfeasible ? .infeasible : .notFound }
    return AssignmentAnswer(
      sites: run.sites, served: run.served,
      proof: Proof(value: value, bound: min(run.bound, value), stop: run.watch.stop),
      boundSource: run.source, multipliers: run.best, shift: run.relaxed.shift)
  }

  /// Whether an answer is what it says: it obeys every rule and costs `proof.value`, and its
  /// multipliers prove `proof.bound` where they vouch for it.
  public func check(_ answer: AssignmentAnswer) -> Bool {
    guard value(sites: answer.sites, served: answer.served) == answer.proof.value,
      let settled = try? SettledSites(rules, siteCount: capacities.count)
    else { return false }
    let relaxed = AssignmentBound(self, settled: settled)
    guard answer.shift == relaxed.shift, let bound = relaxed.provenBound(at: answer.multipliers)
    else { return false }
    return answer.boundSource != .certificate || bound >= answer.proof.bound
  }
}

/// One run: multipliers, repaired answers, the solver.
private struct AssignmentRun {
  let problem: CapacitatedLocation
  let settled: SettledSites
  let watch: SearchWatch
  let relaxed: AssignmentBound
  private(set) var best: [Int64]
  private(set) var bound = Int64.min
  private(set) var source = BoundSource.certificate
  private(set) var value: Int64?
  private(set) var sites: [Int32] = []
  private(set) var served: [Int32] = []
  private(set) var isInfeasible = false
  private var tried: Set<[Int]> = []

  init(_ problem: CapacitatedLocation, settled: SettledSites, watch: SearchWatch) {
    self.problem = problem
    self.settled = settled
    self.watch = watch
    relaxed = AssignmentBound(problem, settled: settled)
    best = [Int64](repeating: 0, count: problem.demands.count)
  }

  /// Subgradient steps on the assignment rows; what the relaxed problem opens is repaired.
  mutating func climb() {
    var current = relaxed.limits.map { $0 / 2 }
    let limits = relaxed.limits
    var (length, idle) = (1.5, 0)
    for _ in 0..<600 where !watch.mustStop && length > 0.005 {
      guard let (scaled, picks) = relaxed.evaluate(current) else { return }
      watch.steps += 1
      let whole = -((-scaled) >> Int64(relaxed.shift))
      if whole > bound {
        (bound, best, idle) = (whole, current, 0)
        watch.proved(min(bound, value ?? bound))
      } else {
        idle += 1
        if idle % 15 == 0 { length /= 2 }
      }
      repair(picks.map { $0.site })
      if watch.isCloseEnough { return }
      var slope = [Double](repeating: 1, count: current.count)
      for pick in picks { for client in pick.clients { slope[client] -= 1 } }
      let norm = slope.reduce(0) { $0 + $1 * $1 }
      guard norm > 0 else { return }
      let goal =
        Double(value ?? whole + abs(whole) / 10 + 1) * Double(Int64(1) << Int64(relaxed.shift))
      let step = length * max(1, goal - Double(scaled)) / norm
      for client in current.indices {
        let next = Double(current[client]) + step * slope[client]
        current[client] = max(0, min(limits[client], Int64(exactly: next.rounded()) ?? .max))
      }
    }
  }

  /// Serves everybody from these sites and, where room is short, further ones.
  private mutating func repair(_ picked: [Int]) {
    let existing = settled.isExisting.indices.filter { settled.isExisting[$0] }
    var open = Set(existing + settled.forced.map { Int($0) })
    func add(_ site: Int) {
      let opened = open.count - existing.count
      guard !open.contains(site), settled.states[site] == .free,
        problem.count.map({ opened < $0 }) ?? true,
        !settled.rivals[site].contains(where: { open.contains(Int($0)) })
      else { return }
      open.insert(site)
    }
    picked.forEach(add)
    let need = problem.demands.reduce(0, +)
    for site in problem.capacities.indices.sorted(by: { roomier($0, $1) }) {
      let room = open.reduce(Int64(0)) { $0 + problem.capacities[$1] }
      if room >= need, problem.count == nil { break }
      add(site)
    }
    let list = open.sorted()
    guard tried.insert(list).inserted else { return }
    var search = AssignmentSearch(problem)
    guard let served = search.assigned(to: list) else { return }
    take(list.filter { !settled.isExisting[$0] }.map { Int32($0) }, served)
  }

  private func roomier(_ one: Int, _ two: Int) -> Bool {
    (-problem.capacities[one], one) < (-problem.capacities[two], two)
  }

  private mutating func take(_ open: [Int32], _ served: [Int32]) {
    // Sites that serve nobody and were not asked for are not opened.
    let used = Set(served).union(settled.forced)
    let sites = open.filter { used.contains($0) }
    guard let cost = problem.value(sites: sites, served: served), cost < value ?? .max
    else { return }
    (value, self.sites, self.served) = (cost, sites, served)
    watch.found(cost)
  }

  mutating func close(by solver: any ProgramSolver) {
    let program = AssignmentProgram(problem, settled: settled)
    var limits = watch.limits
    limits.seconds = watch.remaining
    let start = value.map { _ in program.values(sites: sites, served: served) }
    let answer = solver.solve(program.program, limits: limits, start: start)
    if let values = answer.values {
      let served = program.served(by: values)
      let open = program.sites(of: values)
      take(open, served)
    }
    if answer.status == .infeasible {
      isInfeasible = value == nil
    } else if let whole = answer.wholeBound, min(whole, value ?? whole) > bound {
      (bound, source) = (min(whole, value ?? whole), .solver(solver.name))
    }
    watch.proved(bound)
  }
}
