internal import Geodesy
internal import Planar

/// What areas are to be drawn, for one worker or many.
struct IsochroneJob: Sendable {
  let network: WalkNetwork
  let places: NetworkPositions
  /// Groups + 1 entries.
  let offsets: [Int]
  /// Ticks, ascending.
  let limits: [Int32]
  /// Metres.
  let offset: Double
  let isForward: Bool
  /// To longitude and latitude; `nil`: coordinates stay as they are.
  let transform: CoordinateTransform?
  /// One per group, in the coordinates that are given out.
  var sites: GeometryColumn?
  /// In these coordinates, too.
  var served: StraightWays?
  /// `nil`: there are none.
  var squares: CrossedSquares?
  /// One per group, in these coordinates: what is filled where the place is reached; `nil`: nothing is.
  var areas: GeometryColumn?
  var form = IsochroneForm.streets
  /// In these coordinates; `nil`: there are none, or nothing is filled.
  var obstacles: DrawnObstacles?

  /// One column per limit, one row per group of a range.
  func draw(_ rows: Range<Int>) throws -> [GeometryColumn] {
    var columns = [GeometryColumn](repeating: GeometryColumn(), count: limits.count)
    guard let longest = limits.last else { return columns }
    let memory = SearchMemory(network)
    memory.prepare(limit: longest)
    let band = StreetBand(offset: offset)
    let vertices = try DrawnVertices(network, transform)
    var field = DistanceField(band: band)
    var tracer = OutlineTracer()
    var ground = ReachedGround(vertices, hasOneWays: network.hasOneWayEdges)
    var blocks = blocks(vertices, band)
    var ends: [Int] = []
    for row in rows {
      ends.removeAll(keepingCapacity: true)
      blocks?.removeAll()
      let group = (offsets[row]..<offsets[row + 1]).compactMap { places[$0] }
        .filter { $0.leastStraight <= longest }
      if let nearest = group.map(\.leastStraight).min() {
        network.search(from: group, isForward: isForward, limit: longest, memory)
        ground.start(on: lattice(row, group, vertices, cell: band.cell))
        blocks?.start(on: ground.lattice)
        let strips = ground.strips(network, of: group, at: site(row, on: ground.lattice))
        var before: Int32 = -1
        var filled: Set<Int> = []
        for limit in limits {
          ground.add(
            network, memory, around: group, isForward: isForward, limit: limit, before: before)
          blocks?.add(
            network, memory, around: group, isForward: isForward, limit: limit, before: before)
          if limit >= nearest {
            if before < 0, let areas, areas.kinds[row].isPolygon {
              ground.fill(row, of: areas, spacing: band.level)
            }
            for strip in strips { ground.add(strip, limit: limit, spacing: band.level) }
            if let served, !served.isEmpty {
              ground.add(
                served, off: network, memory, around: group, isForward: isForward, limit: limit,
                before: before)
            }
            for square in squares?.reached(memory, on: network, limit: limit) ?? []
            where filled.insert(square).inserted {
              squares?.fill(square, of: &ground, spacing: band.level)
            }
            before = limit
          }
          ends.append(ground.pieces.count)
        }
        memory.reset()
        try field.reset(to: ground.envelope, on: ground.lattice, offset: offset)
      }
      tracer.startPlace()
      var drawn = 0
      for index in limits.indices {
        guard let end = ends.isEmpty ? nil : ends[index], end > 0 else {
          columns[index].appendNone()
          continue
        }
        while drawn < end {
          let piece = ground.pieces[drawn]
          field.add(fromX: piece.ax, y: piece.ay, toX: piece.bx, y: piece.by)
          drawn += 1
        }
        blocks?.fill(&field, limit: index)
        tracer.trace(
          field, isFilled: blocks != nil, isLast: index == limits.count - 1,
          into: &columns[index])
      }
    }
    return columns
  }

  /// `nil`: streets alone are drawn.
  private func blocks(_ vertices: DrawnVertices, _ band: StreetBand) -> ReachedBlocks? {
    guard case .blocks(let depth) = form else { return nil }
    return ReachedBlocks(
      fill: BlockFill(depth: depth, band: band, obstacles: obstacles),
      streets: ReachedGround(vertices, hasOneWays: network.hasOneWayEdges, isOnGround: true))
  }

  /// Around the first vertex of the place; where that is not known, around where it first meets a
  /// street.
  private func lattice(
    _ row: Int, _ group: [NetworkPosition], _ vertices: DrawnVertices, cell: Double
  ) -> OutlineLattice {
    var (x, y) = (0.0, 0.0)
    let own = sites?.vertices(ofRow: row).first
    if let sites, let own, sites.x[own].isFinite, sites.y[own].isFinite {
      (x, y) = (sites.x[own], sites.y[own])
    } else {
      let first = Int(network.vertexOffsets[group[0].edge])
      vertices.prepare(first..<first + 1)
      (x, y) = (vertices.x[first], vertices.y[first])
    }
    guard x.isFinite, y.isFinite else { return .plane(aroundX: 0, y: 0, cell: cell) }
    return transform == nil
      ? .plane(aroundX: x, y: y, cell: cell) : .degrees(longitude: x, latitude: y, cell: cell)
  }

  /// The points or the boundary of a place, in metres from the origin of a lattice.
  private func site(_ row: Int, on lattice: OutlineLattice) -> SiteBoundary.Pieces {
    guard let sites else { return [] }
    return sites.withBuffers { buffers in
      var boundary = BoundaryPieces()
      guard boundary.take(row, of: buffers) else { return [] }
      return boundary.pieces.map {
        (lattice.metres(x: $0.ax, y: $0.ay), lattice.metres(x: $0.bx, y: $0.by))
      }
    }
  }
}
