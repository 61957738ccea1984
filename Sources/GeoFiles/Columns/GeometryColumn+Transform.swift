public import Geodesy
public import Planar
public import Workers

extension GeometryColumn {
  /// The column with all its coordinates moved to another CRS.
  ///
  /// A point that cannot be moved has `nan` for both coordinates.
  public func transformed(
    _ transform: CoordinateTransform, workers: Workers
  ) async throws(CRSError) -> GeometryColumn {
    guard !transform.isIdentity, vertexCount > 0 else { return self }
    let moved = try await transform.moved(x: x, y: y, workers: workers)
    return GeometryColumn(
      kinds: kinds, partOffsets: partOffsets, ringOffsets: ringOffsets,
      vertexOffsets: vertexOffsets, x: moved.x, y: moved.y)
  }
}
