internal import Compliance
public import Documents
internal import GeoFiles
internal import Geodesy
internal import Pages
internal import Planning
internal import Rules
internal import Wording
internal import Workers

/// `parcels.geojson`: every parcel with its verdict, overall and by rule.
public enum ParcelsOutput: LayerOutput {
  /// `parcels.geojson`
  public static let fileName = "parcels.geojson"
  /// What is in it.
  public static let title = OutputWords.parcels

  static let layerName = "parcels"
  static let look = LayerStyle.Look.parcels

  /// Those that fail a rule.
  static func failingRows(of edition: Edition) -> [Int]? {
    edition.failingRows(of: .parcels)
  }

  static func layer(of edition: Edition, _ press: Press) async -> EditionLayer {
    let rows = edition.city.parcels.rows
    var table = LayerTable(source: rows.attributes)
    table.append("verdict", verdicts: edition.result.parcelVerdicts)
    table.append("flags", flags: edition.result.parcelFlags)
    let about = edition.result.findings.indices.filter {
      edition.result.findings[$0].table == .parcels
    }
    let parts = await press.workers.sideBySide(about) { index in
      let findings = edition.result.findings[index]
      var table = LayerTable(rowCount: rows.count)
      table.append(
        findings, prefix: edition.columnPrefix(ofFinding: index), rows: rows.count,
        facilityIDs: edition.city.facilities.rows.ids)
      // Where this says pass and the verdict is fail, double counting hides the lack.
      if let all = findings.comparisons.first(where: { $0.attribution == .inReach }) {
        table.append(
          "\(edition.columnPrefix(ofFinding: index))_in_reach_verdict", verdicts: all.verdicts)
      }
      if !findings.groups.isEmpty {
        table.append(groups: findings.groups, ofFinding: index, in: edition)
      }
      return table
    }
    for part in parts { table.append(columnsOf: part) }
    return EditionLayer(
      table: table, geometry: rows.wgs84, featureIDs: rows.ids, names: rows.names)
  }
}
