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
    let source = self
    let pieces: [Result<Coordinates, CRSError>]
    do {
      pieces = try await workers.map(vertexCount) { range in
        Result { () throws(CRSError) -> Coordinates in
          var x = Array(source.x[range])
          var y = Array(source.y[range])
          let transformer = try transform.makeTransformer()
          x.withUnsafeMutableBufferPointer { x in
            y.withUnsafeMutableBufferPointer { y in _ = transformer.transform(x: x, y: y) }
          }
          return Coordinates(x: x, y: y)
        }
      }
    } catch {
      preconditionFailure("the closure throws nothing: \(error)")
    }
    var x: [Double] = []
    var y: [Double] = []
    x.reserveCapacity(vertexCount)
    y.reserveCapacity(vertexCount)
    for piece in pieces {
      let piece = try piece.get()
      x.append(contentsOf: piece.x)
      y.append(contentsOf: piece.y)
    }
    return GeometryColumn(
      kinds: kinds, partOffsets: partOffsets, ringOffsets: ringOffsets,
      vertexOffsets: vertexOffsets, x: x, y: y)
  }

  private struct Coordinates: Sendable {
    let x: [Double]
    let y: [Double]
  }
}
