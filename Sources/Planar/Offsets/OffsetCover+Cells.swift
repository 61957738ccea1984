/// A part of the row at hand.
struct Cell {
  var rings = PlaneRings()
  /// Indices of the pieces that may cover some of it and are not outdone.
  var pieces: [Int32] = []
  /// Whether no point of it lies in an area, so that only capsules cover.
  var isClear = false
  /// How often the row was halved.
  var depth = 0
}

extension OffsetCover {
  /// Pieces that a cell is measured with at once. More where it is small: halving does not part
  /// pieces that are as good as one.
  private static func pieceLimit(depth: Int) -> Int { 8 << (depth / 8) }

  /// Of a polygon. Sets `hasGap` where something is found that nothing covers.
  mutating func coveredArea(_ scene: Scene) -> Double {
    var cell = spareCells.popLast() ?? Cell()
    cell.rings.load(
      scene.row, of: scene.column, originX: scene.originX, originY: scene.originY)
    cell.pieces.removeAll(keepingCapacity: true)
    cell.pieces.append(contentsOf: pieces.indices.lazy.map { Int32($0) })
    cell.isClear = areas.isEmpty
    cell.depth = 0
    return max(0, coveredArea(cell, scene))
  }

  private mutating func coveredArea(_ given: consuming Cell, _ scene: Scene) -> Double {
    var cell = given
    defer { spareCells.append(cell) }
    if cell.rings.isEmpty { return 0 }
    let box = cell.rings.envelope
    let centre = box.centre
    let radius = (box.width * box.width + box.height * box.height).squareRoot() / 2
    let (least, distance) = keepPieces(of: &cell, scene, centre, radius)
    if least <= -radius { return cell.rings.area }
    if !cell.isClear, distance > radius {
      // No edge of an area comes near: it is in one as a whole, or in none.
      if isInArea(scene, centre.x, centre.y) { return cell.rings.area }
      cell.isClear = true
    }
    if cell.isClear, least > radius {
      if least > radius + CircleCover.tolerance { hasGap = true }
      return 0
    }
    if cell.pieces.count <= Self.pieceLimit(depth: cell.depth) || radius < CircleCover.tolerance {
      return slabArea(cell, box, scene)
    }
    return halves(of: cell, box, scene)
  }

  /// Forgets the pieces that cover nothing which the one with the least excess does not cover.
  ///
  /// - Returns: The least excess at the centre, and the least distance to anything, not more than
  ///   it is.
  private mutating func keepPieces(
    of cell: inout Cell, _ scene: Scene, _ centre: Point, _ radius: Double
  ) -> (least: Double, distance: Double) {
    sights.removeAll(keepingCapacity: true)
    var least = Double.infinity
    var distance = Double.infinity
    var best = Sight(distance: 0, x: 0, y: 0)
    for index in cell.pieces {
      let capsule = pieces[Int(index)].capsule
      let sight = capsule.sight(fromX: centre.x, y: centre.y)
      sights.append(sight)
      distance = min(distance, sight.distance)
      guard sight.distance - capsule.radius < least else { continue }
      least = sight.distance - capsule.radius
      best = sight
    }
    // How much faster than along a straight line the distance to the best piece can grow.
    let bend =
      best.distance > radius ? radius * radius / (2 * (best.distance - radius)) : .infinity
    var kept = 0
    for (place, sight) in sights.enumerated() {
      let index = cell.pieces[place]
      let excess = sight.distance - pieces[Int(index)].capsule.radius
      let dx = sight.x - best.x
      let dy = sight.y - best.y
      let gain = min(2 * radius, (dx * dx + dy * dy).squareRoot() * radius + bend)
      guard excess <= min(radius, least + gain) + scene.margin else { continue }
      cell.pieces[kept] = index
      kept += 1
    }
    cell.pieces.removeLast(cell.pieces.count - kept)
    // What was outdone before may be nearer by the difference of two radii.
    return (least, distance - scene.radiusSpread - scene.margin)
  }

  private mutating func halves(of cell: Cell, _ box: Envelope, _ scene: Scene) -> Double {
    var low = spareCells.popLast() ?? Cell()
    var high = spareCells.popLast() ?? Cell()
    let isAcrossX = box.width >= box.height
    cell.rings.split(
      at: isAcrossX ? box.centre.x : box.centre.y, acrossX: isAcrossX, into: &low.rings,
      &high.rings)
    low.inherit(cell)
    high.inherit(cell)
    return coveredArea(consume low, scene) + coveredArea(consume high, scene)
  }

  private mutating func slabArea(_ cell: Cell, _ box: Envelope, _ scene: Scene) -> Double {
    slabs.begin(box)
    cell.rings.forEachEdge { ax, ay, bx, by in
      slabs.addEdge(fromX: ax, y: ay, toX: bx, y: by, of: SlabArea.polygon)
    }
    for index in cell.pieces { slabs.add(pieces[Int(index)].capsule) }
    if !cell.isClear { addAreas(scene) }
    let area = slabs.coveredArea(wantsGaps: !hasGap)
    if !hasGap {
      hasGap = slabs.gaps.contains { isGap($0, cell, scene) }
    }
    return area
  }

  /// Whether all that covers is farther from a position than tolerance allows.
  private func isGap(_ point: Point, _ cell: Cell, _ scene: Scene) -> Bool {
    for index in cell.pieces
    where pieces[Int(index)].capsule.excess(atX: point.x, y: point.y) <= CircleCover.tolerance {
      return false
    }
    return cell.isClear || !isInArea(scene, point.x, point.y)
  }

  private mutating func addAreas(_ scene: Scene) {
    for area in areas.lazy.map({ Int($0) }) {
      let shape = slabs.newShape()
      let column = scene.areas
      for ring in column.rings(ofRow: area) {
        for vertex in column.vertices(of: ring).dropFirst() {
          slabs.addEdge(
            fromX: column.x[vertex - 1] - scene.originX, y: column.y[vertex - 1] - scene.originY,
            toX: column.x[vertex] - scene.originX, y: column.y[vertex] - scene.originY, of: shape)
        }
      }
    }
  }

  /// - Parameter x: Relative to the origin of the scene.
  func isInArea(_ scene: Scene, _ x: Double, _ y: Double) -> Bool {
    areas.contains {
      scene.areas.contains(Int($0), x: x + scene.originX, y: y + scene.originY)
    }
  }
}

extension Cell {
  /// Takes over what holds of the whole.
  fileprivate mutating func inherit(_ whole: Cell) {
    pieces.removeAll(keepingCapacity: true)
    pieces.append(contentsOf: whole.pieces)
    isClear = whole.isClear
    depth = whole.depth + 1
  }
}
