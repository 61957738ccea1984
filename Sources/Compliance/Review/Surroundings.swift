internal import Geodesy
internal import Measuring
internal import Planar
internal import Planning
internal import Rules

/// What of a city a plan can touch.
struct Surroundings: Sendable {
  /// What metres of the working CRS are on the ground.
  private let ground: GroundScale
  /// As many metres of the plane as one on the ground is anywhere, at most.
  private let stretch: Double
  /// The farthest that any clause but those on shared supply reaches, at any walking speed, metres of
  /// the plane.
  private let reach: Double
  /// The farthest that a parcel's outline or gate is from its place, metres of the plane.
  private let parcelRadius: Double
  private let parcelPlaces: PointGrid
  private let facilitySites: FacilitySites
  private let parcelIndex: SpatialIndex
  /// Places and gates of parcels, and whose each is.
  private let accesses: PointGrid
  private let accessOwners: [Int32]
  private let links: [RuleKey: Links]
  /// Parcels that some facility is declared for.
  private let declared: [Int]
  private let hasUnits: Bool
  /// Whether there is anything that a plan may be far from.
  private let hasPlaces: Bool
  /// Whether a clause divides supply within a circle by the demand in it.
  private let weighsSurroundings: Bool

  init(_ city: City, _ baseline: [RuleKey: RuleFindings], parcelRadius: [Double]) {
    let parcels = city.parcels
    let facilities = city.facilities
    var links: [RuleKey: Links] = [:]
    var reach = 0.0
    for (key, findings) in baseline {
      if findings.rule.sharesSupply(city.project) {
        links[key] = Links(findings, facilities: facilities.count)
      } else {
        // A fifth more: the fastest walker.
        reach = max(reach, (findings.reachMetres ?? 0) * 1.25)
      }
    }
    self.links = links
    weighsSurroundings = baseline.values.contains { $0.attribution == .pooled }
    ground = city.ground
    var extent = parcels.rows.extent
    extent.formUnion(facilities.rows.extent)
    stretch = city.ground.greatestScale(over: extent.expanded(by: 100_000))
    self.reach = max(reach, 100) * stretch
    self.parcelRadius = (parcelRadius.filter(\.isFinite).max() ?? 0) * stretch
    let all = (0..<Int32(parcels.count)).filter { parcels.rows.placeX[Int($0)].isFinite }
    parcelPlaces = PointGrid(rows: all, x: parcels.rows.placeX, y: parcels.rows.placeY)
    facilitySites = FacilitySites(
      (0..<Int32(facilities.count)).filter { facilities.rows.placeX[Int($0)].isFinite },
      of: facilities)
    var x: [Double] = []
    var y: [Double] = []
    var owners: [Int32] = []
    for row in all {
      x.append(parcels.rows.placeX[Int(row)])
      y.append(parcels.rows.placeY[Int(row)])
      owners.append(row)
      for gate in parcels.entranceOffsets[Int(row)]..<parcels.entranceOffsets[Int(row) + 1] {
        x.append(parcels.entrances[gate].x)
        y.append(parcels.entrances[gate].y)
        owners.append(row)
      }
    }
    accesses = PointGrid(rows: Array(0..<Int32(owners.count)), x: x, y: y)
    accessOwners = owners
    parcelIndex = SpatialIndex(parcels.rows.geometry)
    declared = Set(facilities.servedParcels.joined()).sorted()
    hasUnits = city.units.count > 0
    hasPlaces =
      !all.isEmpty || facilities.rows.placeX.contains { $0.isFinite }
  }

  /// A part of the city: rows ascending.
  struct Part {
    var parcels: [Int]
    var facilities: [Int]
    /// Of `parcels`, those whose findings are the same as in the whole city.
    var isComplete: Set<Int>
  }

  /// What the clauses on a plan itself look at, but for shared supply: all facilities; of the
  /// parcels those that facilities are declared for, those that a planned facility may lie in, and
  /// where a clause weighs supply against the demand around, those around.
  ///
  /// - Parameter isBrief: Leaves out facilities that are beyond all limits; then a nearest one is
  ///   the nearest within them.
  func context(of plan: Plan, in city: City, isBrief: Bool) -> Part {
    var parcels = Set(declared)
    parcels.formUnion(named(by: plan, in: city))
    for row in 0..<plan.facilities.count where plan.facilities.insideParcel[row] < 0 {
      parcels.formUnion(rows(within: plan.facilities.rows.geometry.envelope(of: row)))
    }
    if weighsSurroundings {
      let box = extent(of: plan)
      parcels.formUnion(rows(within: box.expanded(by: reach + parcelRadius)))
    }
    var facilities = Array(0..<city.facilities.count)
    if isBrief {
      let box = extent(of: plan).expanded(by: reach + 1)
      let rows = city.facilities.rows
      facilities.removeAll {
        rows.isPlaced($0) && !box.intersects(city.facilities.extent(of: $0))
      }
    }
    return Part(parcels: parcels.sorted(), facilities: facilities, isComplete: [])
  }

