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

  let all: [Barrier]
  let grid: SegmentGrid

  var count: Int { all.count }

  /// - Parameter compounds: Rows that are no areas are in nobody's way.
  init(_ obstacles: StreetObstacles, compounds: GeometryColumn) {
    var all: [Barrier] = []
    all.reserveCapacity(obstacles.kinds.count + compounds.vertexCount)
    for index in obstacles.kinds.indices {
      all.append(
        Barrier(
          ax: obstacles.startX[index], ay: obstacles.startY[index], bx: obstacles.endX[index],
          by: obstacles.endY[index],
          owner: obstacles.kinds[index] == .wall ? Self.wall : Self.obstacle))
    }
    compounds.withBuffers { buffers in
      for row in 0..<buffers.count where buffers.kinds[row].isPolygon {
        for part in buffers.parts(of: row) {
          for (number, ring) in buffers.rings(of: part).enumerated() {
            let vertices = buffers.vertices(of: ring)
            guard vertices.count > 3, vertices.allSatisfy({ Self.isPlace(buffers, $0) }) else {
              continue
            }
            // The inside of a shell is left of it where it runs counter-clockwise; of a hole, right.
            let isTurned = (buffers.doubledArea(of: vertices) > 0) != (number == 0)
            for vertex in vertices.dropFirst() {
              let (start, end) = isTurned ? (vertex, vertex - 1) : (vertex - 1, vertex)
              all.append(
                Barrier(
                  ax: buffers.x[start], ay: buffers.y[start], bx: buffers.x[end],
                  by: buffers.y[end], owner: Int32(row)))
            }
          }
        }
      }
    }
    self.all = all
    grid = all.withUnsafeBufferPointer { all in
      SegmentGrid((0..<Int32(all.count)).map { $0 }) { segment in
        let barrier = all[Int(segment)]
        return (barrier.ax, barrier.ay, barrier.bx, barrier.by)
      }
    }
  }

  private static func isPlace(_ buffers: GeometryBuffers, _ vertex: Int) -> Bool {
    abs(buffers.x[vertex]) <= 1e9 && abs(buffers.y[vertex]) <= 1e9
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
