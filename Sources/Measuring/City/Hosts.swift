internal import Geodesy
internal import Planar
internal import Planning
internal import Rules

/// Which facilities parcels and facilities lie in: those whose area, as it is drawn, holds their place,
/// and those that they are declared to be part of.
struct Hosts: Sendable {
  private let city: City
  /// Id of each kind and of everything that it is a kind of.
  private let kindNames: [[String]]
  private let standings: [Standing]
  /// Whether the data has any row of some kinds.
  private let hasAny: @Sendable ([String]) -> Bool

  /// Metres within which a facility of which only a point is known may hold a place.
  private static let doubtMetres = 300.0

  init(_ city: City, kindNames: [[String]], _ standings: [Standing], _ frame: Frame) {
    self.city = city
    self.kindNames = kindNames
    self.standings = standings
    hasAny = { frame.hasAny(of: $0) }
  }

  /// A row that may lie in facilities.
  private struct Guest {
    /// `nil`: not known.
    var place: Point?
    /// Its own row among the facilities of the city, or -1.
    var row: Int32 = -1
    /// What it is declared to be part of, by id or name.
    var host: String?
  }

  /// Whether each of some parcels lies in a facility that meets a condition.
  func truths(_ condition: Condition, ofParcels rows: [Int]) -> [Truth] {
    let parcels = city.parcels.rows
    return truths(condition, of: rows.map { Guest(place: Self.place(of: $0, parcels)) })
  }

  /// Likewise of some facilities: of the city, or others.
  func truths(_ condition: Condition, of facilities: Facilities, at rows: [Int]) -> [Truth] {
    let declared = facilities.hosts(city.words)
    let isOwn = facilities.rows.ids == city.facilities.rows.ids
    return truths(
      condition,
      of: rows.map {
        Guest(
          place: Self.place(of: $0, facilities.rows), row: isOwn ? Int32($0) : -1,
          host: declared($0))
      })
  }

  private static func place(of row: Int, _ rows: SubjectRows) -> Point? {
    rows.isPlaced(row) ? Point(x: rows.placeX[row], y: rows.placeY[row]) : nil
  }

  private func truths(_ condition: Condition, of guests: [Guest]) -> [Truth] {
    let facilities = city.facilities
    let meets = condition.truths(in: columns(facilities, standings))
    let rejected = city.setAside.facilities
    let mayMeet = condition.truths(in: columns(rejected, rejected.standings(on: city.project.asOf)))
    let isData = !city.project.layers.lacks(.facilities) && condition.kinds.map(hasAny) ?? true
    let ids = declaredRows(of: guests)
    let near = Near(
      facilities, meeting: meets, rejected: rejected, perhapsMeeting: mayMeet,
      lost: city.setAside.lost, on: city.ground)
    return near.search { view in
      guests.map { guest in
        var truth = guest.host.map { host in ids[host].map { meets[$0] } ?? .unknown } ?? .no
        guard let place = guest.place else {
          // Where it is, is not known, and what holds it neither unless that is declared.
          return guest.host == nil ? .unknown : truth
        }
        truth = truth || view.truth(of: place, excluding: guest.row, within: Self.doubtMetres)
        return truth == .no && guest.host == nil && !isData ? .unknown : truth
      }
    }
  }

  private func columns(_ facilities: Facilities, _ standings: [Standing]) -> FacilityColumns {
    FacilityColumns(
      facilities: facilities, units: city.units, kindNames: kindNames, standings: standings,
      words: city.words, hosts: self)
  }

  /// Rows by the ids and names that guests state; a name that several have is nobody's.
  private func declaredRows(of guests: [Guest]) -> [String: Int] {
    let stated = Set(guests.compactMap(\.host))
    guard !stated.isEmpty else { return [:] }
    let rows = city.facilities.rows
    var byName: [String: [Int]] = [:]
    var result: [String: Int] = [:]
    for row in 0..<rows.count {
      if stated.contains(rows.ids[row]) { result[rows.ids[row]] = row }
      if let name = rows.names[row], stated.contains(name) { byName[name, default: []].append(row) }
    }
    for (name, rows) in byName where rows.count == 1 && result[name] == nil {
      result[name] = rows[0]
    }
    return result
  }
}

