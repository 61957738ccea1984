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
internal import Workers

/// `gaps.geojson`: residential land that no facility reaches, by rule.
public enum GapsOutput: WritableOutput {
  /// `gaps.geojson`
  public static let fileName = "gaps.geojson"
  /// What is in it.
  public static let title = OutputWords.gaps

  static func write(_ edition: Edition, _ press: Press, to path: String) async throws {
    let people = edition.city.residents
    var geometry = GeometryColumn()
    var rules: [String] = []
    var parcels: [String] = []
    var areas: [Double] = []
    var residents: [Double] = []
    for (index, findings) in edition.result.findings.enumerated() {
      guard let search = GapSearch(findings, city: edition.city) else { continue }
      let gaps = try await search.gaps(workers: press.workers)
      for gap in gaps {
        let share = max(0, min(1, 1 - findings.measured[gap.subject] / 100))
        rules.append(edition.columnPrefix(ofFinding: index))
        parcels.append(edition.city.parcels.rows.ids[gap.row])
        areas.append(
          gap.shape.kind.isPolygon ? edition.city.ground.squareMetres(of: gap.shape) : .nan)
        residents.append((people[gap.row]?.double ?? .nan) * share)
        geometry.append(gap.shape)
      }
    }
    var table = LayerTable(rowCount: rules.count)
    table.append("rule", texts: rules)
    table.append("parcel", texts: parcels)
    table.append("area_m2", .real(areas, decimals: 1))
    table.append("people", .real(residents, decimals: 1))
    try await GeoJSONWriter(workers: press.workers).write(
      table.table, geometry: geometry, crs: edition.city.workingCRS, to: path)
  }
}

/// Draws what a coverage rule leaves uncovered. The decision is the finding's: a picture never says
/// that a parcel that fails is covered, or that half of one is where the rule looks at its gate.
private struct GapSearch: Sendable {
  struct Gap: Sendable {
    let subject: Int
    let row: Int
    let shape: Geometry
  }

  /// Edges of a drawn circle: at 1,000 m the outline falls short by 0.3 m at most.
  private static let segments = 128

  private let geometry: GeometryColumn
  private let ground: GroundScale
  private let findings: RuleFindings
  private let reach: Double
  private let isByArea: Bool
  private let facilities: Facilities
  /// Those that counted and have a place.
  private let placed: [Int32]
  private let index: SpatialIndex
  private let failing: [Int]

  /// `nil` for findings that are not about the coverage of parcels.
  init?(_ findings: RuleFindings, city: City) {
    guard findings.rule.check.measuresCover, findings.table == .parcels,
      let reach = findings.reachMetres
    else { return nil }
    self.findings = findings
    self.reach = reach
    // On the network a parcel is at its entrances: it is a gap as a whole.
    isByArea = !findings.isWalked && (findings.rule.check.placement ?? .areaShare) == .areaShare
    geometry = city.parcels.rows.geometry
    ground = city.ground
    facilities = city.facilities
    placed = findings.counted.filter { city.facilities.rows.isPlaced(Int($0)) }
    index = SpatialIndex(placed.map { city.facilities.extent(of: Int($0)) })
    failing = findings.rows.indices.filter { findings.verdicts[$0] == .fail }
  }

  /// One for each parcel that fails.
  func gaps(workers: Workers) async throws -> [Gap] {
    try await workers.map(failing.count, grain: 256) { range in
      let engine = GeometryEngine()
      let drawing = OffsetDrawing(facilities, on: ground, segments: Self.segments)
      return range.map { place in
        let subject = failing[place]
        let row = Int(findings.rows[subject])
        return Gap(subject: subject, row: row, shape: uncovered(row, subject, engine, drawing))
      }
    }.flatMap { $0 }
  }

  /// The part of a parcel that is farther from all; all of it where nothing is covered.
  private func uncovered(
    _ row: Int, _ subject: Int, _ engine: GeometryEngine, _ drawing: OffsetDrawing
  ) -> Geometry {
    let whole = geometry[row]
    guard isByArea, whole.kind.isPolygon, findings.measured[subject] > 0 else { return whole }
    var offsets = GeometryColumn()
    let around = reach * ground.greatestScale(over: whole.envelope.expanded(by: 2 * reach))
    for near in index.rows(in: whole.envelope.expanded(by: around)) {
      try? drawing.append(
        Int(placed[near]), metres: reach, to: &offsets, fineIn: whole.envelope)
    }
    // What GEOS cannot cut is shown whole: too large a gap is a lesser fault than none.
    guard offsets.count > 0, let covered = try? engine.union(of: offsets),
      let rest = try? engine.difference(whole, covered), !rest.isEmpty
    else { return whole }
    return rest
  }
}
