public import Workers

extension CoordinateTransform {
  /// Moves columns of coordinates; both coordinates of a point that cannot be moved become `nan`.
  ///
  /// - Parameters:
  ///   - x: Longitudes or eastings.
  ///   - y: Latitudes or northings, as many.
  public func moved(
    x: [Double], y: [Double], workers: Workers
  ) async throws(CRSError) -> (x: [Double], y: [Double]) {
    precondition(x.count == y.count, "\(x.count) x, \(y.count) y")
    guard !isIdentity, !x.isEmpty else { return (x, y) }
    let pieces: [Result<Piece, CRSError>]
    do {
      // One piece per worker: to make a transformer costs more than to move 10,000 points.
      pieces = try await workers.map(x.count) { range in
        Result { () throws(CRSError) -> Piece in
          var piece = Piece(x: Array(x[range]), y: Array(y[range]))
          try makeTransformer().transform(columns: &piece.x, &piece.y)
          return piece
        }
      }
    } catch {
      preconditionFailure("the closure throws nothing: \(error)")
    }
    if pieces.count == 1 {
      let piece = try pieces[0].get()
      return (piece.x, piece.y)
    }
    var moved = Piece(x: [], y: [])
    moved.x.reserveCapacity(x.count)
    moved.y.reserveCapacity(y.count)
    for piece in pieces {
      let piece = try piece.get()
      moved.x += piece.x
      moved.y += piece.y
    }
    return (moved.x, moved.y)
  }

  private struct Piece: Sendable {
    var x: [Double]
    var y: [Double]
  }
}

extension Transformer {
  /// The same for arrays.
  func transform(columns x: inout [Double], _ y: inout [Double]) {
    var xs = x.mutableSpan
    var ys = y.mutableSpan
    transform(x: &xs, y: &ys)
  }
}
