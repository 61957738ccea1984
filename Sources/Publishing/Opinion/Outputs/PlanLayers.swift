internal import Compliance
internal import Documents
internal import GeoData
internal import GeoFiles
internal import Geodesy
internal import Pages
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// `plan_parcels.geojson`: the plan's parcels with their verdicts.
enum PlanParcelsOutput: WritableOutput {
  /// `plan_parcels.geojson`
  static let fileName = FileName.planParcels
  /// What is in it.
  static let title = OutputWords.planParcels
  static let isSeveral = true

  static func write(_ edition: OpinionEdition, _ press: Press, to path: String) async throws {
    let parcels = edition.plan.parcels
    let people = parcels.residents(
      perHousehold: edition.city.project.assumptions.personsPerHousehold)
    var table = LayerTable(source: parcels.rows.attributes)
    table.append(
      "residents", .micros(people.map { $0?.micros ?? RuleFindings.noAmount }))
    edition.appendVerdicts(of: .parcels, rows: parcels.count, to: &table)
    try await StyledLayer(
      table: table.table, geometry: parcels.rows.wgs84, featureIDs: parcels.rows.ids,
      look: .parcels, language: edition.imprint.language,
      nameColumns: edition.nameColumns("plan_parcels")
    ).write(press, to: path)
  }
}

/// `plan_facilities.geojson`: the plan's facilities with their verdicts and their load.
enum PlanFacilitiesOutput: WritableOutput {
  /// `plan_facilities.geojson`
  static let fileName = FileName.planFacilities
  /// What is in it.
  static let title = OutputWords.planFacilities
  static let isSeveral = true

  static func write(_ edition: OpinionEdition, _ press: Press, to path: String) async throws {
    let facilities = edition.plan.facilities
    let kinds = edition.imprint.kinds.all
    var table = LayerTable(source: facilities.rows.attributes)
    table.append(
      "kind",
      .shared(dictionary: kinds.map(\.id), indices: facilities.kind.map { Int32($0) }))
    edition.appendVerdicts(of: .facilities, rows: facilities.count, to: &table)
    let places = Dictionary(
      uniqueKeysWithValues: zip(facilities.rows.ids, facilities.rows.ids.indices))
    let none = Array(repeating: RuleFindings.noAmount, count: facilities.count)
    for clause in edition.review.clauses {
      let loads = edition.review.effects.loads.filter {
        $0.isPlanned && $0.rule.key == clause.key
      }
      guard !loads.isEmpty else { continue }
      var capacity = none
      var load = none
      for effect in loads {
        guard let row = places[effect.id] else { continue }
        capacity[row] = effect.capacity?.micros ?? RuleFindings.noAmount
        load[row] = effect.loadAfter.micros
      }
      let prefix = edition.imprint.columnPrefix(of: clause.rule)
      table.append("\(prefix)_capacity", .micros(capacity))
      table.append("\(prefix)_load", .micros(load))
    }
    try await StyledLayer(
      table: table.table, geometry: facilities.rows.wgs84, featureIDs: facilities.rows.ids,
      look: .facilities, language: edition.imprint.language,
      nameColumns: edition.nameColumns("plan_facilities")
    ).write(press, to: path)
  }
}

extension OpinionEdition {
  /// The columns in which the rows of a plan have their names.
  fileprivate func nameColumns(_ role: String) -> [String] {
    imprint.inputs.filter { $0.role == role }.compactMap { $0.matchedFields["name"] } + ["name"]
  }

  /// Adds `verdict` and `flags` over the clauses that count, then the columns of each clause.
  fileprivate func appendVerdicts(
    of subjects: SubjectTable, rows: Int, to table: inout LayerTable
  ) {
    let clauses = review.clauses.filter { $0.table == subjects }
    var verdicts = Array(repeating: Verdict.notApplicable, count: rows)
    var flags = Array(repeating: Flags(), count: rows)
    for subject in clauses.flatMap(\.subjects) {
      flags[subject.row].formUnion(subject.flags)
      guard subject.counts else { continue }
      verdicts[subject.row] = Verdict.worse(verdicts[subject.row], subject.verdict)
    }
    table.append("verdict", verdicts: verdicts)
    table.append("flags", flags: flags)
    let facilityIDs = OpinionNames(plan, in: city).facilityIDs
    for clause in clauses {
      table.append(
        clause.findings,
        prefix: imprint.columnPrefix(of: clause.rule), rows: rows,
        facilityIDs: facilityIDs)
    }
  }
}
