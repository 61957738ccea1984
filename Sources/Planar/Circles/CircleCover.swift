/// Which part of a geometry lies in a set of discs, with true arcs and no polygons in their place.
///
/// An object holds the discs and the scratch memory: make one per worker, refill it for every row.
/// In steady state no call allocates. The order in which discs are inserted changes no bit of any
/// result, and a disc inserted twice counts once.
///
///     var cover = CircleCover()
///     parcels.withBuffers { parcels in
///       for row in 0..<parcels.count {
///         cover.removeAll()
///         for facility in near(row) { cover.insert(Disc(x: …, y: …, radius: 1000)) }
///         shares[row] = cover.share(of: row, in: parcels)
///       }
///     }
///
/// ## Area
/// The plane is divided into the cells of the discs' power diagram (for equal radii the Voronoi
/// diagram of the centres). In the cell of disc *i* the union of all discs is just disc *i*, so the
/// covered area is a sum over discs of polygon ∩ cell ∩ disc. Cells are convex: each ring is
/// clipped by half-planes, and what is left meets one disc in closed form (`DiscRingArea`). No step
/// sorts events or asks for the side of a point, so a tie or a tangency costs a rounding error, not
/// an arc; all sums run relative to the row's first vertex.
///
/// ## Whether everything is covered
/// This is decided by position, see `isFullyCovered(_:in:)`.
public struct CircleCover: ~Copyable {
  /// How far a computed point may lie outside a disc and still count as in it, in the units of the
  /// coordinates. Vertices of the geometry are not computed, and have no tolerance.
  public static let tolerance = 1e-9

  var discs: [Disc] = []
  var isSorted = true
  /// The discs whose border may cut the row at hand.
  var rims: [Rim] = []
  var ring = PlaneRing()
  var clipped = PlaneRing()
  var spare = PlaneRing()
  var intervals: [Interval] = []

  /// No discs yet.
  public init() {}

  /// Forgets all discs and keeps the memory.
  public mutating func removeAll() {
    discs.removeAll(keepingCapacity: true)
    isSorted = true
  }

  /// Adds a disc; one that contains nothing, having a negative radius or no finite centre, is left
  /// out.
  public mutating func insert(_ disc: Disc) {
    guard disc.radius >= 0, disc.x.isFinite, disc.y.isFinite else { return }
    discs.append(disc)
    isSorted = discs.count == 1
  }

  /// Replaces all discs.
  public mutating func replaceAll(with newDiscs: some Sequence<Disc>) {
    removeAll()
    for disc in newDiscs { insert(disc) }
  }

  /// How a row lies to each disc alone: inside one of them, outside all, or neither.
  ///
  /// A row without vertices is outside.
  mutating func classify(_ row: Int, in column: GeometryBuffers) -> DiscRelation {
    collectRims(row, column)
  }

  /// The share of a row that discs cover: of the area of polygons, the length of lines, the number
  /// of points. A polygon without area counts as its rings, a line without length as its vertices.
  ///
  /// `.uncovered` for a row without vertices; coordinates that are not finite are in no disc.
  public mutating func share(of row: Int, in column: GeometryBuffers) -> CoveredShare {
    switch collectRims(row, column) {
    case .inside: return .covered
    case .outside: return .uncovered
    case .partial: break
    }
    if isCoveredByRims(row, column) { return .covered }
    let measured = shareOfRims(row, column)
    // Not all is covered, so a sum that rounds to 1 is put right; NaN becomes 0.
    let share = max(0, min(measured, 1.0.nextDown))
    return CoveredShare(share: share, verdict: .partial)
  }

  /// The area of a row inside the union of the discs; 0 for lines and points.
  public mutating func coveredArea(of row: Int, in column: GeometryBuffers) -> Double {
    switch collectRims(row, column) {
    case .inside: column.area(of: row)
    case .outside: 0
    case .partial: column.kinds[row].isPolygon ? areaOfRims(row, column) : 0
    }
  }

  /// The length of a row's lines, or of all borders of its polygons, inside the union of the discs.
  mutating func coveredLength(of row: Int, in column: GeometryBuffers) -> Double {
    switch collectRims(row, column) {
    case .inside: column.length(of: row)
    case .outside: 0
    case .partial: lengthOfRims(row, column).covered
    }
  }

  /// Whether every point of a row lies in a disc.
  ///
  /// In the power cell of disc *i*, a point lies in the union exactly if it lies in disc *i*, that
  /// is, if its distance to centre *i* is at most radius *i*. Distance is a convex function, so
  /// over polygon ∩ cell it is largest at a vertex of that polygon. Such a vertex is one of
  /// 1. a vertex of the row: compared as `Disc.contains` does, exactly, for every disc;
  /// 2. a point where the row's border crosses a wall of the cell: it is enough that every segment
  ///    of the border lies in the union, which is a union of parameter intervals;
  /// 3. a corner of the cell inside the row: an uncovered pocket, whose border is arcs only and
  ///    which no look at the row's border finds.
  ///
  /// Points of 2 and 3 are computed, with an error far below `tolerance`, and are compared with
  /// radii that much larger. So all points that are covered are found covered; a gap is missed only
  /// if it closes when the radii grow by `tolerance`, and never at a vertex of the row.
  mutating func isFullyCovered(_ row: Int, in column: GeometryBuffers) -> Bool {
    switch collectRims(row, column) {
    case .inside: true
    case .outside: false
    case .partial: isCoveredByRims(row, column)
    }
  }
}
