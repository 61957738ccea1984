internal import Documents
package import Measuring
package import Planning
internal import Quantities
package import Rules
package import Workers

/// A run over a part of the city, with a plan in it.
struct OpenRun: Sendable {
  let joined: JoinedCity
  /// Rows of the city whose findings are those of the whole city.
  let part: Set<Int>
  /// By rule.
  let findings: [RuleKey: RuleFindings]
}

extension PlanReviewer {
  /// Applies the rules about plans, parcels and facilities to a plan.
  ///
  /// - Parameters:
  ///   - only: The rules to apply; `nil`: all.
  ///   - isBrief: Whether verdicts are all that is wanted, without what explains them.
  ///   - memory: Of the review; of no other plan.
  package func judge(
    _ plan: Plan, only: Set<RuleKey>? = nil, isBrief: Bool = false,
    memory: Memory = Memory(), workers: Workers
  ) async throws -> [ClauseOpinion] {
    let wanted = rules.filter {
      !$0.rule.subject.isUnit && (only?.contains($0.key) ?? true)
    }
    let open = wanted.filter { !$0.sharesSupply(city.project) }
    async let openRun = openRun(
      plan, open, over: surroundings.context(of: plan, in: city, isBrief: isBrief),
      isBrief: isBrief, memory, workers: workers)
    let shared = try await sharedRuns(
      plan, wanted, isBrief: isBrief, memory: memory, workers: workers)
    let opened = try await openRun
    let facilities = city.facilities.count
    var answers = wanted.compactMap { rule in
      shared[rule.key]
        ?? opened.findings[rule.key].map {
          $0.aboutPlan(in: opened.joined, facilitiesOfCity: facilities)
        }
    }.filter { $0.count > 0 }
    let counting = Disputes.settle(&answers)
    let names = OpinionNames(plan, in: city)
    return zip(answers, counting).map { ClauseOpinion($0, counting: $1, names) }
  }

  /// What a rule that divides supply asks of facilities once a plan stands: see `FairTerms`.
  ///
  /// - Returns: Also the city with the plan that the answer's rows are of; `nil` where the rule divides nothing, or
  ///   speaks of no parcel of the plan.
  package func terms(
    of rule: AppliedRule, with plan: Plan, _ memory: Memory, workers: Workers
  ) async throws -> (answer: FairTerms.Answer, city: JoinedCity)? {
    let (joined, part) = await community(of: plan, under: rule.key, memory)
    let measured = MeasuredCity(
      joined.city, vocabulary: vocabulary, walks: try await walks(part, plan, workers: workers),
      planned: PlannedRows(joined, memory), workers: workers, tree: tree)
    guard case .shared(let terms)? = rule.sitingTerms(in: measured.frame) else { return nil }
    return (try await measured.measure([terms])[terms], joined)
  }

  /// Rules that do not share supply, over a part of the city.
  func openRun(
    _ plan: Plan, _ open: [AppliedRule], over part: Surroundings.Part, isBrief: Bool,
    _ memory: Memory, workers: Workers
  ) async throws -> OpenRun {
    let rows = ExtractedRows(parcels: part.parcels, facilities: part.facilities)
    let extract = await memory.latestAnswer(under: OpenHeading(isBrief: isBrief), to: rows) {
      CityExtract(of: self.measured, parcels: rows.parcels, facilities: rows.facilities)
    }
    let joined = JoinedCity(extract, plan: plan, columns: columns)
    let measured = MeasuredCity(
      joined.city, vocabulary: vocabulary,
      walks: try await walks(part, plan, workers: workers), planned: PlannedRows(joined, nil),
      workers: workers, tree: tree)
    let findings = try await measured.findings(of: open, isBrief: isBrief)
    return OpenRun(
      joined: joined, part: part.isComplete,
      findings: Dictionary(
        zip(open.map { $0.key }, findings), uniquingKeysWith: { first, _ in first }))
  }

  /// The rules that share supply, each over those who are connected with the plan by it.
  private func sharedRuns(
    _ plan: Plan, _ wanted: [AppliedRule], isBrief: Bool,
    memory: Memory, workers: Workers
  ) async throws -> [RuleKey: RuleFindings] {
    let sharing = wanted.filter { $0.sharesSupply(city.project) }
    // Nothing that is tried for a remedy changes the plan's parcels.
    let shared = try await memory.answer(to: SpokenRules(of: sharing.map(\.key))) {
      try await speaking(of: plan, sharing, workers)
    }
    return try await withThrowingTaskGroup(
      of: RuleFindings?.self
    ) { group in
      for pair in shared {
        group.addTask {
          let key = pair.key
          let (joined, part) = await community(of: plan, under: key, memory)
          let measured = MeasuredCity(
            joined.city, vocabulary: vocabulary,
            walks: try await walks(part, plan, workers: workers),
            planned: PlannedRows(joined, memory), workers: workers, tree: tree)
          return try await measured.findings(of: [pair], isBrief: isBrief).first?
            .aboutPlan(in: joined, facilitiesOfCity: city.facilities.count)
        }
      }
      return try await group.reduce(into: [:]) { result, answer in
        if let answer { result[answer.key] = answer }
      }
    }
  }

