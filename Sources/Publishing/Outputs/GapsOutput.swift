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
internal import Workers

/// `gaps.geojson`: residential land that no facility reaches, by rule.
enum GapsOutput: LayerOutput {
  /// `gaps.geojson`
  static let fileName = "gaps.geojson"
  /// What is in it.
  static let title = OutputWords.gaps

  static let layerName = "gaps"
  static let look = LayerStyle.Look.gaps

  static func layer(of edition: Edition, _ press: Press) async throws -> EditionLayer {
    let city = edition.city
    let people = city.residents
    let whole = city.parcels.rows.geometry
    let ids = city.parcels.rows.ids
    var geometry = GeometryColumn()
    var rules: [String] = []
    var parcels: [String] = []
    var areas: [Double] = []
    var residents: [Double] = []
    for (index, findings) in edition.result.findings.enumerated() {
      guard let search = GapSearch(findings, city: city) else { continue }
      let rule = edition.columnPrefix(ofFinding: index)
      let gaps = try await search.gaps(workers: press.workers)
      let (measured, ground) = (findings.measured, city.ground)
      whole.withBuffers { buffers in
        for gap in gaps {
          let share = max(0, min(1, 1 - measured[gap.subject] / 100))
          rules.append(rule)
          parcels.append(ids[gap.row])
          residents.append((people[gap.row]?.double ?? .nan) * share)
          if let part = gap.part {
            areas.append(part.kind.isPolygon ? ground.squareMetres(of: part) : .nan)
            geometry.append(part)
          } else {
            areas.append(
              buffers.kinds[gap.row].isPolygon
                ? ground.squareMetres(of: gap.row, in: buffers) : .nan)
            geometry.append(row: gap.row, of: buffers) { (x: $0, y: $1) }
          }
        }
      }
    }
    var table = LayerTable(rowCount: rules.count)
    table.append("rule", texts: rules)
    table.append("parcel", texts: parcels)
    table.append("area_m2", .real(areas, decimals: 1))
    table.append("people", .real(residents, decimals: 1))
    return EditionLayer(table: table, geometry: geometry, crs: city.workingCRS)
  }
}

/// Draws what a coverage rule leaves uncovered. The decision is the finding's: a picture never says
/// that a parcel that fails is covered, or that half of one is where the rule looks at its gate.
private struct GapSearch: Sendable {
  struct Gap: Sendable {
    let subject: Int
    let row: Int
    /// `nil`: all of the parcel.
    let part: Geometry?
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
        return Gap(
          subject: subject, row: row,
          part: uncovered(row, subject: subject, engine: engine, drawing: drawing))
      }
    }.flatMap { $0 }
  }

  /// The part of a parcel that is farther from all; `nil` where nothing of it is covered.
  private func uncovered(
    _ row: Int, subject: Int, engine: GeometryEngine, drawing: OffsetDrawing
  ) -> Geometry? {
    guard isByArea, geometry.kinds[row].isPolygon, findings.measured[subject] > 0 else {
      return nil
    }
    let whole = geometry[row]
    var offsets = GeometryColumn()
    let around = reach * ground.greatestScale(over: whole.envelope.expanded(by: 2 * reach))
    for near in index.rows(in: whole.envelope.expanded(by: around)) {
      try? drawing.append(
        Int(placed[near]), metres: reach, to: &offsets, fineIn: whole.envelope)
    }
    // What GEOS cannot cut is shown whole: too large a gap is a lesser fault than none.
    guard offsets.count > 0, let covered = try? engine.union(of: offsets),
      let rest = try? engine.difference(whole, covered), !rest.isEmpty
    else { return nil }
    return rest
  }
}
