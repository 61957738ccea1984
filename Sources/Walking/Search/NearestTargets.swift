public import Workers

/// The nearest target of every origin, of one group of targets.
public struct NearestTargets: Sendable, Hashable {
  /// One per origin: a row of the targets; -1: none within the limit.
  public var rows: [Int32]
  /// One per origin: metres, both straight pieces included; `.infinity` where there is none.
  public var metres: [Double]
  /// One per origin: metres from the worst of the streets that it fronts on, those not much farther
  /// from it than the nearest; `.infinity` where there is none within the limit.
  public var metresFromWorst: [Double]
}

extension WalkNetwork {
  /// A street fronts on a place if it is at most this much farther from it than the nearest, ticks.
  /// 25 m.
  private static let frontage: Int32 = 25 << 14

  /// The nearest target of each group for every origin, walking from the origin to the target.
  ///
  /// One search per group, from all its targets at once and against the direction of walk. Of the
  /// points at which an origin and a target meet the streets those count whose straight pieces and
  /// way together are shortest.
  ///
  /// - Parameters:
  ///   - groups: Targets, such as the facilities of one kind; each group is searched for itself.
  ///   - origins: Where people start; one without a position reaches nothing.
  ///   - limit: In metres, inclusive; both straight pieces count.
  /// - Returns: One per group. Of equally near targets the one of the lowest row.
  /// - Throws: `NetworkError.limitTooLong`.
  /// - Precondition: All positions are of this network.
  public func nearest(
    _ groups: [NetworkPlaces], from origins: NetworkPlaces, within limit: Double,
    workers: Workers
  ) async throws -> [NearestTargets] {
    let limit = try NetworkLength.limit(limit)
    check(origins.positions)
    for group in groups { check(group.positions) }
    let found = try await workers.map(groups.count, grain: 1) { range in
      range.map { nearest(groups[$0], from: origins, limit: limit) }
    }
    return found.flatMap { $0 }
  }

  /// `nearest` for places that meet the network at one point each.
  public func nearest(
    _ groups: [NetworkPositions], from origins: NetworkPositions, within limit: Double,
    workers: Workers
  ) async throws -> [NearestTargets] {
    try await nearest(
      groups.map { NetworkPlaces($0) }, from: NetworkPlaces(origins), within: limit,
      workers: workers)
  }

  private func nearest(
    _ targets: NetworkPlaces, from origins: NetworkPlaces, limit: Int32
  ) -> NearestTargets {
    let memory = SearchMemory(self)
    memory.prepare(limit: limit)
    targets.positions.withColumns { columns in
      for row in 0..<targets.count {
        for index in targets.positions(of: row) where columns.edges[index] >= 0 {
          let edge = Int(columns.edges[index])
          let ends = EdgeEnds(
            isLeaving: false, columns, index, length: edgeLengths[edge],
            isOneWay: edgeIsOneWay[edge] == 1)
          memory.seed(edgeFrom[edge], distance: ends.first, name: Int32(row), limit: limit)
          memory.seed(edgeTo[edge], distance: ends.last, name: Int32(row), limit: limit)
        }
      }
    }
    memory.run(backward, limit: limit)

    let reading = LabelReading(self, memory, EdgePoints(targets, edgeCount: edgeCount))
    var result = NearestTargets(
      rows: [Int32](repeating: -1, count: origins.count),
      metres: [Double](repeating: .infinity, count: origins.count),
      metresFromWorst: [Double](repeating: .infinity, count: origins.count))
    origins.positions.withColumns { columns in
      for row in 0..<origins.count {
        let positions = origins.positions(of: row)
        var least = Int32.max
        for index in positions where columns.edges[index] >= 0 {
          least = min(least, columns.straight[index], columns.straightEnd[index])
        }
        var best = SearchMemory.unreached
        var worst: UInt64 = 0
        for index in positions where columns.edges[index] >= 0 {
          let edge = reading.edge(Int(columns.edges[index]))
          let stretch = columns.stretch(index)
          let label = reading.label(of: stretch, on: edge)
          best = min(best, label)
          if stretch.straight <= least + Self.frontage {
            let limit = least + Self.frontage
            worst = max(worst, reading.worst(of: stretch, on: edge, label, within: limit))
          }
        }
        guard Int64(best >> 32) <= Int64(limit) else { continue }
        result.rows[row] = Int32(truncatingIfNeeded: best & 0xffff_ffff)
        result.metres[row] = NetworkLength.metres(Int32(best >> 32))
        if worst <= UInt64(limit) {
          result.metresFromWorst[row] = NetworkLength.metres(Int32(worst))
        }
      }
    }
    withExtendedLifetime(memory) {}
    return result
  }
}

/// Reads how far the nearest target is from places on edges, after a search from all targets.
private struct LabelReading {
  private let labels: UnsafeMutablePointer<UInt64>
  private let points: EdgePoints
  private let ends: [Ends]

