internal import Compliance
public import Documents
internal import GeoData
internal import Geodesy
internal import Pages
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// `opinion.json`: everything that the sheet says, for machines. Keys are sorted, figures are exact
/// decimals, texts are in both languages.
public enum OpinionJSONOutput: WritableOutput {
  /// `opinion.json`
  public static let fileName = FileName.opinionJSON
  /// What is in it.
  public static let title = OutputWords.opinionJSON

  static func write(_ edition: OpinionEdition, _ press: Press, to path: String) async throws {
    let review = edition.review
    let imprint = edition.imprint
    try JSONValue.object([
      "schema": .integer(1),
      "engine": imprint.engineJSON,
      "project": Imprint.json(of: review.city.project),
      "as_of": .optional(review.city.project.asOf.map { "\($0)" }),
      "working_crs": .text(review.city.workingCRS.definition),
      "inputs": imprint.inputsJSON,
      "packs": imprint.packsJSON,
      "inherited_packs": imprint.inheritedPacksJSON,
      "plan": plan(edition),
      "verdict": .text(review.verdict.name),
      "complies": complies(review.verdict),
      "lacks_data": .flag(review.lacksData),
      "counts": .object(
        Dictionary(
          uniqueKeysWithValues: zip(
            Verdict.names, Verdict.counts(of: review.clauses.map(\.verdict)).map { .integer($0) })
        )
      ),
      "clauses": .list(review.clauses.map { OpinionJSON.clause($0, edition) }),
      "stages": .list(
        review.phases.map { phase in
          .object([
            "stage": .integer(phase.phase),
            "parcels": .integer(phase.parcels),
            "facilities": .integer(phase.facilities),
            "verdict": .text(phase.verdict.name),
            "clauses": .list(phase.clauses.map { OpinionJSON.clause($0, edition) }),
          ])
        }),
      "missing": missing(edition),
      "effects": edition.reviewed.withEffects ? OpinionJSON.effects(review.effects) : .null,
      "remedy": review.remedy.map(OpinionJSON.remedy) ?? .null,
      "overlaps": .list(
        review.overlaps.map { overlap in
          .object([
            "plan_parcel": .text(overlap.planParcel), "parcel": .text(overlap.parcel),
            "area_m2": .measured(overlap.area),
          ])
        }),
    ]).write(to: path)
  }

  /// `true`: it does; `false`: it does not; `null`: that cannot be decided.
  private static func complies(_ verdict: Verdict) -> JSONValue {
    switch verdict {
    case .pass, .notApplicable: .flag(true)
    case .fail: .flag(false)
    case .unknown: .null
    }
  }

  private static func plan(_ edition: OpinionEdition) -> JSONValue {
    let plan = edition.plan
    let people = plan.parcels.residents(
      perHousehold: edition.city.project.assumptions.personsPerHousehold)
    return .object([
      "name": .text(plan.name),
      "files": .list(plan.sources.map { .text($0.path) }),
      "stages": .list(plan.phases.map { .integer($0) }),
      "parcels": .list((0..<plan.parcels.count).map { parcel($0, plan.parcels, people[$0]) }),
      "facilities": .list((0..<plan.facilities.count).map { facility($0, plan, edition) }),
    ])
  }

  private static func parcel(_ row: Int, _ parcels: Parcels, _ people: Amount?) -> JSONValue {
    .object([
      "id": .text(parcels.rows.ids[row]),
      "name": .optional(parcels.rows.names[row]),
      "households": .optional(parcels.households[row]),
      "residents": .optional(people),
      "is_estimated": .flag(parcels.population[row] == nil && people != nil),
      "elders": .optional(parcels.elders[row]),
      "infants": .optional(parcels.infants[row]),
      "status": .optional(parcels.status[row]?.rawValue),
      "delivered": .optional(parcels.delivered[row].map { "\($0)" }),
      "stage": .optional(parcels.phase[row]),
    ])
  }

  private static func facility(
    _ row: Int, _ plan: Plan, _ edition: OpinionEdition
  ) -> JSONValue {
    let facilities = plan.facilities
    let home = Int(facilities.insideParcel[row])
    return .object([
      "id": .text(facilities.rows.ids[row]),
      "name": .optional(facilities.rows.names[row]),
      "kind": .text(edition.imprint.kinds.all[facilities.kind[row]].id),
      "floor_area": .optional(facilities.floorArea[row]),
      "land_area": .optional(facilities.landArea[row]),
      "places": .optional(facilities.places[row]),
      "beds": .optional(facilities.beds[row]),
      "nursing_beds": .optional(facilities.nursingBeds[row]),
      "status": .optional(facilities.status[row]?.rawValue),
      "delivered": .optional(facilities.delivered[row].map { "\($0)" }),
      "stage": .optional(facilities.phase[row]),
      "parcel": .optional(home < 0 ? nil : plan.parcels.rows.ids[home]),
      "served_parcels": .list(plan.servedParcelIDs[row].map { .text($0) }),
    ])
  }

  /// What keeps clauses from being decided, and what was not as it should be.
  private static func missing(_ edition: OpinionEdition) -> JSONValue {
    let plan = edition.plan
    return .object([
      "rejected": .list(
        plan.rejected.map { row in
          .object([
            "layer": .text(row.layer), "file": .text(row.file), "row": .integer(row.row),
            "line": .optional(row.line), "id": .optional(row.id), "code": .text(row.code.rawValue),
            "reason": .both(row.sentence(.exact)),
          ])
        }),
      "undecided": .list(
        edition.review.undecided.map {
          .object(["pack": .text($0.key.pack), "rule": .text($0.rule.id)])
        }),
      "notes": .list(
        plan.notes.map { note in
          .object([
            "layer": .text(note.layer), "file": .text(note.file), "row": .optional(note.row),
            "id": .optional(note.id), "code": .text(note.code.rawValue),
            "message": .both(note.note.sentence(.exact)),
          ])
        }),
    ])
  }
}
