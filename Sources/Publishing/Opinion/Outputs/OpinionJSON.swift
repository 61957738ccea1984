internal import Compliance
internal import Documents
internal import Pages
internal import Planar
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// The larger parts of `opinion.json`.
enum OpinionJSON {
  /// One clause with everyone whom it speaks of.
  static func clause(_ clause: ClauseOpinion, _ edition: OpinionEdition) -> JSONValue {
    let rule = clause.rule
    return .object([
      "pack": .text(clause.key.pack),
      "rule": .text(rule.id),
      "document": .object([
        "pack": .text(rule.origin),
        "number": .optional(rule.document.number),
        "issued": .text(rule.document.issued),
        "status": .text(rule.document.status.rawValue),
      ]),
      "clause": .text(rule.clause),
      "says": .both(rule.says),
      "check": .text(rule.check.name),
      "force": .text(rule.force.rawValue),
      "duty": .text(rule.duty.rawValue),
      "target_year": .optional(rule.targetYear),
      "verdict": .text(clause.verdict.name),
      "counted_verdict": .text(clause.countedVerdict.name),
      "flags": flags(clause.flags),
      "operator": .optional(rule.threshold?.comparison.rawValue),
      "required": .optional(clause.required),
      "required_max": .optional(clause.requiredUpper),
      "worst_subject": .optional(clause.worst?.id),
      "measured": .measured(clause.worst?.measured ?? .nan),
      "shortfall": .optional(clause.worst?.shortfall),
      "unit": .text("\(rule.unit)"),
      "shortfall_unit": .text("\(clause.shortfallUnit)"),
      "attribution": .optional(clause.attribution?.rawValue),
      "reach_m": clause.reachMetres.map { .measured($0) } ?? .null,
      "conflicts_with": .list(rule.conflictsWith.map { .text($0) }),
      "alternative_to": .list(rule.alternativeTo.map { .text($0) }),
      "subjects": .list(clause.subjects.map(subject)),
    ])
  }

  private static func subject(_ subject: SubjectOpinion) -> JSONValue {
    .object([
      "kind": .text(kind(subject.table)),
      "id": .text(subject.id),
      "name": .optional(subject.name),
      "verdict": .text(subject.verdict.name),
      "counts": .flag(subject.counts),
      "flags": flags(subject.flags),
      "measured": .measured(subject.measured),
      "shortfall": .optional(subject.shortfall),
      "reason": subject.reason.map { .both($0.sentence(.exact)) } ?? .null,
      "facilities": .list(subject.facilities.map { .text($0) }),
      "distance_m": subject.distance.map { .measured($0) } ?? .null,
    ])
  }

  private static func kind(_ table: SubjectTable) -> String {
    switch table {
    case .parcels: "parcel"
    case .facilities: "facility"
    case .units: "unit"
    case .territory: "plan"
    }
  }

  private static func flags(_ flags: Flags) -> JSONValue {
    .list(Flags.all.filter { flags.contains($0.flag) }.map { .text($0.name) })
  }

  /// What happens to those who are there already.
  static func effects(_ effects: PlanEffects) -> JSONValue {
    .object([
      "none": .flag(effects.isEmpty),
      "broken": .integer(effects.turned(.broken).count),
      "failing": .integer(effects.turned(.failing).count),
      "undecided": .integer(effects.turned(.undecided).count),
      "mended": .integer(effects.turned(.mended).count),
      "parcels": .list(effects.parcels.map(effect)),
      "facilities": .list(effects.facilities.map(effect)),
      "units": .list(effects.units.map(effect)),
      "loads": .list(
        effects.loads.map { load in
          .object([
            "pack": .text(load.key.pack),
            "rule": .text(load.rule.id),
            "facility": .text(load.id),
            "is_planned": .flag(load.isPlanned),
            "load_before": .amount(load.loadBefore),
            "load_after": .amount(load.loadAfter),
            "capacity": .optional(load.capacity),
            "fills_up": .flag(load.fillsUp),
          ])
        }),
    ])
  }

  private static func effect(_ effect: EffectOnSubject) -> JSONValue {
    .object([
      "pack": .text(effect.key.pack),
      "rule": .text(effect.rule.id),
      "id": .text(effect.id),
      "name": .optional(effect.name),
      "unit": .text("\(effect.rule.unit)"),
      "turn": .optional(effect.turn?.rawValue),
      "before": .object([
        "verdict": .text(effect.before.name), "measured": .measured(effect.measuredBefore),
      ]),
      "after": .object([
        "verdict": .text(effect.after.name), "measured": .measured(effect.measuredAfter),
      ]),
    ])
  }

  /// What would make the plan pass.
  static func remedy(_ remedy: Remedy) -> JSONValue {
    .object([
      "is_verified": .flag(remedy.isVerified),
      "steps": .list(remedy.steps.map(step)),
      "mends": .list(remedy.mends.map(key)),
      "beyond": .list(
        remedy.beyond.map {
          .object(["clause": key($0.rule), "reason": .both($0.reason.sentence)])
        }),
    ])
  }

  private static func step(_ step: RemedyStep) -> JSONValue {
    .object([
      "facility": .text(step.facility),
      "is_new": .flag(step.isNew),
      "kind": .text(step.kind),
      "kind_name": .both(step.kindName),
      "parcel": .optional(step.parcel),
      "amounts": .list(
        step.amounts.map { amount in
          .object([
            "measure": .text(amount.measure), "unit": .text(amount.unit?.description ?? ""),
            "from": .optional(amount.from), "to": .amount(amount.to),
          ])
        }),
      "conditions": .list(step.conditions.map { .both($0.sentence(.exact)) }),
      "has_allowed_area": .flag(step.allowed.map { !$0.isEmpty } ?? false),
      "clauses": .list(step.clauses.map(key)),
    ])
  }

  private static func key(_ key: RuleKey) -> JSONValue {
    .object(["pack": .text(key.pack), "rule": .text(key.rule)])
  }
}