  /// All that is asked of an edge, in one place: places ask in the order of the city.
  private struct Ends {
    let from: Int32
    let to: Int32
    let length: Int32
    let isOneWay: Bool
    let hasPoints: Bool
  }

  init(_ network: WalkNetwork, _ memory: SearchMemory, _ points: EdgePoints) {
    labels = memory.labels
    self.points = points
    ends = (0..<network.edgeCount).map { edge in
      Ends(
        from: network.edgeFrom[edge], to: network.edgeTo[edge],
        length: network.edgeLengths[edge], isOneWay: network.edgeIsOneWay[edge] == 1,
        hasPoints: points.offsets[edge] < points.offsets[edge + 1])
    }
  }

  /// What is known of an edge.
  struct Edge {
    /// Of the first node: the distance above the name of the target; `SearchMemory.unreached` for none.
    let first: UInt64
    /// Likewise of the last node.
    let last: UInt64
    let length: Int32
    let isOneWay: Bool
    /// Targets on the edge itself.
    let points: Range<Int>
  }

  @inline(__always)
  func edge(_ edge: Int) -> Edge {
    let own = ends[edge]
    return Edge(
      first: labels[Int(own.from)], last: labels[Int(own.to)], length: own.length,
      isOneWay: own.isOneWay,
      points: own.hasPoints
        ? Int(points.offsets[edge])..<Int(points.offsets[edge + 1]) : 0..<0)
  }

  /// The distance from the best place of a stretch, its straight piece included, above the name of the
  /// target.
  @inline(__always)
  func label(of stretch: EdgeStretch, on edge: Edge) -> UInt64 {
    let ends = EdgeEnds(
      isLeaving: true, stretch, length: edge.length, isOneWay: edge.isOneWay)
    var best = SearchMemory.unreached
    if edge.first != best { best = edge.first + UInt64(ends.first) << 32 }
    if edge.last != SearchMemory.unreached {
      best = min(best, edge.last + UInt64(ends.last) << 32)
    }
    for point in edge.points {
      let walk = stretch.walk(to: points.stretches[point], isOneWay: edge.isOneWay)
      best = min(best, UInt64(walk) << 32 | UInt64(points.rows[point]))
    }
    return best
  }

  /// Ticks from the worst place of a stretch that is within some ticks of the origin, as its nearest one
  /// is.
  ///
  /// The ways by both ends of the edge grow evenly, so that the worst place is at an end of the stretch
  /// or where both ways are as long. Where a target is on the edge it is looked for at every eighth
  /// between, too.
  ///
  /// - Parameter label: That of the stretch.
  @inline(__always)
  func worst(
    of stretch: EdgeStretch, on edge: Edge, _ label: UInt64, within limit: Int32
  ) -> UInt64 {
    let start = stretch.along
    if stretch.alongEnd == start { return label >> 32 }
    let end = stretch.farthest(within: limit)
    if edge.points.isEmpty, !edge.isOneWay { return worst(of: stretch, on: edge, until: end) }
    var worst = max(ticks(at: start, of: stretch, on: edge), ticks(at: end, of: stretch, on: edge))
    let middle = (Int64(edge.last >> 32) + Int64(edge.length) - Int64(edge.first >> 32)) / 2
    if middle > Int64(min(start, end)), middle < Int64(max(start, end)) {
      worst = max(worst, ticks(at: Int32(middle), of: stretch, on: edge))
    }
    if !edge.points.isEmpty {
      for step in 1..<Int64(8) {
        let along = Int64(start) + (Int64(end) - Int64(start)) * step / 8
        worst = max(worst, ticks(at: Int32(along), of: stretch, on: edge))
      }
    }
    return worst
  }

  /// The same where there are but the ways by both ends of the edge.
  @inline(__always)
  private func worst(of stretch: EdgeStretch, on edge: Edge, until end: Int32) -> UInt64 {
    let start = stretch.along
    let (first, last) = (Int64(edge.first >> 32), Int64(edge.last >> 32) + Int64(edge.length))
    @inline(__always)
    func ticks(at along: Int32) -> Int64 {
      stretch.straight(at: along) + min(first + Int64(along), last - Int64(along))
    }
    var worst = max(ticks(at: start), ticks(at: end))
    let middle = (last - first) / 2
    if middle > Int64(min(start, end)), middle < Int64(max(start, end)) {
      worst = max(worst, ticks(at: Int32(middle)))
    }
    return UInt64(worst)
  }

  /// Ticks from one place of a stretch, its straight piece included.
  @inline(__always)
  private func ticks(at along: Int32, of stretch: EdgeStretch, on edge: Edge) -> UInt64 {
    let straight = Int32(stretch.straight(at: along))
    let place = EdgeStretch(
      along: along, straight: straight, alongEnd: along, straightEnd: straight)
    return label(of: place, on: edge) >> 32
  }
}
