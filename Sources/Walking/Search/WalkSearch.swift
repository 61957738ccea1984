/// The memory of searches on one network, for one worker; each search starts afresh.
public struct WalkSearch {
  private let network: WalkNetwork

  /// Memory for searches on a network.
  public init(on network: WalkNetwork) {
    self.network = network
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
    preconditionFailure("to be written")
  }
}
