internal import Documents
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
  public private(set) var access: NetworkAccess
  private let locator: AccessLocator

  /// Reads the network that a city's project names and puts the city on it; `nil` where it names
  /// none.
  ///
  /// - Parameter ahead: The same network, where it is being read.
  /// - Throws: `NetworkLoadError`.
  public static func load(
    for city: City, ahead: NetworkAhead? = nil, workers: Workers
  ) async throws -> CityNetwork? {
    guard let source = city.project.layers.network else { return nil }
    let loaded = try await NetworkLoader.load(
      source, in: city.workingCRS, on: city.ground, ahead: ahead, workers: workers)
    return try await CityNetwork(loaded, source, city: city, workers: workers)
  }

  /// Puts a city on a network.
  public init(
    _ loaded: LoadedNetwork, _ source: NetworkSource, city: City, workers: Workers
  ) async throws {
    network = loaded.network
    summary = loaded.summary
    self.source = source
    locator = await AccessLocator(
      loaded.network, streets: loaded.streets, compounds: city.parcels.rows.geometry,
      on: city.ground, workers: workers)
    access = try await NetworkAccess(
      city.parcels, city.facilities, locator, on: network, areCompounds: true,
      within: source.snapWithin, workers: workers)
  }

  /// The file, for manifests: its ways, those that people may walk along, and those that they may
  /// not. Of a network that was saved it is not known any more what it was made from.
  public var input: InputFile {
    let (read, walkable) = (summary?.waysInSource ?? 0, summary?.walkableWays ?? 0)
    return InputFile(
      role: "network", path: source.source.path, resolvedPath: source.source.resolvedPath,
      rowsRead: max(read, walkable), rowsChecked: walkable, rowsRejected: max(0, read - walkable),
      crs: FaultText(verbatim: network.crs))
  }

  /// The network with a city that has the parcels of the one it was made for, in their order, and its facilities, in
  /// any order and with others among them: only these are looked for.
  ///
  /// - Parameter city: The one it was made for.
  public func with(
    _ joined: City, insteadOf city: City, workers: Workers
  ) async throws -> CityNetwork {
    let known = Dictionary(
      city.facilities.rows.ids.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
    var added: [Int] = []
    let order = joined.facilities.rows.ids.enumerated().map { row, id -> Int in
      if let old = known[id] { return old }
      added.append(row)
      return city.facilities.count + added.count - 1
    }
    let parcels = Array(0..<joined.parcels.count)
    let own = try await NetworkAccess(
      Parcels(), joined.facilities.selecting(added, parcels: parcels), locator, on: network,
      areCompounds: true, within: source.snapWithin, workers: workers)
    var result = self
    result.access = access.appending(own).selecting(parcels: parcels, facilities: order)
    return result
  }

  /// Where the rows of a plan are on the network.
  package func access(of plan: Plan, workers: Workers) async throws -> NetworkAccess {
    try await NetworkAccess(
      plan.parcels, plan.facilities, locator, on: network, areCompounds: false,
      within: source.snapWithin, workers: workers)
  }
}
