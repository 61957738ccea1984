public import Geodesy
public import Planar
public import Workers

/// Where places meet a network: immutable, for one worker or many.
///
/// A place meets the network at several points, the nearest on each straight stretch of a street
/// around it, so that a walk can take the one by which it is shortest. Around it is what is within
/// `nearby`; only where no street is, all within the greatest distance. Within that, a street that is
/// added makes no walk longer, and a boundary that moves by a centimetre changes none by more than a
/// few.
public struct AccessLocator: Sendable {
  private let network: WalkNetwork
  /// What metres of the network's CRS are.
  public let ground: GroundScale
  private let streets: StreetIndexes
  private let barriers: StraightBarriers

  /// Who stands at a street, or not far behind it, goes out to those within these metres, and does not
  /// walk straight across the block to one beyond.
  public static let nearby = 50.0

  /// Where some places meet a network.
  public struct Found: Sendable, Hashable {
    /// One per place.
    public var places = NetworkPlaces()
    /// One per place: whether something stands before all streets around it, so that it was put at
    /// the nearest all the same.
    public var isBarred: [Bool] = []
  }

  /// An index over all edges of a network that everybody may walk along.
  ///
  /// - Parameters:
  ///   - streets: Those of the network, where they are at hand.
  ///   - compounds: Areas that people do not walk straight through; what is no area is in nobody's
  ///     way.
  ///   - ground: What metres of the network's CRS are, as they were when it was built.
  public init(
    _ network: WalkNetwork, streets: StreetIndexes? = nil,
    compounds: GeometryColumn = GeometryColumn(), on ground: GroundScale = .plane, workers: Workers
  ) async {
    self.network = network
    self.ground = ground
    (self.streets, barriers) = await workers.both {
      streets ?? StreetIndexes(network)
    } _: {
      StraightBarriers(network.obstacles, compounds: compounds)
    }
  }

  /// Where shapes meet the network: a point or several at the nearest point of each straight stretch of
  /// a street (a line that goes straight on is one, whatever meets it); of a line or an area all of its boundary counts, each point of it like a point.
  ///
  /// Straight ways cross no obstacles, and come into no compound but the place's own.
  ///
  /// - Parameters:
  ///   - shapes: A row without vertices, or with one that is not finite, is nowhere.
  ///   - compounds: One per row: the row of the compound that it belongs to, or -1.
  ///   - nearby: In metres, inclusive: what counts as around a place.
  ///   - distance: In metres, inclusive: what counts where nothing is around; more than
  ///     `WalkNetwork.longestLimit` is taken for that.
  public func places(
    of shapes: GeometryColumn, in compounds: [Int32], nearby: Double = nearby,
    within distance: Double, workers: Workers
  ) async throws -> Found {
    precondition(compounds.count == shapes.count, "one compound per row")
    let grain = max(2_048, shapes.count / (16 * workers.count))
    let parts = try await workers.map(shapes.count, grain: grain) { range in
      places(range, of: shapes, in: compounds, within: [min(nearby, distance), distance])
    }
    return Found(
      places: await NetworkPlaces(joining: parts.map(\.places), workers: workers),
      isBarred: parts.flatMap(\.isBarred))
  }

  /// The same for those who live there: they also pass the gates of their own compound, and walk along its
  /// private roads, to where these meet streets. What is an area itself is left at its boundary.
  ///
  /// - Parameters:
  ///   - found: What `places` found.
  ///   - areas: The compounds.
  public func livingThere(
    _ found: Found, _ shapes: GeometryColumn, in compounds: [Int32], of areas: GeometryColumn,
    workers: Workers
  ) async throws -> Found {
    if streets.residents.isEmpty { return found }
    let own = areas.withBuffers { areas in
      var known: [Int32: [Int32]] = [:]
      return compounds.indices.map { row -> [Int32] in
        let compound = compounds[row]
        if compound < 0 || shapes.kinds[row].isPolygon { return [] }
        if let edges = known[compound] { return edges }
        let edges = streets.residents.edges(of: Int(compound), areas)
        known[compound] = edges
        return edges
      }
    }
    let rows = own.indices.filter { !own[$0].isEmpty }
    if rows.isEmpty { return found }
    let doors = shapes.selecting(rows)
    let inside = rows.map { compounds[$0] }
    let parts = try await workers.map(rows.count, grain: 2_048) { range in
      places(range, of: doors, in: inside, within: [Self.nearby], ownWays: true)
    }
    var near = Found()
    for part in parts {
      near.places.append(contentsOf: part.places)
      near.isBarred += part.isBarred
    }
    var result = Found()
    var next = 0
    for row in own.indices {
      var positions = found.places.positions(of: row).compactMap { found.places.positions[$0] }
      var isBarred = found.isBarred[row]
      if next < rows.count, rows[next] == row {
        let edges = Set(own[row].map { Int($0) })
        let there = near.isBarred[next] ? 0..<0 : near.places.positions(of: next)
        next += 1
        let starts = there.compactMap { near.places.positions[$0] }.filter {
          edges.contains($0.edge)
        }
        let exits = streets.residents.exits(
          from: starts + (isBarred ? [] : positions), along: own[row],
          within: areas.envelope(of: Int(compounds[row])).expanded(by: ResidentsWays.reach))
        // Who has a way out is not behind a wall.
        if isBarred, !exits.isEmpty { (positions, isBarred) = ([], false) }
        positions += exits
      }
      result.places.append(positions)
      result.isBarred.append(isBarred)
    }
    return result
  }

  /// - Parameter ownWays: Whether only edges for residents count.
  private func places(
    _ rows: Range<Int>, of shapes: GeometryColumn, in compounds: [Int32],
    within distances: [Double], ownWays: Bool = false
  ) -> Found {
    let limits = distances.map {
      $0 >= 0 ? Int32(min($0, WalkNetwork.longestLimit) * NetworkLength.ticksPerMetre) : -1
    }
    var positions = NetworkPositions()
    var offsets = [0]
    var barred: [Bool] = []
    withBuffers { buffers, grids, barriers, ground in
      shapes.withBuffers { shapes in
        var search = AccessSearch(
          buffers, of: network, on: ground, barriers: barriers, squares: streets.squares)
        let grids = ownWays ? [grids[2]] : Array(grids[..<2])
        for row in rows {
          let isBarred = search.positions(
            row, of: shapes, limits: limits, own: compounds[row], in: grids)
          offsets.append(search.positions.count)
          barred.append(isBarred)
        }
        positions = NetworkPositions(search.positions)
      }
    }
    return Found(places: NetworkPlaces(positions, offsets: offsets), isBarred: barred)
  }

  private func withBuffers(
    _ body: (
      NetworkBuffers, [SegmentGrid.Buffers], StraightBarriers.Buffers, UnsafePointer<GroundScale>
    ) -> Void
  ) {
    withUnsafePointer(to: ground) { ground in
      streets.withBuffers(of: network) { buffers, grids in
        barriers.withBuffers { body(buffers, grids, $0, ground) }
      }
    }
  }
}
