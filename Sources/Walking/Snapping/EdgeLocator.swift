public import Planar
public import Workers

/// Finds the nearest point of a network: immutable, for one worker or many.
public struct EdgeLocator: Sendable {
  /// An index over all edges of a network.
  ///
  /// - Parameter islandMetres: Components whose edges are shorter than this in all are islands: they
  ///   catch a place only if no other component is within the greatest distance.
  public init(_ network: WalkNetwork, ignoringIslandsUnder islandMetres: Double = 0) {
    preconditionFailure("to be written")
  }

  /// The point of the network nearest to a place; of equally near ones that of the first edge, and
  /// on it the first.
  ///
  /// - Parameter distance: In metres, inclusive.
  public func nearest(toX x: Double, y: Double, within distance: Double) -> NetworkPosition? {
    preconditionFailure("to be written")
  }

  /// `nearest(toX:y:within:)` for many places: entrances, facilities.
  ///
  /// - Parameters:
  ///   - x: One per place, in metres; a place that is not finite has no position.
  ///   - y: See `x`.
  ///   - distance: In metres, inclusive.
  public func positions(
    ofX x: [Double], y: [Double], within distance: Double, workers: Workers
  ) async throws -> NetworkPositions {
    preconditionFailure("to be written")
  }

  /// The points of the network nearest to the boundaries of geometries, for parcels without
  /// entrances.
  ///
  /// Of a polygon all rings are boundary; of a line or point, all of it. Where the network crosses
  /// a boundary the distance is 0. Of points of the network that are equally near to the boundary,
  /// to a tick of 0.06 mm, the one nearest to the place of the row is taken; then that of the first
  /// edge, and on it the first.
  ///
  /// - Parameters:
  ///   - boundaries: A row without vertices, or with one that is not finite, has no position.
  ///   - placeX: One per row, in metres: a point inside the parcel, say; not finite: no preference.
  ///   - placeY: See `placeX`.
  ///   - distance: In metres, inclusive.
  public func positions(
    ofBoundaries boundaries: GeometryColumn, placeX: [Double], placeY: [Double],
    within distance: Double, workers: Workers
  ) async throws -> NetworkPositions {
    preconditionFailure("to be written")
  }
}
