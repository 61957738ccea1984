internal import Geodesy
internal import Planar
internal import Planning

/// What lies within a distance of a facility as a polygon inside it: a circle around a point, and
/// around an area or several entrances all that is as near. Where the outline of an area is bent in by
/// less than a hundredth of the distance, the drawing may be farther by as much.
struct OffsetDrawing {
  private let facilities: Facilities
  private let ground: GroundScale
  private let outline: CircleOutline
  private let engine = GeometryEngine()

  /// - Parameter segments: Edges of a whole circle.
  init(_ facilities: Facilities, on ground: GroundScale, segments: Int) {
    self.facilities = facilities
    self.ground = ground
    outline = CircleOutline(segments: segments)
  }

  /// Adds it as a row. Around an area the scale is that in its middle.
  ///
  /// - Parameter detail: Where arcs around points have all their vertices; `nil`: everywhere.
  func append(
    _ facility: Int, metres: Double, to column: inout GeometryColumn, fineIn detail: Envelope? = nil
  ) throws {
    guard facilities.site(of: facility) != .place else {
      let rows = facilities.rows
      Circle(
        around: Point(x: rows.placeX[facility], y: rows.placeY[facility]), metres: metres,
        on: ground
      ).append(to: &column, outline, fineIn: detail)
      return
    }
    let middle = facilities.extent(of: facility).centre
    column.append(
      try engine.buffer(
        facilities.siteGeometry(of: facility),
        by: metres * ground.scale(atX: middle.x, y: middle.y),
        segmentsPerQuadrant: outline.directions.count / 4))
  }
}
