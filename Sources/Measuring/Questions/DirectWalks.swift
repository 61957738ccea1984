internal import Geodesy
internal import Planar
internal import Planning
internal import Walking
internal import Workers

/// Doors of parcels and facilities that are nearer to each other than either is to any street: they
/// are as far apart as the straight line.
struct DirectWalks: LocalQuestion {
  typealias Answer = DirectPairs

  func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    guard let walks = city.walks else { preconditionFailure("a walk without a network") }
    let access = walks.access
    let rows = city.city.facilities.rows
    let placed = (0..<Int32(rows.count)).filter {
      rows.isPlaced(Int($0)) && !access.facilities.isLost(Int($0))
    }
    let sites = city.sites(of: placed)
    let fromStreets = (0..<rows.count).map { row in
      access.facilities.doors(of: row).reduce(Double.infinity) {
        min($0, access.facilities.leastStraight(of: $1))
      }
    }
    let lines = DoorLines(
      city: city, parcels: city.city.parcels, ground: city.city.ground, access: access.parcels,
      obstacles: walks.network.obstacles)
    let pieces = try await city.workers.map(city.city.parcels.count, grain: 16_384) { range in
      var sizes: [Int] = []
      var facilities: [Int32] = []
      var metres: [Double] = []
      sites.search { view in
        for parcel in range {
          for door in access.parcels.doors(of: parcel) {
            let before = facilities.count
            let reach = access.parcels.leastStraight(of: door)
            if reach > 0 {
              for (facility, distance) in lines.lines(
                fromDoor: door, of: parcel, to: view, within: reach)
              where distance < reach && distance < fromStreets[Int(facility)] {
                facilities.append(facility)
                metres.append(distance)
              }
            }
            sizes.append(facilities.count - before)
          }
        }
      }
      return (sizes: sizes, facilities: facilities, metres: metres)
    }
    var answer = DirectPairs()
    for piece in pieces {
      answer.append(sizes: piece.sizes, facilities: piece.facilities, metres: piece.metres)
    }
    return answer
  }
}

/// Straight lines between doors and facilities of a city on streets.
private struct DoorLines: Sendable {
  let city: MeasuredCity
  let parcels: Parcels
  let ground: GroundScale
  /// Of the parcels.
  let access: AccessPlaces
  let obstacles: StreetObstacles

  /// Facilities outside a parcel that are near one of its doors as the straight line goes, ascending,
  /// each with its metres; lines that cross an obstacle are left out.
  func lines(
    fromDoor door: Int, of parcel: Int, to sites: FacilitySites.View, within reach: Double
  ) -> [(facility: Int32, metres: Double)] {
    let gates = parcels.entranceOffsets[parcel]..<parcels.entranceOffsets[parcel + 1]
    let gate =
      gates.isEmpty ? nil : parcels.entrances[gates.lowerBound + Int(access.numbers[door])]
    var near: [Int32] = []
    if let gate {
      sites.forEach(withinMetres: reach, ofX: gate.x, y: gate.y, on: ground) { near.append($0) }
    } else {
      let (x, y) = (parcels.rows.placeX[parcel], parcels.rows.placeY[parcel])
      let radius = parcels.rows.geometry.farthestVertexDistance(parcel, fromX: x, y: y)
      let around = ground.reach(ofMetres: reach, fromX: x, y: y).perhaps + radius
      sites.forEach(within: around * 1.001, ofX: x, y: y) { near.append($0) }
    }
    // Most have nothing so near.
    if near.isEmpty { return [] }
    let start: (column: GeometryColumn, row: Int) =
      gate.map { (GeometryColumn(points: [$0]), 0) } ?? (parcels.rows.geometry, parcel)
    var found: [(facility: Int32, metres: Double)] = []
    // What is inside serves all of the parcel, as far as its farthest vertex.
    for facility in Set(near).sorted()
    where gate != nil || city.city.facilities.insideParcel[Int(facility)] != Int32(parcel) {
      let metres = city.straightLine(from: start.column, start.row, to: Int(facility))
      guard metres <= reach else { continue }
      if !obstacles.isEmpty,
        isBarred(start.column, row: start.row, from: Int(facility))
      {
        continue
      }
      found.append((facility, metres))
    }
    return found
  }

  private func isBarred(
    _ column: GeometryColumn, row: Int, from facility: Int
  ) -> Bool {
    let site = city.city.facilities.siteGeometry(of: facility)
    let middle = site.column.envelope(of: site.row).centre
    guard let start = column.nearestBoundaryPoint(row, toX: middle.x, y: middle.y),
      let end = site.column.nearestBoundaryPoint(site.row, toX: start.x, y: start.y)
    else { return false }
    return obstacles.bar(fromX: start.x, y: start.y, toX: end.x, y: end.y)
  }
}
