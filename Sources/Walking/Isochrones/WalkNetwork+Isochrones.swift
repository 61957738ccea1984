public import Geodesy
public import Planar
public import Workers

/// Whether an isochrone is of walks to a place or away from it; the same but for one-way edges.
public enum WalkSense: Sendable, Hashable {
  /// From where the place is reached: a facility's catchment.
  case toPlace
  /// What is reached from the place.
  case fromPlace
}

extension WalkNetwork {
  /// From so many areas it follows how much memory all will take.
  private static let firstShare = 512

  /// The area within each limit of each place: the reached parts of edges and some ground beside
  /// them, dissolved, with holes.
  ///
  /// The laws of every polygon: all points of reached edges and of the straight ways below are in it;
  /// beside a straight street and around its end it goes as far as `offset` and no farther; where streets
  /// meet, inner corners are cut and gaps of less than 0.7 offsets closed, so that no point of it is
  /// farther from reached ground than 1.5 offsets; it is valid. The area of a shorter
  /// limit is within that of a longer one, to the last digit. It hangs on the ground and on its own
  /// place: neither other places nor the plane of the network change a digit that is printed. A
  /// picture, not evidence: verdicts rest on distances.
  ///
  /// A square is reached ground all over once it is reached at all nodes on it, and straight from
  /// them at all of its corners.
  ///
  /// These are the laws of streets; see `IsochroneForm` for blocks, which hold all of them but the distance.
  ///
  /// Vertices lie on whole millimetres, or where `transform` is given on 10⁻⁷ degrees.
  ///
  /// - Parameters:
  ///   - places: A row without a position, or whose straight piece is beyond the limit, reaches
  ///     nothing and gives a row of kind `.none`.
  ///   - offsets: Places that are reached together, such as those of one park: groups + 1 entries,
  ///     group `i` being `offsets[i]..<offsets[i + 1]`; `nil`: each for itself.
  ///   - limits: In metres, inclusive; the straight piece counts.
  ///   - offset: In metres; what is drawn to each side of a street.
  ///   - sites: One per place or group, in the CRS of the network: the points or the boundary that it was
  ///     put on the network by. What lies straight between them and the streets is drawn, too.
  ///   - areas: One per place or group, in that CRS, too: what is reached all over once the place is, such as the
  ///     park behind the gates; a row that is no area is nothing.
  ///   - served: Straight ways off the streets, drawn as far as what is left of a limit leads.
  ///   - transform: From the CRS of the network to longitude and latitude, in which areas are given
  ///     out then; `nil`: in that of the network.
  /// - Returns: One column per limit with one row per place or group.
  /// - Throws: `NetworkError`, `CRSError`.
  /// - Precondition: All positions are of this network.
  public func isochrones(
    of places: NetworkPositions, groupedBy offsets: [Int]? = nil, within limits: [Double],
    offset: Double, form: IsochroneForm = .streets, sense: WalkSense = .toPlace,
    sites: GeometryColumn? = nil, areas: GeometryColumn? = nil, served: StraightWays? = nil,
    to transform: CoordinateTransform? = nil, workers: Workers
  ) async throws -> [GeometryColumn] {
    guard offset > 0, offset < .infinity else { throw NetworkError.badOffset(offset) }
    let least = IsochroneForm.leastDepth * offset
    if case .blocks(let depth) = form, !(depth >= least && depth < .infinity) {
      throw NetworkError.badDepth(depth, least: least)
    }
    var ticks: [Int32] = []
    for limit in limits { ticks.append(try NetworkLength.limit(limit)) }
    check(places)
    let sorted = limits.indices.sorted { (ticks[$0], $0) < (ticks[$1], $1) }
    let offsets = offsets ?? Array(0...places.count)
    let count = offsets.count - 1
    for column in [sites, areas] {
      precondition(column.map { $0.count == count } ?? true, "one per place or group")
    }
    var job = IsochroneJob(
      network: self, places: places, offsets: offsets, limits: sorted.map { ticks[$0] },
      offset: offset, isForward: sense == .fromPlace, transform: transform)
    job.form = form
    job.sites = try await sites?.moved(transform, workers: workers)
    job.areas = try await areas?.moved(transform, workers: workers)
    job.served = served
    if let transform { job.served = try await served?.moved(transform, workers: workers) }
    if case .blocks = form, !obstacles.isEmpty {
      job.obstacles = try await DrawnObstacles(obstacles, to: transform, workers: workers)
    }
    if !squares.isEmpty {
      job.squares = try await CrossedSquares(of: self, to: transform, workers: workers)
    }
    let drawing = IsochroneDrawing(job)
    var drawn = [GeometryColumn](repeating: GeometryColumn(), count: limits.count)
    // A share is small, so that its memory is used for the next ones.
    try await workers.inOrder(count, grain: 32) { range in
      try drawing.draw(range)
    } _: { range, parts in
      for (index, part) in parts.enumerated() {
        drawn[index].append(contentsOf: part)
        if range.contains(Self.firstShare - 1) {
          // What is reserved and not used takes none.
          drawn[index].reserveVertices(drawn[index].vertexCount / range.upperBound * count * 5 / 4)
        }
      }
    }
    var result = [GeometryColumn](repeating: GeometryColumn(), count: limits.count)
    for (index, limit) in sorted.enumerated() { result[limit] = drawn[index] }
    return result
  }
}

extension GeometryColumn {
  /// The same in other coordinates.
  fileprivate func moved(
    _ transform: CoordinateTransform?, workers: Workers
  ) async throws -> GeometryColumn {
    guard let transform else { return self }
    let moved = try await transform.moved(x: x, y: y, workers: workers)
    return GeometryColumn(
      kinds: kinds, partOffsets: partOffsets, ringOffsets: ringOffsets,
      vertexOffsets: vertexOffsets, x: moved.x, y: moved.y)
  }
}
