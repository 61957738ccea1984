public import Workers

/// The nearest target of every origin, of one group of targets.
public struct NearestTargets: Sendable, Hashable {
  /// One per origin: a row of the targets; -1: none within the limit.
  public var rows: [Int32]
  /// One per origin: metres, both straight pieces included; `.infinity` where there is none.
  public var metres: [Double]
}

extension WalkNetwork {
  /// The nearest target of each group for every origin, walking from the origin to the target.
  ///
  /// One search per group, from all its targets at once and against the direction of walk.
  ///
  /// - Parameters:
  ///   - groups: Targets, such as the facilities of one kind; each group is searched for itself.
  ///   - origins: Where people start; a row without a position reaches nothing.
  ///   - limit: In metres, inclusive; both straight pieces count.
  /// - Returns: One per group. Of equally near targets the one of the lowest row.
  /// - Throws: `NetworkError.limitTooLong`.
  /// - Precondition: All positions are of this network.
  public func nearest(
    _ groups: [NetworkPositions], from origins: NetworkPositions, within limit: Double,
    workers: Workers
  ) async throws -> [NearestTargets] {
    let limit = try NetworkLength.limit(limit)
    check(origins)
    for group in groups { check(group) }
    let found = try await workers.map(groups.count, grain: 1) { range in
      range.map { nearest(groups[$0], from: origins, limit: limit) }
    }
    return found.flatMap { $0 }
  }

  private func nearest(
    _ targets: NetworkPositions, from origins: NetworkPositions, limit: Int32
  ) -> NearestTargets {
    let memory = SearchMemory(self)
    memory.prepare(limit: limit)
    for row in 0..<targets.count where targets.edges[row] >= 0 {
      let edge = Int(targets.edges[row])
      let ends = EdgeEnds(
        isLeaving: false, along: targets.along[row], length: edgeLengths[edge],
        isOneWay: edgeIsOneWay[edge] == 1)
      let straight = Int64(targets.straight[row])
      memory.seed(
        edgeFrom[edge], distance: straight + ends.first, name: Int32(row), limit: limit)
      memory.seed(edgeTo[edge], distance: straight + ends.last, name: Int32(row), limit: limit)
    }
    memory.run(backward, limit: limit)

    let points = EdgePoints(targets, edgeCount: edgeCount)
    var rows = [Int32](repeating: -1, count: origins.count)
    var metres = [Double](repeating: .infinity, count: origins.count)
    let labels = memory.labels
    rows.withUnsafeMutableBufferPointer { rows in
      metres.withUnsafeMutableBufferPointer { metres in
        for row in 0..<origins.count where origins.edges[row] >= 0 {
          let edge = Int(origins.edges[row])
          let along = origins.along[row]
          let isOneWay = edgeIsOneWay[edge] == 1
          let ends = EdgeEnds(
            isLeaving: true, along: along, length: edgeLengths[edge], isOneWay: isOneWay)
          var best = SearchMemory.unreached
          let first = labels[Int(edgeFrom[edge])]
          if first != best { best = first + UInt64(ends.first) << 32 }
          let last = labels[Int(edgeTo[edge])]
          if last != SearchMemory.unreached {
            best = min(best, last + UInt64(ends.last) << 32)
          }
          for index in Int(points.offsets[edge])..<Int(points.offsets[edge + 1]) {
            let walk = EdgeEnds.between(along, points.along[index], isOneWay: isOneWay)
            let distance = UInt64(walk + Int64(points.straight[index]))
            best = min(best, distance << 32 | UInt64(points.rows[index]))
          }
          let distance = Int64(best >> 32) + Int64(origins.straight[row])
          if distance <= Int64(limit) {
            rows[row] = Int32(truncatingIfNeeded: best & 0xffff_ffff)
            metres[row] = NetworkLength.metres(Int32(distance))
          }
        }
      }
    }
    withExtendedLifetime(memory) {}
    return NearestTargets(rows: rows, metres: metres)
  }
}
