public import Compliance
internal import Documents
public import GeoData
internal import Measuring
public import Planning
internal import Quantities
internal import Rules
internal import Wording

/// Explanations for machines: keys sorted, figures exact, texts in both languages.
public enum WhyDocument {
  /// A list of explanations.
  ///
  /// - Parameters:
  ///   - city: That they are about.
  ///   - kinds: The facility kinds.
  public static func text(
    of explanations: [Explanation], city: City, kinds: FacilityKinds
  ) -> String {
    JSONValue.list(explanations.map { json($0, city, kinds) }).document
  }

  private static func json(
    _ found: Explanation, _ city: City, _ kinds: FacilityKinds
  ) -> JSONValue {
    let rule = found.rule
    return .object([
      "pack": .text(rule.key.pack),
      "rule": .text(rule.key.rule),
      "clause": .text(rule.clause),
      "says": .both(rule.says),
      "force": .text(rule.force.rawValue),
      "duty": .text(rule.duty.rawValue),
      "subject": .object([
        "kind": .text(kind(found.subject.table)),
        "id": .text(found.subject.id),
        "name": .optional(found.subject.name),
        "row": .optional(found.subject.sourceRow),
        "files": files(city, found.subject.table.rawValue),
      ]),
      "verdict": .text(found.verdict.name),
      "flags": .list(
        Flags.all.filter { found.flags.contains($0.flag) }.map { .text($0.name) }),
      "measured": .measured(found.measured),
      "operator": .optional(rule.threshold?.comparison.rawValue),
      "required": .optional(found.required?.figure),
      "required_max": .optional(found.required?.upper),
      "unit": .text("\(rule.unit)"),
      "shortfall": .optional(found.shortfall),
      "shortfall_unit": .text("\(found.shortfallUnit)"),
      "reason": found.reason.map { .both($0.sentence(.exact)) } ?? .null,
      "reach_m": found.reach.map { .measured($0.metres) } ?? .null,
      "is_walked": .flag(found.reach?.isWalked ?? false),
      "attribution": .optional(found.attribution?.rawValue),
      "read": .object(
        Dictionary(uniqueKeysWithValues: found.values.map { ($0.column, value($0.value)) })),
      "facilities": .list(found.facilities.map { facility($0, kinds) }),
      "facility_files": files(city, "facilities"),
      "shortage_group": found.cut.map(cut) ?? .null,
    ])
  }

  private static func kind(_ table: SubjectTable) -> String {
    switch table {
    case .parcels: "parcel"
    case .facilities: "facility"
    case .units: "unit"
    case .territory: "territory"
    }
  }

  private static func files(_ city: City, _ role: String) -> JSONValue {
    .list(city.inputs.filter { $0.role == role }.map { .text($0.path) })
  }

  private static func value(_ value: ReadValue.Value?) -> JSONValue {
    switch value {
    case nil: .null
    case .number(let amount)?: .amount(amount)
    case .words(let words)?: words.count == 1 ? .text(words[0]) : .list(words.map { .text($0) })
    case .flag(let flag)?: .flag(flag)
    case .date(let date)?: .text("\(date)")
    }
  }

  private static func facility(
    _ facility: ConsideredFacility, _ kinds: FacilityKinds
  ) -> JSONValue {
    let isKnown = facility.kind >= 0
    return .object([
      "id": .text(facility.id),
      "name": .optional(facility.name),
      "kind": .optional(isKnown ? kinds.all[facility.kind].id : nil),
      "row": .integer(facility.sourceRow),
      "counts": .flag(facility.isCounted),
      "distance_m": facility.way.map { .measured($0.best) } ?? .null,
      "distance_of_worst_place_m": facility.way.map { .measured($0.worst) } ?? .null,
      "offers": .optional(facility.offers),
      "obstacles": .list(
        facility.obstacles.map {
          .both(
            $0.sentence(
              .exact,
              kind: isKnown
                ? kinds.all[facility.kind].name : WhyWords.unknownKind,
              keepsAway: false))
        }),
      "verdict_otherwise": .optional(facility.otherwise?.name),
    ])
  }

  private static func cut(_ cut: ExplainedCut) -> JSONValue {
    .object([
      "parcels": .list(cut.parcels.map { .text($0) }),
      "facilities": .list(cut.facilities.map { .text($0) }),
      "need": .amount(cut.need),
      "supply": .amount(cut.supply),
      "verdict_alone": .optional(cut.alone?.name),
    ])
  }
}
