public import Planning
public import Quantities
public import Rules

/// The opinion on one plan: clause by clause whether it complies, what is missing, what would make
/// it pass, and what it does to the neighbours.
public struct PlanReview: Sendable {
  /// What was reviewed.
  public let plan: Plan
  /// By which documents, in the order asked for.
  public let packs: [RulePack]
  /// The city as it is, without the plan.
  public let city: City
  /// Every clause that speaks of the plan, its parcels or its facilities, in the order of packs and
  /// their rules; where the plan has stages, with what stands when all are finished.
  public let clauses: [ClauseOpinion]
  /// By stage, where the plan names stages: the clauses with what stands by then.
  public let phases: [PhaseOpinion]
  /// What happens to those who are there already.
  public let effects: PlanEffects
  /// What would make the plan pass; `nil` where nothing fails.
  public let remedy: Remedy?
  /// What is to be added before everything can be decided.
  public let requests: DataRequests
  /// Where the plan lies on parcels that are there.
  public let overlaps: [PlanOverlap]
  /// Facilities of the city that stand in parcels of the plan, and are theirs.
  public let onSite: [FacilityOnSite]

  /// Over the clauses that count, at all stages: fail, else unknown, else pass, else not applicable.
  /// Rows that could not be read leave a plan unknown at best.
  public var verdict: Verdict {
    var verdict = ([clauses] + phases.map(\.clauses)).joined()
      .reduce(Verdict.notApplicable) { Verdict.worse($0, $1.countedVerdict) }
    if hasUndecidedRows { verdict = Verdict.worse(verdict, .unknown) }
    return verdict
  }

  /// Clauses that count and cannot be decided since data is missing; not those whose document
  /// states no figure.
  public var undecided: [ClauseOpinion] { clauses.filter(\.lacksData) }

  /// Whether any stage leaves a clause undecided, or rows were rejected.
  public var lacksData: Bool {
    hasUndecidedRows
      || ([clauses] + phases.map(\.clauses)).joined().contains(where: \.lacksData)
  }
}

/// One clause, applied to a plan: its findings about the plan's rows, with what counts of them.
public struct ClauseOpinion: Sendable {
  /// By row of the plan. Facilities are numbered as those of the city, then those of the plan.
  public let findings: RuleFindings
  /// The worst verdict of its subjects.
  public let verdict: Verdict
  /// Of all subjects that it speaks of.
  public let flags: Flags
  /// The worst verdict of the subjects that count in the overall verdict; `notApplicable` where
  /// none does: the clause is advisory, or another one settles the dispute.
  public let countedVerdict: Verdict
  /// Whom it speaks of: the worst first, then by row.
  public let subjects: [SubjectOpinion]

  /// The clause, as its pack applies it.
  public var rule: AppliedRule { findings.rule }
  /// Which clause it is.
  public var key: RuleKey { findings.key }
  /// What it is about: all of its subjects are of one table.
  public var table: SubjectTable { findings.table }
  /// What is required; `nil` where the rule has no figure.
  public var required: Amount? { findings.required }
  /// The upper figure of a range.
  public var requiredUpper: Amount? { findings.requiredUpper }
  /// The unit of `SubjectOpinion.shortfall`.
  public var shortfallUnit: MeasureUnit { findings.shortfallUnit }
  /// How shared supply was divided.
  public var attribution: Attribution? { findings.attribution }
  /// The limit, metres in a straight line or along the network, where the rule has one.
  public var reachMetres: Double? { findings.reachMetres }
  /// Whether the limit is along the walking network.
  public var isWalked: Bool { findings.isWalked }

  /// Whether it counts, and cannot be decided since data is missing.
  public var lacksData: Bool {
    countedVerdict == .unknown
      && subjects.contains {
        $0.counts && $0.verdict == .unknown && !$0.flags.contains(.noStandard)
      }
  }

  /// The subject that decides the verdict: of those with the worst one the first that lacks most;
  /// `nil` where the clause speaks of none. What it lacks is what the clause lacks, wherever that is
  /// told.
  public let worst: SubjectOpinion?

  /// The opinion that findings come to.
  ///
  /// - Parameters:
  ///   - counting: By subject, whether it counts in the overall verdict; empty: all do.
  ///   - names: Of the rows that the findings speak of.
  public init(_ findings: RuleFindings, counting: [Bool], _ names: OpinionNames) {
    self.findings = findings
    let isAdvisory = findings.rule.force == .advisory
    let subjects = findings.rows.indices.map { entry in
      SubjectOpinion(
        findings, entry, counts: !isAdvisory && (counting.isEmpty || counting[entry]), names)
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
    worst = Self.worst(of: self.subjects)
  }

  private static func worst(of subjects: [SubjectOpinion]) -> SubjectOpinion? {
    guard var worst = subjects.first else { return nil }
    for subject in subjects
    where subject.verdict == worst.verdict && subject.shortfall ?? .zero > worst.shortfall ?? .zero
    { worst = subject }
    return worst
  }
}

/// What the rows that an opinion speaks of are called.
public struct OpinionNames: Sendable {
  /// What the plan is called.
  public let plan: String
  /// Ids and names of the plan's parcels.
  let parcels: (ids: [String], names: [String?])
  /// Ids and names of the plan's facilities.
  let facilities: (ids: [String], names: [String?])
  /// Ids of facilities: those of the city, then those of the plan.
  public let facilityIDs: [String]

