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
  /// Where the plan lies on parcels that are there.
  public let overlaps: [PlanOverlap]

  /// Over the clauses that count, at all stages: fail, else unknown, else pass, else not applicable.
  /// Rows that could not be read leave a plan unknown at best.
  public var verdict: Verdict {
    var verdict = ([clauses] + phases.map(\.clauses)).joined()
      .reduce(Verdict.notApplicable) { Verdict.worse($0, $1.countedVerdict) }
    if !plan.rejected.isEmpty { verdict = Verdict.worse(verdict, .unknown) }
    return verdict
  }

  /// Clauses that count and cannot be decided since data is missing; not those whose document
  /// states no figure.
  public var undecided: [ClauseOpinion] { clauses.filter(\.lacksData) }

  /// Whether any stage leaves a clause undecided, or rows were rejected.
  public var lacksData: Bool {
    !plan.rejected.isEmpty
      || ([clauses] + phases.map(\.clauses)).joined().contains(where: \.lacksData)
  }
}

/// One clause, applied to a plan.
public struct ClauseOpinion: Sendable {
  /// The clause, as its pack applies it.
  public let rule: AppliedRule
  /// The worst verdict of its subjects.
  public var verdict: Verdict
  /// Of all subjects that it speaks of.
  public var flags: Flags
  /// The worst verdict of the subjects that count in the overall verdict; `notApplicable` where
  /// none does: the clause is advisory, or another one settles the dispute.
  public var countedVerdict: Verdict
  /// What is required; `nil` where the rule has no figure.
  public let required: Amount?
  /// The upper figure of a range.
  public let requiredUpper: Amount?
  /// The unit of `SubjectOpinion.shortfall`.
  public let shortfallUnit: String
  /// How shared supply was divided.
  public let attribution: Attribution?
  /// The limit, metres in a straight line or along the network, where the rule has one.
  public let reachMetres: Double?
  /// Whether the limit is along the walking network.
  public let isWalked: Bool
  /// Whom it speaks of: the worst first, then by id.
  public var subjects: [SubjectOpinion]

  /// Which clause it is.
  public var key: RuleKey { rule.key }

  /// Whether it counts, and cannot be decided since data is missing.
  public var lacksData: Bool {
    countedVerdict == .unknown
      && subjects.contains {
        $0.counts && $0.verdict == .unknown && !$0.flags.contains(.noStandard)
      }
  }

  /// The subject that decides the verdict; `nil` where the clause speaks of none.
  public var worst: SubjectOpinion? { subjects.first }
}

/// One clause, applied to one parcel or facility of the plan, or to the plan as a whole.
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
  /// What is missing, in `ClauseOpinion.shortfallUnit`; `nil` where nothing is.
  public let shortfall: Amount?
  /// What there is to say.
  public let reason: Reason?
  /// Ids of the facilities that counted; of the nearest one for coverage.
  public let facilities: [String]
  /// Metres to the nearest facility, for coverage; infinite where there is none.
  public let distance: Double?
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

  /// Parcels or units that passed a clause that is not advisory, and no longer do.
  public var broken: [EffectOnSubject] {
    (parcels + facilities + units).filter {
      $0.rule.force != .advisory && $0.before == .pass && $0.after != .pass
    }
  }

  /// Those that did not pass, and now do.
  public var mended: [EffectOnSubject] {
    (parcels + facilities + units).filter {
      $0.rule.force != .advisory && $0.before != .pass && $0.after == .pass
    }
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
