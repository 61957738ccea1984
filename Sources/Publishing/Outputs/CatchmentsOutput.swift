internal import Compliance
public import Documents
internal import GeoData
internal import GeoFiles
internal import Geodesy
internal import Planar
internal import Planning

/// `catchments.geojson`: the area that each facility serves, one feature for each reach.
public enum CatchmentsOutput: WritableOutput {
  /// `catchments.geojson`
  public static let fileName = "catchments.geojson"
  /// What is in it.
  public static let title = LocalizedText(
    en: "The area that each facility serves, by reach", zh: "各设施的服务范围（按服务半径）")

  static func write(_ edition: Edition, to path: String) async throws {
    let facilities = edition.city.facilities
    let catchments = catchments(edition)
    let outline = CircleOutline(segments: 64)
    var geometry = GeometryColumn()
    for catchment in catchments {
      Circle(
        centre: Point(
          x: facilities.rows.placeX[catchment.facility],
          y: facilities.rows.placeY[catchment.facility]),
        radius: catchment.reach
      ).append(to: &geometry, outline)
    }
    var table = LayerTable(rowCount: catchments.count)
    table.append("facility", texts: catchments.map { facilities.rows.ids[$0.facility] })
    table.append(
      "kind", texts: catchments.map { edition.kinds.all[facilities.kind[$0.facility]].id })
    table.append(
      "rules",
      texts: catchments.map { catchment in
        catchment.findings.map { edition.columnPrefix(ofFinding: $0) }.joined(separator: ";")
      })
    table.append("reach_metres", .real(catchments.map(\.reach), decimals: 6))
    try await GeoJSONWriter(workers: edition.workers).write(
      table.table, geometry: geometry, crs: edition.city.workingCRS, to: path)
  }

  private struct Catchment {
    let facility: Int
    /// Metres in a straight line.
    let reach: Double
    /// The rules that count the facility within this reach, as indices of the findings.
    var findings: [Int]
  }

  /// By facility, then from small to large.
  private static func catchments(_ edition: Edition) -> [Catchment] {
    var found: [Int: [Catchment]] = [:]
    for (index, findings) in edition.result.findings.enumerated() {
      guard let reach = findings.reachMetres, reach > 0, reach.isFinite else { continue }
      for facility in countedFacilities(findings) {
        let place = found[facility]?.firstIndex { $0.reach == reach }
        if let place {
          found[facility]?[place].findings.append(index)
        } else {
          found[facility, default: []].append(
            Catchment(facility: facility, reach: reach, findings: [index]))
        }
      }
    }
    let rows = edition.city.facilities.rows
    return found.values.flatMap { $0 }
      .filter { rows.placeX[$0.facility].isFinite && rows.placeY[$0.facility].isFinite }
      .sorted { ($0.facility, $0.reach) < ($1.facility, $1.reach) }
  }

  /// Rows of the facilities that a rule counts, whomever they reach.
  private static func countedFacilities(_ findings: RuleFindings) -> [Int] {
    if !findings.counted.isEmpty { return findings.counted.map { Int($0) } }
    return findings.facilityCapacity.indices.filter {
      findings.facilityCapacity[$0] != RuleFindings.noAmount
    }
  }
}
