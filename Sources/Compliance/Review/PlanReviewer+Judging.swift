internal import Documents
internal import Measuring
internal import Planning
internal import Quantities
internal import Rules
internal import Workers

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
  func judge(
    _ plan: Plan, only: Set<RuleKey>? = nil, isBrief: Bool = false,
    memory: ReviewMemory = ReviewMemory(), workers: Workers
  ) async throws -> [ClauseOpinion] {
    let wanted = rules.filter {
      !$0.rule.subject.isUnit && (only?.contains($0.key) ?? true)
    }
    let open = wanted.filter { !$0.sharesSupply(city.project) }
    async let openRun = openRun(
      plan, open, surroundings.context(of: plan, in: city, isBrief: isBrief), isBrief: isBrief,
      workers)
    let shared = try await sharedRuns(
      plan, wanted, isBrief: isBrief, memory, workers)
    let opened = try await openRun
    var answers: [RuleFindings] = []
    var facilityIDs: [[[String]]] = []
    for pair in wanted {
      let key = pair.key
      let answer: (findings: RuleFindings, facilities: [[String]])?
      if let found = shared[key] {
        answer = found
      } else {
        answer = opened.findings[key].map { $0.aboutPlan(in: opened.joined) }
      }
      guard let answer, answer.findings.count > 0 else { continue }
      answers.append(answer.findings)
      facilityIDs.append(answer.facilities)
    }
    let counting = Disputes.settle(&answers)
    return answers.indices.map { index in
      ClauseOpinion(
        answers[index], counting: counting[index],
        facilities: facilityIDs[index], plan: plan)
    }
  }

  /// Rules that do not share supply, over a part of the city.
  func openRun(
    _ plan: Plan, _ open: [AppliedRule], _ part: Surroundings.Part,
    isBrief: Bool, _ workers: Workers
  ) async throws -> OpenRun {
    let joined = JoinedCity(
      measured, parcels: part.parcels, facilities: part.facilities, plan: plan, columns: columns)
    let measured = MeasuredCity(
      joined.city, vocabulary: vocabulary,
      walks: try await walks(part, plan, workers: workers), planned: PlannedRows(joined, nil),
      workers: workers)
    let findings = try await measured.findings(of: open, isBrief: isBrief)
    return OpenRun(
      joined: joined, part: part.isComplete,
      findings: Dictionary(
        zip(open.map { $0.key }, findings), uniquingKeysWith: { first, _ in first }))
  }

  /// The rules that share supply, each over those who are connected with the plan by it.
  private func sharedRuns(
    _ plan: Plan, _ wanted: [AppliedRule], isBrief: Bool,
    _ memory: ReviewMemory, _ workers: Workers
  ) async throws -> [RuleKey: (RuleFindings, [[String]])] {
    let shared = wanted.filter { $0.sharesSupply(city.project) }
    return try await withThrowingTaskGroup(
      of: (RuleKey, RuleFindings, [[String]])?.self
    ) { group in
      for pair in shared {
        group.addTask {
          let key = pair.key
          let (joined, part) = community(of: plan, under: key, memory)
          let measured = MeasuredCity(
            joined.city, vocabulary: vocabulary,
            walks: try await walks(part, plan, workers: workers),
            planned: PlannedRows(joined, memory.shares), workers: workers)
          // Who the clause does not speak of at all is not asked.
          let applies = Applies(to: .parcels, pair.when)
          let truths = try await measured.measure([applies])[applies].parcels
          guard joined.planParcels.contains(where: { truths[$0] != .no }),
            let findings = try await measured.findings(of: [pair], isBrief: isBrief).first
          else { return nil }
          let about = findings.aboutPlan(in: joined)
          return (key, about.findings, about.facilities)
        }
      }
      return try await group.reduce(into: [:]) { result, answer in
        if let answer { result[answer.0] = (answer.1, answer.2) }
      }
    }
  }

  /// The plan among those who are connected with it under one clause.
  func community(
    of plan: Plan, under key: RuleKey, _ memory: ReviewMemory
  ) -> (city: JoinedCity, part: Surroundings.Part) {
    let limit = baseline[key]?.reachMetres ?? 2_000
    let rows = [plan.parcels.rows, plan.facilities.rows]
    let site = ReviewMemory.Site(
      rule: key, x: rows.flatMap(\.placeX), y: rows.flatMap(\.placeY))
    let part = memory.part(site) {
      surroundings.community(of: plan, under: key, limit: limit * 1.25, in: city)
    }
    let joined = JoinedCity(
      measured, parcels: part.parcels, facilities: part.facilities, plan: plan, columns: columns)
    return (joined, part)
  }
}

