internal import Planar
internal import Planning
internal import Walking
internal import Workers

/// Where parcels and facilities meet a walking network.
public struct NetworkAccess: Sendable {
  /// One door for each entrance that is near a street; of a parcel without entrances, one that may be
  /// anywhere on its boundary. None: no street is near.
  public private(set) var parcels = AccessPlaces()
  /// By parcel: entrances (or, where it has none, the parcel itself) that no street is near.
  public private(set) var lost: [Int32] = []
  /// By parcel: whether it is an area of which no entrance is known.
  public private(set) var isAssumed: [Bool] = []
  /// One door for each entrance that is near a street; of an area without entrances, one that is all of
  /// its boundary; else its place. None: no street is near.
  public private(set) var facilities = AccessPlaces()
  /// The longest part of the network that hangs together.
  let mainland: Int32

  private init(mainland: Int32) { self.mainland = mainland }

  /// - Parameter areCompounds: Whether the parcels are the compounds that the locator knows.
  init(
    _ parcels: Parcels, _ facilities: Facilities, _ locator: AccessLocator,
    on network: WalkNetwork, areCompounds: Bool, within metres: Double, workers: Workers
  ) async throws {
    mainland = network.longestComponent
    self.facilities = try await AccessPlaces(
      DoorShapes(of: facilities, areInCompounds: areCompounds), locator, within: metres, workers)
    self.parcels = try await AccessPlaces(
      DoorShapes(
        of: parcels, gates: network.gates, on: locator.ground, areCompounds: areCompounds), locator,
      within: metres, homesIn: areCompounds ? parcels.rows.geometry : nil, workers)
    let gates = parcels.entranceOffsets
    lost = (0..<parcels.count).map { row in
      Int32(max(1, gates[row + 1] - gates[row]) - self.parcels.doors(of: row).count)
    }
    isAssumed = (0..<parcels.count).map { row in
      gates[row] == gates[row + 1] && parcels.rows.geometry.kinds[row].isPolygon
    }
  }

  /// That of some rows, in their order.
  package func selecting(parcels rows: [Int], facilities facilityRows: [Int]) -> NetworkAccess {
    var result = NetworkAccess(mainland: mainland)
    result.parcels = parcels.selecting(rows)
    result.lost = rows.map { lost[$0] }
    result.isAssumed = rows.map { isAssumed[$0] }
    result.facilities = facilities.selecting(facilityRows)
    return result
  }

  /// The same on a piece of the network; what is not on the piece is on no street.
  func onPiece(_ cut: NetworkCut) -> NetworkAccess {
    var result = self
    result.parcels.doors = cut.places(parcels.doors)
    result.facilities.doors = cut.places(facilities.doors)
    return result
  }

  /// That of these rows, then of others.
  package func appending(_ others: NetworkAccess) -> NetworkAccess {
    var result = self
    result.parcels.append(contentsOf: others.parcels)
    result.lost += others.lost
    result.isAssumed += others.isAssumed
    result.facilities.append(contentsOf: others.facilities)
    return result
  }

  /// Whether a row meets streets, and none of the longest part of the network.
  func isCutOff(_ places: AccessPlaces, _ row: Int) -> Bool {
    let positions = places.positions(of: row)
    return !positions.isEmpty
      && positions.allSatisfy { places.doors.positions.components[$0] != mainland }
  }

  /// Whether a parcel and a facility, both on streets, are on no part of the network together.
  func areApart(parcel: Int, facility: Int) -> Bool {
    let own = parcels.components(of: parcel)
    return !own.isEmpty && !facilities.isLost(facility)
      && !facilities.components(of: facility).contains { own.contains($0) }
  }
}
