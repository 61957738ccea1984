internal import Planar
package import Planning
package import Rules
internal import Walking

/// How far a facility is from a parcel, as rules measure it.
public struct Way: Sendable, Hashable {
  /// Metres from the nearest of the parcel's places; infinite where there is no way, or none that was
  /// looked for.
  public var best = Double.infinity
  /// Metres from the farthest of them.
  public var worst = Double.infinity
  /// Whether the facility lies in the parcel.
  public var isInside = false
  /// Whether no street is near the facility.
  public var isOffNetwork = false
  /// Whether the streets of both do not hang together.
  public var isApart = false
}

extension MeasuredCity {
  /// How far some facilities are from a parcel: along the network, or in a straight line.
  ///
  /// - Parameters:
  ///   - facilities: Rows with a place.
  ///   - limit: How far is looked along the network, metres.
  package func ways(
    ofParcel parcel: Int, to facilities: [Int], walking: Bool, within limit: Double
  ) async throws -> [Way] {
    var ways = facilities.map { row in
      var way = Way()
      way.isInside = Int(city.facilities.insideParcel[row]) == parcel
      return way
    }
    guard walking, let walks else {
      for (index, row) in facilities.enumerated() {
        (ways[index].best, ways[index].worst) = straight(from: parcel, to: row)
      }
      return ways
    }
    let access = walks.access
    let origins = access.parcels.selecting([parcel])
    let found = try await walks.network.nearest(
      facilities.map { access.facilities.selecting([$0]).doors }, from: origins.doors,
      within: min(limit, WalkNetwork.longestLimit), workers: workers)
    let direct = try await DirectWalks().answer(in: self, Answers())
    for (index, row) in facilities.enumerated() {
      ways[index].isOffNetwork = access.facilities.isLost(row)
      ways[index].isApart = access.areApart(parcel: parcel, facility: row)
      var metres = found[index].metres
      for (place, door) in access.parcels.doors(of: parcel).enumerated() {
        for pair in direct.pairs(of: door) where Int(direct.facilities[pair]) == row {
          metres[place] = min(metres[place], direct.metres[pair])
        }
      }
      ways[index].best = metres.min() ?? .infinity
      ways[index].worst = metres.max() ?? .infinity
      if ways[index].isInside {
        let inside = inside([Int32(row)])[parcel].metres
        ways[index].best = min(ways[index].best, inside)
        ways[index].worst = min(ways[index].worst, inside)
      }
    }
    return ways
  }

  /// From the nearest and the farthest of a parcel's entrances, or from its place where none is known.
  private func straight(from parcel: Int, to facility: Int) -> (Double, Double) {
    let parcels = city.parcels
    let gates = parcels.entranceOffsets[parcel]..<parcels.entranceOffsets[parcel + 1]
    let points =
      gates.isEmpty
      ? [Point(x: parcels.rows.placeX[parcel], y: parcels.rows.placeY[parcel])]
      : Array(parcels.entrances[gates])
    let metres = sites(of: [Int32(facility)]).search { view in
      points.compactMap { view.nearest(toX: $0.x, y: $0.y, on: city.ground)?.distance }
    }
    return (metres.min() ?? .infinity, metres.max() ?? .infinity)
  }

  /// What stands where, and why: by facility, whether it counts under a choice, and what keeps it from
  /// it.
  package func standing(of facility: Int) -> Standing { standings[facility] }

  /// Whether facilities meet a condition, by row.
  package func truths(_ condition: Condition) async throws -> [Truth] {
    try await measure([Applies(to: .facilities, condition)])[
      Applies(to: .facilities, condition)
    ].facilities
  }
}
