/// Finds points near a position: an immutable index, for any number of workers at once.
///
/// Points are sorted into square cells, row by row; a query looks at the cells that it may need
/// and compares distances as `sqrt(dx² + dy²) <= limit`, which is the meaning of every limit here.
/// A limit far below the distance from point to point costs a cell or two, one far above it the
/// points that are found.
public struct PointGrid: Sendable {
  @usableFromInline let origin: Point
  @usableFromInline let cell: Double
  @usableFromInline let columns: Int
  @usableFromInline let lines: Int
  /// Cells + 1 entries.
  @usableFromInline let offsets: [Int32]
  /// In the order of the cells; within a cell in the order given.
  @usableFromInline let x: [Double]
  @usableFromInline let y: [Double]
  /// What the caller calls each point.
  @usableFromInline let rows: [Int32]

  /// An index over some of the points of a table.
  ///
  /// - Parameters:
  ///   - rows: What the points are called; ascending, for results that do not depend on order.
  ///   - x: By row, not only of the points listed.
  ///   - y: By row.
  ///   - perCell: Points in a cell, on average.
  public init(rows: [Int32], x: [Double], y: [Double], perCell: Double = 2) {
    let ownX = rows.map { x[Int($0)] }
    let ownY = rows.map { y[Int($0)] }
    let cells = PointCells(x: ownX, y: ownY) { box in
      let area = max(box.width * box.height, 1)
      let wanted = max(1, Double(rows.count) / perCell)
      let cell = max((area / wanted).squareRoot(), PointCells.leastCell(box))
      return cell.isFinite ? cell : 1
    }
    origin = cells.origin
    cell = cells.cell
    columns = cells.columns
    lines = cells.lines
    offsets = cells.offsets
    self.x = cells.order.map { ownX[Int($0)] }
    self.y = cells.order.map { ownY[Int($0)] }
    self.rows = cells.order.map { rows[Int($0)] }
  }

  /// The same points under other names, which several of them may have.
  ///
  /// - Parameter names: By what a point was called.
  public func renamed(_ names: [Int32]) -> PointGrid {
    PointGrid(self, rows: rows.map { names[Int($0)] })
  }

  private init(_ other: PointGrid, rows: [Int32]) {
    origin = other.origin
    cell = other.cell
    columns = other.columns
    lines = other.lines
    offsets = other.offsets
    x = other.x
    y = other.y
    self.rows = rows
  }

  /// Whether it holds no point.
  public var isEmpty: Bool { rows.isEmpty }
  /// Number of points.
  public var count: Int { rows.count }

  /// Runs a search; the view is valid within the closure.
  @inlinable
  public func search<Result>(_ body: (View) throws -> Result) rethrows -> Result {
    try offsets.withUnsafeBufferPointer { offsets in
      try x.withUnsafeBufferPointer { x in
        try y.withUnsafeBufferPointer { y in
          try rows.withUnsafeBufferPointer { rows in
            try body(
              View(
                origin: origin, cell: cell, columns: columns, lines: lines, offsets: offsets,
                x: x, y: y, rows: rows))
          }
        }
      }
    }
  }

  /// The grid as plain buffers: no reference counting in a hot loop.
  public struct View {
    @usableFromInline let origin: Point
    @usableFromInline let cell: Double
    @usableFromInline let columns: Int
    @usableFromInline let lines: Int
    @usableFromInline let offsets: UnsafeBufferPointer<Int32>
    @usableFromInline let x: UnsafeBufferPointer<Double>
    @usableFromInline let y: UnsafeBufferPointer<Double>
    @usableFromInline let rows: UnsafeBufferPointer<Int32>

    @usableFromInline
    init(
      origin: Point, cell: Double, columns: Int, lines: Int, offsets: UnsafeBufferPointer<Int32>,
      x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>,
      rows: UnsafeBufferPointer<Int32>
    ) {
      self.origin = origin
      self.cell = cell
      self.columns = columns
      self.lines = lines
      self.offsets = offsets
      self.x = x
      self.y = y
      self.rows = rows
    }

    @inlinable
    func column(_ px: Double) -> Int { clamp((px - origin.x) / cell, columns) }
    @inlinable
    func line(_ py: Double) -> Int { clamp((py - origin.y) / cell, lines) }

    /// Also for numbers too large for an `Int`.
    @inlinable
    func clamp(_ value: Double, _ count: Int) -> Int {
      value > 0 ? (value < Double(count) ? Int(value) : count - 1) : 0
    }

    /// Calls `body` with every point within `limit`, in no order that a result may depend on.
    @inlinable
    @inline(__always)
    public func forEach(
      within limit: Double, ofX px: Double, y py: Double,
      _ body: (_ row: Int32, _ x: Double, _ y: Double) -> Void
    ) {
      guard !rows.isEmpty, limit >= 0 else { return }
      let firstColumn = column(px - limit)
      let lastColumn = column(px + limit)
      for current in line(py - limit)...line(py + limit) {
        let base = current * columns
        for index in Int(offsets[base + firstColumn])..<Int(offsets[base + lastColumn + 1]) {
          let dx = x[index] - px
          let dy = y[index] - py
          if (dx * dx + dy * dy).squareRoot() <= limit { body(rows[index], x[index], y[index]) }
        }
      }
    }

