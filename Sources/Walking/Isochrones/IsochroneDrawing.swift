internal import Geodesy
internal import Planar
internal import Synchronization

/// Draws the areas of a job share by share; each worker draws with a pen that another one has put down.
final class IsochroneDrawing: Sendable {
  private let job: IsochroneJob
  private let pens = Mutex<[PenHolder]>([])

  init(_ job: IsochroneJob) { self.job = job }

  /// One column per limit, one row per group of a range.
  func draw(_ rows: Range<Int>) throws -> [GeometryColumn] {
    let holder = try pens.withLock { $0.popLast() } ?? PenHolder(job)
    defer { pens.withLock { $0.append(holder) } }
    return try holder.pen.draw(rows)
  }
}

/// `@unchecked Sendable`: one worker has it at a time.
private final class PenHolder: @unchecked Sendable {
  var pen: IsochronePen

  init(_ job: IsochroneJob) throws { pen = try IsochronePen(job) }
}

/// All the memory that drawing takes, for one area after the other; for one worker.
private struct IsochronePen: ~Copyable {
  private let job: IsochroneJob
  private let band: StreetBand
  private let memory: SearchMemory
  private let vertices: DrawnVertices
  private var field: DistanceField
  private var tracer = OutlineTracer()
  private var ground: ReachedGround
  /// `nil`: streets alone are drawn.
  private var blocks: ReachedBlocks?
  private var ends: [Int] = []

  init(_ job: IsochroneJob) throws {
    self.job = job
    let network = job.network
    band = StreetBand(offset: job.offset)
    memory = SearchMemory(network)
    vertices = try DrawnVertices(network, job.transform)
    field = DistanceField(band: band)
    ground = ReachedGround(vertices, hasOneWays: network.hasOneWayEdges)
    if case .blocks(let depth) = job.form {
      blocks = ReachedBlocks(
        fill: BlockFill(depth: depth, band: band, obstacles: job.obstacles),
        streets: ReachedGround(vertices, hasOneWays: network.hasOneWayEdges, isOnGround: true))
    }
  }

  /// One column per limit, one row per group of a range.
  mutating func draw(_ rows: Range<Int>) throws -> [GeometryColumn] {
    let (network, limits, isForward) = (job.network, job.limits, job.isForward)
    var columns = [GeometryColumn](repeating: GeometryColumn(), count: limits.count)
    guard let longest = limits.last else { return columns }
    memory.prepare(limit: longest)
    for row in rows {
      ends.removeAll(keepingCapacity: true)
      blocks?.removeAll()
      let group = (job.offsets[row]..<job.offsets[row + 1]).compactMap { job.places[$0] }
        .filter { $0.leastStraight <= longest }
      if let nearest = group.map(\.leastStraight).min() {
        network.search(from: group, isForward: isForward, limit: longest, memory)
        ground.start(on: lattice(row, group))
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
            if before < 0, let areas = job.areas, areas.kinds[row].isPolygon {
              ground.fill(row, of: areas, spacing: band.level)
            }
            for strip in strips { ground.add(strip, limit: limit, spacing: band.level) }
            if let served = job.served, !served.isEmpty {
              ground.add(
                served, off: network, memory, around: group, isForward: isForward, limit: limit,
                before: before)
            }
            for square in job.squares?.reached(memory, on: network, limit: limit) ?? []
            where filled.insert(square).inserted {
              job.squares?.fill(square, of: &ground, spacing: band.level)
            }
            before = limit
          }
          ends.append(ground.pieces.count)
        }
        memory.reset()
        try field.reset(to: ground.envelope, on: ground.lattice, offset: job.offset)
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

  /// Around the first vertex of the place; where that is not known, around where it first meets a
  /// street.
  private func lattice(_ row: Int, _ group: [NetworkPosition]) -> OutlineLattice {
    let cell = band.cell
    var (x, y) = (0.0, 0.0)
    let own = job.sites?.vertices(ofRow: row).first
    if let sites = job.sites, let own, sites.x[own].isFinite, sites.y[own].isFinite {
      (x, y) = (sites.x[own], sites.y[own])
    } else {
      let first = Int(job.network.vertexOffsets[group[0].edge])
      vertices.prepare(first..<first + 1)
      (x, y) = (vertices.x[first], vertices.y[first])
    }
    guard x.isFinite, y.isFinite else { return .plane(aroundX: 0, y: 0, cell: cell) }
    return job.transform == nil
      ? .plane(aroundX: x, y: y, cell: cell) : .degrees(longitude: x, latitude: y, cell: cell)
  }

  /// The points or the boundary of a place, in metres from the origin of a lattice.
  private func site(_ row: Int, on lattice: OutlineLattice) -> SiteBoundary.Pieces {
    guard let sites = job.sites else { return [] }
    return sites.withBuffers { buffers in
      var boundary = BoundaryPieces()
      guard boundary.take(row, of: buffers) else { return [] }
      return boundary.pieces.map {
        (lattice.metres(x: $0.ax, y: $0.ay), lattice.metres(x: $0.bx, y: $0.by))
      }
    }
  }
}
