public import Geodesy
public import Workers

extension OSMFile {
  /// The lines of the file that people may walk along.
  ///
  /// Lines join where they share a node. A way is cut where the file lacks a node, and at a node
  /// that nobody passes (`NodePassage`): each side then ends in a vertex of its own. Areas are
  /// walked along their edges, and open ones also across, between the places where lines meet them,
  /// on the shortest way inside (`AreaCrossing`); an area that no line meets is left out. Lines
  /// come in the order of the ways' ids, then edges of multipolygons and lines across areas, which
  /// bear the id of the way or relation that the area is.
  ///
  /// - Parameters:
  ///   - crs: The CRS of the run.
  ///   - ground: What its metres are.
  ///   - workers: Project and cross areas; the result does not depend on their number.
  /// - Throws: `CRSError` if there is no way from WGS 84 to `crs`.
  /// - Precondition: `crs` is in metres.
  public func streets(
    in crs: CRS, on ground: GroundScale, workers: Workers
  ) async throws -> Streets {
    precondition(crs.metresPerUnit == 1, "\(crs) is not in metres")
    let positions = try await CoordinateTransform(from: .wgs84, to: crs)
      .moved(x: longitudes, y: latitudes, workers: workers)
    var builder = StreetBuilder(self, x: positions.x, y: positions.y, on: ground)
    builder.sort()
    builder.dropIsolatedAreas()
    builder.addLines()
    let areas = builder.openAreas
    let passable = builder
    let crossings = try await workers.map(areas.count, grain: 64) { share in
      share.map { passable.crossing(of: areas[$0]) }
    }
    builder.addCrossings(zip(areas, crossings.joined()))
    return builder.finish()
  }
}
