internal import Planar

/// What straight pieces between places and streets may not cross: the obstacles of a network, and
/// the edges of compounds. Immutable, for one worker or many.
struct StraightBarriers: Sendable {
  /// What a barrier is called that is no compound's.
  static let obstacle: Int32 = -1
  static let wall: Int32 = -2

  /// Ends of the barriers; those of compounds run with the inside on the left.
  let ax: [Double]
  let ay: [Double]
  let bx: [Double]
  let by: [Double]
  /// By barrier: the row of its compound, or what it is.
  let owners: [Int32]
  let grid: SegmentGrid

  var count: Int { owners.count }

  /// - Parameter compounds: Rows that are no areas are in nobody's way.
  init(_ obstacles: StreetObstacles, compounds: GeometryColumn) {
    var ax = obstacles.startX
    var ay = obstacles.startY
    var bx = obstacles.endX
    var by = obstacles.endY
    var owners = obstacles.kinds.map { $0 == .wall ? Self.wall : Self.obstacle }
    let capacity = owners.count + compounds.vertexCount
    ax.reserveCapacity(capacity)
    ay.reserveCapacity(capacity)
    bx.reserveCapacity(capacity)
    by.reserveCapacity(capacity)
    owners.reserveCapacity(capacity)
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
              ax.append(buffers.x[start])
              ay.append(buffers.y[start])
              bx.append(buffers.x[end])
              by.append(buffers.y[end])
              owners.append(Int32(row))
            }
          }
        }
      }
    }
    self.ax = ax
    self.ay = ay
    self.bx = bx
    self.by = by
    self.owners = owners
    grid = SegmentGrid((0..<Int32(owners.count)).map { $0 }) { segment in
      let barrier = Int(segment)
      return (ax[barrier], ay[barrier], bx[barrier], by[barrier])
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

/// The barriers around one place, and whether a straight piece crosses one; for one worker.
///
/// - Water, railways and motorways bar whatever crosses them.
/// - A wall nearer than `wallReach` to the place is its own, whose gate may be anywhere near.
/// - A compound bars what comes into it from outside: who is in it leaves it. What ends within
///   `compoundReach` of where it comes in does not: compounds are often drawn to the middle of the
///   street before them.
struct NearBarriers {
  static let wallReach = 5.0
  static let compoundReach = 10.0
  /// Where a place is on a boundary, pieces are looked at from so far behind it: two compounds may be
  /// drawn to overlap by a little.
  static let boundaryReach = 5.0
  private static let hair = 0.1

  private struct Barrier {
    var ax: Double
    var ay: Double
    var bx: Double
    var by: Double
    var owner: Int32
  }

  /// Those near first: most of what is barred is barred by them.
  private var near: [Barrier] = []
  private var far: [Barrier] = []
  /// How far behind their start pieces are looked at, metres.
  private var behind = 0.0

  var isEmpty: Bool { near.isEmpty && far.isEmpty }

  /// Takes those within a rectangle.
  ///
  /// - Parameters:
  ///   - box: Around the place.
  ///   - reach: How long pieces are, metres of the plane.
  ///   - own: The compound that the place belongs to, or -1.
  ///   - seen: One per barrier; not `number` for those not seen.
  mutating func take(
    _ barriers: StraightBarriers, _ grid: SegmentGrid.Buffers, around box: Envelope,
    within reach: Double, own: Int32, isBoundary: Bool, seen: UnsafeMutablePointer<Int32>,
    number: Int32
  ) {
    near.removeAll(keepingCapacity: true)
    far.removeAll(keepingCapacity: true)
    behind = isBoundary ? Self.boundaryReach : Self.hair
    guard barriers.count > 0 else { return }
    let outer = box.expanded(by: reach)
    let inner = box.expanded(by: behind)
    let centre = box.centre
    let halfWidth = inner.width / 2
    let halfHeight = inner.height / 2
    let close = box.expanded(by: 40)
    grid.forEach(in: outer) { segment in
      let index = Int(segment)
      if seen[index] == number { return }
      seen[index] = number
      let owner = barriers.owners[index]
      if owner >= 0, owner == own { return }
      let (ax, ay) = (barriers.ax[index], barriers.ay[index])
      let (bx, by) = (barriers.bx[index], barriers.by[index])
      let line = Envelope(
        minX: min(ax, bx), minY: min(ay, by), maxX: max(ax, bx), maxY: max(ay, by))
      guard line.intersects(outer) else { return }
      if owner >= 0 {
        // All of the place is on its inner side: nothing comes in across it.
        let (ex, ey) = (bx - ax, by - ay)
        let side = ex * (centre.y - ay) - ey * (centre.x - ax)
        if side > abs(ex) * halfHeight + abs(ey) * halfWidth { return }
      }
      let barrier = Barrier(ax: ax, ay: ay, bx: bx, by: by, owner: owner)
      if line.intersects(close) { near.append(barrier) } else { far.append(barrier) }
    }
  }

  /// Whether a straight piece from a place to a street crosses something.
  @inline(__always)
  func bars(fromX gx: Double, y gy: Double, toX px: Double, y py: Double) -> Bool {
    if near.isEmpty, far.isEmpty { return false }
    let dx = px - gx
    let dy = py - gy
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return false }
    return bars(near, gx, gy, dx / length, dy / length, length)
      || bars(far, gx, gy, dx / length, dy / length, length)
  }

  /// - Parameter dx: The direction; of length 1.
  private func bars(
    _ barriers: [Barrier], _ gx: Double, _ gy: Double, _ dx: Double, _ dy: Double,
    _ length: Double
  ) -> Bool {
    for barrier in barriers {
      let ax = barrier.ax - gx
      let ay = barrier.ay - gy
      let bx = barrier.bx - gx
      let by = barrier.by - gy
      let sideA = dx * ay - dy * ax
      let sideB = dx * by - dy * bx
      // Half open: a piece through a corner crosses one of the two lines that meet there.
      if (sideA < 0) == (sideB < 0) { continue }
      let share = sideA / (sideA - sideB)
      let along = (ax + share * (bx - ax)) * dx + (ay + share * (by - ay)) * dy
      switch barrier.owner {
      case StraightBarriers.obstacle: if along > 0, along < length { return true }
      case StraightBarriers.wall: if along > Self.wallReach, along < length { return true }
      default:
        // Into the compound, which is left of its edge: the edge's end is right of the piece.
        if sideB < 0, along > -behind, along < length - Self.compoundReach { return true }
      }
    }
    return false
  }
}
