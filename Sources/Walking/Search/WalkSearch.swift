/// The memory of searches on one network, for one worker; each search starts afresh.
public struct WalkSearch {
  private let network: WalkNetwork
  private let memory: SearchMemory

  /// Memory for searches on a network.
  public init(on network: WalkNetwork) {
    self.network = network
    memory = SearchMemory(network)
  }

  /// How far each target is, walking from one origin.
  ///
  /// - Parameter limit: In metres, inclusive; both straight pieces count.
  /// - Returns: Metres, one per target; `.infinity` if it has no position or is beyond the limit.
  /// - Throws: `NetworkError.limitTooLong`.
  /// - Precondition: All positions are of this network.
  public mutating func distances(
    from origin: NetworkPosition, to targets: NetworkPositions, within limit: Double
  ) throws(NetworkError) -> [Double] {
    let limit = try NetworkLength.limit(limit)
    network.check(origin)
    network.check(targets)
    memory.prepare(limit: limit)
    network.search(from: origin, isForward: true, limit: limit, memory)
    defer { memory.reset() }
    return (0..<targets.count).map { row in
      guard let target = targets[row] else { return .infinity }
      let isOneWay = network.edgeIsOneWay[target.edge] == 1
      let ends = EdgeEnds(
        isLeaving: false, target.stretch, length: network.edgeLengths[target.edge],
        isOneWay: isOneWay)
      let first = memory.distance(to: network.edgeFrom[target.edge]) ?? EdgeEnds.blocked
      let last = memory.distance(to: network.edgeTo[target.edge]) ?? EdgeEnds.blocked
      var distance = min(first + ends.first, last + ends.last)
      if target.edge == origin.edge {
        distance = min(distance, origin.stretch.walk(to: target.stretch, isOneWay: isOneWay))
      }
      return distance <= Int64(limit) ? NetworkLength.metres(Int32(distance)) : .infinity
    }
  }
}
