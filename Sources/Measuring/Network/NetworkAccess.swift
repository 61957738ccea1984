internal import Planar
internal import Planning
public import Walking
internal import Workers

/// Where parcels and facilities meet a walking network.
public struct NetworkAccess: Sendable {
  /// One place for each entrance that is near a street; of a parcel without entrances, the point of
  /// the network nearest to its boundary. None: no street is near.
  public private(set) var parcels = AccessPlaces()
  /// By parcel: entrances (or, where it has none, the parcel itself) that no street is near.
  public private(set) var lost: [Int32] = []
  /// One place for each entrance that is near a street; of an area without entrances, those points of
  /// the network that are nearest to a corner or a piece of its boundary; else that nearest to its
  /// place. None: no street is near.
  public private(set) var facilities = AccessPlaces()

  private init() {}

  init(
    _ parcels: Parcels, _ facilities: Facilities, _ locator: EdgeLocator, within metres: Double,
    workers: Workers
  ) async throws {
    self.facilities = try await AccessPlaces(facilities, locator, within: metres, workers)
    self.parcels = try await AccessPlaces(parcels, locator, within: metres, workers)
    lost = (0..<parcels.count).map { row in
      let gates = parcels.entranceOffsets[row + 1] - parcels.entranceOffsets[row]
      return Int32(max(1, gates) - self.parcels.places(of: row).count)
    }
  }

  /// That of some rows, in their order.
  package func selecting(parcels rows: [Int], facilities facilityRows: [Int]) -> NetworkAccess {
    var result = NetworkAccess()
    result.parcels = parcels.selecting(rows)
    result.lost = rows.map { lost[$0] }
    result.facilities = facilities.selecting(facilityRows)
    return result
  }

  /// The same on a piece of the network; what is not on the piece is on no street.
  func onPiece(_ cut: NetworkCut) -> NetworkAccess {
    var result = self
    result.parcels.positions = cut.positions(parcels.positions)
    result.facilities.positions = cut.positions(facilities.positions)
    return result
  }

  /// That of these rows, then of others.
  package func appending(_ others: NetworkAccess) -> NetworkAccess {
    var result = self
    result.parcels.append(contentsOf: others.parcels)
    result.lost += others.lost
    result.facilities.append(contentsOf: others.facilities)
    return result
  }
}

/// Places on a network beside the rows that they belong to: none, one or several a row.
public struct AccessPlaces: Sendable {
  /// Rows + 1 entries.
  public private(set) var offsets: [Int] = [0]
  /// On the network, row by row.
  public internal(set) var positions = NetworkPositions()

  /// No rows.
  public init() {}

  /// Number of rows.
  public var count: Int { offsets.count - 1 }

  /// The places of a row, as indices of `positions`.
  public func places(of row: Int) -> Range<Int> { offsets[row]..<offsets[row + 1] }

  /// Whether no street is near a row.
  public func isLost(_ row: Int) -> Bool { places(of: row).isEmpty }

  /// How many rows no street is near.
  public var lostCount: Int { (0..<count).count { isLost($0) } }

  /// Adds a row.
  mutating func append(_ places: [NetworkPosition]) {
    for place in places { positions.append(place) }
    offsets.append(positions.count)
  }

  mutating func append(contentsOf others: AccessPlaces) {
    let shift = positions.count
    offsets += others.offsets.dropFirst().map { $0 + shift }
    positions.append(contentsOf: others.positions)
  }

  /// Some rows, in their order.
  public func selecting(_ rows: some Sequence<Int>) -> AccessPlaces {
    var result = AccessPlaces()
    var kept: [Int] = []
    for row in rows {
      kept += places(of: row)
      result.offsets.append(kept.count)
    }
    result.positions = positions.selecting(kept)
    return result
  }

  /// By place: the row that it belongs to.
  var owners: [Int32] {
    (0..<count).flatMap { Array(repeating: Int32($0), count: places(of: $0).count) }
  }
}
