/// Finds the rows whose envelopes meet a rectangle, by the square cells that their centres lie in: for boxes
/// of about one size, such as compounds, in a third of the time that a `SpatialIndex` takes.
///
/// Each box is in one cell, so that none is found twice, and a question looks as much farther as boxes may
/// reach out of theirs. A few that are much larger than the others are in a tree. Cells cover what
/// nearly all boxes lie in; one that is astray is in the cell of the border nearest to it.
public struct BoxGrid: Sendable {
  /// Where cells start and how large they are; metres or whatever the boxes are in.
  private var cells = Cells()
  /// Cells + 1 entries, line by line.
  private var offsets: [Int32] = [0, 0]
  /// Cell by cell.
  private var boxes: [Envelope] = []
  /// Of each box.
  private var rows: [Int32] = []
  private var large = SpatialIndex([Envelope]())
  /// By their numbers in `large`.
  private var largeRows: [Int32] = []

  /// Boxes of which so many are asked for what is usual.
  private static let sampleCount = 1_024
  /// A box is large if it is so many times as large as nine in ten are.
  private static let largeTimes = 4.0

  /// A grid over the envelopes of a column's rows; empty rows are never found.
  public init(_ column: GeometryColumn) { self.init(column.envelopes) }

  /// A grid over rectangles; row *i* is the one at *i*, and an empty one is never found.
  public init(_ envelopes: [Envelope]) {
    let known = envelopes.indices.filter { Self.isPlace(envelopes[$0]) }
    guard !known.isEmpty else { return }
    let sample = stride(from: 0, to: known.count, by: max(1, known.count / Self.sampleCount))
      .map { envelopes[known[$0]] }
    let sizes = sample.map { max($0.width, $0.height) }.sorted()
    let most = Self.largeTimes * sizes[sizes.count * 9 / 10]
    let small = known.filter { max(envelopes[$0].width, envelopes[$0].height) <= most }
    cells = Cells(around: sample.map(\.centre), count: small.count)
    var places: [Int32] = []
    places.reserveCapacity(small.count)
    offsets = [Int32](repeating: 0, count: cells.count + 1)
    for row in small {
      let box = envelopes[row]
      let cell = cells.cell(of: box.centre)
      places.append(Int32(cell))
      offsets[cell + 1] += 1
      cells.reach(for: box)
    }
    for cell in 0..<cells.count { offsets[cell + 1] += offsets[cell] }
    var next = offsets
    boxes = [Envelope](repeating: .empty, count: small.count)
    rows = [Int32](repeating: 0, count: small.count)
    for (row, cell) in zip(small, places) {
      let place = Int(next[Int(cell)])
      next[Int(cell)] += 1
      boxes[place] = envelopes[row]
      rows[place] = Int32(row)
    }
    let others = known.filter { max(envelopes[$0].width, envelopes[$0].height) > most }
    large = SpatialIndex(others.map { envelopes[$0] })
    largeRows = others.map { Int32($0) }
  }

  private static func isPlace(_ box: Envelope) -> Bool {
    !box.isEmpty && box.width.isFinite && box.height.isFinite
  }

  /// The grid as bare memory, for many questions in one closure.
  public struct View {
    @usableFromInline let cells: Cells
    @usableFromInline let offsets: UnsafeBufferPointer<Int32>
    @usableFromInline let boxes: UnsafeBufferPointer<Envelope>
    @usableFromInline let rows: UnsafeBufferPointer<Int32>
    @usableFromInline let large: SpatialIndex.View
    @usableFromInline let largeRows: UnsafeBufferPointer<Int32>
  }

  /// Gives the grid while a closure runs.
  public func search<Result>(_ body: (View) -> Result) -> Result {
    offsets.withUnsafeBufferPointer { offsets in
      boxes.withUnsafeBufferPointer { boxes in
        rows.withUnsafeBufferPointer { rows in
          largeRows.withUnsafeBufferPointer { largeRows in
            large.search { large in
              body(
                View(
                  cells: cells, offsets: offsets, boxes: boxes, rows: rows, large: large,
                  largeRows: largeRows))
            }
          }
        }
      }
    }
  }

  /// The cells of a grid.
  @usableFromInline
  struct Cells: Sendable {
    @usableFromInline var originX = 0.0
    @usableFromInline var originY = 0.0
    @usableFromInline var perUnit = 1.0
    @usableFromInline var columns = 1
    @usableFromInline var lines = 1
    /// How far boxes reach from their centres, at most.
    @usableFromInline var reachX = 0.0
    @usableFromInline var reachY = 0.0

    init() {}

    /// As many cells as there are to be boxes, over all but the outermost of some centres.
    init(around centres: [Point], count: Int) {
      let x = centres.map(\.x).sorted()
      let y = centres.map(\.y).sorted()
      let left = x.count / 100
      let (width, height) = (x[x.count - 1 - left] - x[left], y[y.count - 1 - left] - y[left])
      originX = x[left]
      originY = y[left]
      let most = Double(max(count, 1))
      let side = max((width * height / most).squareRoot(), max(width, height) / most)
      guard side > 0, side.isFinite else { return }
      perUnit = 1 / side
      columns = Int(width / side) + 1
      lines = Int(height / side) + 1
    }

    var count: Int { columns * lines }

    func cell(of place: Point) -> Int { line(place.y) * columns + column(place.x) }

    mutating func reach(for box: Envelope) {
      // A little more, for the centre is rounded.
      let digits = 4 * max(abs(box.minX), abs(box.maxX), abs(box.minY), abs(box.maxY)).ulp
      reachX = max(reachX, box.width / 2 + digits)
      reachY = max(reachY, box.height / 2 + digits)
    }

    @inlinable
    @inline(__always)
    func column(_ x: Double) -> Int {
      Int(max(0, min(Double(columns - 1), (x - originX) * perUnit)))
    }

    @inlinable
    @inline(__always)
    func line(_ y: Double) -> Int {
      Int(max(0, min(Double(lines - 1), (y - originY) * perUnit)))
    }
  }
}

extension BoxGrid.View {
  /// Calls `body` with every row whose envelope meets a rectangle, touching included, and with that
  /// envelope, in no order.
  @inlinable
  @inline(__always)
  public func forEachBox(in envelope: Envelope, _ body: (Int, Envelope) -> Void) {
    if envelope.isEmpty { return }
    if !boxes.isEmpty {
      let first = cells.column(envelope.minX - cells.reachX)
      let last = cells.column(envelope.maxX + cells.reachX)
      let top = cells.line(envelope.maxY + cells.reachY)
      var line = cells.line(envelope.minY - cells.reachY)
      while line <= top {
        let start = line * cells.columns
        for place in Int(offsets[start + first])..<Int(offsets[start + last + 1])
        where boxes[place].intersects(envelope) {
          body(Int(rows[place]), boxes[place])
        }
        line += 1
      }
    }
    if !largeRows.isEmpty {
      large.forEachBox(in: envelope) { number, box in body(Int(largeRows[number]), box) }
    }
  }
}
