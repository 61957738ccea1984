internal import Geodesy
internal import Planar
internal import Workers

/// The obstacles of a network in the coordinates that areas are given out in. Immutable, for one worker or
/// many.
struct DrawnObstacles: Sendable {
  private let x: [Double]
  private let y: [Double]
  private let index: SpatialIndex

  init(
    _ obstacles: StreetObstacles, to transform: CoordinateTransform?, workers: Workers
  ) async throws {
    // Both ends of one, then of the next.
    var x: [Double] = []
    var y: [Double] = []
    for piece in 0..<obstacles.count {
      x += [obstacles.startX[piece], obstacles.endX[piece]]
      y += [obstacles.startY[piece], obstacles.endY[piece]]
    }
    if let transform {
      let moved = try await transform.moved(x: x, y: y, workers: workers)
      (x, y) = (moved.x, moved.y)
    }
    self.x = x
    self.y = y
    index = SpatialIndex(
      (0..<obstacles.count).map { piece in
        var box = Envelope.empty
        // One that has no place in the coordinates is nowhere.
        if (x[2 * piece] + y[2 * piece] + x[2 * piece + 1] + y[2 * piece + 1]).isFinite {
          for end in [2 * piece, 2 * piece + 1] { box.expand(toInclude: x[end], y[end]) }
        }
        return box
      })
  }

  /// Calls `body` with the ends of those that come near a rectangle, all in metres from the origin of a
  /// lattice.
  func forEach(
    in box: Envelope, on lattice: OutlineLattice,
    _ body: (SIMD2<Double>, SIMD2<Double>) -> Void
  ) {
    let low = lattice.coordinates(metres: SIMD2(box.minX, box.minY))
    let high = lattice.coordinates(metres: SIMD2(box.maxX, box.maxY))
    let there = Envelope(minX: low.x, minY: low.y, maxX: high.x, maxY: high.y)
    for piece in index.rows(in: there) {
      body(
        lattice.metres(x: x[2 * piece], y: y[2 * piece]),
        lattice.metres(x: x[2 * piece + 1], y: y[2 * piece + 1]))
    }
  }
}

extension OutlineLattice {
  /// The coordinates of a place that is given in metres.
  fileprivate func coordinates(metres place: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(
      (place.x / metresX + Double(originX)) / perUnit,
      (place.y / metresY + Double(originY)) / perUnit)
  }
}
