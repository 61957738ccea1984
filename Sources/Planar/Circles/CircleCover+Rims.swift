/// A disc that may cut the row at hand, as given and relative to the row's first vertex.
struct Rim {
  let disc: Disc
  let squaredLimit: Double
  var localX: Double
  var localY: Double
  var radius: Double { disc.radius }

  func contains(x: Double, y: Double) -> Bool {
    let dx = x - disc.x
    let dy = y - disc.y
    return dx * dx + dy * dy <= squaredLimit
  }

  /// With the tolerance for computed points.
  func nearlyContains(localX x: Double, localY y: Double) -> Bool {
    let dx = x - localX
    let dy = y - localY
    let limit = radius + CircleCover.tolerance
    return dx * dx + dy * dy <= limit * limit
  }
}

extension CircleCover {
  /// Fills `rims` with the discs that are neither beyond reach nor around the whole row.
  mutating func collectRims(_ row: Int, _ column: GeometryBuffers) -> DiscRelation {
    sortDiscs()
    rims.removeAll(keepingCapacity: true)
    guard let first = column.vertices(ofRow: row).first else { return .outside }
    let originX = column.x[first]
    let originY = column.y[first]
    for disc in discs {
      let limit = Disc.squaredLimit(radius: disc.radius)
      switch column.relation(row, to: disc, squaredLimit: limit) {
      case .inside: return .inside
      case .outside: continue
      case .partial:
        rims.append(
          Rim(
            disc: disc, squaredLimit: limit,
            localX: disc.x - originX, localY: disc.y - originY))
      }
    }
    return rims.isEmpty ? .outside : .partial
  }

  /// One order for every order of insertion, and each disc once; of discs around one centre the
  /// largest.
  private mutating func sortDiscs() {
    guard !isSorted else { return }
    isSorted = true
    discs.sort {
      if $0.x != $1.x { return $0.x < $1.x }
      if $0.y != $1.y { return $0.y < $1.y }
      return $0.radius > $1.radius
    }
    var kept = 0
    // By index: iterating would hold a copy, and writing would allocate another.
    for index in 0..<discs.count {
      let disc = discs[index]
      if kept > 0, discs[kept - 1].x == disc.x, discs[kept - 1].y == disc.y { continue }
      discs[kept] = disc
      kept += 1
    }
    discs.removeLast(discs.count - kept)
  }
}

extension GeometryBuffers {
  /// How a row lies to one disc.
  func relation(_ row: Int, to disc: Disc, squaredLimit: Double) -> DiscRelation {
    var farthest = 0.0
    var poison = 0.0
    var isNear = false
    for ring in rings(ofRow: row) {
      let vertices = vertices(of: ring)
      guard let first = vertices.first else { continue }
      var ax = x[first] - disc.x
      var ay = y[first] - disc.y
      let squared = ax * ax + ay * ay
      farthest = max(farthest, squared)
      poison += squared - squared
      isNear = isNear || squared <= squaredLimit
      for vertex in vertices.dropFirst() {
        let bx = x[vertex] - disc.x
        let by = y[vertex] - disc.y
        let squared = bx * bx + by * by
        farthest = max(farthest, squared)
        poison += squared - squared
        // Points have one vertex a ring, so every pair here is a segment.
        isNear =
          isNear || squared <= squaredLimit
          || Segment.squaredDistanceToOrigin(fromX: ax, y: ay, toX: bx, y: by) <= squaredLimit
        ax = bx
        ay = by
      }
    }
    if farthest <= squaredLimit, poison == 0 { return .inside }
    if isNear { return .partial }
    // No border is near: the disc lies in the interior, or in a hole, or elsewhere.
    let isWithin = squaredLimit >= 0 && kinds[row].isPolygon && contains(row, x: disc.x, y: disc.y)
    return isWithin ? .partial : .outside
  }
}
