internal import Geodesy
internal import Planar
public import Planning
public import Walking
public import Workers

/// The walking network of a city, and where its parcels and facilities are on it.
public struct CityNetwork: Sendable {
  /// The network.
  public let network: WalkNetwork
  /// What its source held; `nil` for a network that was saved.
  public let summary: StreetSummary?
  /// The file, and the limits of snapping.
  public let source: NetworkSource
  /// Where the city's rows are on the network.
  public let access: NetworkAccess
  private let locator: EdgeLocator

  /// Reads the network that a city's project names and puts the city on it; `nil` where it names
  /// none.
  ///
  /// - Throws: `NetworkLoadError`.
  public static func load(for city: City, workers: Workers) async throws -> CityNetwork? {
    guard let source = city.project.layers.network else { return nil }
    let loaded = try await NetworkLoader.load(source, in: city.workingCRS, workers: workers)
    return try await CityNetwork(loaded, source, city: city, workers: workers)
  }

  /// Puts a city on a network.
  public init(
    _ loaded: LoadedNetwork, _ source: NetworkSource, city: City, workers: Workers
  ) async throws {
    network = loaded.network
    summary = loaded.summary
    self.source = source
    locator = EdgeLocator(loaded.network, ignoringIslandsUnder: source.islandsUnder)
    access = try await NetworkAccess(
      city.parcels, city.facilities, locator, within: source.snapWithin, workers: workers)
  }

  /// The file, for manifests: its ways, those that people may walk along, and those that they may
  /// not. Of a network that was saved it is not known any more what it was made from.
  public var input: InputFile {
    let (read, walkable) = (summary?.waysInSource ?? 0, summary?.walkableWays ?? 0)
    return InputFile(
      role: "network", path: source.source.path, resolvedPath: source.source.resolvedPath,
      rowsRead: max(read, walkable), rowsChecked: walkable, rowsRejected: max(0, read - walkable),
      crs: network.crs)
  }

  /// Where the rows of a plan are on the network.
  package func access(of plan: Plan, workers: Workers) async throws -> NetworkAccess {
    try await NetworkAccess(
      plan.parcels, plan.facilities, locator, within: source.snapWithin, workers: workers)
  }
}

/// Where parcels and facilities meet a walking network.
public struct NetworkAccess: Sendable {
  /// Parcels + 1 entries: the places of parcel `i` are those in this range of `places`. One for each
  /// entrance that is near a street; of a parcel without entrances, the point of the network
  /// nearest to its boundary. None: no street is near.
  public private(set) var offsets: [Int] = [0]
  /// On the network.
  public private(set) var places = NetworkPositions()
  /// By parcel: entrances (or, where it has none, the parcel itself) that no street is near.
  public private(set) var lost: [Int32] = []
  /// One per facility.
  public private(set) var facilities = NetworkPositions()
  /// By facility: whether no street is near it, wherever the network was cut since.
  public private(set) var isFacilityLost: [Bool] = []

  /// The places of a parcel.
  public func places(of parcel: Int) -> Range<Int> { offsets[parcel]..<offsets[parcel + 1] }

  init(
    _ parcels: Parcels, _ facilities: Facilities, _ locator: EdgeLocator, within metres: Double,
    workers: Workers
  ) async throws {
    self.facilities = try await locator.positions(
      ofX: facilities.rows.placeX, y: facilities.rows.placeY, within: metres, workers: workers)
    isFacilityLost = self.facilities.edges.map { $0 < 0 }
    let gates = try await locator.positions(
      ofX: parcels.entrances.map(\.x), y: parcels.entrances.map(\.y), within: metres,
      workers: workers)
    // Only a parcel without entrances is asked for its boundary.
    let gated = parcels.entranceOffsets
    let bare = (0..<parcels.count).filter { gated[$0] == gated[$0 + 1] }
    let isAll = bare.count == parcels.count
    let boundaries = try await locator.positions(
      ofBoundaries: isAll ? parcels.rows.geometry : parcels.rows.geometry.selecting(bare),
      placeX: isAll ? parcels.rows.placeX : bare.map { parcels.rows.placeX[$0] },
      placeY: isAll ? parcels.rows.placeY : bare.map { parcels.rows.placeY[$0] },
      within: metres, workers: workers)
    if isAll, !boundaries.edges.contains(where: { $0 < 0 }) {
      places = boundaries
      offsets = Array(0...parcels.count)
      lost = Array(repeating: 0, count: parcels.count)
      return
    }
    offsets.reserveCapacity(parcels.count + 1)
    var next = 0
    for row in 0..<parcels.count {
      let own = gated[row]..<gated[row + 1]
      if own.isEmpty {
        if boundaries.edges[next] >= 0 { places.append(boundaries[next]) }
        next += 1
      } else {
        for gate in own where gates.edges[gate] >= 0 { places.append(gates[gate]) }
      }
      lost.append(Int32(max(1, own.count) - (places.count - offsets[row])))
      offsets.append(places.count)
    }
  }

  private init() {}

  /// That of some rows, in their order.
  package func selecting(parcels: [Int], facilities rows: [Int]) -> NetworkAccess {
    var result = NetworkAccess()
    result.facilities = facilities.selecting(rows)
    result.isFacilityLost = rows.map { isFacilityLost[$0] }
    result.lost = parcels.map { lost[$0] }
    result.places = places.selecting(parcels.flatMap { places(of: $0) })
    for parcel in parcels {
      result.offsets.append(result.offsets[result.offsets.count - 1] + places(of: parcel).count)
    }
    return result
  }

  /// The same on a piece of the network; what is not on the piece is on no street.
  func onPiece(_ cut: NetworkCut) -> NetworkAccess {
    var result = self
    result.places = cut.positions(places)
    result.facilities = cut.positions(facilities)
    return result
  }

  /// That of these rows, then of others.
  package func appending(_ others: NetworkAccess) -> NetworkAccess {
    var result = self
    let shift = places.count
    result.offsets += others.offsets.dropFirst().map { $0 + shift }
    result.lost += others.lost
    result.places.append(contentsOf: others.places)
    result.facilities.append(contentsOf: others.facilities)
    result.isFacilityLost += others.isFacilityLost
    return result
  }
}
