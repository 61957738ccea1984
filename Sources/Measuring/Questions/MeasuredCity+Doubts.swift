internal import Planar
internal import Planning
internal import Workers

extension MeasuredCity {
  /// Which facilities are within a limit as the straight line goes, of those pairs of which one or
  /// both are near no street: no walk is shorter, and whether one is as short is not known.
  ///
  /// - Parameters:
  ///   - rows: Of facilities, ascending.
  ///   - limit: Metres, from an entrance of the parcel, else from its boundary.
  func doubtfulEdges(
    _ access: NetworkAccess, to rows: [Int32], within limit: Double
  ) async throws -> ReachEdges {
    precondition(access.lost.count == city.parcels.count, "places of other rows")
    let lost = rows.filter { access.facilities.isLost(Int($0)) }
    let isAnyLost = access.lost.contains { $0 > 0 }
    guard isAnyLost || !lost.isEmpty else { return ReachEdges(parcels: city.parcels.count) }
    let (toLost, toAll) = (sites(of: lost), sites(of: rows))
    let pieces = try await workers.map(city.parcels.count, grain: 16_384) { range in
      let lists = range.map { parcel in
        straightEdges(of: parcel, to: access.lost[parcel] > 0 ? toAll : toLost, within: limit)
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
    sites.search { view in
      for point in parcels.entrances[gates] {
        view.forEach(within: limit, ofX: point.x, y: point.y) { found.insert($0) }
      }
      guard gates.isEmpty else { return }
      let radius = parcels.rows.geometry.farthestVertexDistance(parcel, fromX: x, y: y)
      view.forEach(within: limit + radius, ofX: x, y: y) { row in
        if !found.contains(row), straightLine(from: parcel, to: Int(row)) <= limit {
          found.insert(row)
        }
      }
    }
    return found.sorted()
  }

  /// Metres from a parcel's boundary, or inside it, to where a facility is reached.
  private func straightLine(from parcel: Int, to facility: Int) -> Double {
    let site = city.facilities.siteGeometry(of: facility)
    return city.parcels.rows.geometry.withBuffers { parcels in
      site.column.withBuffers { parcels.distance(parcel, to: site.row, of: $0) }
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
      let metres = city.parcels.rows.geometry.farthestVertexDistance(
        parcel, fromX: city.facilities.rows.placeX[Int(row)],
        y: city.facilities.rows.placeY[Int(row)])
      if metres < nearest[parcel].metres { nearest[parcel] = .init(metres: metres, facility: row) }
    }
    return nearest
  }
}
