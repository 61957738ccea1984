internal import Compliance
internal import GeoData
internal import Geodesy
internal import Measuring
internal import Planar
internal import Planning
internal import Quantities
internal import Rules
internal import Walking
internal import Workers

/// From where one facility serves all of a subject of a plan.
struct ServingArea {
  let reviewer: PlanReviewer
  let plan: Plan
  let workers: Workers
  let engine = GeometryEngine()
  /// The plan on the network, and the rows that count of the plan and of the city, once they are known.
  private var access: NetworkAccess?
  private var counted: [[Int]]?

  init(reviewer: PlanReviewer, plan: Plan, workers: Workers) {
    (self.reviewer, self.plan, self.workers) = (reviewer, plan, workers)
  }

  /// The same, ready for many subjects of a clause.
  func ready(for choice: FacilityChoice, isWalked: Bool) async throws -> ServingArea {
    var ready = self
    if isWalked {
      ready.access = try await reviewer.network?.access(of: plan, workers: workers)
    } else {
      ready.counted = rows(choice)
    }
    return ready
  }

  private func rows(_ choice: FacilityChoice) -> [[Int]] {
    [plan.facilities, reviewer.city.facilities].map {
      choice.rows(ofPlanned: $0, in: reviewer.city, reviewer.vocabulary)
    }
  }

  /// Metres beside a street that an area of walks is drawn with.
  private static let streetOffset = 25.0

  /// Where a facility has all of a subject that is not covered yet within a limit; `nil`: nowhere.
  func area(
    for subject: SubjectOpinion, _ choice: FacilityChoice, within limit: Double, isWalked: Bool
  ) async throws -> Geometry? {
    isWalked
      ? try await walkedArea(for: subject, limit)
      : try circledArea(for: subject, choice, limit)
  }

  /// What two areas share, if that is more than a sliver.
  func shared(_ one: Geometry, _ other: Geometry) throws -> Geometry? {
    let both = try engine.intersection(one, other)
    return both.isEmpty || both.area <= 1 ? nil : both
  }

  /// Whether a place is in an area.
  func contains(_ area: Geometry, x: Double, y: Double) throws -> Bool {
    guard area.envelope.contains(x: x, y: y) else { return false }
    return area.column.withBuffers { $0.contains(area.row, x: x, y: y) }
  }

  /// Where a facility is within a walk of all places of a subject on the network. The area is drawn
  /// a little beside the streets, and a facility in it walks to the street first: so the walk is
  /// taken shorter by as much. `nil`: nowhere, or no street is near.
  private func walkedArea(for subject: SubjectOpinion, _ limit: Double) async throws -> Geometry? {
    guard let network = reviewer.network, limit > 4 * Self.streetOffset else { return nil }
    var known = access
    if known == nil { known = try await network.access(of: plan, workers: workers) }
    guard let access = known else { return nil }
    // A parcel is reached at all of its places, a facility at any.
    let isParcel = subject.table == .parcels
    let places = (isParcel ? access.parcels : access.facilities).selecting([subject.row])
    let areas = try await network.network.isochrones(
      of: places.doors.positions,
      groupedBy: isParcel ? places.doors.offsets : places.positionOffsets,
      within: [limit - 2 * Self.streetOffset], offset: Self.streetOffset, sense: .fromPlace,
      workers: workers)
    guard let area = areas.first, area.count > 0 else { return nil }
    var region = area[0]
    for place in 1..<max(1, area.count) {
      region = try engine.intersection(region, area[place])
    }
    return region.kind.isPolygon && region.area > 1 ? region : nil
  }

  private func circledArea(
    for subject: SubjectOpinion, _ choice: FacilityChoice, _ limit: Double
  ) throws -> Geometry? {
    var points: [Point]
    if subject.table == .parcels {
      let gates =
        plan.parcels.entranceOffsets[subject.row]..<plan.parcels.entranceOffsets[subject.row + 1]
      points = Array(plan.parcels.entrances[gates])
      if points.isEmpty {
        guard let rest = try uncovered(subject, by: choice, within: limit) else { return nil }
        points = rest.vertices
      }
    } else {
      let rows = plan.facilities.rows
      points = [Point(x: rows.placeX[subject.row], y: rows.placeY[subject.row])]
    }
    var region: Geometry?
    for point in points.unique {
      let disc = try engine.disc(around: point, metres: limit, on: reviewer.city.ground)
      region = try region.map { try engine.intersection($0, disc) } ?? disc
      if region?.isEmpty ?? true { return nil }
    }
    guard let region, region.area > 1 else { return nil }
    return region
  }

  /// What of a parcel no facility that counts covers; the circles are drawn a little too small, so
  /// that nothing is taken for covered that is not. `nil`: nothing is left.
  func uncovered(
    _ subject: SubjectOpinion, by choice: FacilityChoice, within limit: Double
  ) throws -> Geometry? {
    guard subject.table == .parcels else { return nil }
    let rows = plan.parcels.rows
    var rest = rows.geometry[subject.row]
    guard rest.kind.isPolygon else {
      return Point(x: rows.placeX[subject.row], y: rows.placeY[subject.row]).geometry
    }
    let ground = reviewer.city.ground
    let box = rest.envelope.expanded(
      by: limit * ground.greatestScale(over: rest.envelope.expanded(by: 2 * limit)))
    for (facilities, rows) in zip(
      [plan.facilities, reviewer.city.facilities], counted ?? self.rows(choice))
    {
      for row in rows where box.intersects(facilities.extent(of: row)) {
        let reached = try engine.reached(row, of: facilities, metres: limit, on: ground)
        rest = try engine.difference(rest, reached)
      }
    }
    return rest.isEmpty || !rest.kind.isPolygon ? rows.geometry[subject.row] : rest
  }
}

extension Point {
  fileprivate var geometry: Geometry {
    var column = GeometryColumn()
    column.appendPoint(x: x, y: y)
    return column[0]
  }
}

extension GeometryEngine {
  /// All places within some metres of a position, but for a sliver at its rim.
  fileprivate func disc(
    around point: Point, metres: Double, on ground: GroundScale
  ) throws(GeometryError) -> Geometry {
    let disc = ground.disc(aroundX: point.x, y: point.y, metres: metres)
    return try buffer(
      Point(x: disc.x, y: disc.y).geometry, by: disc.radius, segmentsPerQuadrant: 24)
  }

  /// All places within some metres of a facility, but for a sliver at its rim. Around an area the
  /// scale is that in its middle.
  fileprivate func reached(
    _ row: Int, of facilities: Facilities, metres: Double, on ground: GroundScale
  ) throws(GeometryError) -> Geometry {
    guard facilities.site(of: row) != .place else {
      let rows = facilities.rows
      return try disc(
        around: Point(x: rows.placeX[row], y: rows.placeY[row]), metres: metres, on: ground)
    }
    let middle = facilities.extent(of: row).centre
    return try buffer(
      facilities.siteGeometry(of: row), by: metres * ground.scale(atX: middle.x, y: middle.y),
      segmentsPerQuadrant: 24)
  }
}

extension Geometry {
  /// All of its vertices.
  fileprivate var vertices: [Point] {
    column.vertices(ofRow: row).map { Point(x: column.x[$0], y: column.y[$0]) }
  }
}
