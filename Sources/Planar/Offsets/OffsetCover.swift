/// Which part of a geometry lies within some distance of areas, lines and points: `CircleCover` for
/// what has an extent. Exact, with true arcs and no polygons in their place.
///
/// What covers is a union of areas and of capsules, one for each edge of an area, each with a radius
/// of its own. An object holds them and the scratch memory: make one per worker, refill it for every
/// row. The order in which they are inserted changes no bit of any result.
///
/// ## Area
/// The polygon is halved, and halved again, like a k-d tree. Let *c* be the centre of such a cell, *h*
/// from it to the cell's corners, and the *excess* of a capsule the distance from *c* to its border,
/// negative inside. Distances change by no more than the way that one goes, so
/// - a cell whose least excess is at most *-h* is covered, one whose least is more than *h* is not;
/// - a capsule whose excess is more than the least + 2 *h* covers nothing of the cell that another
///   one does not cover, and is forgotten. So is one that is more than the least + *h* |*u* - *v*| +
///   *h*² / 2(*d* - *h*), where *u* and *v* are the directions to it and to the one with the least,
///   *d* from *c*: a distance is convex, so it grows at least as along a straight line, and its
///   curvature is at most 1 over itself, so that the other does not grow much faster.
///
/// So what is left in a small cell are the few capsules whose borders run there, and these are summed
/// slab by slab in closed form (`SlabArea`), where a tie or a tangency costs a rounding error.
/// Whatever the numbers of edges, what takes time is the length of the border in the polygon.
///
/// ## Whether everything is covered
/// Decided by position, as in `CircleCover`: every vertex is compared exactly, every segment of the
/// border is a union of parameter intervals, and a pocket inside is found by a point of it, from
/// which all that covers is farther than `CircleCover.tolerance` beyond its radius.
public struct OffsetCover: ~Copyable {
  var capsules: [Capsule] = []
  /// Rows of areas.
  var areas: [Int32] = []
  /// Those capsules that may cover some of the row at hand, relative to its first vertex, in one
  /// order for every order of insertion.
  var pieces: [Piece] = []
  var slabs = SlabArea()
  var sights: [Sight] = []
  var intervals: [Interval] = []
  /// Cells that are not in use.
  var spareCells: [Cell] = []
  /// Whether some of the row was found that nothing covers.
  var hasGap = false

  /// Nothing yet.
  public init() {}

  /// Forgets all and keeps the memory.
  public mutating func removeAll() {
    capsules.removeAll(keepingCapacity: true)
    areas.removeAll(keepingCapacity: true)
  }

  /// Adds a capsule; one that contains nothing, having a negative radius or no finite ends, is left
  /// out.
  public mutating func insert(_ capsule: Capsule) {
    guard capsule.radius >= 0, capsule.ax.isFinite, capsule.ay.isFinite, capsule.bx.isFinite,
      capsule.by.isFinite
    else { return }
    capsules.append(capsule)
  }

  /// Adds the inside of an area, a row of the column of areas; its edges are inserted as capsules.
  public mutating func insert(area row: Int) { areas.append(Int32(row)) }

  /// The share of a row that is covered: of the area of polygons, the length of lines, the number
  /// of points. A polygon without area counts as its rings, a line without length as its vertices.
  ///
  /// - Parameter column: Where the areas inserted are rows of.
  /// - Returns: 0 through 1; 1 exactly if nothing is left over. 0 for a row without vertices or with
  ///   one that is not finite.
  public mutating func share(
    of row: Int, in column: GeometryBuffers, areas areaColumn: GeometryBuffers
  ) -> Double {
    guard let scene = collect(row, column, areaColumn) else { return 0 }
    if scene.isInside { return 1 }
    hasGap = !areVerticesCovered(scene) || !areSegmentsCovered(scene)
    if !hasGap, !column.kinds[row].isPolygon { return 1 }
    let share = measuredShare(scene)
    // Not all is covered, so a sum that rounds to 1 is put right; NaN becomes 0.
    return hasGap ? max(0, min(share, 1.0.nextDown)) : 1
  }

  /// The area of a row that is covered; 0 for lines and points.
  public mutating func coveredArea(
    of row: Int, in column: GeometryBuffers, areas areaColumn: GeometryBuffers
  ) -> Double {
    guard column.kinds[row].isPolygon, let scene = collect(row, column, areaColumn) else {
      return 0
    }
    hasGap = true
    return scene.isInside ? column.area(of: row) : coveredArea(scene)
  }

  private mutating func measuredShare(_ scene: Scene) -> Double {
    let (row, column) = (scene.row, scene.column)
    if column.kinds[row].isPolygon {
      let area = column.area(of: row)
      if area > 0 { return coveredArea(scene) / area }
      if !hasGap { return 1 }
    }
    let length = lengths(scene)
    if length.total > 0 { return length.covered / length.total }
    let vertices = column.vertices(ofRow: row)
    let covered = vertices.count { isCovered(scene, vertex: $0) }
    return Double(covered) / Double(vertices.count)
  }
}

/// A row that is being measured, and what may cover it.
struct Scene {
  let row: Int
  let column: GeometryBuffers
  let areas: GeometryBuffers
  /// The first vertex of the row.
  let originX: Double
  let originY: Double
  /// Whether one capsule or area has all of it.
  var isInside = false
  /// By how much the radii of the capsules differ.
  var radiusSpread = 0.0
  /// For rounding.
  var margin = 0.0
}

/// A capsule relative to the first vertex of the row at hand.
struct Piece {
  let capsule: Capsule
  /// As it was given.
  let absolute: Capsule
  let squaredLimit: Double
}

extension OffsetCover {
  /// Fills `pieces`; `nil` if the row has no finite place.
  mutating func collect(
    _ row: Int, _ column: GeometryBuffers, _ areaColumn: GeometryBuffers
  ) -> Scene? {
    pieces.removeAll(keepingCapacity: true)
    let box = column.envelope(of: row)
    guard let first = column.vertices(ofRow: row).first, !box.isEmpty else { return nil }
    let centre = box.centre
    let radius = column.farthestVertexDistance(row, fromX: centre.x, y: centre.y)
    guard radius.isFinite else { return nil }
    var scene = Scene(
      row: row, column: column, areas: areaColumn, originX: column.x[first],
      originY: column.y[first])
    sortCapsules()
    let excesses = capsules.map { $0.excess(atX: centre.x, y: centre.y) }
    let least = excesses.min() ?? .infinity
    let largest = capsules.reduce(0) { max($0, $1.radius) }
    scene.radiusSpread = largest - capsules.reduce(largest) { min($0, $1.radius) }
    scene.margin = 1e-12 * (radius + largest) + CircleCover.tolerance
    if least + radius < -scene.margin {
      scene.isInside = true
      return scene
    }
    let limit = min(radius, least + 2 * radius) + scene.margin
    for (capsule, excess) in zip(capsules, excesses) where excess <= limit {
      pieces.append(
        Piece(
          capsule: capsule.relative(toX: scene.originX, y: scene.originY), absolute: capsule,
          squaredLimit: Disc.squaredLimit(radius: capsule.radius)))
    }
    return scene
  }

  /// One order for every order of insertion, and each capsule once.
  private mutating func sortCapsules() {
    for index in capsules.indices { capsules[index] = capsules[index].ordered }
    capsules.sort(by: Capsule.precedes)
    var kept = 0
    for index in capsules.indices {
      if kept > 0, capsules[kept - 1] == capsules[index] { continue }
      capsules[kept] = capsules[index]
      kept += 1
    }
    capsules.removeLast(capsules.count - kept)
  }
}
