internal import Compliance
internal import Documents
internal import GeoData
internal import Measuring
internal import Planar
internal import Planning
internal import Quantities
internal import Rules
internal import Workers

/// Looks for the least that makes a plan pass: the fewest new facilities, then the least amounts.
///
/// What is missing is a covering problem, as it is for a city (see `Proposer`): every clause that fails is a layer of
/// needs, every lot a place where each fitting kind may be built, every planned facility one that may be enlarged or
/// built earlier (see `MendingModel`). With the fewest of them chosen, a largest flow tells the least that each must
/// have. Then the plan is judged again, and what clauses ask of such facilities besides is added, until nothing fails;
/// where a clause is in no terms that a model knows, it is mended by what the judgement says is missing.
struct RemedySearch {
  let reviewer: PlanReviewer
  let memory: Memory
  let workers: Workers
  /// Whose clauses are mended.
  let duties: Set<Duty>
  let submitted: Plan
  var plan: Plan
  /// Ids of facilities that are not in the plan as submitted, in the order in which they came.
  var added: [String] = []
  /// Planned facilities that are enlarged where there is a choice: their ids.
  var enlarged: Set<String> = []
  /// What each facility must meet besides amounts, by id.
  var conditions: [String: [RemedyCondition]] = [:]
  /// Where a new facility may stand, by its id; working CRS.
  var allowed: [String: Geometry] = [:]
  /// Which clauses ask for which facility, by its id.
  var reasons: [String: [RuleKey]] = [:]
  /// Amounts that a new facility must state, though they need not be more than 0, by its id.
  var stated: [String: Set<FacilityMeasure>] = [:]
  var beyond: [RuleKey: RemedyLimit] = [:]
  /// What was asked for since the plan was judged last: the same need not be asked for twice.
  var asked: Set<String> = []
  /// Clauses of others that fail: where it costs nothing, what is built serves them, too.
  var others: [AppliedRule] = []
  /// The rules that may speak of the plan, whatever is added to it.
  private(set) var wanted: Set<RuleKey> = []
  /// What is built where a clause counts several kinds.
  let usual: UsualKinds
  /// Ids of all facilities, so that no new one has any of them.
  private(set) var taken: Set<String>

  init(
    _ reviewer: PlanReviewer, _ plan: Plan, of duties: Set<Duty>, memory: Memory, workers: Workers
  ) {
    self.duties = duties
    self.memory = memory
    self.reviewer = reviewer
    self.workers = workers
    submitted = plan
    self.plan = plan
    usual = UsualKinds(of: reviewer.city, reviewer.vocabulary)
    taken = Set(reviewer.city.facilities.rows.ids + plan.facilities.rows.ids)
  }

  /// Rounds of mending: a guard only, since each round adds or enlarges something that is missing.
  private static let rounds = 60

  /// - Parameters:
  ///   - clauses: As the plan was judged.
  ///   - phases: The same by stage.
  mutating func run(_ clauses: [ClauseOpinion], phases: [PhaseOpinion]) async throws -> Remedy? {
    let failing = self.failing(clauses)
    let early = phases.dropLast().flatMap { phase in
      self.failing(phase.clauses).map { (stage: phase.phase, clause: $0) }
    }
    guard !failing.isEmpty || !early.isEmpty else { return nil }
    wanted = Set(clauses.filter { $0.verdict != .notApplicable }.map { $0.key })
    // What does not speak of the plan now may do so of a new facility, or of a parcel that has one.
    for rule in reviewer.rules where rule.subject != .parcel || rule.check.asked.areOwn {
      wanted.insert(rule.key)
    }
    others = clauses.filter {
      $0.countedVerdict == .fail && !duties.contains($0.rule.duty)
    }.map(\.rule)
    let isEnough = try await buildEarlier(
      early.map(\.clause), but: Set(failing.map { $0.key }))
    try await build(
      failing.compactMap { MendingAim($0, stage: nil) }
        + (isEnough ? [] : early.compactMap { MendingAim($0.clause, stage: $0.stage) }))
    let open = try await mendRest()
    // What could be mended and was not is no fault of the clause.
    let hopeless = beyond
    for clause in open where beyond[clause.key] == nil {
      beyond[clause.key] = .noSingleChange
    }
    try await moveForward(early.map(\.clause))
    let tolerated = Set(beyond.keys)
    if tolerated.isEmpty || open.allSatisfy({ tolerated.contains($0.key) }) {
      try await takeDown(tolerated)
    }
    let left = try await stateAll()
    try plan.locateAdded(Set(added), crs: reviewer.city.workingCRS)
    let all = (failing + early.map(\.clause)).map { $0.key }.unique
    let stillFailing = Set(left.map { $0.key })
    return Remedy(
      steps: try steps(), mends: all.filter { !stillFailing.contains($0) },
      beyond: beyond.filter { Set(all).contains($0.key) }
        .map { (rule: $0.key, reason: $0.value) }
        .sorted { ($0.rule.pack, $0.rule.rule) < ($1.rule.pack, $1.rule.rule) },
      isVerified: stillFailing.isSubset(of: Set(hopeless.keys)), plan: plan)
  }