  /// What a plan can touch by clauses that do not share supply, and the whole of the units that it
  /// touches.
  func neighbourhood(of plan: Plan, in city: City) -> Part {
    let near = near(plan, in: city)
    let box = extent(of: plan)
    var parcels = Set(rows(within: box.expanded(by: 2 * reach + 2 * parcelRadius)))
    parcels.formUnion(declared)
    for row in named(by: plan, in: city) {
      let box = city.parcels.rows.geometry.envelope(of: row)
      parcels.formUnion(rows(within: box.expanded(by: reach + parcelRadius)))
    }
    let touched = units(touchedBy: plan, near, city)
    // Planning units follow no other borders, and what may lie in one may be anywhere.
    if !city.units.planningLevels.isEmpty { parcels.formUnion(0..<city.parcels.count) }
    for level in Self.levels(of: city) {
      let wanted = touched.filter { city.units.level[$0] == level }
      guard !wanted.isEmpty else { continue }
      for row in 0..<city.parcels.count {
        if let unit = city.parcels.units[row, level], wanted.contains(unit) { parcels.insert(row) }
      }
    }
    return Part(
      parcels: parcels.sorted(), facilities: Array(0..<city.facilities.count),
      isComplete: Set(near))
  }

  /// The levels whose units are looked at as a whole.
  private static func levels(of city: City) -> [UnitLevel] {
    city.units.allLevels.filter { $0 <= .district || $0.isOfPlanning }
  }

  /// The units, up to districts, that hold the plan or anyone whom it can touch.
  func units(touchedBy plan: Plan, _ near: [Int], _ city: City) -> Set<Int> {
    var result: Set<Int> = []
    for level in Self.levels(of: city) {
      for row in near { if let unit = city.parcels.units[row, level] { result.insert(unit) } }
      for row in 0..<plan.parcels.count {
        if let unit = plan.parcels.units[row, level] { result.insert(unit) }
      }
      for row in 0..<plan.facilities.count {
        if let unit = plan.facilities.units[row, level] { result.insert(unit) }
      }
    }
    return result
  }

  /// Parcels of the city that a plan can touch by clauses that do not share supply: those in reach,
  /// and those that its facilities are declared for, wherever they are.
  func near(_ plan: Plan, in city: City) -> [Int] {
    let inReach = rows(within: extent(of: plan).expanded(by: reach + parcelRadius))
    let named = named(by: plan, in: city)
    return named.isEmpty ? inReach : Set(inReach + named).sorted()
  }

  /// Parcels of the city that facilities of a plan are declared for.
  private func named(by plan: Plan, in city: City) -> [Int] {
    let ids = Set(plan.servedParcelIDs.joined())
    guard !ids.isEmpty else { return [] }
    return city.parcels.rows.ids.indices.filter { ids.contains(city.parcels.rows.ids[$0]) }
  }

  /// Everyone connected with a plan over the facilities of one clause.
  func community(of plan: Plan, under key: RuleKey, limit: Double, in city: City) -> Part {
    guard let links = links[key] else {
      return Part(parcels: [], facilities: [], isComplete: [])
    }
    // A metre more than the limit: who is not in reach after all only makes the part larger.
    let limit = limit * stretch + 1
    var parcels: Set<Int32> = []
    var facilities: Set<Int32> = []
    let planned = plan.parcels
    for row in 0..<planned.count {
      var points = Array(
        planned.entrances[planned.entranceOffsets[row]..<planned.entranceOffsets[row + 1]])
      points.append(Point(x: planned.rows.placeX[row], y: planned.rows.placeY[row]))
      let margin = limit + radius(of: row, planned.rows)
      facilitySites.search { view in
        for point in points where point.x.isFinite {
          view.forEach(within: margin, ofX: point.x, y: point.y) { facilities.insert($0) }
        }
      }
    }
    accesses.search { view in
      for row in 0..<plan.facilities.count {
        let (x, y) = (plan.facilities.rows.placeX[row], plan.facilities.rows.placeY[row])
        guard x.isFinite else { continue }
        let box = plan.facilities.extent(of: row)
        let size = box.width + box.height
        view.forEach(within: limit + parcelRadius + size, ofX: x, y: y) { access, _, _ in
          parcels.insert(accessOwners[Int(access)])
        }
      }
    }
    parcels.formUnion(named(by: plan, in: city).map { Int32($0) })
    let closed = links.closed(parcels, facilities)
    // Nobody asks whether someone is complete where everyone is.
    return Part(parcels: closed.parcels, facilities: closed.facilities, isComplete: [])
  }

  private func extent(of plan: Plan) -> Envelope {
    var box = Envelope.empty
    for rows in [plan.parcels.rows, plan.facilities.rows] {
      rows.geometry.withBuffers { buffers in
        for row in 0..<buffers.count { box.formUnion(buffers.envelope(of: row)) }
      }
    }
    return box
  }

  private func radius(of row: Int, _ rows: SubjectRows) -> Double {
    rows.geometry.withBuffers {
      $0.farthestVertexDistance(row, fromX: rows.placeX[row], y: rows.placeY[row])
    }
  }

  private func rows(within box: Envelope) -> [Int] {
    var result: [Int] = []
    parcelIndex.forEachRow(in: box) { result.append($0) }
    return result.sorted()
  }
}

