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

/// `units.geojson`: every administrative unit with its own findings and what its parcels came to.
///
/// Behind the units, without geometry: for each level the parcels that lie in none of its units,
/// and whatever else is judged as a whole, such as the city or the plan.
enum UnitsOutput: LayerOutput {
  /// `units.geojson`
  static let fileName = "units.geojson"
  /// What is in it.
  static let title = OutputWords.units

  static let layerName = "units"
  static let look = LayerStyle.Look.units

  /// Those that fail a rule, or have a parcel that does, and so of what stands behind them.
  static func failingRows(of edition: Edition) -> [Int]? {
    let rows = UnitRows(edition)
    var fails = Array(repeating: false, count: rows.count)
    for findings in edition.result.findings where [.units, .territory].contains(findings.table) {
      let placed = rows.placed(findings)
      for (subject, row) in placed.rows.enumerated() where placed.verdicts[subject] == .fail {
        fails[Int(row)] = true
      }
    }
    for summary in edition.result.unitSummaries
    where summary.parcels[Int(Verdict.fail.rawValue)] > 0 {
      if let row = rows.row(of: summary) { fails[row] = true }
    }
    return fails.indices.filter { fails[$0] }
  }

  static func layer(of edition: Edition, _ press: Press) -> EditionLayer {
    let rows = UnitRows(edition)
    var table = LayerTable(source: rows.paddedAttributes)
    table.append("id", texts: rows.ids)
    table.append("name", texts: rows.names)
    table.append("level", texts: rows.levels)
    table.append("verdict", verdicts: rows.verdicts)
    for (index, findings) in edition.result.findings.enumerated() {
      let prefix = edition.columnPrefix(ofFinding: index)
      switch findings.table {
      case .units, .territory:
        table.append(
          rows.placed(findings), prefix: prefix, rows: rows.count,
          facilityIDs: edition.city.facilities.rows.ids)
      case .parcels: appendSummary(index, prefix: prefix, rows: rows, edition: edition, to: &table)
      case .facilities: break
      }
    }
    return EditionLayer(
      table: table, geometry: rows.geometry, featureIDs: [], names: rows.names)
  }

  /// What the parcels of each unit came to under a rule.
  private static func appendSummary(
    _ finding: Int, prefix: String, rows: UnitRows, edition: Edition,
    to table: inout LayerTable
  ) {
    var found = [UnitSummary?](repeating: nil, count: rows.count)
    for summary in edition.result.unitSummaries where summary.finding == finding {
      if let row = rows.row(of: summary) { found[row] = summary }
    }
    for verdict in Verdict.allCases {
      table.append(
        "\(prefix)_parcels_\(verdict.name)",
        counts: found.map { $0?.parcels[Int(verdict.rawValue)] })
    }
    let none = RuleFindings.noAmount
    table.append(
      "\(prefix)_people_covered",
      // Where no parcel is decided it is not known, and not 0.
      .micros(found.map { $0.flatMap { $0.isDecided ? $0.peopleCovered.micros : nil } ?? none }))
    table.append(
      "\(prefix)_people",
      .micros(found.map { $0.map { $0.people.reduce(.zero, +).micros } ?? none }))
  }
}

/// The units, and the rows behind them.
private struct UnitRows {
  let ids: [String]
  let names: [String?]
  let levels: [String]
  let verdicts: [Verdict?]
  let geometry: GeometryColumn
  let paddedAttributes: AttributeTable
  private let units: Int
  private let outside: [UnitLevel]
  private let territories: [String]

  var count: Int { ids.count }

  init(_ edition: Edition) {
    let units = edition.city.units
    let result = edition.result
    outside = edition.city.units.allLevels.filter { level in
      result.unitSummaries.contains { $0.unit < 0 && $0.level == level }
    }
    var territories: [String] = []
    for findings in result.findings where findings.table == .territory && findings.count > 0 {
      let word = findings.rule.subject.rawValue
      if !territories.contains(word) { territories.append(word) }
    }
    self.territories = territories
    self.units = units.count
    let behind = outside.count + territories.count
    ids = units.rows.ids + outside.map { "outside_\($0.rawValue)" } + territories
    names = units.rows.names + Array(repeating: nil, count: behind)
    levels = units.level.map(\.rawValue) + outside.map(\.rawValue) + territories
    verdicts =
      result.unitVerdicts.map { Optional($0) } + outside.map { _ in nil }
      + territories.map { word in
        Self.worst(result.findings.filter { $0.rule.subject.rawValue == word })
      }
    var geometry = units.rows.wgs84
    for _ in 0..<behind { geometry.appendNone() }
    self.geometry = geometry
    paddedAttributes = units.rows.attributes.padded(by: behind)
  }

  private static func worst(_ findings: [RuleFindings]) -> Verdict {
    findings.filter { $0.table == .territory && $0.rule.force != .advisory }
      .flatMap(\.verdicts).reduce(.notApplicable, Verdict.worse)
  }

  /// The row that a summary belongs to.
  func row(of summary: UnitSummary) -> Int? {
    guard summary.unit < 0 else { return Int(summary.unit) }
    return outside.firstIndex(of: summary.level).map { units + $0 }
  }

  /// Findings about a territory, with their row here.
  func placed(_ findings: RuleFindings) -> RuleFindings {
    guard findings.table == .territory, findings.count == 1,
      let place = territories.firstIndex(of: findings.rule.subject.rawValue)
    else { return findings }
    return findings.placed(at: [Int32(units + outside.count + place)], in: .units)
  }
}

extension AttributeTable {
  /// The table with rows of missing values behind its own.
  fileprivate func padded(by more: Int) -> AttributeTable {
    var table = AttributeTable(rowCount: rowCount + more)
    for (name, column) in zip(names, columns) { table.set(name, column.padded(by: more)) }
    return table
  }
}

extension AttributeColumn {
  fileprivate func padded(by more: Int) -> AttributeColumn {
    switch self {
    case .text(var column):
      for _ in 0..<more { column.append(nil) }
      return .text(column)
    case .json(var column):
      for _ in 0..<more { column.append(nil) }
      return .json(column)
    case .integer(var column):
      for _ in 0..<more { column.append(nil) }
      return .integer(column)
    case .real(var column):
      for _ in 0..<more { column.append(nil) }
      return .real(column)
    case .boolean(var column):
      for _ in 0..<more { column.append(nil) }
      return .boolean(column)
    }
  }
}