  /// Mends what still fails by what is missing, round by round.
  ///
  /// - Returns: What fails all the same.
  private mutating func mendRest() async throws -> [ClauseOpinion] {
    var open = failing(try await judge(plan))
    for _ in 0..<Self.rounds where !open.isEmpty {
      var isChanged = false
      asked = []
      for clause in open where try await mend(clause) { isChanged = true }
      guard isChanged else { break }
      open = failing(try await judge(plan)).filter { beyond[$0.key] == nil }
    }
    return open
  }

  // MARK: Judging

  func judge(_ plan: Plan, only: Set<RuleKey>? = nil) async throws -> [ClauseOpinion] {
    try await reviewer.judge(
      plan, only: only ?? wanted, isBrief: true, memory: memory, workers: workers)
  }

  /// Clauses that count, fail and are to be mended.
  func failing(_ clauses: [ClauseOpinion]) -> [ClauseOpinion] {
    clauses.filter { $0.countedVerdict == .fail && duties.contains($0.rule.duty) }
  }

  /// What clauses say with everything built, and at the end of every stage in which somebody lives there.
  func judgeEver(_ plan: Plan, only: Set<RuleKey>? = nil) async throws -> [ClauseOpinion] {
    var result = try await judge(plan, only: only)
    for phase in plan.phases.dropLast() {
      let standing = plan.standing(after: phase)
      guard standing.parcels.count > 0 else { continue }
      result += try await judge(standing, only: only)
    }
    return result
  }

  // MARK: Facilities

  /// Adds facilities to the plan, with ids after their lots.
  ///
  /// - Returns: Their rows.
  mutating func add(_ stations: [Station]) -> Range<Int> {
    let first = plan.facilities.count
    let new = stations.map { station in
      var facility = AddedFacility(
        id: newID(in: station.lot), kind: station.kind, point: Point(x: station.x, y: station.y),
        parcel: station.lot >= 0 ? station.lot : nil, phase: station.phase)
      if station.lot < 0, let lot = nearestLot { facility.id = newID(in: lot) }
      added.append(facility.id)
      taken.insert(facility.id)
      return facility
    }
    plan = plan.adding(new)
    for (row, station) in zip(first..., stations) {
      asked.insert("new \(station.kind)")
      if let phase = station.phase, plan.phases.count > 1 {
        conditions[plan.facilities.rows.ids[row], default: []].append(.builtInStage(phase))
      }
    }
    return first..<plan.facilities.count
  }

  /// What stands in no lot is called after the first.
  private var nearestLot: Int? { plan.parcels.count > 0 ? 0 : nil }

  private func newID(in lot: Int) -> String {
    let stem = lot >= 0 ? plan.parcels.rows.ids[lot] : plan.name
    var number = added.count + 1
    while taken.contains("\(stem)+\(number)") { number += 1 }
    return "\(stem)+\(number)"
  }

  /// The stage that what is built in a lot is built in: with its housing; `nil`: the plan has none.
  func phase(ofLot lot: Int) -> Int? {
    guard let first = plan.phases.first else { return nil }
    return lot >= 0 ? plan.parcels.phase[lot] ?? first : first
  }

  mutating func note(_ id: String, _ key: RuleKey, _ condition: RemedyCondition) {
    if !conditions[id, default: []].contains(condition) {
      conditions[id, default: []].append(condition)
    }
    ask(id, key)
  }

  mutating func ask(_ id: String, _ key: RuleKey) {
    if !reasons[id, default: []].contains(key) { reasons[id, default: []].append(key) }
  }
}

extension FacilityMeasure {
  /// Those that a plan states, in the order in which one is taken down: what others are asked
  /// for in proportion to comes first.
  static let stated: [FacilityMeasure] = [
    .places, .beds, .nursingBeds, .doctors, .nurses, .landArea, .floorArea,
  ]
}