// MARK: Checks on the plan's place

extension Surroundings {
  /// How far from the nearest parcel a plan that lies in no unit may be, metres.
  private static let farAway = 2_000.0

  /// The first plan for an empty city may be anywhere.
  ///
  /// - Throws: `PlanReviewError.outsideStudyArea`.
  func checkPlace(of plan: Plan) throws(PlanReviewError) {
    guard hasUnits || hasPlaces else { return }
    var outside: [String] = []
    var farthest = 0.0
    // Facilities of a plan may stand beside its parcels; where there are none, they are the plan.
    let isOfFacilities = plan.parcels.count == 0
    let rows = isOfFacilities ? plan.facilities.rows : plan.parcels.rows
    let units = isOfFacilities ? plan.facilities.units : plan.parcels.units
    for row in 0..<rows.count {
      if hasUnits, !units.isNowhere(row) { continue }
      let (x, y) = (rows.placeX[row], rows.placeY[row])
      let parcel = parcelPlaces.search { $0.nearest(toX: x, y: y, on: ground)?.distance }
      let facility = facilitySites.search { $0.nearest(toX: x, y: y, on: ground)?.distance }
      let distance = min(parcel ?? .infinity, facility ?? .infinity)
      guard distance > Self.farAway else { continue }
      outside.append(rows.ids[row])
      farthest = max(farthest, distance)
    }
    guard outside.isEmpty else {
      throw .outsideStudyArea(
        plan: plan.name, rows: outside, kilometres: farthest / 1000)
    }
  }

  /// Parcels of the city under parcels of the plan, by more than a square metre: neighbours whose
  /// boundaries were drawn apart touch by less.
  func overlaps(_ plan: Plan, _ city: City) throws -> [PlanOverlap] {
    let engine = GeometryEngine()
    var result: [PlanOverlap] = []
    for row in 0..<plan.parcels.count where plan.parcels.rows.geometry.kinds[row].isPolygon {
      let mine = plan.parcels.rows.geometry[row]
      for other in rows(within: plan.parcels.rows.geometry.envelope(of: row))
      where city.parcels.rows.geometry.kinds[other].isPolygon {
        let area = city.ground.squareMetres(
          of: try engine.intersection(mine, city.parcels.rows.geometry[other]))
        guard area > 1 else { continue }
        result.append(
          PlanOverlap(
            planParcel: plan.parcels.rows.ids[row], parcel: city.parcels.rows.ids[other],
            area: area))
      }
    }
    return result
  }
}

/// Who reaches what under one clause, both ways.
private struct Links: Sendable {
  private let offsets: [Int32]
  private let facilities: [Int32]
  private let facilityOffsets: [Int32]
  private let parcels: [Int32]

  init(_ findings: RuleFindings, facilities count: Int) {
    offsets = findings.facilityOffsets
    facilities = findings.facilityRows
    var starts = [Int32](repeating: 0, count: count + 1)
    for facility in facilities { starts[Int(facility) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    facilityOffsets = starts
    var parcels = [Int32](repeating: 0, count: facilities.count)
    for parcel in 0..<max(0, offsets.count - 1) {
      for edge in Int(offsets[parcel])..<Int(offsets[parcel + 1]) {
        let facility = Int(facilities[edge])
        parcels[Int(starts[facility])] = Int32(parcel)
        starts[facility] += 1
      }
    }
    self.parcels = parcels
  }

  /// Everyone who is connected with those given, and these: rows ascending.
  func closed(
    _ firstParcels: Set<Int32>, _ firstFacilities: Set<Int32>
  ) -> (parcels: [Int], facilities: [Int]) {
    let parcelCount = max(offsets.count - 1, Int(firstParcels.max() ?? -1) + 1)
    var isParcelIn = [Bool](repeating: false, count: parcelCount)
    var isFacilityIn = [Bool](repeating: false, count: facilityOffsets.count - 1)
    var waitingParcels = Array(firstParcels)
    var waitingFacilities = Array(firstFacilities)
    for parcel in firstParcels { isParcelIn[Int(parcel)] = true }
    for facility in firstFacilities { isFacilityIn[Int(facility)] = true }
    while true {
      if let parcel = waitingParcels.popLast() {
        guard offsets.count > Int(parcel) + 1 else { continue }
        for edge in Int(offsets[Int(parcel)])..<Int(offsets[Int(parcel) + 1]) {
          let facility = facilities[edge]
          if isFacilityIn[Int(facility)] { continue }
          isFacilityIn[Int(facility)] = true
          waitingFacilities.append(facility)
        }
      } else if let facility = waitingFacilities.popLast() {
        let places = Int(facilityOffsets[Int(facility)])..<Int(facilityOffsets[Int(facility) + 1])
        for place in places {
          let parcel = parcels[place]
          if isParcelIn[Int(parcel)] { continue }
          isParcelIn[Int(parcel)] = true
          waitingParcels.append(parcel)
        }
      } else {
        break
      }
    }
    return (
      isParcelIn.indices.filter { isParcelIn[$0] },
      isFacilityIn.indices.filter { isFacilityIn[$0] }
    )
  }
}
