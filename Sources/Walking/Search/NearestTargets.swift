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
        var best = SearchMemory.unreached
        var least = Int32.max
        for index in positions where columns.edges[index] >= 0 {
          best = min(best, reading.label(columns, index))
          least = min(least, columns.straight[index], columns.straightEnd[index])
        }
        guard Int64(best >> 32) <= Int64(limit) else { continue }
        result.rows[row] = Int32(truncatingIfNeeded: best & 0xffff_ffff)
        result.metres[row] = NetworkLength.metres(Int32(best >> 32))
        var worst = best >> 32
        if positions.count > 1
          || columns.along[positions.lowerBound] != columns.alongEnd[positions.lowerBound]
        {
          for index in positions where columns.edges[index] >= 0 {
            worst = max(worst, reading.worst(columns, index, within: least + Self.frontage))
          }
        }
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
  private let network: WalkNetwork
  private let labels: UnsafeMutablePointer<UInt64>
  private let points: EdgePoints

  init(_ network: WalkNetwork, _ memory: SearchMemory, _ points: EdgePoints) {
    self.network = network
    labels = memory.labels
    self.points = points
  }

  /// The distance from a place, its straight piece included, above the name of the target.
  @inline(__always)
  func label(_ columns: NetworkPositions.Columns, _ index: Int) -> UInt64 {
    let edge = Int(columns.edges[index])
    let isOneWay = network.edgeIsOneWay[edge] == 1
    let ends = EdgeEnds(
      isLeaving: true, columns, index, length: network.edgeLengths[edge], isOneWay: isOneWay)
    var best = SearchMemory.unreached
    let first = labels[Int(network.edgeFrom[edge])]
    if first != best { best = first + UInt64(ends.first) << 32 }
    let last = labels[Int(network.edgeTo[edge])]
    if last != SearchMemory.unreached { best = min(best, last + UInt64(ends.last) << 32) }
    for point in Int(points.offsets[edge])..<Int(points.offsets[edge + 1]) {
      let walk = columns.stretch(index).walk(to: points.stretches[point], isOneWay: isOneWay)
      best = min(best, UInt64(walk) << 32 | UInt64(points.rows[point]))
    }
    return best
  }

  /// Ticks from the worst place of a stretch that is within some ticks of the origin; 0 where none is.
  ///
  /// The ways by both ends of the edge grow evenly, so that the worst place is at an end of the stretch
  /// or where both ways are as long. Where a target is on the edge it is looked for at every eighth
  /// between, too.
  func worst(
    _ columns: NetworkPositions.Columns, _ index: Int, within limit: Int32
  ) -> UInt64 {
    let stretch = columns.stretch(index)
    guard stretch.straight <= limit else { return 0 }
    let edge = Int(columns.edges[index])
    let start = stretch.along
    var worst = label(at: start, of: stretch, onEdge: edge)
    if stretch.alongEnd == start { return worst }
    let end = stretch.farthest(within: limit)
    worst = max(worst, label(at: end, of: stretch, onEdge: edge))
    let first = Int64(labels[Int(network.edgeFrom[edge])] >> 32)
    let last = Int64(labels[Int(network.edgeTo[edge])] >> 32)
    let middle = (last + Int64(network.edgeLengths[edge]) - first) / 2
    if middle > Int64(min(start, end)), middle < Int64(max(start, end)) {
      worst = max(worst, label(at: Int32(middle), of: stretch, onEdge: edge))
    }
    if points.offsets[edge] < points.offsets[edge + 1] {
      for step in 1..<Int64(8) {
        let along = Int64(start) + (Int64(end) - Int64(start)) * step / 8
        worst = max(worst, label(at: Int32(along), of: stretch, onEdge: edge))
      }
    }
    return worst
  }

  /// Ticks from one place of a stretch, its straight piece included.
  private func label(at along: Int32, of stretch: EdgeStretch, onEdge edge: Int) -> UInt64 {
    let isOneWay = network.edgeIsOneWay[edge] == 1
    let straight = Int32(stretch.straight(at: along))
    let ends = EdgeEnds(
      isLeaving: true, along: along, length: network.edgeLengths[edge], isOneWay: isOneWay)
    var best = SearchMemory.unreached >> 32
    let first = labels[Int(network.edgeFrom[edge])] >> 32
    if first < best { best = first + UInt64(ends.first) + UInt64(straight) }
    let last = labels[Int(network.edgeTo[edge])] >> 32
    if last < SearchMemory.unreached >> 32 {
      best = min(best, last + UInt64(ends.last) + UInt64(straight))
    }
    let place = EdgeStretch(
      along: along, straight: straight, alongEnd: along, straightEnd: straight)
    for point in Int(points.offsets[edge])..<Int(points.offsets[edge + 1]) {
      best = min(best, UInt64(place.walk(to: points.stretches[point], isOneWay: isOneWay)))
    }
    return best
  }
}
