/// Finds areas near a position, by their edges: an immutable index, for any number of workers at
/// once. A position in an area is at distance 0 of it.
///
/// However many edges an area has, a question costs about the same.
public struct AreaIndex: Sendable {
  /// The areas: row *i* is called `rows[i]`.
  public let geometry: GeometryColumn
  /// What the caller calls each area, ascending.
  public let rows: [Int32]
  private let edges: [Segment.Ends]
  /// By edge: the row of `geometry`.
  private let owners: [Int32]
  private let edgeIndex: SpatialIndex
  private let areaIndex: SpatialIndex

  /// An index over some polygons of a column.
  ///
  /// - Parameter rows: Of polygons, ascending.
  public init(rows: [Int32], of column: GeometryColumn) {
    let geometry = column.selecting(rows.map { Int($0) })
    var edges: [Segment.Ends] = []
    var owners: [Int32] = []
    geometry.withBuffers { buffers in
      for row in 0..<buffers.count {
        for ring in buffers.rings(ofRow: row) {
          for vertex in buffers.vertices(of: ring).dropFirst() {
            edges.append(
              Segment.Ends(
                ax: buffers.x[vertex - 1], ay: buffers.y[vertex - 1], bx: buffers.x[vertex],
                by: buffers.y[vertex]))
            owners.append(Int32(row))
          }
        }
      }
    }
    self.geometry = geometry
    self.rows = rows
    self.edges = edges
    self.owners = owners
    edgeIndex = SpatialIndex(edges.map(\.envelope))
    areaIndex = SpatialIndex(geometry)
  }

  /// Runs a search; the view is valid within the closure.
  public func search<Result>(_ body: (View) throws -> Result) rethrows -> Result {
    try geometry.withBuffers { buffers in
      try body(
        View(
          areas: buffers, rows: rows, edges: edges, owners: owners, edgeIndex: edgeIndex,
          areaIndex: areaIndex))
    }
  }

  /// The index while a search runs.
  public struct View {
    /// The areas by their numbers in the index.
    public let areas: GeometryBuffers
    let rows: [Int32]
    let edges: [Segment.Ends]
    let owners: [Int32]
    let edgeIndex: SpatialIndex
    let areaIndex: SpatialIndex

    /// The nearest area and its distance; of equally near ones the first row. `nil` when there is
    /// none within the limit but `excluded`.
    ///
    /// - Parameter limit: Inclusive.
    public func nearest(
      toX x: Double, y: Double, within limit: Double = .infinity, excluding excluded: Int32 = -1
    ) -> (row: Int32, distance: Double)? {
      guard x.isFinite, y.isFinite else { return nil }
      var best: Int32 = -1
      func offer(_ area: Int) {
        let row = rows[area]
        if row != excluded, best < 0 || row < best { best = row }
      }
      forEachArea(meeting: Envelope(minX: x, minY: y, maxX: x, maxY: y)) { area in
        if areas.contains(area, x: x, y: y) { offer(area) }
      }
      if best >= 0 { return (best, 0) }
      var least = limit
      edgeIndex.forEachRow(nearX: x, y: y, within: &least) { edge, least in
        let distance = edges[edge].distance(toX: x, y: y)
        let owner = Int(owners[edge])
        guard distance <= least, rows[owner] != excluded else { return }
        if distance < least { best = -1 }
        least = distance
        offer(owner)
      }
      return best < 0 ? nil : (best, least)
    }

    /// Calls `body` with every area within `limit`, some of them more than once, in no order that a
    /// result may depend on.
    public func forEachRow(
      within limit: Double, ofX x: Double, y: Double, _ body: (_ row: Int32) -> Void
    ) {
      forEachArea(meeting: Envelope(minX: x, minY: y, maxX: x, maxY: y)) { area in
        if areas.contains(area, x: x, y: y) { body(rows[area]) }
      }
      forEachEdge(within: limit, ofX: x, y: y) { edge in body(rows[Int(owners[edge])]) }
    }

    /// Calls `body` with the ends of every edge within `limit`, in no order that a result may depend
    /// on.
    public func forEachEdge(
      within limit: Double, ofX x: Double, y: Double,
      _ body: (_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) -> Void
    ) {
      forEachEdge(within: limit, ofX: x, y: y) { edge in
        let ends = edges[edge]
        body(ends.ax, ends.ay, ends.bx, ends.by)
      }
    }

    private func forEachEdge(
      within limit: Double, ofX x: Double, y: Double, _ body: (_ edge: Int) -> Void
    ) {
      guard limit >= 0 else { return }
      let box = Envelope(minX: x, minY: y, maxX: x, maxY: y).expanded(by: limit * (1 + 1e-12))
      edgeIndex.forEachRow(in: box) { edge in
        if edges[edge].distance(toX: x, y: y) <= limit { body(edge) }
      }
    }

    /// The area that is nearest by another measure than the distance in the plane; see
    /// `PointGrid.View.nearest(toX:y:excluding:doubt:measure:)`.
    ///
    /// - Parameter limit: In the plane.
    public func nearest(
      toX x: Double, y: Double, within limit: Double, excluding excluded: Int32,
      doubt: (_ distance: Double) -> Double, measure: (_ area: Int) -> Double
    ) -> (row: Int32, distance: Double)? {
      guard let plane = nearest(toX: x, y: y, within: limit, excluding: excluded),
        plane.distance > 0
      else { return nearest(toX: x, y: y, within: limit, excluding: excluded) }
      var best: (row: Int32, distance: Double)?
      var seen = Set<Int32>()
      forEachEdge(within: plane.distance + doubt(plane.distance), ofX: x, y: y) { (edge: Int) in
        let row = rows[Int(owners[edge])]
        guard row != excluded, seen.insert(owners[edge]).inserted else { return }
        let found = (row: row, distance: measure(Int(owners[edge])))
        if best.map({ (found.distance, found.row) < ($0.distance, $0.row) }) ?? true {
          best = found
        }
      }
      return best ?? plane
    }

    /// Calls `body` with the row of every area that is surely within a limit, and of those that may
    /// be that are so by another measure; some more than once.
    public func forEachRow(
      surelyWithin limit: Double, perhaps farthest: Double, ofX x: Double, y: Double,
      where isWithin: (_ area: Int) -> Bool, _ body: (_ row: Int32) -> Void
    ) {
      forEachRow(within: max(0, limit), ofX: x, y: y, body)
      forEachEdge(within: farthest, ofX: x, y: y) { (edge: Int) in
        let area = Int(owners[edge])
        if edges[edge].distance(toX: x, y: y) > limit, isWithin(area) { body(rows[area]) }
      }
    }

    /// Calls `body` with the number of every area whose envelope meets a rectangle.
    public func forEachArea(meeting box: Envelope, _ body: (_ area: Int) -> Void) {
      areaIndex.forEachRow(in: box) { body($0) }
    }
  }
}

extension Segment {
  /// A segment as a value.
  struct Ends: Sendable {
    let ax: Double
    let ay: Double
    let bx: Double
    let by: Double

    var envelope: Envelope {
      Envelope(minX: min(ax, bx), minY: min(ay, by), maxX: max(ax, bx), maxY: max(ay, by))
    }

    func distance(toX x: Double, y: Double) -> Double {
      Segment.squaredDistanceToOrigin(fromX: ax - x, y: ay - y, toX: bx - x, y: by - y)
        .squareRoot()
    }
  }
}
