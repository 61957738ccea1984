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
    let rows = known[Chosen(choice)].selection.certain.filter {
      city.city.facilities.rows.isPlaced(Int($0))
    }
    if limit.isOnNetwork, let walks = city.walks {
      let outside = try await walks.soleEdges(
        to: rows, within: limit.metres, known[DirectWalks()], workers: city.workers)
      return outside.union(city.soleEdgesInside(to: rows, within: limit.metres))
    }
    return try await city.soleCircles(of: rows, within: limit.metres, around: place)
  }
}

extension MeasuredCity {
  /// Edges from every parcel to the facilities whose circle holds all of its places.
  fileprivate func soleCircles(
    of rows: [Int32], within limit: Double, around place: CoverageKernel.Place
  ) async throws -> ReachEdges {
    let (parcels, facilities, ground) = (city.parcels, city.facilities.rows, city.ground)
    let sites = FacilitySites(
      PointGrid(rows: rows, x: facilities.placeX, y: facilities.placeY))
    let pieces = try await workers.map(parcels.count, grain: 4_096) { range in
      var counts: [Int32] = []
      var found: [Int32] = []
      sites.search { view in
        for parcel in range {
          let start = found.count
          defer { counts.append(Int32(found.count - start)) }
          guard parcels.rows.isPlaced(parcel) else { continue }
          let corners = parcels.corners(of: parcel, place)
          // What holds all corners holds one of them.
          view.forEach(withinMetres: limit, ofX: corners[0].x, y: corners[0].y, on: ground) {
            let (x, y) = (facilities.placeX[Int($0)], facilities.placeY[Int($0)])
            let isCovering = corners.allSatisfy {
              ground.metres(fromX: x, y: y, toX: $0.x, y: $0.y) <= limit
            }
            if isCovering { found.append($0) }
          }
          found[start...].sort()
        }
      }
      return (counts: counts, facilities: found)
    }
    return ReachEdges(pieces: pieces)
  }

  /// Edges to facilities that lie in a parcel and have its farthest vertex within a limit.
  fileprivate func soleEdgesInside(to rows: [Int32], within limit: Double) -> ReachEdges {
    var lists = [[Int32]](repeating: [], count: city.parcels.count)
    let (geometry, facilities) = (city.parcels.rows.geometry, city.facilities)
    geometry.withBuffers { buffers in
      for row in rows {
        let parcel = Int(facilities.insideParcel[Int(row)])
        guard parcel >= 0 else { continue }
        let metres = city.ground.farthestVertexMetres(
          fromX: facilities.rows.placeX[Int(row)], y: facilities.rows.placeY[Int(row)],
          ofRow: parcel, of: buffers)
        if metres <= limit { lists[parcel].append(row) }
      }
    }
    return ReachEdges(lists: lists)
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
  /// Edges from every parcel to the facilities that all of its places reach within a limit.
  fileprivate func soleEdges(
    to rows: [Int32], within limit: Double, _ direct: DirectPairs, workers: Workers
  ) async throws -> ReachEdges {
    let targets = access.facilities.selecting(rows.lazy.map { Int($0) })
    let owners = targets.owners
    let pairs = try await network.pairs(
      from: access.parcels.doors, to: targets.doors,
      within: min(limit, WalkNetwork.longestLimit), workers: workers)
    let isWanted = Set(rows)
    var lists: [[Int32]] = []
    for parcel in access.lost.indices {
      let doors = access.parcels.doors(of: parcel)
      guard access.lost[parcel] == 0, !doors.isEmpty else {
        lists.append([])
        continue
      }
      var reached: Set<Int32>?
      for door in doors {
        var own = Set(
          (pairs.offsets[door]..<pairs.offsets[door + 1]).map {
            rows[Int(owners[Int(pairs.targets[$0])])]
          })
        for pair in direct.pairs(of: door)
        where direct.metres[pair] <= limit && isWanted.contains(direct.facilities[pair]) {
          own.insert(direct.facilities[pair])
        }
        reached = reached.map { $0.intersection(own) } ?? own
      }
      lists.append((reached ?? []).sorted())
    }
    return ReachEdges(lists: lists)
  }
}
