internal import Compliance
internal import Documents
internal import GeoFiles
internal import Geodesy
internal import Planar
internal import Rules
internal import Wording

/// `changes.geojson`: every parcel that changed, was added or is gone, by id.
enum ChangesLayer: WritableOutput {
  /// `changes.geojson`
  static let fileName = "changes.geojson"
  /// What is in it.
  static let title = OutputWords.changesLayer
  static let isSeveral = true

  /// What has a list of rules for each parcel; of changed figures there would be too many.
  private static let listed: [Transition] = [
    .passToFail, .failToPass, .toUnknown, .fromUnknown, .applicability,
  ]

  static func write(
    _ edition: ComparisonEdition, _ press: Press, to path: String
  ) async throws {
    let comparison = edition.comparison
    let pairs = comparison.parcels
    let rows = comparison.parcelChanges.indices.filter { comparison.parcelChanges[$0] != nil }
    var ids: [String?] = []
    var names: [String?] = []
    var geometry = GeometryColumn()
    for pair in rows {
      // As the later run has it, where it does.
      let isInLater = pairs.after[pair] >= 0
      let number = Int(isInLater ? pairs.after[pair] : pairs.before[pair])
      let layers = isInLater ? comparison.layers.after : comparison.layers.before
      ids.append(layers.subjects[0].id(number))
      names.append(layers.names[number])
      geometry.append(row: number, of: layers.geometry)
    }
    let findings = comparison.findings
    var table = LayerTable(rowCount: rows.count)
    table.append("id", texts: ids)
    table.append("name", texts: names)
    table.append("verdict_before", verdicts: rows.map { findings.verdict(.before, ofPair: $0, 0) })
    table.append("verdict_after", verdicts: rows.map { findings.verdict(.after, ofPair: $0, 0) })
    table.append("change", texts: rows.map { comparison.parcelChanges[$0]?.rawValue })
    appendRules(of: comparison, rows, to: &table)
    try await StyledLayer(
      table: table.table, geometry: geometry, featureIDs: ids, look: .parcels,
      language: edition.language, verdictColumn: "verdict_after"
    ).write(press, to: path)
  }

  /// A column of rules for each way a verdict can go, and the number of other changes.
  private static func appendRules(
    of comparison: RunComparison, _ rows: [Int], to table: inout LayerTable
  ) {
    let findings = comparison.findings
    var rowOfPair = Array(repeating: Int32(-1), count: comparison.parcels.count)
    for (row, pair) in rows.enumerated() { rowOfPair[pair] = Int32(row) }
    var lists = listed.map { _ in Array(repeating: "", count: rows.count) }
    var figures = Array(repeating: 0, count: rows.count)
    let severalPacks = Set(findings.rules.map(\.name.pack)).count > 1
    let names = findings.rules.map { rule in
      severalPacks ? rule.name.description : rule.name.rule
    }
    for change in findings.changes {
      let section = findings.sections[Int(change.section)]
      guard section.kind == 0 else { continue }
      let row = Int(rowOfPair[Int(change.pair)])
      if change.transition == .figures { figures[row] += 1 }
      guard let list = listed.firstIndex(of: change.transition) else { continue }
      if !lists[list][row].isEmpty { lists[list][row] += ";" }
      lists[list][row] += names[section.rule]
    }
    for (transition, texts) in zip(listed, lists) { table.append(transition.name, texts: texts) }
    table.append("figures", counts: figures)
  }
}
