internal import CGEOS

extension GeometryEngine {
  /// What lies in both.
  ///
  /// - Parameter gridSize: Rounds the result to multiples of it, safely; 0 keeps full precision.
  public func intersection(
    _ a: Geometry, _ b: Geometry, gridSize: Double = 0
  ) throws(GeometryError) -> Geometry {
    try overlay(
      a, b, gridSize: gridSize, exact: GEOSIntersection_r, onGrid: GEOSIntersectionPrec_r,
      from: "GEOSIntersection_r")
  }

  /// What lies in the first and not in the second.
  ///
  /// - Parameter gridSize: Rounds the result to multiples of it, safely; 0 keeps full precision.
  public func difference(
    _ a: Geometry, _ b: Geometry, gridSize: Double = 0
  ) throws(GeometryError) -> Geometry {
    try overlay(
      a, b, gridSize: gridSize, exact: GEOSDifference_r, onGrid: GEOSDifferencePrec_r,
      from: "GEOSDifference_r")
  }

  /// What lies in either.
  ///
  /// - Parameter gridSize: Rounds the result to multiples of it, safely; 0 keeps full precision.
  func union(
    _ a: Geometry, _ b: Geometry, gridSize: Double = 0
  ) throws(GeometryError) -> Geometry {
    try overlay(
      a, b, gridSize: gridSize, exact: GEOSUnion_r, onGrid: GEOSUnionPrec_r, from: "GEOSUnion_r")
  }

  /// What lies in exactly one of them.
  ///
  /// - Parameter gridSize: Rounds the result to multiples of it, safely; 0 keeps full precision.
  func symmetricDifference(
    _ a: Geometry, _ b: Geometry, gridSize: Double = 0
  ) throws(GeometryError) -> Geometry {
    try overlay(
      a, b, gridSize: gridSize, exact: GEOSSymDifference_r, onGrid: GEOSSymDifferencePrec_r,
      from: "GEOSSymDifference_r")
  }

  /// What lies in any row of a column, dissolved; much faster than one union after the other.
  public func union(of column: GeometryColumn) throws(GeometryError) -> Geometry {
    let handle = try GEOSHandle.collecting(column, in: context)
    return try GEOSHandle(
      adopting: GEOSUnaryUnion_r(context.raw, handle.raw), from: "GEOSUnaryUnion_r", in: context
    ).value()
  }

  /// What lies within a distance, with arcs as polygons: a picture, not evidence. Exact circles are
  /// `CircleCover`'s.
  ///
  /// - Parameters:
  ///   - distance: Negative shrinks polygons.
  ///   - segmentsPerQuadrant: Edges a quarter circle is drawn with; its vertices are exact, and
  ///     between them the outline is short by up to `distance * (1 - cos(.pi / 4 / segments))`.
  public func buffer(
    _ geometry: Geometry, by distance: Double, segmentsPerQuadrant: Int = 16
  ) throws(GeometryError) -> Geometry {
    let handle = try GEOSHandle(geometry, in: context)
    return try GEOSHandle(
      adopting: GEOSBuffer_r(context.raw, handle.raw, distance, Int32(segmentsPerQuadrant)),
      from: "GEOSBuffer_r", in: context
    ).value()
  }

  private typealias Overlay = (
    GEOSContextHandle_t?, OpaquePointer?, OpaquePointer?
  ) -> OpaquePointer?
  private typealias GridOverlay = (
    GEOSContextHandle_t?, OpaquePointer?, OpaquePointer?, Double
  ) -> OpaquePointer?

  private func overlay(
    _ a: Geometry, _ b: Geometry, gridSize: Double, exact: Overlay, onGrid: GridOverlay,
    from call: StaticString
  ) throws(GeometryError) -> Geometry {
    let a = try GEOSHandle(a, in: context)
    let b = try GEOSHandle(b, in: context)
    // The plain call tries again with snapping where full precision fails; the one with a grid
    // of 0 does not.
    let result =
      gridSize > 0
      ? onGrid(context.raw, a.raw, b.raw, gridSize) : exact(context.raw, a.raw, b.raw)
    return try GEOSHandle(adopting: result, from: call, in: context).value()
  }
}
