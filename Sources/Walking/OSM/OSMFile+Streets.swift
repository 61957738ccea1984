public import Geodesy
public import Workers

extension OSMFile {
  /// The lines of the file that people may walk along.
  ///
  /// Lines join where they share a node. A way is cut where the file lacks a node, and at a node that
  /// not everybody passes (`NodePassage`): it ends there in a vertex of its own, unless the barrier
  /// belongs to another way (`BarrierCuts`). Areas are walked along their edges, and open ones also
  /// across, between the places where lines meet them or come up inside them, on the shortest way
  /// inside (`AreaCrossing`); an area that no line meets is left out. Ways and gates for residents are
  /// there, and marked. Lines come in the order of the ways' ids, then edges of multipolygons, gates and
  /// lines across areas, which bear the id of the node, way or relation that they are of.
  ///
  /// - Parameters:
  ///   - crs: The CRS of the run.
  ///   - ground: What its metres are.
  ///   - defaults: Say where people walk if no tag does.
  ///   - workers: Project and cross areas; the result does not depend on their number.
  /// - Throws: `CRSError` if there is no way from WGS 84 to `crs`.
  /// - Precondition: `crs` is in metres.
  public func streets(
    in crs: CRS, on ground: GroundScale, defaults: WalkDefaults, workers: Workers
  ) async throws -> Streets {
    precondition(crs.metresPerUnit == 1, "\(crs) is not in metres")
    let positions = try await CoordinateTransform(from: .wgs84, to: crs)
      .moved(x: longitudes, y: latitudes, workers: workers)
    var builder = StreetBuilder(self, x: positions.x, y: positions.y, on: ground, defaults)
    builder.sort()
    builder.sortCarriageways()
    builder.sortTownRoads()
    builder.findInnerEntrances()
    builder.dropIsolatedAreas()
    builder.addLines()
    builder.addObstacles()
    let areas = builder.openAreas
    guard !areas.isEmpty else { return builder.finish() }
    let passable = builder
    let crossings = try await workers.map(areas.count, grain: 64) { share in
      share.map { passable.crossing(of: areas[$0]) }
    }
    builder.addCrossings(zip(areas, crossings.joined()))
    return builder.finish()
  }
}
