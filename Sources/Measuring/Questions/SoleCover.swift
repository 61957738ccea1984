internal import Geodesy
internal import Planar
internal import Planning
internal import Walking
internal import Workers

/// Which facilities of a choice have all of a parcel within a limit, each alone: a site with an edge to a parcel
/// covers it whatever else there is. Facilities that are areas are taken as their places, from where it is no nearer.
package struct SoleCover: LocalQuestion {
  package typealias Answer = ReachEdges

  package let choice: FacilityChoice
  package let limit: ReachLimit
  /// Where parcels are, for circles.
  package let place: CoverageKernel.Place

  package init(_ choice: FacilityChoice, _ limit: ReachLimit, at place: CoverageKernel.Place) {
    self.choice = choice
    self.limit = limit
    self.place = limit.isOnNetwork ? .entrances : place
  }

  package var needs: [any Question] {
    limit.isOnNetwork ? [Chosen(choice), DirectWalks()] : [Chosen(choice)]
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> ReachEdges {
    try await ways(in: city, known).edges
  }

  /// The edges with how far the farthest of each parcel is.
  fileprivate func ways(in city: MeasuredCity, _ known: Answers) async throws -> SoleWays {
    let rows = known[Chosen(choice)].selection.certain.filter {
      city.city.facilities.rows.isPlaced(Int($0))
    }
    if limit.isOnNetwork, let walks = city.walks {
      let outside = try await walks.soleWays(
        to: rows, within: limit.metres, known[DirectWalks()], workers: city.workers)
      return SoleWays(
        lists: city.joinInside(to: rows, within: limit.metres, outside: outside))
    }
    return try await city.soleCircles(of: rows, within: limit.metres, around: place)
  }
}

/// The same, with how far it is from each facility to the place of a parcel that is farthest from it.
package struct SoleDistances: LocalQuestion {
  package typealias Answer = SoleWays

  package let cover: SoleCover

  package init(_ cover: SoleCover) { self.cover = cover }

  package var needs: [any Question] { cover.needs }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> SoleWays {
    try await cover.ways(in: city, known)
  }
}

/// Facilities that have all of a parcel within a limit, with distances.
package struct SoleWays: Sendable {
  package let edges: ReachEdges
  /// By edge, metres.
  package let metres: [Double]

  fileprivate init(lists: [[Int32: Double]]) {
    let sorted = lists.map { $0.sorted { $0.key < $1.key } }
    edges = ReachEdges(lists: sorted.map { $0.map(\.key) })
    metres = sorted.flatMap { $0.map(\.value) }
  }

  fileprivate init(pieces: [(counts: [Int32], facilities: [Int32], metres: [Double])]) {
    edges = ReachEdges(pieces: pieces.map { ($0.counts, $0.facilities) })
    metres = pieces.flatMap(\.metres)
  }
}

extension MeasuredCity {
  /// Edges from every parcel to the facilities whose circle holds all of its places.
  fileprivate func soleCircles(
    of rows: [Int32], within limit: Double, around place: CoverageKernel.Place
  ) async throws -> SoleWays {
    let (parcels, facilities, ground) = (city.parcels, city.facilities.rows, city.ground)
    let sites = FacilitySites(
      PointGrid(rows: rows, x: facilities.placeX, y: facilities.placeY))
    let pieces = try await workers.map(parcels.count, grain: 4_096) { range in
      var counts: [Int32] = []
      var found: [(row: Int32, metres: Double)] = []
      sites.search { view in
        for parcel in range {
          let start = found.count
          defer { counts.append(Int32(found.count - start)) }
          guard parcels.rows.isPlaced(parcel) else { continue }
          let corners = parcels.corners(of: parcel, place)
          // What holds all corners holds one of them.
          view.forEach(withinMetres: limit, ofX: corners[0].x, y: corners[0].y, on: ground) {
            let (x, y) = (facilities.placeX[Int($0)], facilities.placeY[Int($0)])
            var farthest = 0.0
            for corner in corners where farthest <= limit {
              farthest = max(
                farthest, ground.metres(fromX: x, y: y, toX: corner.x, y: corner.y))
            }
            if farthest <= limit { found.append(($0, farthest)) }
          }
          found[start...].sort { $0.row < $1.row }
        }
      }
      return (counts: counts, facilities: found.map(\.row), metres: found.map(\.metres))
    }
    return SoleWays(pieces: pieces)
  }

  /// Adds facilities that lie in a parcel and have its farthest vertex within a limit.
  fileprivate func joinInside(
    to rows: [Int32], within limit: Double, outside: [[Int32: Double]]
  ) -> [[Int32: Double]] {
    var lists = outside
    let (geometry, facilities) = (city.parcels.rows.geometry, city.facilities)
    geometry.withBuffers { buffers in
      for row in rows {
        let parcel = Int(facilities.insideParcel[Int(row)])
        guard parcel >= 0 else { continue }
        let metres = city.ground.farthestVertexMetres(
          fromX: facilities.rows.placeX[Int(row)], y: facilities.rows.placeY[Int(row)],
          ofRow: parcel, of: buffers)
        if metres <= limit { lists[parcel][row] = min(lists[parcel][row] ?? metres, metres) }
      }
    }
    return lists
  }
}

extension Parcels {
  /// All points of a parcel that a circle must hold; never none.
  fileprivate func corners(of row: Int, _ place: CoverageKernel.Place) -> [Point] {
    let middle = Point(x: rows.placeX[row], y: rows.placeY[row])
    switch place {
    case .point: return [middle]
    case .entrances:
      let gates = entrances(of: row)
      if !gates.isEmpty { return Array(gates) }
    case .area: break
    }
    guard rows.geometry.kinds[row].isPolygon else { return [middle] }
    return rows.geometry.vertices(ofRow: row).map {
      Point(x: rows.geometry.x[$0], y: rows.geometry.y[$0])
    }
  }
}

extension Walks {
  /// By parcel the facilities that all of its places reach within a limit, with the walk from the farthest.
  fileprivate func soleWays(
    to rows: [Int32], within limit: Double, _ direct: DirectPairs, workers: Workers
  ) async throws -> [[Int32: Double]] {
    let targets = access.facilities.selecting(rows.lazy.map { Int($0) })
    let owners = targets.owners
    let pairs = try await network.pairs(
      from: access.parcels.doors, to: targets.doors,
      within: min(limit, WalkNetwork.longestLimit), workers: workers)
    let isWanted = Set(rows)
    return access.lost.indices.map { parcel in
      let doors = access.parcels.doors(of: parcel)
      guard access.lost[parcel] == 0, !doors.isEmpty else { return [:] }
      var reached: [Int32: Double]?
      for door in doors {
        var own: [Int32: Double] = [:]
        func take(_ row: Int32, _ metres: Double) {
          own[row] = min(own[row] ?? metres, metres)
        }
        for pair in pairs.offsets[door]..<pairs.offsets[door + 1] {
          take(rows[Int(owners[Int(pairs.targets[pair])])], pairs.metres[pair])
        }
        for pair in direct.pairs(of: door)
        where direct.metres[pair] <= limit && isWanted.contains(direct.facilities[pair]) {
          take(direct.facilities[pair], direct.metres[pair])
        }
        guard let sofar = reached else {
          reached = own
          continue
        }
        reached = own.reduce(into: [:]) { both, way in
          if let other = sofar[way.key] { both[way.key] = max(other, way.value) }
        }
      }
      return reached ?? [:]
    }
  }
}
