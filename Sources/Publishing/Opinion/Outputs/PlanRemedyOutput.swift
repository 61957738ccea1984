internal import Compliance
internal import Documents
internal import GeoFiles
internal import Geodesy
internal import Pages
internal import Planar
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// `plan_remedy.geojson`: the facilities to enlarge or to add, and where new ones may stand.
enum PlanRemedyOutput: WritableOutput {
  /// `plan_remedy.geojson`
  static let fileName = "plan_remedy.geojson"
  /// What is in it.
  static let title = OutputWords.planRemedy
  static let isSeveral = true

  /// Where a clause fails it is there, too, if nothing is asked of the developer: then it is empty.
  static func isWanted(in edition: OpinionEdition) -> Bool {
    edition.reviewed.withRemedy && edition.review.verdict == .fail
  }

  /// A step with a place, or the area that is allowed for it.
  private struct Row {
    let role: String
    let step: RemedyStep
    let geometry: Geometry
  }

  private static func rows(_ edition: OpinionEdition) -> [Row] {
    guard let remedy = edition.review.remedy else { return [] }
    let facilities = remedy.plan.facilities.rows
    return remedy.steps.flatMap { step -> [Row] in
      var rows: [Row] = []
      if let row = facilities.ids.firstIndex(of: step.facility),
        !facilities.wgs84[row].isEmpty
      {
        rows.append(Row(role: "facility", step: step, geometry: facilities.wgs84[row]))
      }
      if let allowed = step.allowed, !allowed.isEmpty {
        rows.append(Row(role: "allowed_area", step: step, geometry: allowed))
      }
      return rows
    }
  }

  static func write(_ edition: OpinionEdition, _ press: Press, to path: String) async throws {
    let rows = rows(edition)
    var geometry = GeometryColumn()
    for row in rows { geometry.append(row.geometry) }
    var table = LayerTable(rowCount: rows.count)
    table.append("role", texts: rows.map(\.role))
    table.append("facility", texts: rows.map(\.step.facility))
    table.append("is_new", .boolean(rows.map(\.step.isNew)))
    table.append("kind", texts: rows.map(\.step.kind))
    table.append("parcel", texts: rows.map(\.step.parcel))
    for measure in Set(rows.flatMap { $0.step.amounts.map(\.measure) }).sorted() {
      let steps = rows.map { row in row.step.amounts.first { $0.measure == measure } }
      table.append(
        "\(measure)_from", .micros(steps.map { $0?.from?.micros ?? RuleFindings.noAmount }))
      table.append(
        "\(measure)_to", .micros(steps.map { $0?.to.micros ?? RuleFindings.noAmount }))
    }
    let separator = edition.imprint.language == .zh ? "；" : "; "
    table.append(
      "conditions",
      texts: rows.map { row in
        row.step.conditions.map { edition.say($0.sentence(.exact)) }.joined(separator: separator)
      })
    table.append(
      "clauses",
      texts: rows.map { row in
        row.step.clauses.map { edition.columnPrefix(of: $0) ?? $0.rule }.joined(separator: ";")
      })
    try await StyledLayer(
      table: table.table, geometry: geometry,
      featureIDs: rows.map {
        $0.role == "facility" ? $0.step.facility : "\($0.step.facility)/area"
      }, look: .groups, language: edition.imprint.language
    ).write(press, to: path)
  }
}
