package import Geodesy
package import Planar

/// Searches in the plane for what is near on the ground. Distances in the plane decide wherever they
/// can; only what lies within a hair of a limit, or of what is nearest, is measured.
extension PointGrid.View {
  /// The point that is nearest on the ground, and the metres to it; of equally near ones the first
  /// row.
  @inline(__always)
  package func nearest(
    toX px: Double, y py: Double, excluding excluded: Int32 = -1, on ground: GroundScale
  ) -> (row: Int32, distance: Double)? {
    nearest(
      toX: px, y: py, excluding: excluded, doubt: { ground.doubt(atX: px, over: $0) },
      measure: { ground.metres(fromX: px, y: py, toX: $0, y: $1) })
  }

  /// Calls `body` with the row of every point within some metres on the ground, in no order that a
  /// result may depend on.
  @inline(__always)
  package func forEach(
    withinMetres limit: Double, ofX px: Double, y py: Double, on ground: GroundScale,
    _ body: (_ row: Int32) -> Void
  ) {
    guard limit >= 0 else { return }
    let reach = ground.reach(ofMetres: limit, fromX: px, y: py)
    forEach(within: reach.perhaps, ofX: px, y: py) { row, x, y in
      let distance = ((x - px) * (x - px) + (y - py) * (y - py)).squareRoot()
      if distance <= reach.surely
        || ground.metres(fromX: px, y: py, toX: x, y: y) <= limit
      {
        body(row)
      }
    }
  }
}
