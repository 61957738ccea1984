package import Geodesy
internal import Planar
package import Planning

/// Where some facilities are reached: an index over their entrances, areas and places.
package struct FacilitySites: Sendable {
  /// Entrances and places, by the row of their facility.
  let points: PointGrid
  /// `nil` where none counts by its area.
  let areas: AreaIndex?
  /// Whether a search may come upon a facility more than once.
  let hasRepeats: Bool

  /// Facilities that are points.
  init(_ points: PointGrid) {
    self.points = points
    areas = nil
    hasRepeats = false
  }

  /// Where homes are: the areas of parcels, and the places of those that have none.
  init(homes parcels: Parcels) {
    let rows = parcels.rows
    let placed = (0..<rows.count).filter { rows.isPlaced($0) }
    let areas = placed.filter { rows.geometry.kinds[$0].isPolygon }.map { Int32($0) }
    let places = placed.filter { !rows.geometry.kinds[$0].isPolygon }.map { Int32($0) }
    points = PointGrid(rows: places, x: rows.placeX, y: rows.placeY)
    self.areas = areas.isEmpty ? nil : AreaIndex(rows: areas, of: rows.geometry)
    hasRepeats = true
  }

  /// - Parameter rows: Ascending.
  package init(_ rows: [Int32], of facilities: Facilities) {
    let places = facilities.rows
    if facilities.arePlaces {
      points = PointGrid(rows: rows, x: places.placeX, y: places.placeY)
      areas = nil
      hasRepeats = false
      return
    }
    var owners: [Int32] = []
    var x: [Double] = []
    var y: [Double] = []
    func add(_ row: Int32, _ point: Point) {
      owners.append(row)
      x.append(point.x)
      y.append(point.y)
    }
    var areas: [Int32] = []
    for row in rows {
      switch facilities.site(of: Int(row)) {
      case .entrances(let own): for entrance in facilities.entrances[own] { add(row, entrance) }
      case .area: areas.append(row)
      case .place:
        add(row, Point(x: places.placeX[Int(row)], y: places.placeY[Int(row)]))
      }
    }
    points = PointGrid(rows: Array(0..<Int32(owners.count)), x: x, y: y).renamed(owners)
    self.areas = areas.isEmpty ? nil : AreaIndex(rows: areas, of: places.geometry)
    hasRepeats = true
  }

  /// Runs a search; the view is valid within the closure.
  package func search<Result>(_ body: (View) throws -> Result) rethrows -> Result {
    try points.search { points in
      guard let areas else { return try body(View(points: points, areas: nil)) }
      return try areas.search { try body(View(points: points, areas: $0)) }
    }
  }

  /// The index while a search runs.
  package struct View {
    let points: PointGrid.View
    let areas: AreaIndex.View?

    /// The nearest facility and its distance, 0 for one whose area the position is in; of equally
    /// near ones the first row. `nil` when there is none but `excluded`.
    @inline(__always)
    package func nearest(
      toX x: Double, y: Double, excluding excluded: Int32 = -1
    ) -> (row: Int32, distance: Double)? {
      let point = points.nearest(toX: x, y: y, excluding: excluded)
      guard let areas else { return point }
      return nearer(point, areas, toX: x, y: y, excluding: excluded)
    }

    private func nearer(
      _ point: (row: Int32, distance: Double)?, _ areas: AreaIndex.View, toX x: Double, y: Double,
      excluding excluded: Int32
    ) -> (row: Int32, distance: Double)? {
      let area = areas.nearest(
        toX: x, y: y, within: point?.distance ?? .infinity, excluding: excluded)
      guard let area else { return point }
      guard let point, (point.distance, point.row) < (area.distance, area.row) else { return area }
      return point
    }

    /// Calls `body` with the row of every facility within `limit`, where there are repeats more
    /// than once, in no order that a result may depend on.
    @inline(__always)
    package func forEach(
      within limit: Double, ofX x: Double, y: Double, _ body: (_ row: Int32) -> Void
    ) {
      points.forEach(within: limit, ofX: x, y: y) { row, _, _ in body(row) }
      areas?.forEachRow(within: limit, ofX: x, y: y, body)
    }

    /// The facility that is nearest on the ground, and the metres to it.
    @inline(__always)
    package func nearest(
      toX x: Double, y: Double, excluding excluded: Int32 = -1, on ground: GroundScale
    ) -> (row: Int32, distance: Double)? {
      let point = points.nearest(toX: x, y: y, excluding: excluded, on: ground)
      guard let areas else { return point }
      if ground.isPlane { return nearer(point, areas, toX: x, y: y, excluding: excluded) }
      return nearer(point, areas, toX: x, y: y, excluding: excluded, on: ground)
    }

    private func nearer(
      _ point: (row: Int32, distance: Double)?, _ areas: AreaIndex.View, toX x: Double, y: Double,
      excluding excluded: Int32, on ground: GroundScale
    ) -> (row: Int32, distance: Double)? {
      let within = point.map { ground.reach(ofMetres: $0.distance, fromX: x, y: y).perhaps }
      let area = areas.nearest(
        toX: x, y: y, within: within ?? .infinity, excluding: excluded,
        doubt: { ground.doubt(atX: x, over: $0) },
        measure: { ground.metres(fromX: x, y: y, toRow: $0, of: areas.areas) })
      guard let area else { return point }
      guard let point, (point.distance, point.row) < (area.distance, area.row) else { return area }
      return point
    }

    /// Calls `body` with the row of every facility within some metres on the ground, where there are
    /// repeats more than once, in no order that a result may depend on.
    @inline(__always)
    package func forEach(
      withinMetres limit: Double, ofX x: Double, y: Double, on ground: GroundScale,
      _ body: (_ row: Int32) -> Void
    ) {
      points.forEach(withinMetres: limit, ofX: x, y: y, on: ground, body)
      guard let areas, limit >= 0 else { return }
      if ground.isPlane { return areas.forEachRow(within: limit, ofX: x, y: y, body) }
      let reach = ground.reach(ofMetres: limit, fromX: x, y: y)
      areas.forEachRow(
        surelyWithin: reach.surely, perhaps: reach.perhaps, ofX: x, y: y,
        where: { ground.metres(fromX: x, y: y, toRow: $0, of: areas.areas) <= limit }, body)
    }
  }
}
