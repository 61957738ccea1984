internal import Documents
public import GeoData
public import Measuring
public import Planning
public import Rules
public import Workers

/// Reviews plans against a city that is loaded and measured once.
///
/// A plan is judged in the context of the part of the city that it can touch: for most clauses what
/// lies within their longest reach, for shared supply everyone who is connected with the plan over
/// shared facilities. What lies beyond cannot change, so the opinion is that of the whole city.
public struct PlanReviewer: Sendable {
  /// The city as it is.
  public let city: City
  /// The documents, in the order asked for.
  public let packs: [RulePack]
  /// The same with what rules read, to be cut into parts.
  let measured: City
  /// The source columns that rules read.
  let columns: ColumnsRead
  /// How its units lie in each other, with any plan.
  let tree: UnitTree
  /// Whether a rule asks in which facilities rows lie.
  let readsHosts: Bool
  /// The walking network, with the city on it; `nil`: none.
  public let network: CityNetwork?
  package let vocabulary: FacilityKinds
  /// The rules that plans are judged by, in the order of the packs.
  package let rules: [AppliedRule]
  /// Without any plan, by rule; rules about plans are not in it.
  let baseline: [RuleKey: RuleFindings]
  let surroundings: Surroundings

  /// Measures the city as it is.
  ///
  /// - Parameters:
  ///   - choice: Rules to judge by.
  /// - Throws: `RuleChoiceError`.
  public init(
    city: City, packs: [RulePack], vocabulary: FacilityKinds, network: CityNetwork? = nil,
    workers: Workers, choice: RuleChoice = RuleChoice()
  ) async throws {
    var city = city
    if let network { city.inputs.append(network.input) }
    self.city = city
    self.packs = packs
    self.vocabulary = vocabulary
    self.network = network
    let all = packs.flatMap(\.appliedRules)
    try choice.check(all)
    rules = all.filter { Self.isReviewed($0, city) && choice.contains($0) }
    let asked = rules + rules.flatMap(\.foundations)
    let read = asked.reduce(into: Set<String>()) { $0.formUnion($1.rule.columns) }
    // Under the names that files have for them, too.
    let named = read.flatMap { city.words.sourceNames(of: $0, in: .facilities) }
    columns = ColumnsRead(
      parcels: asked.reduce(into: []) { $0.formUnion($1.rule.parcelColumns) },
      facilities: read.union(named))
    readsHosts = read.contains(Condition.hostColumn)
    measured = city.reduced(to: columns)
    var known = Set<RuleKey>()
    let standing = asked.filter {
      $0.rule.subject != .plan && known.insert($0.key).inserted
    }
    let asItIs = MeasuredCity(
      city, vocabulary: vocabulary,
      walks: network.map { Walks(network: $0.network, access: $0.access) }, workers: workers)
    tree = asItIs.frame.tree
    let findings = try await asItIs.findings(of: standing, isBrief: true)
    let radius = ParcelRadius()
    var baseline: [RuleKey: RuleFindings] = [:]
    for (pair, found) in zip(standing, findings) { baseline[pair.key] = found }
    self.baseline = baseline
    surroundings = Surroundings(
      city, baseline, parcelRadius: try await asItIs.measure([radius])[radius])
  }

  /// Rules about the city as a whole are not asked of a plan, nor those that count what passes
  /// other rules all over it.
  private static func isReviewed(_ rule: AppliedRule, _ city: City) -> Bool {
    switch rule.subject {
    case .parcel, .facility, .plan: return true
    case .city, .province: return false
    case .community, .street, .township, .district, .planning:
      let levels = Set(rule.subjects.map(\.rawValue))
      guard city.units.level.contains(where: { levels.contains($0.rawValue) }) else { return false }
      return rule.check.passing.isEmpty
    }
  }

  /// What a review is to contain.
  public struct Options: Sendable {
    /// Whether to say what the plan does to others.
    public var withEffects = true
    /// Whether to look for what would make the plan pass.
    public var withRemedy = true
    /// Whose clauses the conclusion rests on.
    public var duties = Set(Duty.allCases)
    /// Whose clauses are mended: a developer is asked for what is his own to provide.
    public var remedied: Set<Duty> = [.developer]

    /// Everything.
    public init() {}
  }

  /// Reviews one plan.
  ///
  /// - Parameter mend: Says what would make it pass, of its clauses with everything built and by stage.
  /// - Throws: `PlanReviewError` where there is nothing to review, or where it does not belong to
  ///   the city.
  package func opinion(
    on plan: Plan, options: Options, workers: Workers,
    mend: ([ClauseOpinion], [PhaseOpinion], Memory) async throws -> Remedy?
  ) async throws -> PlanReview {
    try check(plan)
    let memory = Memory()
    async let others =
      options.withEffects ? effects(of: plan, memory, workers: workers) : PlanEffects()
    let clauses = try await judge(plan, memory: memory, workers: workers)
    var phases: [PhaseOpinion] = []
    for phase in plan.phases {
      let standing = plan.standing(after: phase)
      phases.append(
        PhaseOpinion(
          phase: phase, parcels: standing.parcels.count, facilities: standing.facilities.count,
          clauses: standing.parcels.count + standing.facilities.count == 0
            ? [] : try await judge(standing, workers: workers)))
    }
    let remedy = options.withRemedy ? try await mend(clauses, phases, memory) : nil
    return PlanReview(
      plan: plan, packs: packs, city: city, clauses: clauses, phases: phases,
      effects: try await others, remedy: remedy,
      requests: DataRequests(
        clauses + phases.dropLast().flatMap(\.clauses), plan, in: city, kinds: vocabulary,
        rules: rules),
      overlaps: try surroundings.overlaps(plan, city),
      onSite: onSite(plan))
  }

  private func onSite(_ plan: Plan) -> [FacilityOnSite] {
    let near = surroundings.context(of: plan, in: city, isBrief: true).facilities
    let joined = JoinedCity(
      CityExtract(of: measured, parcels: [], facilities: near), plan: plan, columns: columns)
    // What does not stand on the day is not there, but where the project counts what is to come.
    let standings = joined.facilitiesOnSite.isEmpty ? [] : city.standings
    return joined.facilitiesOnSite.filter { found in
      let standing = standings[Int(found.facility)]
      let isComing = city.project.countsPlanned && !standing.isDisjoint(with: .coming)
      return standing.isOpen != false || isComing
    }.map {
      FacilityOnSite(
        row: $0.facility, facility: city.facilities.rows.ids[$0.facility],
        parcel: plan.parcels.rows.ids[$0.parcel])
    }
  }

  private func check(_ plan: Plan) throws(PlanReviewError) {
    guard plan.parcels.count + plan.facilities.count > 0 else {
      throw .nothingToReview(plan: plan.name, rejected: plan.rejected)
    }
    let repeated = plan.repeatedIDs(in: city)
    guard repeated.parcels.isEmpty, repeated.facilities.isEmpty else {
      throw .repeatedIDs(plan: plan.name, ids: repeated.parcels + repeated.facilities)
    }
    try surroundings.checkPlace(of: plan)
  }
}

extension PlanReviewer {
  /// The network with the rows of a joined city on it.
  func walks(
    _ part: Surroundings.Part, _ plan: Plan, workers: Workers
  ) async throws -> Walks? {
    guard let network else { return nil }
    let own = try await network.access(of: plan, workers: workers)
    return Walks(
      network: network.network,
      access: network.access.selecting(parcels: part.parcels, facilities: part.facilities)
        .appending(own))
  }
}
