internal import Geodesy
internal import Planar
internal import Planning
internal import Walking
internal import Workers

extension MeasuredCity {
  /// Which facilities are within a limit as the straight line goes, of those pairs of which one or
  /// both are near no street, or which are on different parts of a network that falls apart, or between
  /// which streets cross of which it is not known whether they meet: no walk is shorter, and whether one
  /// is as short is not known.
  ///
  /// - Parameters:
  ///   - rows: Of facilities, ascending.
  ///   - limit: Metres, from an entrance of the parcel, else from its boundary.
  func doubtfulEdges(
    _ access: NetworkAccess, to rows: [Int32], within limit: Double
  ) async throws -> ReachEdges {
    precondition(access.lost.count == city.parcels.count, "places of other rows")
    let crossings = Crossings(walks?.network.crossings ?? StreetPoints(), within: limit, of: self)
    let odd = rows.filter {
      access.facilities.isLost(Int($0)) || access.isCutOff(access.facilities, Int($0))
    }
    let isOdd = access.lost.indices.map {
      access.lost[$0] > 0 || access.isCutOff(access.parcels, $0) || crossings.areNear($0)
    }
    guard isOdd.contains(true) || !odd.isEmpty else {
      return ReachEdges(parcels: city.parcels.count)
    }
    let (toOdd, toAll) = (sites(of: odd), sites(of: rows))
    let pieces = try await workers.map(city.parcels.count, grain: 16_384) { range in
      let lists = range.map { parcel in
        self.straightEdges(of: parcel, to: isOdd[parcel] ? toAll : toOdd, within: limit)
          .filter {
            access.lost[parcel] > 0 || access.facilities.isLost(Int($0))
              || access.areApart(parcel: parcel, facility: Int($0))
              || crossings.may(lead: parcel, to: Int($0))
          }
      }
      return (
        counts: lists.map { Int32($0.count) }, facilities: lists.flatMap { $0 }
      )
    }
    return ReachEdges(pieces: pieces)
  }

  private func straightEdges(
    of parcel: Int, to sites: FacilitySites, within limit: Double
  ) -> [Int32] {
    let parcels = city.parcels
    let gates = parcels.entranceOffsets[parcel]..<parcels.entranceOffsets[parcel + 1]
    let (x, y) = (parcels.rows.placeX[parcel], parcels.rows.placeY[parcel])
    var found = Set<Int32>()
    let ground = city.ground
    sites.search { view in
      for point in parcels.entrances[gates] {
        view.forEach(withinMetres: limit, ofX: point.x, y: point.y, on: ground) {
          found.insert($0)
        }
      }
      guard gates.isEmpty else { return }
      let radius = parcels.rows.geometry.farthestVertexDistance(parcel, fromX: x, y: y)
      let around = ground.reach(ofMetres: limit, fromX: x, y: y).perhaps + radius
      view.forEach(within: around * 1.001, ofX: x, y: y) { row in
        if !found.contains(row),
          straightLine(from: parcels.rows.geometry, parcel, to: Int(row)) <= limit
        {
          found.insert(row)
        }
      }
    }
    return found.sorted()
  }

  /// Metres from a parcel's boundary, or inside it, or from a gate, to where a facility is reached.
  func straightLine(from places: GeometryColumn, _ parcel: Int, to facility: Int) -> Double {
    let site = city.facilities.siteGeometry(of: facility)
    return places.withBuffers { parcels in
      site.column.withBuffers { sites in
        let plane = parcels.distance(parcel, to: site.row, of: sites)
        let middle = parcels.envelope(of: parcel).centre
        guard plane > 0, let frame = city.ground.frame(atX: middle.x, y: middle.y) else {
          return plane
        }
        var local = GeometryColumn()
        local.append(row: parcel, of: parcels) { frame.position(x: $0, y: $1) }
        local.append(row: site.row, of: sites) { frame.position(x: $0, y: $1) }
        return frame.metres(ofLength: local.withBuffers { $0.distance(0, to: 1, of: $0) })
      }
    }
  }

  /// By parcel: the facility that lies in it. Whatever the streets are, nobody in it walks farther
  /// than from its farthest vertex.
  ///
  /// - Parameter rows: Of facilities, ascending.
  func inside(_ rows: [Int32]) -> [InsideFacility] {
    var nearest = [InsideFacility](repeating: InsideFacility(), count: city.parcels.count)
    for row in rows {
      let parcel = Int(city.facilities.insideParcel[Int(row)])
      guard parcel >= 0 else { continue }
      let metres = city.parcels.rows.geometry.withBuffers {
        city.ground.farthestVertexMetres(
          fromX: city.facilities.rows.placeX[Int(row)], y: city.facilities.rows.placeY[Int(row)],
          ofRow: parcel, of: $0)
      }
      if metres < nearest[parcel].metres { nearest[parcel] = .init(metres: metres, facility: row) }
    }
    return nearest
  }
}

/// Places at which streets cross, and it is not known whether one gets from one to the other there.
private struct Crossings: Sendable {
  private let places: StreetPoints
  private let grid: PointGrid
  private let limit: Double
  private let city: City

  init(_ places: StreetPoints, within limit: Double, of measured: MeasuredCity) {
    self.places = places
    self.limit = limit
    city = measured.city
    grid = PointGrid(rows: (0..<Int32(places.count)).map { $0 }, x: places.x, y: places.y)
  }

  /// Whether one is within the limit of a parcel.
  func areNear(_ parcel: Int) -> Bool { !near(parcel).isEmpty }

  /// Whether a walk by one of them may be within the limit: as the straight lines go.
  func may(lead parcel: Int, to facility: Int) -> Bool {
    let site = city.facilities.siteGeometry(of: facility)
    return near(parcel).contains { crossing in
      let (x, y) = (places.x[crossing.place], places.y[crossing.place])
      let rest = site.column.withBuffers {
        city.ground.metres(fromX: x, y: y, toRow: site.row, of: $0)
      }
      return crossing.metres + rest <= limit
    }
  }

  private func near(_ parcel: Int) -> [(place: Int, metres: Double)] {
    guard places.count > 0, city.parcels.rows.isPlaced(parcel) else { return [] }
    let rows = city.parcels.rows
    return rows.geometry.withBuffers { areas in
      let box = areas.envelope(of: parcel)
      let reach = city.ground.reach(ofMetres: limit, fromX: box.centre.x, y: box.centre.y).perhaps
      let around = reach + (box.width + box.height) / 2
      var found: [(place: Int, metres: Double)] = []
      grid.search { grid in
        grid.forEach(within: around, ofX: box.centre.x, y: box.centre.y) { place, x, y in
          let metres = city.ground.metres(fromX: x, y: y, toRow: parcel, of: areas)
          if metres <= limit { found.append((Int(place), metres)) }
        }
      }
      return found
    }
  }
}
