internal import Compliance
public import Documents
internal import GeoFiles
internal import Geodesy
internal import Pages
internal import Planar
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// `shortage_groups.geojson`: the bottlenecks of the fair division, by rule. One feature a group: the
/// parcels that share too little, with the facilities that they share.
public enum ShortageGroupsOutput: LayerOutput {
  /// `shortage_groups.geojson`
  public static let fileName = "shortage_groups.geojson"
  /// What is in it.
  public static let title = OutputWords.shortageGroups

  static let layerName = "shortage_groups"
  static let look = LayerStyle.Look.groups

  static func layer(of edition: Edition, _ press: Press) -> EditionLayer {
    let city = edition.city
    let engine = GeometryEngine()
    var geometry = GeometryColumn()
    var texts: [[String]] = [[], [], [], [], []]
    var counts: [[Int?]] = [[], []]
    var amounts: [[Int64]] = [[], [], []]
    var ratios: [Double] = []
    for (index, findings) in edition.result.findings.enumerated() {
      for (number, group) in findings.shortageGroups.enumerated() {
        geometry.append(union: group.parcels, of: city.parcels.rows.wgs84, engine)
        texts[0].append(edition.name(ofGroup: number, ofFinding: index))
        texts[1].append(edition.columnPrefix(ofFinding: index))
        texts[2].append(UnitWords.text(findings.shortfallUnit, edition.language))
        texts[3].append(group.parcels.map { city.parcels.rows.ids[Int($0)] }.joined(separator: ";"))
        texts[4].append(
          group.facilities.map { city.facilities.rows.ids[Int($0)] }.joined(separator: ";"))
        counts[0].append(group.parcels.count)
        counts[1].append(group.facilities.count)
        for (place, amount) in [group.need, group.supply, group.shortfall].enumerated() {
          amounts[place].append(amount)
        }
        ratios.append(group.need == 0 ? .nan : Double(group.supply) / Double(group.need))
      }
    }
    var table = LayerTable(rowCount: ratios.count)
    for (place, name) in ["group", "rule", "unit"].enumerated() {
      table.append(name, texts: texts[place])
    }
    for (place, name) in ["need", "supply", "shortfall"].enumerated() {
      table.append(name, .micros(amounts[place]))
    }
    table.append("ratio", .real(ratios, decimals: 6))
    table.append("parcel_count", counts: counts[0])
    table.append("facility_count", counts: counts[1])
    table.append("parcels", texts: texts[3])
    table.append("facilities", texts: texts[4])
    return EditionLayer(table: table, geometry: geometry)
  }
}

extension LayerTable {
  /// Adds `<rule>_group`: the name of the shortage group that a row is in.
  ///
  /// - Parameter groups: By row: index into the finding's groups, or -1.
  mutating func append(groups: [Int32], ofFinding finding: Int, in edition: Edition) {
    let names = edition.result.findings[finding].shortageGroups.indices.map {
      edition.name(ofGroup: $0, ofFinding: finding)
    }
    append(
      "\(edition.columnPrefix(ofFinding: finding))_group",
      .shared(dictionary: names, indices: groups))
  }
}

extension GeometryColumn {
  /// One row of some rows together: polygons dissolved, since neighbours that share a side are no
  /// valid multipolygon, else points.
  fileprivate mutating func append(
    union rows: [Int32], of other: GeometryColumn, _ engine: GeometryEngine
  ) {
    let polygons = rows.filter { other.kinds[Int($0)].isPolygon }
    let members = other.selecting((polygons.isEmpty ? rows : polygons).map { Int($0) })
    if polygons.count > 1, let dissolved = try? engine.union(of: members) {
      append(dissolved)
      return
    }
    // One parcel is as it is; what GEOS cannot dissolve is shown in its parts.
    for part in 0..<members.ringOffsets.count - 1 {
      for ring in members.rings(of: part) {
        for vertex in members.vertices(of: ring) {
          appendVertex(x: members.x[vertex], y: members.y[vertex])
        }
        endRing()
      }
      endPart()
    }
    endRow(rows.isEmpty ? .none : (polygons.isEmpty ? .multiPoint : .multiPolygon))
  }
}
