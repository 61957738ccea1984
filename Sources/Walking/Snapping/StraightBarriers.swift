internal import Planar

/// What straight pieces between places and streets may not cross: the obstacles of a network, and
/// the edges of compounds. Immutable, for one worker or many.
struct StraightBarriers: Sendable {
  /// What a barrier is called that is no compound's.
  static let obstacle: Int32 = -1
  static let wall: Int32 = -2

  /// A straight line that is in the way; that of a compound runs with the inside on the left.
  struct Barrier: StraightLine {
    let ax: Double
    let ay: Double
    let bx: Double
    let by: Double
    /// The row of its compound, or what it is.
    let owner: Int32
  }

  /// How the inside of a ring lies.
  fileprivate enum Side: UInt8 {
    case left
    case right
    /// The ring bounds nothing.
    case none
  }

  private let obstacles: [Barrier]
  private let grid: SegmentGrid
  private let compounds: GeometryColumn
  private let index: BoxGrid
  /// One per ring of the compounds.
  private let sides: [Side]

  /// - Parameter compounds: Rows that are no areas are in nobody's way.
  init(_ obstacles: StreetObstacles, compounds: GeometryColumn) {
    self.obstacles = obstacles.kinds.indices.map { index in
      Barrier(
        ax: obstacles.startX[index], ay: obstacles.startY[index], bx: obstacles.endX[index],
        by: obstacles.endY[index],
        owner: obstacles.kinds[index] == .wall ? Self.wall : Self.obstacle)
    }
    grid = SegmentGrid((0..<Int32(obstacles.kinds.count)).map { $0 }) { index in
      let row = Int(index)
      return (
        obstacles.startX[row], obstacles.startY[row], obstacles.endX[row], obstacles.endY[row]
      )
    }
    self.compounds = compounds
    index = BoxGrid(compounds)
    sides = compounds.withBuffers { buffers in
      var sides: [Side] = []
      for row in 0..<buffers.count {
        for part in buffers.parts(of: row) {
          for (number, ring) in buffers.rings(of: part).enumerated() {
            let vertices = buffers.vertices(of: ring)
            guard buffers.kinds[row].isPolygon, vertices.count > 3,
              vertices.allSatisfy({ Self.isPlace(buffers, $0) })
            else {
              sides.append(.none)
              continue
            }
            // The inside of a shell is left of it where it runs counter-clockwise; of a hole, right.
            sides.append((buffers.doubledArea(of: vertices) > 0) == (number == 0) ? .left : .right)
          }
        }
      }
      return sides
    }
  }

  private static func isPlace(_ buffers: GeometryBuffers, _ vertex: Int) -> Bool {
    abs(buffers.x[vertex]) <= 1e9 && abs(buffers.y[vertex]) <= 1e9
  }

  /// Them as bare memory.
  struct Buffers {
    fileprivate let obstacles: UnsafeBufferPointer<Barrier>
    fileprivate let grid: SegmentGrid.Buffers
    fileprivate let compounds: GeometryBuffers
    fileprivate let sides: UnsafeBufferPointer<Side>
    fileprivate let index: BoxGrid.View
  }

  func withBuffers(_ body: (Buffers) -> Void) {
    obstacles.withUnsafeBufferPointer { obstacles in
      sides.withUnsafeBufferPointer { sides in
        grid.withBuffers { grid in
          compounds.withBuffers { compounds in
            index.search { index in
              body(
                Buffers(
                  obstacles: obstacles, grid: grid, compounds: compounds, sides: sides,
                  index: index))
            }
          }
        }
      }
    }
  }
}

extension StraightBarriers.Buffers {
  /// Calls `body` with every obstacle that comes into a rectangle, some more than once.
  @inline(__always)
  func forEachObstacle(in box: Envelope, _ body: (StraightBarriers.Barrier) -> Void) {
    grid.forEach(in: box) { segment in
      if obstacles[Int(segment)].touches(box) { body(obstacles[Int(segment)]) }
    }
  }

  /// Calls `body` with every compound whose rectangle meets another one, and with that rectangle.
  @inline(__always)
  func forEachCompound(in box: Envelope, _ body: (Int32, Envelope) -> Void) {
    index.forEachBox(in: box) { body(Int32(truncatingIfNeeded: $0), $1) }
  }

  /// Calls `body` with every edge of a compound.
  @inline(__always)
  func forEachEdge(of row: Int32, _ body: (StraightBarriers.Barrier) -> Void) {
    for part in compounds.parts(of: Int(row)) {
      for ring in compounds.rings(of: part) {
        let side = sides[ring]
        if side == .none { continue }
        for vertex in compounds.vertices(of: ring).dropFirst() {
          let (start, end) = side == .left ? (vertex - 1, vertex) : (vertex, vertex - 1)
          body(
            StraightBarriers.Barrier(
              ax: compounds.x[start], ay: compounds.y[start], bx: compounds.x[end],
              by: compounds.y[end], owner: row))
        }
      }
    }
  }
}

extension GeometryBuffers {
  /// Twice the area within a ring, positive where it runs counter-clockwise.
  func doubledArea(of ring: Range<Int>) -> Double {
    guard let first = ring.first else { return 0 }
    // Relative to the first vertex: at 4e6 m the plain sum loses digits.
    let (originX, originY) = (x[first], y[first])
    var sum = 0.0
    for vertex in ring.dropFirst() {
      sum +=
        (x[vertex - 1] - originX) * (y[vertex] - originY)
        - (x[vertex] - originX) * (y[vertex - 1] - originY)
    }
    return sum
  }
}
