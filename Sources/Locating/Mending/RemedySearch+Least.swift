internal import Compliance
internal import GeoData
internal import Measuring
internal import Planning
internal import Quantities
internal import Rules

extension RemedySearch {
  /// Amounts and facilities up to which each is tried with one less; the least of a flow is the least for more as well,
  /// but for what several clauses ask of one facility together.
  private static let mostTried = 80

  mutating func takeDown(_ tolerated: Set<RuleKey>) async throws {
    guard added.count + changes <= Self.mostTried, try await passes(plan, tolerated) else { return }
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

  /// Whether a plan fails nothing but what is beyond mending.
  ///
  /// - Parameter only: The rules that a change can matter to.
  private func passes(
    _ plan: Plan, _ tolerated: Set<RuleKey>, only: Set<RuleKey>? = nil
  ) async throws -> Bool {
    failing(try await judgeEver(plan, only: only)).allSatisfy { tolerated.contains($0.key) }
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

  /// How many amounts are more than was planned.
  private var changes: Int {
    FacilityMeasure.stated.reduce(0) { $0 + raised($1).count }
  }

  mutating func forget(_ id: String, _ without: Plan) {
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
    let before = Dictionary(
      zip(submitted.facilities.rows.ids, then), uniquingKeysWith: { first, _ in first })
    return plan.facilities.rows.ids.enumerated().compactMap { row, id in
      let before = (before[id] ?? nil) ?? .zero
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

  /// Builds what is planned in earlier stages, if that alone mends all that early stages miss and the last one does not.
  ///
  /// - Returns: Whether it does.
  mutating func buildEarlier(_ early: [ClauseOpinion], but late: Set<RuleKey>) async throws -> Bool
  {
    guard !early.isEmpty, early.allSatisfy({ !late.contains($0.key) }) else { return false }
    var trial = self
    try await trial.moveForward(early)
    let keys = Set(early.map { $0.key })
    guard try await failing(judgeEver(trial.plan, only: keys)).isEmpty else { return false }
    self = trial
    return true
  }

  /// Brings facilities forward to the stage in which they are missed.
  mutating func moveForward(_ failing: [ClauseOpinion]) async throws {
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
}
