internal import Compliance
internal import Documents
internal import GeoData
internal import GeoFiles
internal import Geodesy
internal import Pages
internal import Planning
internal import Quantities
internal import Wording

/// `facilities.geojson`: every facility with its verdict, and how far its capacity is called upon.
enum FacilitiesOutput: LayerOutput {
  /// `facilities.geojson`
  static let fileName = "facilities.geojson"
  /// What is in it.
  static let title = OutputWords.facilities

  static let layerName = "facilities"
  static let look = LayerStyle.Look.facilities

  /// Those that fail a rule.
  static func failingRows(of edition: Edition) -> [Int]? {
    edition.failingRows(of: .facilities)
  }

  static func layer(of edition: Edition, _ press: Press) -> EditionLayer {
    let facilities = edition.city.facilities
    let rows = facilities.rows
    var table = LayerTable(source: rows.attributes)
    table.append(
      "kind",
      .shared(
        dictionary: edition.kinds.all.map(\.id), indices: facilities.kind.map { Int32($0) }))
    appendStandings(of: edition.city, to: &table)
    table.append("verdict", verdicts: edition.result.facilityVerdicts)
    for (index, findings) in edition.result.findings.enumerated() {
      let prefix = edition.columnPrefix(ofFinding: index)
      if findings.table == .facilities {
        table.append(findings, prefix: prefix, rows: rows.count, facilityIDs: rows.ids)
      } else if !findings.facilityCapacity.isEmpty {
        appendUse(of: findings, prefix, to: &table)
        if !findings.shortageGroups.isEmpty {
          var groups = Array(repeating: Int32(-1), count: rows.count)
          for (number, group) in findings.shortageGroups.enumerated() {
            for facility in group.facilities { groups[Int(facility)] = Int32(number) }
          }
          table.append(groups: groups, ofFinding: index, in: edition)
        }
      }
    }
    return EditionLayer(
      table: table, geometry: rows.wgs84, featureIDs: rows.ids, names: rows.names)
  }

  /// Whether each stands on the day, and if not, or perhaps not, why.
  private static func appendStandings(of city: City, to table: inout LayerTable) {
    let standings = city.standings
    table.append(
      "stands", texts: standings.map { $0.isOpen.map { $0 ? "yes" : "no" } ?? "unknown" })
    table.append("stands_reason", texts: standings.map { $0.doubt?.rawValue })
  }

  /// What a provision rule counts of each facility, and how much the parcels need of it.
  private static func appendUse(
    of findings: RuleFindings, _ prefix: String, to table: inout LayerTable
  ) {
    let none = RuleFindings.noAmount
    let capacity = findings.facilityCapacity
    let load = zip(findings.facilityNeed, capacity).map { $1 == none ? none : $0 }
    table.append("\(prefix)_capacity", .micros(capacity))
    table.append("\(prefix)_load", .micros(load))
    let use = zip(load, capacity).map { load, capacity in
      load == none || capacity == none || capacity == 0 ? .nan : Double(load) / Double(capacity)
    }
    table.append("\(prefix)_use", .real(use, decimals: 4))
  }
}
