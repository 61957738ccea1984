internal import Compliance
public import Documents
internal import GeoData
internal import GeoFiles
internal import Geodesy
internal import Measuring
internal import Pages
internal import Planar
internal import Planning
internal import Walking
internal import Wording
internal import Workers

/// `catchments.geojson`: the area that each facility serves, one feature for each reach.
public enum CatchmentsOutput: LayerOutput {
  /// `catchments.geojson`
  public static let fileName = "catchments.geojson"
  /// What is in it.
  public static let title = OutputWords.catchments

  static let layerName = "catchments"
  static let look = LayerStyle.Look.catchments

  /// How far an isochrone goes to each side of a street that is reached, metres.
  private static let offset = 25.0

  static func layer(of edition: Edition, _ press: Press) async throws -> EditionLayer {
    let facilities = edition.city.facilities
    var catchments = catchments(edition)
    let geometry = try await geometry(of: &catchments, edition, press.workers)
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
    table.append("mode", texts: catchments.map { $0.isWalked ? "walk" : "radius" })
    return EditionLayer(table: table, geometry: geometry)
  }

  /// Circles and what lies around areas, and on the network the ground that is reached, in degrees of WGS 84; a facility that no
  /// street is near has no such ground and drops out.
  private static func geometry(
    of catchments: inout [Catchment], _ edition: Edition, _ workers: Workers
  ) async throws -> GeometryColumn {
    // By catchment: where it is drawn, as a row of one of the columns.
    var places = [(column: Int, row: Int)?](repeating: nil, count: catchments.count)
    var columns: [GeometryColumn] = []
    if let network = edition.result.network {
      let walked = catchments.indices.filter { catchments[$0].isWalked }
      let served = try await network.waysToParcels(
        of: edition.city, offset: offset, workers: workers)
      // All reaches of a facility are drawn together, so that each is within the next.
      let ofFacility = Dictionary(grouping: walked) { catchments[$0].facility }
      let alike = Dictionary(grouping: ofFacility.keys.sorted()) { facility in
        ofFacility[facility, default: []].map { catchments[$0].reach }
      }
      for reaches in alike.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        let facilities = alike[reaches, default: []]
        let found = try await network.areas(
          ofFacilities: facilities, within: reaches, offset: offset, served: served,
          of: edition.city, workers: workers)
        for (row, facility) in facilities.enumerated() {
          for (reach, index) in ofFacility[facility, default: []].enumerated()
          where found[reach].kinds[row] != .none {
            places[index] = (columns.count + reach, row)
          }
        }
        columns += found
      }
    }
    let offsets = OffsetDrawing(
      edition.city.facilities, on: edition.city.ground, segments: 64)
    var circles = GeometryColumn()
    for (index, catchment) in catchments.enumerated() where !catchment.isWalked {
      places[index] = (columns.count, circles.count)
      try offsets.append(catchment.facility, metres: catchment.reach, to: &circles)
    }
    columns.append(
      try await circles.transformed(
        CoordinateTransform(from: edition.city.workingCRS, to: .wgs84), workers: workers))
    catchments = catchments.indices.filter { places[$0] != nil }.map { catchments[$0] }
    return GeometryColumn(gathering: places.compactMap { $0 }, of: columns)
  }

  private struct Catchment {
    let facility: Int
    /// Metres, in a straight line or along the network.
    let reach: Double
    let isWalked: Bool
    /// The rules that count the facility within this reach, as indices of the findings.
    var findings: [Int]
  }

  /// By facility, then from small to large.
  private static func catchments(_ edition: Edition) -> [Catchment] {
    var found: [Int: [Catchment]] = [:]
    for (index, findings) in edition.result.findings.enumerated() {
      guard let reach = findings.reachMetres, reach > 0, reach.isFinite else { continue }
      for facility in countedFacilities(findings) {
        let place = found[facility]?.firstIndex {
          $0.reach == reach && $0.isWalked == findings.isWalked
        }
        if let place {
          found[facility]?[place].findings.append(index)
        } else {
          found[facility, default: []].append(
            Catchment(
              facility: facility, reach: reach, isWalked: findings.isWalked, findings: [index]))
        }
      }
    }
    let rows = edition.city.facilities.rows
    return found.values.flatMap { $0 }
      .filter { rows.placeX[$0.facility].isFinite && rows.placeY[$0.facility].isFinite }
      .sorted {
        ($0.facility, $0.reach, $0.isWalked ? 1 : 0) < ($1.facility, $1.reach, $1.isWalked ? 1 : 0)
      }
  }

  /// Rows of the facilities that a rule counts, whomever they reach.
  private static func countedFacilities(_ findings: RuleFindings) -> [Int] {
    if !findings.counted.isEmpty { return findings.counted.map { Int($0) } }
    return findings.facilityCapacity.indices.filter {
      findings.facilityCapacity[$0] != RuleFindings.noAmount
    }
  }
}