    /// The nearest point and its distance; of equally near ones the first row. `nil` when there is
    /// none but `excluded`.
    @inlinable
    @inline(__always)
    public func nearest(
      toX px: Double, y py: Double, excluding excluded: Int32 = -1
    ) -> (row: Int32, distance: Double)? {
      nearest(
        toX: px, y: py, excluding: excluded, doubt: { _ in 0 },
        measure: { (($0 - px) * ($0 - px) + ($1 - py) * ($1 - py)).squareRoot() })
    }

    /// The point that is nearest by another measure than the distance in the plane, such as that on
    /// the ground, and how far it is by that measure; of equally near ones the first row.
    ///
    /// - Parameters:
    ///   - doubt: Of a point at a distance in the plane: by how much another's distance must differ
    ///     for the measure to decide alike.
    ///   - measure: How far a point is; asked only of the answer and where there is doubt.
    @inlinable
    @inline(__always)
    public func nearest(
      toX px: Double, y py: Double, excluding excluded: Int32 = -1,
      doubt: (_ distance: Double) -> Double, measure: (_ x: Double, _ y: Double) -> Double
    ) -> (row: Int32, distance: Double)? {
      guard !rows.isEmpty else { return nil }
      let centreColumn = column(px)
      let centreLine = line(py)
      var best = Nearest()
      var ring = 0
      let farthest = max(
        max(centreColumn, columns - 1 - centreColumn), max(centreLine, lines - 1 - centreLine))
      while ring <= farthest {
        // Everything in a further ring is at least so far away.
        if ring > 0, best.row >= 0 {
          let left = px - (origin.x + Double(centreColumn - ring + 1) * cell)
          let right = origin.x + Double(centreColumn + ring) * cell - px
          let below = py - (origin.y + Double(centreLine - ring + 1) * cell)
          let above = origin.y + Double(centreLine + ring) * cell - py
          if best.ceiling < max(0, min(min(left, right), min(below, above))) * (1 - 1e-12) {
            break
          }
        }
        let top = centreLine + ring
        let bottom = centreLine - ring
        for current in max(0, bottom)...min(lines - 1, top) {
          let base = current * columns
          if current == top || current == bottom {
            scan(
              cells: base + max(0, centreColumn - ring),
              through: base + min(columns - 1, centreColumn + ring), toX: px, y: py,
              excluding: excluded, doubt, measure, &best)
          } else {
            if centreColumn - ring >= 0 {
              let place = base + centreColumn - ring
              scan(
                cells: place, through: place, toX: px, y: py, excluding: excluded, doubt, measure,
                &best)
            }
            if centreColumn + ring < columns {
              let place = base + centreColumn + ring
              scan(
                cells: place, through: place, toX: px, y: py, excluding: excluded, doubt, measure,
                &best)
            }
          }
        }
        ring += 1
      }
      if best.row < 0 { return nil }
      return (best.row, best.measured.isNaN ? measure(best.x, best.y) : best.measured)
    }

    /// The nearest point so far.
    @usableFromInline
    struct Nearest {
      @usableFromInline var row: Int32 = -1
      @usableFromInline var x = 0.0
      @usableFromInline var y = 0.0
      /// NaN until it is asked for.
      @usableFromInline var measured = Double.nan
      /// Distances in the plane below which another point is surely nearer, and above which it is
      /// surely not.
      @usableFromInline var floor = Double.infinity
      @usableFromInline var ceiling = Double.infinity

      @usableFromInline
      init() {}
    }

    @inlinable
    @inline(__always)
    func scan(
      cells first: Int, through last: Int, toX px: Double, y py: Double, excluding excluded: Int32,
      _ doubt: (Double) -> Double, _ measure: (Double, Double) -> Double, _ best: inout Nearest
    ) {
      for index in Int(offsets[first])..<Int(offsets[last + 1]) {
        let dx = x[index] - px
        let dy = y[index] - py
        let distance = (dx * dx + dy * dy).squareRoot()
        if distance > best.ceiling { continue }
        let row = rows[index]
        if row == excluded { continue }
        var measured = Double.nan
        if !(distance < best.floor) {
          measured = measure(x[index], y[index])
          if best.measured.isNaN { best.measured = measure(best.x, best.y) }
          guard
            measured < best.measured || (measured == best.measured && row < best.row)
          else { continue }
        }
        let doubt = doubt(distance)
        best.row = row
        best.x = x[index]
        best.y = y[index]
        best.measured = measured
        best.floor = distance - doubt
        best.ceiling = distance + doubt
      }
    }
  }
}
