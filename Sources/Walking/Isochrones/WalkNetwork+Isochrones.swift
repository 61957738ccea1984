public import Planar
public import Workers

/// Whether an isochrone is of walks to a place or away from it; the same but for one-way edges.
public enum WalkSense: Sendable, Hashable {
  /// From where the place is reached: a facility's catchment.
  case toPlace
  /// What is reached from the place.
  case fromPlace
}

extension WalkNetwork {
  /// The area within each limit of each place: the reached parts of edges and some ground beside
  /// them, dissolved, with holes.
  ///
  /// The laws of every polygon: all points of reached edges are in it; no point of it is farther
  /// than `offset` from a reached point; it is valid. A picture, not evidence: verdicts rest on
  /// distances.
  ///
  /// - Parameters:
  ///   - places: A row without a position, or whose straight piece is beyond the limit, reaches
  ///     nothing and gives a row of kind `.none`.
  ///   - limits: In metres, inclusive; the straight piece counts, but is not drawn.
  ///   - offset: In metres; the most that is drawn to each side of a street.
  /// - Returns: One column per limit with one row per place.
  /// - Throws: `NetworkError`.
  /// - Precondition: All positions are of this network.
  public func isochrones(
    of places: NetworkPositions, within limits: [Double], offset: Double,
    sense: WalkSense = .toPlace, workers: Workers
  ) async throws -> [GeometryColumn] {
    preconditionFailure("to be written")
  }
}
