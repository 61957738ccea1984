public import Workers

/// Which targets each origin reaches and how far each is, in compressed sparse rows.
public struct WalkPairs: Sendable, Hashable {
  /// Origins + 1 entries: the pairs of origin `i` are `offsets[i]..<offsets[i + 1]`.
  public var offsets: [Int]
  /// One per pair: a row of the targets, ascending within an origin.
  public var targets: [Int32]
  /// One per pair: metres, both straight pieces included.
  public var metres: [Double]
}

extension WalkNetwork {
  /// All pairs of an origin and a target within a limit, walking from the origin to the target.
  ///
  /// One bounded search per row of the side with fewer rows.
  ///
  /// - Parameters:
  ///   - origins: Where people start; one without a position reaches nothing.
  ///   - targets: Where they want to go.
  ///   - limit: In metres, inclusive; both straight pieces count.
  /// - Throws: `NetworkError.limitTooLong`.
  /// - Precondition: All positions are of this network.
  public func pairs(
    from origins: NetworkPlaces, to targets: NetworkPlaces, within limit: Double,
    workers: Workers
  ) async throws -> WalkPairs {
    let limit = try NetworkLength.limit(limit)
    check(origins.positions)
    check(targets.positions)
    let isForward = origins.count < targets.count
    let centres = isForward ? origins : targets
    let points = EdgePoints(isForward ? targets : origins, edgeCount: edgeCount)
    let grain = max(64, centres.count / (8 * workers.count))
    let found = try await workers.map(centres.count, grain: grain) { range in
      PairCollector.collect(
        range, of: centres, points: points, on: self, isForward: isForward, limit: limit)
    }
    return isForward ? Self.joined(found, count: origins.count) : Self.turned(found, origins.count)
  }

  /// `pairs` for places that meet the network at one point each.
  public func pairs(
    from origins: NetworkPositions, to targets: NetworkPositions, within limit: Double,
    workers: Workers
  ) async throws -> WalkPairs {
    try await pairs(
      from: NetworkPlaces(origins), to: NetworkPlaces(targets), within: limit, workers: workers)
  }

  /// By origin as they were found.
  private static func joined(_ found: [PairCollector.Found], count: Int) -> WalkPairs {
    var offsets = [0]
    offsets.reserveCapacity(count + 1)
    var total = 0
    for part in found {
      for size in part.sizes {
        total += Int(size)
        offsets.append(total)
      }
    }
    var targets: [Int32] = []
    var metres: [Double] = []
    targets.reserveCapacity(total)
    metres.reserveCapacity(total)
    for part in found {
      for pair in part.pairs {
        targets.append(pair.row)
        metres.append(NetworkLength.metres(pair.distance))
      }
    }
    return WalkPairs(offsets: offsets, targets: targets, metres: metres)
  }

  /// Found by target, in the order of the targets: counted into the rows of the origins.
  private static func turned(_ found: [PairCollector.Found], _ count: Int) -> WalkPairs {
    var offsets = [Int](repeating: 0, count: count + 1)
    for part in found { for pair in part.pairs { offsets[Int(pair.row) + 1] += 1 } }
    for row in 0..<count { offsets[row + 1] += offsets[row] }
    var next = offsets
    var targets = [Int32](repeating: 0, count: offsets[count])
    var metres = [Double](repeating: 0, count: offsets[count])
    var target: Int32 = 0
    for part in found {
      var index = 0
      for size in part.sizes {
        for _ in 0..<size {
          let pair = part.pairs[index]
          index += 1
          let place = next[Int(pair.row)]
          next[Int(pair.row)] += 1
          targets[place] = target
          metres[place] = NetworkLength.metres(pair.distance)
        }
        target += 1
      }
    }
    return WalkPairs(offsets: offsets, targets: targets, metres: metres)
  }
}
