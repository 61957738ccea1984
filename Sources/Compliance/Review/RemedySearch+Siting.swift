internal import Documents
internal import GeoData
internal import Geodesy
internal import Measuring
internal import Planar
internal import Planning
internal import Quantities
internal import Rules
internal import Walking

extension RemedySearch {
  /// Puts facilities where they cover what is not covered.
  mutating func site(
    _ choice: FacilityChoice, _ clause: ClauseOpinion, _ subjects: [SubjectOpinion]
  ) async throws -> Bool {
    guard let limit = clause.reachMetres else {
      return give(up: clause, .noLimit)
    }
    // A facility that came since the last judgement may serve: see first.
    let lineages = reviewer.vocabulary.lineages
    let kinds = Set(choice.kinds)
    if asked.contains(where: { word in
      word.hasPrefix("new ")
        && lineages[Int(word.dropFirst(4)) ?? 0].contains(where: kinds.contains)
    }) {
      return true
    }
    let engine = GeometryEngine()
    var region: Geometry?
    var served: [SubjectOpinion] = []
    // One facility for as many as it can serve.
    for subject in subjects where subject.table != .territory {
      let found =
        clause.isWalked
        ? try await walkedRegion(for: subject, limit, engine)
        : try self.region(for: subject, choice, limit, engine)
      guard let own = found else { continue }
      if let known = region {
        let both = try engine.intersection(known, own)
        guard !both.isEmpty, both.area > 1 else { continue }
        region = both
      } else {
        region = own
      }
      served.append(subject)
    }
    if let region, let first = served.first {
      let parcel = self.parcel(of: first)
      let outline = plan.parcels.rows.geometry[parcel]
      let inside =
        outline.kind.isPolygon ? try engine.intersection(region, outline) : Geometry.none
      let point = (inside.area > 1 ? inside : region).interiorPoint
      guard let point,
        let row = newFacility(of: choice.kinds, choice.filter, in: parcel, at: point)
      else { return give(up: clause, .noFacilityToDescribe) }
      if inside.area <= 1 { plan.facilities.insideParcel[row] = -1 }
      let id = plan.facilities.rows.ids[row]
      allowed[id] = region
      ask(id, clause.key)
      return true
    }
    // No single place covers even one of them.
    guard let subject = subjects.first(where: { $0.table != .territory }),
      let point = try uncovered(subject, by: choice, within: limit, engine: engine).flatMap({
        $0.interiorPoint
      }),
      let row = newFacility(
        of: choice.kinds, choice.filter, in: parcel(of: subject), at: point)
    else { return give(up: clause, .noFacilityToDescribe) }
    ask(plan.facilities.rows.ids[row], clause.key)
    return true
  }

  /// Metres beside a street that an area of walks is drawn with.
  private static let streetOffset = 25.0

  /// Where a facility is within a walk of all places of a subject on the network. The area is drawn
  /// a little beside the streets, and a facility in it walks to the street first: so the walk is
  /// taken shorter by as much. `nil`: nowhere, or no street is near.
  private func walkedRegion(
    for subject: SubjectOpinion, _ limit: Double, _ engine: GeometryEngine
  ) async throws -> Geometry? {
    guard let network = reviewer.network, limit > 4 * Self.streetOffset else { return nil }
    let access = try await network.access(of: plan, workers: workers)
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

  private func parcel(of subject: SubjectOpinion) -> Int {
    if subject.table == .parcels { return subject.row }
    let home = Int(plan.facilities.insideParcel[subject.row])
    return home >= 0 ? home : 0
  }

  /// Where a facility covers all of a subject that is not covered yet; `nil`: nowhere.
  private func region(
    for subject: SubjectOpinion, _ choice: FacilityChoice, _ limit: Double, _ engine: GeometryEngine
  ) throws -> Geometry? {
    var points: [Point]
    if subject.table == .parcels {
      let gates =
        plan.parcels.entranceOffsets[subject.row]..<plan.parcels.entranceOffsets[subject.row + 1]
      points = Array(plan.parcels.entrances[gates])
      if points.isEmpty {
        guard let rest = try uncovered(subject, by: choice, within: limit, engine: engine) else {
          return nil
        }
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
  private func uncovered(
    _ subject: SubjectOpinion, by choice: FacilityChoice, within limit: Double,
    engine: GeometryEngine
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
    for facilities in [plan.facilities, reviewer.city.facilities] {
      for row in self.rows(of: facilities, thatAre: choice.kinds, and: choice.filter)
      where box.intersects(facilities.extent(of: row)) {
        let reached = try engine.reached(row, of: facilities, metres: limit, on: ground)
        rest = try engine.difference(rest, reached)
      }
    }
    return rest.isEmpty || !rest.kind.isPolygon ? rows.geometry[subject.row] : rest
  }

  // MARK: Steps

  /// What to do, facility by facility: those of the plan first, then new ones.
  func steps() throws -> [RemedyStep] {
    let back = try CoordinateTransform(from: reviewer.city.workingCRS, to: .wgs84)
      .makeTransformer()
    return plan.facilities.rows.ids.indices.compactMap { row -> RemedyStep? in
      let id = plan.facilities.rows.ids[row]
      let isNew = added.contains(id)
      let old = isNew ? nil : submitted.facilities.rows.ids.firstIndex(of: id)
      let amounts = FacilityMeasure.stated.compactMap { measure -> AmountStep? in
        let from = old.flatMap { submitted.facilities.amounts(of: measure)?[$0] }
        guard let to = plan.facilities.amounts(of: measure)?[row], to > (from ?? .zero) else {
          return nil
        }
        return AmountStep(
          measure: measure.name, unit: measure.unit, from: from, to: to)
      }
      let conditions = conditions[id] ?? []
      guard isNew || !amounts.isEmpty || !conditions.isEmpty else { return nil }
      let kind = reviewer.vocabulary.all[plan.facilities.kind[row]]
      let home = plan.facilities.insideParcel[row]
      var area: Geometry?
      if let region = allowed[id] {
        var column = GeometryColumn()
        column.append(region)
        column.withMutableCoordinates { x, y in _ = back.transform(x: &x, y: &y) }
        area = column[0]
      }
      return RemedyStep(
        facility: id, isNew: isNew, kind: kind.id, kindName: kind.name,
        parcel: home >= 0 ? plan.parcels.rows.ids[Int(home)] : nil, amounts: amounts,
        conditions: conditions, allowed: area, clauses: reasons[id] ?? [])
    }
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
}

extension GeometryEngine {
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