extension Facilities {
  /// What each is declared to be part of.
  func hosts(_ words: ConditionWords) -> (Int) -> String? {
    let names =
      [Condition.hostColumn] + words.sourceNames(of: Condition.hostColumn, in: .facilities)
    let columns = names.compactMap { rows.values(of: $0) }
    return { row in
      columns.lazy.compactMap { values in
        switch values {
        case .word(let word): word(row)
        case .number(let number): number(row).map { "\($0)" }
        default: nil
        }
      }.first
    }
  }
}

/// Facilities that may hold a place.
private struct Near {
  private let areas: AreaIndex
  private let points: PointGrid
  private let rejectedAreas: AreaIndex
  private let rejectedPoints: PointGrid
  private let meets: [Truth]
  /// Whether one that may be anywhere may.
  private let isAnywhere: Bool
  private let ground: GroundScale

  init(
    _ facilities: Facilities, meeting meets: [Truth], rejected: Facilities,
    perhapsMeeting mayMeet: [Truth],
    lost: LostRows, on ground: GroundScale
  ) {
    self.meets = meets
    self.ground = ground
    (areas, points) = Self.indexes(of: facilities, meets)
    (rejectedAreas, rejectedPoints) = Self.indexes(of: rejected, mayMeet)
    let isUnplaced = meets.indices.contains {
      meets[$0] != .no && !facilities.rows.isPlaced($0)
    }
    let isLost = mayMeet.indices.contains {
      mayMeet[$0] != .no && !rejected.rows.isPlaced($0) && rejected.kind[$0] >= 0
    }
    isAnywhere = isUnplaced || isLost && lost.facilitiesDecide
  }

  /// Of those that meet a condition, or may: their areas, and the places of those without one.
  private static func indexes(
    of facilities: Facilities, _ meets: [Truth]
  ) -> (areas: AreaIndex, points: PointGrid) {
    let rows = facilities.rows
    let wanted = meets.indices.filter { meets[$0] != .no && rows.isPlaced($0) }
    let areas = wanted.filter { rows.geometry.kinds[$0].isPolygon }
    let points = wanted.filter { !rows.geometry.kinds[$0].isPolygon }
    return (
      AreaIndex(rows: areas.map { Int32($0) }, of: rows.geometry),
      PointGrid(rows: points.map { Int32($0) }, x: rows.placeX, y: rows.placeY)
    )
  }

  func search<Result>(_ body: (View) -> Result) -> Result {
    areas.search { areas in
      points.search { points in
        rejectedAreas.search { rejectedAreas in
          rejectedPoints.search { rejectedPoints in
            body(
              View(
                areas: areas, points: points, rejectedAreas: rejectedAreas,
                rejectedPoints: rejectedPoints, meets: meets, isAnywhere: isAnywhere,
                ground: ground))
          }
        }
      }
    }
  }

  struct View {
    let areas: AreaIndex.View
    let points: PointGrid.View
    let rejectedAreas: AreaIndex.View
    let rejectedPoints: PointGrid.View
    let meets: [Truth]
    let isAnywhere: Bool
    let ground: GroundScale

    /// Whether a place lies in a facility that meets the condition, its own row left out.
    func truth(of place: Point, excluding own: Int32, within metres: Double) -> Truth {
      var truth: Truth = isAnywhere ? .unknown : .no
      areas.forEachRow(within: 0, ofX: place.x, y: place.y) { row in
        if row != own { truth = truth || meets[Int(row)] }
      }
      if truth == .yes { return .yes }
      forEach(points, within: metres, of: place) { row in if row != own { truth = .unknown } }
      rejectedAreas.forEachRow(within: 0, ofX: place.x, y: place.y) { _ in truth = .unknown }
      forEach(rejectedPoints, within: metres, of: place) { _ in truth = .unknown }
      return truth
    }

    private func forEach(
      _ points: PointGrid.View, within metres: Double, of place: Point, _ body: (Int32) -> Void
    ) {
      let reach = ground.reach(ofMetres: metres, fromX: place.x, y: place.y).perhaps
      points.forEach(within: reach, ofX: place.x, y: place.y) { row, x, y in
        if ground.metres(fromX: place.x, y: place.y, toX: x, y: y) <= metres { body(row) }
      }
    }
  }
}
