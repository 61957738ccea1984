internal import Planar

/// All of a shape that meets streets, as straight pieces: the rings of an area, a line itself, a point
/// as a piece without length. Memory for one shape after the other, for one worker.
struct BoundaryPieces: ~Copyable {
  /// A straight piece.
  struct Piece: StraightLine {
    let ax: Double
    let ay: Double
    let bx: Double
    let by: Double
    /// 1 where what is outside the shape is left of the piece, -1 where it is right of it; 0 where it
    /// is on both sides.
    let outside: Double
  }

  private var scratch = Scratch<Piece>()
  /// Around all of them.
  private(set) var box = Envelope.empty
  private(set) var isArea = false

  /// Until another shape is taken.
  @inline(__always)
  var pieces: UnsafeMutableBufferPointer<Piece> { scratch.values }

  /// Takes the pieces of a row of a column of shapes.
  ///
  /// - Returns: Whether it is anywhere: `false` without vertices, or with one that is not finite.
  mutating func take(_ row: Int, of shapes: GeometryBuffers) -> Bool {
    scratch.removeAll()
    box = .empty
    isArea = shapes.kinds[row].isPolygon
    var poison = 0.0
    for vertex in shapes.vertices(ofRow: row) {
      let (x, y) = (shapes.x[vertex], shapes.y[vertex])
      poison += (x - x) + (y - y)
      box.expand(toInclude: x, y)
    }
    guard poison == 0, !box.isEmpty else { return false }
    for part in shapes.parts(of: row) {
      let rings = shapes.rings(of: part)
      for ring in rings {
        let vertices = shapes.vertices(of: ring)
        var outside = 0.0
        if isArea {
          // Of a shell that runs counter-clockwise the outside is right; of such a hole, left.
          outside = (shapes.doubledArea(of: vertices) > 0) == (ring == rings.lowerBound) ? -1 : 1
        }
        take(vertices, of: shapes, outside)
      }
    }
    return true
  }

  private mutating func take(
    _ vertices: Range<Int>, of shapes: GeometryBuffers, _ outside: Double
  ) {
    guard let first = vertices.first else { return }
    var (ax, ay) = (shapes.x[first], shapes.y[first])
    for vertex in vertices.count == 1 ? vertices : first + 1..<vertices.upperBound {
      let (bx, by) = (shapes.x[vertex], shapes.y[vertex])
      scratch.append(Piece(ax: ax, ay: ay, bx: bx, by: by, outside: outside))
      (ax, ay) = (bx, by)
    }
  }
}