extension PlannedRows {
  /// What is a plan's in a joined city.
  init(_ joined: JoinedCity, _ memory: ShareMemory?) {
    self.init(
      isParcel: joined.cityParcels.map { $0 < 0 }, isFacility: joined.cityFacilities.map { $0 < 0 },
      cityParcels: joined.cityParcels.filter { $0 >= 0 },
      cityFacilities: joined.cityFacilities.filter { $0 >= 0 }, memory: memory)
  }
}

extension RuleFindings {
  /// What was found about the rows of a plan, in its own numbers, with the ids of the facilities
  /// that counted for each.
  fileprivate func aboutPlan(
    in joined: JoinedCity
  ) -> (findings: RuleFindings, facilities: [[String]]) {
    let ids = joined.city.facilities.rows.ids
    var entries: [Int] = []
    var planRows: [Int32] = []
    switch table {
    case .parcels:
      for (planRow, row) in joined.planParcels.enumerated() {
        entries.append(row)
        planRows.append(Int32(planRow))
      }
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
    var result = RuleFindings(rule: rule, table: table, rows: planRows)
    result.verdicts = entries.map { verdicts[$0] }
    result.flags = entries.map { flags[$0] }
    result.measured = entries.map { measured[$0] }
    result.shortfall = entries.map { shortfall[$0] }
    result.reasonCases = reasonCases
    result.reasons = entries.map { reasons[$0] }
    result.required = required
    result.requiredUpper = requiredUpper
    result.shortfallUnit = shortfallUnit
    result.attribution = attribution
    result.reachMetres = reachMetres
    result.isWalked = isWalked
    if !distance.isEmpty { result.distance = entries.map { distance[$0] } }
    let counted = entries.map { entry in
      if !nearest.isEmpty { return nearest[entry] < 0 ? [] : [ids[Int(nearest[entry])]] }
      return facilities(of: entry).map { ids[Int($0)] }
    }
    return (result, counted)
  }
}

extension ClauseOpinion {
  fileprivate init(
    _ findings: RuleFindings, counting: [Bool], facilities: [[String]], plan: Plan
  ) {
    rule = findings.rule
    required = findings.required
    requiredUpper = findings.requiredUpper
    shortfallUnit = findings.shortfallUnit
    attribution = findings.attribution
    reachMetres = findings.reachMetres
    isWalked = findings.isWalked
    let isAdvisory = findings.rule.force == .advisory
    let subjects = findings.rows.indices.map { entry in
      let row = Int(findings.rows[entry])
      let (id, name) =
        switch findings.table {
        case .parcels: (plan.parcels.rows.ids[row], plan.parcels.rows.names[row])
        case .facilities: (plan.facilities.rows.ids[row], plan.facilities.rows.names[row])
        case .territory, .units: (plan.name, nil as String?)
        }
      let missing = findings.shortfall[entry]
      return SubjectOpinion(
        table: findings.table, row: row, id: id, name: name, verdict: findings.verdicts[entry],
        flags: findings.flags[entry],
        counts: !isAdvisory && (counting.isEmpty || counting[entry]),
        measured: findings.measured[entry],
        shortfall: missing == RuleFindings.noAmount ? nil : Amount(micros: missing),
        reason: findings.reason(of: entry), facilities: facilities[entry],
        distance: findings.distance.isEmpty ? nil : findings.distance[entry])
    }
    verdict = subjects.reduce(.notApplicable) { Verdict.worse($0, $1.verdict) }
    countedVerdict = subjects.reduce(.notApplicable) {
      $1.counts ? Verdict.worse($0, $1.verdict) : $0
    }
    flags = subjects.reduce(into: []) { $0.formUnion($1.flags) }
    // The worst first: those that stand above no other.
    self.subjects = subjects.enumerated().sorted { a, b in
      let (mine, theirs) = (a.element.verdict, b.element.verdict)
      if mine != theirs { return Verdict.worse(mine, theirs) == mine }
      return a.offset < b.offset
    }.map(\.element)
  }
}