  /// Those of some rules that speak of a parcel of a plan, or may: that nearly always hangs on the plan
  /// alone, so it is asked before anybody around it is looked up.
  private func speaking(
    of plan: Plan, _ rules: [AppliedRule], _ workers: Workers
  ) async throws -> [AppliedRule] {
    let nobody = CityExtract(of: measured, parcels: [], facilities: [])
    let alone = MeasuredCity(
      JoinedCity(nobody, plan: plan, columns: columns).city, vocabulary: vocabulary,
      workers: workers, tree: tree)
    let applies = rules.map { Applies(to: .parcels, $0.when) }
    let known = try await alone.measure(applies)
    return zip(rules, applies).filter { rule, applies in
      // Of what a parcel lies in, the plan alone does not tell.
      rule.when.columns.contains(Condition.hostColumn)
        || known[applies].parcels.contains { $0 != .no }
    }.map(\.0)
  }

  /// The plan among those who are connected with it under one clause.
  func community(
    of plan: Plan, under key: RuleKey, _ memory: Memory
  ) async -> (city: JoinedCity, part: Surroundings.Part) {
    let limit = baseline[key]?.reachMetres ?? 2_000
    let site = CommunitySite(key, plan)
    let part = await memory.answer(to: site) {
      let part = surroundings.community(of: plan, under: key, limit: limit * 1.25, in: city)
      // What rows lie in may be any facility.
      return readsHosts
        ? Surroundings.Part(
          parcels: part.parcels, facilities: Array(0..<city.facilities.count),
          isComplete: part.isComplete) : part
    }
    // A search for a remedy tries many places, each a few times in a row: only the latest is kept.
    let extract = await memory.latestAnswer(under: ExtractHeading(rule: key), to: site) {
      CityExtract(of: measured, parcels: part.parcels, facilities: part.facilities)
    }
    return (JoinedCity(extract, plan: plan, columns: columns), part)
  }
}

/// Which of some rules speak of a plan's parcels.
private struct SpokenRules: Hashable, Sendable {
  let of: [RuleKey]
}

/// Who is connected with a plan under a clause: what a review asks again and again. It does not depend
/// on how much a planned facility has, only on where it stands.
private struct CommunitySite: Hashable, Sendable {
  let rule: RuleKey
  /// As bits: what has no place yet stands where it stood before.
  let places: [UInt64]

  init(_ rule: RuleKey, _ plan: Plan) {
    self.rule = rule
    places = [plan.parcels.rows, plan.facilities.rows]
      .flatMap { $0.placeX + $0.placeY }.map(\.bitPattern)
  }
}

/// Under which the rows that are connected with a plan by a clause are kept, taken out of the city.
private struct ExtractHeading: Hashable, Sendable {
  let rule: RuleKey
}

/// Rows of the city that rules are asked about that do not share supply.
private struct ExtractedRows: Hashable, Sendable {
  let parcels: [Int]
  let facilities: [Int]
}

/// Under which those rows are kept, taken out of the city.
private struct OpenHeading: Hashable, Sendable {
  let isBrief: Bool
}

extension PlannedRows {
  /// What is a plan's in a joined city.
  init(_ joined: JoinedCity, _ memory: Memory?) {
    self.init(
      isParcel: joined.cityParcels.map { $0 < 0 }, isFacility: joined.cityFacilities.map { $0 < 0 },
      cityParcels: joined.cityParcels.filter { $0 >= 0 },
      cityFacilities: joined.cityFacilities.filter { $0 >= 0 }, memory: memory)
  }
}

extension RuleFindings {
  /// What was found about the rows of a plan, in its own numbers; facilities are numbered as those of
  /// the city, then those of the plan.
  fileprivate func aboutPlan(in joined: JoinedCity, facilitiesOfCity count: Int) -> RuleFindings {
    var entries: [Int] = []
    var planRows: [Int32] = []
    switch table {
    case .parcels:
      entries = joined.planParcels
      planRows = joined.planParcels.indices.map { Int32($0) }
    case .facilities:
      let places = Dictionary(
        uniqueKeysWithValues: joined.planFacilities.enumerated().map { ($1, $0) })
      let found = rows.enumerated().compactMap { entry, row in
        places[Int(row)].map { (entry: entry, row: $0) }
      }.sorted { $0.row < $1.row }
      entries = found.map(\.entry)
      planRows = found.map { Int32($0.row) }
    case .territory:
      entries = Array(rows.indices)
      planRows = rows
    case .units: break
    }
    let first = Int32(joined.planFacilities.first ?? 0)
    return selecting(entries, rows: planRows) { row in
      let old = joined.cityFacilities[Int(row)]
      return old >= 0 ? old : Int32(count) + row - first
    }
  }
}
