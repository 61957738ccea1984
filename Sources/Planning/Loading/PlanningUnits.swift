internal import Documents
internal import GeoFiles
internal import Planar

/// The units of one level of planning, to find those that rows belong to.
struct PlanningUnits: Sendable {
  let level: UnitLevel
  let search: AreaSearch
  private let lookup: UnitLookup

  /// - Parameter outlines: Of all units; see `AcceptedRows.outlines`.
  init(of level: UnitLevel, among units: Units, _ outlines: GeometryColumn) {
    self.level = level
    search = AreaSearch(outlines, rows: units.rows(of: level))
    lookup = UnitLookup(units, levels: [level])
  }

  /// What a column says that is called like the level, by ids or names.
  func state(
    _ accepted: AcceptedRows, _ rows: inout SourceRows, aliases: FieldAliases,
    into result: inout UnitMembership
  ) {
    let names = aliases.words(for: level)
    for header in accepted.attributes.names where names.contains(FoldedText.fold(header)) {
      guard let column = accepted.attributes[header] else { continue }
      let cells = CellReading(column: column)
      for (row, source) in accepted.order.enumerated() where result[row, level] == nil {
        guard let text = cells.text(row), !aliases.missing.contains(FoldedText.fold(text)) else {
          continue
        }
        switch lookup.answer(text) {
        case .unit(let unit): result[row, level] = unit
        case .ambiguous(let count):
          rows.records.note(source, .ambiguousUnit(column: header, text: text, count: count))
        case .unknown: rows.records.note(source, .unknownUnit(column: header, text: text))
        }
      }
    }
  }
}
