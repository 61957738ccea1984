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
  ///   - origins: Where people start; a row without a position reaches nothing.
  ///   - targets: Where they want to go.
  ///   - limit: In metres, inclusive; both straight pieces count.
  /// - Throws: `NetworkError.limitTooLong`.
  /// - Precondition: All positions are of this network.
  public func pairs(
    from origins: NetworkPositions, to targets: NetworkPositions, within limit: Double,
    workers: Workers
  ) async throws -> WalkPairs {
    preconditionFailure("to be written")
  }
}
