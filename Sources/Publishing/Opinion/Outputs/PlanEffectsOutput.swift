internal import Compliance
internal import Documents
internal import GeoFiles
internal import Geodesy
internal import Pages
internal import Planar
internal import Planning
internal import Rules
internal import Wording

/// `plan_effects.geojson`: the parcels that are there and for which the plan changes something.
enum PlanEffectsOutput: WritableOutput {
  /// `plan_effects.geojson`
  static let fileName = "plan_effects.geojson"
  /// What is in it.
  static let title = OutputWords.planEffects
  static let isSeveral = true

  static func isWanted(in edition: OpinionEdition) -> Bool { edition.reviewed.withEffects }

  static func write(_ edition: OpinionEdition, _ press: Press, to path: String) async throws {
    let parcels = edition.city.parcels.rows
    let changes = edition.changesByParcel
    var table = LayerTable(rowCount: changes.count)
    table.append("id", texts: changes.map { parcels.ids[$0.row] })
    table.append("name", texts: changes.map { parcels.names[$0.row] })
    table.append("verdict_before", verdicts: changes.map { $0.verdict(\.before) })
    table.append("verdict_after", verdicts: changes.map { $0.verdict(\.after) })
    table.append("change", texts: changes.map(\.direction.rawValue))
    for (name, turn) in [
      ("breaks", VerdictTurn.broken), ("fails", .failing), ("unsettles", .undecided),
      ("mends", .mended),
    ] {
      table.append(
        name,
        texts: changes.map { change in
          let rules = change.effects.filter { $0.turn == turn }
          return rules.map { edition.imprint.columnPrefix(of: $0.rule) }
            .joined(separator: ";")
        })
    }
    for key in edition.changedRules {
      guard let prefix = edition.columnPrefix(of: key) else { continue }
      let effects = changes.map { change in change.effects.first { $0.key == key } }
      table.append("\(prefix)_before", verdicts: effects.map { $0?.before })
      table.append("\(prefix)_after", verdicts: effects.map { $0?.after })
      table.append(
        "\(prefix)_measured_before",
        .real(effects.map { $0?.measuredBefore ?? .nan }, decimals: 6))
      table.append(
        "\(prefix)_measured_after", .real(effects.map { $0?.measuredAfter ?? .nan }, decimals: 6))
    }
    try await StyledLayer(
      table: table.table, geometry: parcels.wgs84.selecting(changes.map(\.row)),
      featureIDs: changes.map { parcels.ids[$0.row] }, look: .parcels,
      language: edition.imprint.language,
      verdictColumn: "verdict_after"
    ).write(press, to: path)
  }
}