  /// The names of a plan's rows, and of a city's facilities.
  public init(_ plan: Plan, in city: City) {
    self.plan = plan.name
    parcels = (plan.parcels.rows.ids, plan.parcels.rows.names)
    facilities = (plan.facilities.rows.ids, plan.facilities.rows.names)
    facilityIDs = city.facilities.rows.ids + plan.facilities.rows.ids
  }
}

/// One clause, applied to one parcel or facility of the plan, or to the plan as a whole: one entry of
/// its findings, with names.
public struct SubjectOpinion: Sendable {
  /// What it is a row of; `territory`: the plan as a whole.
  public let table: SubjectTable
  /// Row among the plan's parcels or facilities; 0 for the plan.
  public let row: Int
  /// Its id; the plan's name for the plan.
  public let id: String
  /// Its name, if the data has one.
  public let name: String?
  /// What came out.
  public let verdict: Verdict
  /// What to know about it.
  public let flags: Flags
  /// Whether it counts in the overall verdict.
  public let counts: Bool
  /// The figure that was measured, in the rule's unit; NaN where there is none.
  public let measured: Double
  /// What is missing, or too much, in `ClauseOpinion.shortfallUnit`; `nil` where nothing is.
  public let shortfall: Amount?
  /// Whether it fails because it has too much.
  public let isExcess: Bool
  /// What there is to say.
  public let reason: Reason?
  /// Ids of the facilities that counted; of the nearest one for coverage.
  public let facilities: [String]
  /// Metres to the nearest facility, for coverage; infinite where there is none.
  public let distance: Double?

  fileprivate init(
    _ findings: RuleFindings, _ entry: Int, counts: Bool, _ names: OpinionNames
  ) {
    table = findings.table
    row = Int(findings.rows[entry])
    switch findings.table {
    case .parcels: (id, name) = (names.parcels.ids[row], names.parcels.names[row])
    case .facilities: (id, name) = (names.facilities.ids[row], names.facilities.names[row])
    case .territory, .units: (id, name) = (names.plan, nil)
    }
    verdict = findings.verdicts[entry]
    flags = findings.flags[entry]
    self.counts = counts
    measured = findings.measured[entry]
    let missing = findings.shortfall[entry]
    shortfall = missing == RuleFindings.noAmount ? nil : Amount(micros: missing)
    isExcess = verdict == .fail && findings.isExcess(entry)
    reason = findings.reason(of: entry)
    if let cover = findings.cover, !cover.nearest.isEmpty {
      let nearest = cover.nearest[entry]
      facilities = nearest < 0 ? [] : [names.facilityIDs[Int(nearest)]]
      distance = cover.distance[entry]
    } else {
      facilities = findings.facilities(of: entry).map { names.facilityIDs[Int($0)] }
      distance = nil
    }
  }
}

/// The clauses with what stands when one stage is finished.
public struct PhaseOpinion: Sendable {
  /// 1, 2 …
  public let phase: Int
  /// Parcels that stand.
  public let parcels: Int
  /// Facilities that stand.
  public let facilities: Int
  /// As for the plan as a whole.
  public let clauses: [ClauseOpinion]
}

/// A parcel of the plan that lies on one of the city.
public struct PlanOverlap: Sendable, Hashable {
  /// Id of the plan's parcel.
  public let planParcel: String
  /// Id of the city's parcel.
  public let parcel: String
  /// Square metres of both.
  public let area: Double
}

/// A facility of the city that stands in a parcel of the plan.
public struct FacilityOnSite: Sendable, Hashable {
  /// Row in the city.
  public let row: Int
  /// Its id.
  public let facility: String
  /// Id of the plan's parcel.
  public let parcel: String
}

/// What a plan does to those who are there already: one clause and one subject each, where anything
/// changes. Clauses that only report the distance from parcels to the nearest facility are left out.
public struct PlanEffects: Sendable {
  /// Parcels of the city.
  public var parcels: [EffectOnSubject] = []
  /// Facilities of the city that a clause judges.
  public var facilities: [EffectOnSubject] = []
  /// Units of the city, up to districts.
  public var units: [EffectOnSubject] = []
  /// Facilities, old and planned, whose load changes.
  public var loads: [EffectOnLoad] = []

  /// Whether nothing changes for anyone.
  public var isEmpty: Bool {
    parcels.isEmpty && facilities.isEmpty && units.isEmpty && loads.isEmpty
  }
}

/// What a plan does to one subject under one clause.
public struct EffectOnSubject: Sendable {
  /// The clause.
  public let rule: AppliedRule
  /// Which clause it is.
  public var key: RuleKey { rule.key }
  /// What `row` counts in.
  public let table: SubjectTable
  /// Row in the city.
  public let row: Int
  /// Its id.
  public let id: String
  /// Its name, if the data has one.
  public let name: String?
  /// Without the plan.
  public let before: Verdict
  /// With the plan.
  public let after: Verdict
  /// Without the plan, in the rule's unit; NaN where there is none.
  public let measuredBefore: Double
  /// With the plan.
  public let measuredAfter: Double
}

/// What a plan does to the load of one facility under one clause.
public struct EffectOnLoad: Sendable {
  /// The clause.
  public let rule: AppliedRule
  /// Which clause it is.
  public var key: RuleKey { rule.key }
  /// Id of the facility.
  public let id: String
  /// Whether it is the plan's.
  public let isPlanned: Bool
  /// Millionths of the supply's unit; 0 for a planned facility.
  public let loadBefore: Amount
  /// See `loadBefore`.
  public let loadAfter: Amount
  /// What it offers; `nil` where not known.
  public let capacity: Amount?

  /// Whether it is full now and was not.
  public var fillsUp: Bool {
    guard let capacity, capacity > .zero else { return false }
    return loadAfter >= capacity && loadBefore < capacity
  }
}
