internal import Compliance
internal import Documents
internal import GeoData
internal import Pages
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// The plan in `opinion.json`, and what is missing of it.
extension OpinionJSON {
  static func plan(_ edition: OpinionEdition) -> JSONValue {
    let plan = edition.plan
    let people = plan.parcels.residents(
      perHousehold: edition.city.project.assumptions.personsPerHousehold)
    return .object([
      "name": .text(plan.name),
      "facts": .object(
        Dictionary(
          uniqueKeysWithValues: PlanFact.allCases.map { ($0.rawValue, .optional(plan.facts[$0])) })),
      "files": .list(plan.sources.map { .text($0.path) }),
      "stages": .list(plan.phases.map { .integer($0) }),
      "parcels": .list((0..<plan.parcels.count).map { parcel($0, plan.parcels, people[$0]) }),
      "facilities": .list((0..<plan.facilities.count).map { facility($0, plan, edition) }),
      "facilities_on_site": .list(
        edition.review.onSite.map {
          .object(["facility": .text($0.facility), "parcel": .text($0.parcel)])
        }),
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
  static func missing(_ edition: OpinionEdition) -> JSONValue {
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
