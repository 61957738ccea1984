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
    preconditionFailure("to be written")
  }
}
