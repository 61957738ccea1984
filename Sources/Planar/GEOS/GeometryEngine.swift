/// The hard geometry: repair, overlay, buffers, relations of shapes, done by GEOS.
///
/// Not `Sendable`: each worker makes its own, which takes 40 ns, and hands geometries, which are
/// values, to other workers. All measures are planar, in the units of the coordinates.
///
/// An operation on polygons can leave polygons, and lines and points where its inputs only touch.
/// A result is its parts of the highest dimension: the polygons if there are any, else the lines,
/// else the points; `.none` if it is empty.
public final class GeometryEngine {
  let context = GEOSContext()

  /// An engine for one worker.
  public init() {}
}
