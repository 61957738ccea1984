internal import Documents
internal import GeoData
internal import Measuring
internal import Planar
internal import Planning
internal import Quantities
internal import Rules
internal import Workers

/// Looks for the least that makes a plan pass.
///
/// Failing clauses are mended one after the other, each in its own terms, and the plan is judged
/// again: what mends one may be asked more of by another (a new room must be large enough). When
/// nothing fails any more, each amount is taken down as far as all clauses still pass, so that one
/// unit less of anything would not do.
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
  /// What each facility must meet besides amounts, by id.
  var conditions: [String: [RemedyCondition]] = [:]
  /// Where a new facility may stand, by its id; working CRS.
  var allowed: [String: Geometry] = [:]
  /// Which clauses ask for which facility, by its id.
  var reasons: [String: [RuleKey]] = [:]
  var beyond: [RuleKey: RemedyLimit] = [:]
  /// The rules that may speak of the plan, whatever is added to it.
  private var wanted: Set<RuleKey> = []

  init(
    _ reviewer: PlanReviewer, _ plan: Plan, of duties: Set<Duty>, memory: Memory, workers: Workers
  ) {
    self.duties = duties
    self.memory = memory
    self.reviewer = reviewer
    self.workers = workers
    submitted = plan
    self.plan = plan
  }

  /// What was asked for since the plan was judged last: the same need not be asked for twice.
  var asked: Set<String> = []

  /// Rounds of mending: a guard only, since each round adds or enlarges something that is missing.
  private static let rounds = 60

  /// - Parameters:
  ///   - clauses: As the plan was judged.
  ///   - phases: The same by stage.
  mutating func run(_ clauses: [ClauseOpinion], phases: [PhaseOpinion]) async throws -> Remedy? {
    let failing = self.failing(clauses)
    let failingEarly = phases.flatMap { self.failing($0.clauses) }
    guard !failing.isEmpty || !failingEarly.isEmpty else { return nil }
    // What does not speak of the plan now may do so of a new facility, not of a parcel.
    wanted = Set(
      clauses.filter { $0.verdict != .notApplicable || $0.rule.subject != .parcel }
        .map { $0.key })
    for pair in reviewer.rules where pair.subject == .facility { wanted.insert(pair.key) }
    var open = failing
    for _ in 0..<Self.rounds where !open.isEmpty {
      var isChanged = false
      asked = []
      for clause in open where try await mend(clause) { isChanged = true }
      guard isChanged else { break }
      open = self.failing(try await judge(plan)).filter { beyond[$0.key] == nil }
    }
    // What could be mended and was not is no fault of the clause.
    let hopeless = beyond
    for clause in open where beyond[clause.key] == nil {
      beyond[clause.key] = .noSingleChange
    }
    try await moveForward(failingEarly)
    let tolerated = Set(beyond.keys)
    if tolerated.isEmpty || open.allSatisfy({ tolerated.contains($0.key) }) {
      try await takeDown(tolerated)
    }
    try plan.locateAdded(Set(added), crs: reviewer.city.workingCRS)
    let left = try await failingEver(plan)
    let all = Set((failing + failingEarly).map { $0.key })
    let stillFailing = Set(left.map { $0.key })
    return Remedy(
      steps: try steps(),
      mends: (failing + failingEarly).map { $0.key }.unique
        .filter { !stillFailing.contains($0) },
      beyond: beyond.filter { all.contains($0.key) }.map { (rule: $0.key, reason: $0.value) }
        .sorted { ($0.rule.pack, $0.rule.rule) < ($1.rule.pack, $1.rule.rule) },
      isVerified: stillFailing.isSubset(of: Set(hopeless.keys)), plan: plan)
  }

  private func judge(
    _ plan: Plan, only: Set<RuleKey>? = nil
  ) async throws -> [ClauseOpinion] {
    try await reviewer.judge(
      plan, only: only ?? wanted, isBrief: true, memory: memory, workers: workers)
  }

  /// Clauses that count, fail and are to be mended.
  func failing(_ clauses: [ClauseOpinion]) -> [ClauseOpinion] {
    clauses.filter { $0.countedVerdict == .fail && duties.contains($0.rule.duty) }
  }

  /// Clauses that fail with everything built, or at the end of any stage.
  private func failingEver(
    _ plan: Plan, only: Set<RuleKey>? = nil
  ) async throws -> [ClauseOpinion] {
    var result = failing(try await judge(plan, only: only))
    for phase in plan.phases.dropLast() {
      let standing = plan.standing(after: phase)
      guard standing.parcels.count > 0 else { continue }
      result += failing(try await judge(standing, only: only))
    }
    return result
  }

  /// Whether a plan fails nothing but what is beyond mending.
  ///
  /// - Parameter only: The rules that a change can matter to.
  private func passes(
    _ plan: Plan, _ tolerated: Set<RuleKey>, only: Set<RuleKey>? = nil
  ) async throws -> Bool {
    try await failingEver(plan, only: only).allSatisfy { tolerated.contains($0.key) }
  }

  /// Rules that read some column of facilities of a kind.
  private func rules(reading column: String?, ofKind kind: Int) -> Set<RuleKey> {
    let lineage = Set(reviewer.vocabulary.lineages[kind])
    let rules = reviewer.rules.filter { pair in
      wanted.contains(pair.key) && (column.map(pair.columns.contains) ?? true)
        && pair.check.facilityKinds.contains(where: lineage.contains)
    }
    return Set(rules.map { $0.key })
  }

  // MARK: The least

  private mutating func takeDown(_ tolerated: Set<RuleKey>) async throws {
    guard try await passes(plan, tolerated) else { return }
    // A facility that came for one clause may have become needless with what the next asked for.
    for id in added {
      guard let row = plan.facilities.rows.ids.lastIndex(of: id) else { continue }
      let without = plan.removing(facility: id)
      let only = rules(reading: nil, ofKind: plan.facilities.kind[row])
      if try await passes(without, tolerated, only: only) { forget(id, without) }
    }
    for measure in FacilityMeasure.stated {
      for (id, from) in raised(measure) {
        try await takeDown(measure, of: id, from: from, tolerated)
      }
    }
  }

  private mutating func forget(_ id: String, _ without: Plan) {
    plan = without
    added.removeAll { $0 == id }
    conditions[id] = nil
    allowed[id] = nil
    reasons[id] = nil
  }

  /// Facilities that have more of something than was planned, with what was.
  private func raised(_ measure: FacilityMeasure) -> [(id: String, from: Amount)] {
    let now = plan.facilities.amounts(of: measure) ?? []
    let then = submitted.facilities.amounts(of: measure) ?? []
    return plan.facilities.rows.ids.enumerated().compactMap { row, id in
      let before = submitted.facilities.rows.ids.firstIndex(of: id).flatMap { then[$0] } ?? .zero
      guard let amount = now[row], amount > before else { return nil }
      return (id, before)
    }
  }

  /// The least whole number of units above what was planned that still passes.
  private mutating func takeDown(
    _ measure: FacilityMeasure, of id: String, from: Amount, _ tolerated: Set<RuleKey>
  ) async throws {
    guard let row = plan.facilities.rows.ids.lastIndex(of: id),
      let to = plan.facilities.amounts(of: measure)?[row]
    else { return }
    func with(_ units: Int64) -> Plan {
      var plan = plan
      plan.facilities.set(measure, from + Amount(Int(units)), at: row)
      return plan
    }
    let only = rules(reading: measure.name, ofKind: plan.facilities.kind[row])
    var high = ((to - from).roundedUp.micros) / Amount.scale
    // Mostly it is the least already.
    guard high > 0, try await passes(with(high - 1), tolerated, only: only) else { return }
    var low: Int64 = 0
    high -= 1
    while low < high {
      let middle = low + (high - low) / 2
      if try await passes(with(middle), tolerated, only: only) {
        high = middle
      } else {
        low = middle + 1
      }
    }
    plan = with(high)
  }

  // MARK: Stages

  /// Brings facilities forward to the stage in which they are missed.
  private mutating func moveForward(_ failing: [ClauseOpinion]) async throws {
    guard !failing.isEmpty else { return }
    for phase in plan.phases.dropLast() {
      let standing = plan.standing(after: phase)
      guard standing.parcels.count > 0 else { continue }
      let missed = self.failing(try await judge(standing))
        .filter { beyond[$0.key] == nil }
      let last = plan.phases.last ?? phase
      for clause in missed {
        let kinds = reviewer.vocabulary.descendants(of: clause.rule.check.facilityKinds)
        for row in 0..<plan.facilities.count
        where kinds.contains(plan.facilities.kind[row])
          && (plan.facilities.phase[row] ?? last) > phase
        {
          var moved = plan
          moved.facilities.phase[row] = phase
          let key: Set = [clause.key]
          let now = try await judge(moved.standing(after: phase), only: key)
          let before = try await judge(plan.standing(after: phase), only: key)
          guard Self.shortfall(now) < Self.shortfall(before) else { continue }
          plan = moved
          let id = plan.facilities.rows.ids[row]
          note(
            id, clause.key, .builtInStage(phase))
        }
      }
    }
  }

  /// How far clauses are from passing: a number to compare only.
  private static func shortfall(_ clauses: [ClauseOpinion]) -> Double {
    clauses.flatMap(\.subjects).filter { $0.counts && $0.verdict == .fail }
      .reduce(0) { $0 + 1e9 + ($1.shortfall?.double ?? 0) }
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

extension Array where Element: Hashable {
  /// Each once, in the order of their first places.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension FacilityMeasure {
  /// Those that a plan states, in the order in which one is taken down: what others are asked
  /// for in proportion to comes first.
  static let stated: [FacilityMeasure] = [
    .places, .beds, .nursingBeds, .doctors, .nurses, .landArea, .floorArea,
  ]
}
