/// Finds the rows whose envelopes meet a rectangle: a packed R-tree in Hilbert order.
///
/// Immutable, so any number of workers may ask at once; a query allocates nothing but its answer.
/// Rows without vertices are never found.
public struct SpatialIndex: Sendable {
  /// Children per node.
  @usableFromInline static let fanout = 16

  /// The envelopes of the leaves in Hilbert order, then of each level above; the root is last.
  private var boxes: [Envelope] = []
  /// The row of each leaf.
  private var rows: [Int32] = []
  /// Where each level begins in `boxes`, leaves first, and its end.
  private var levels: [Int] = [0]

  /// An index over the rows of a column.
  public init(_ column: GeometryColumn) { self.init(column.envelopes) }

  /// An index over rectangles; row *i* is the one at *i*.
  public init(_ envelopes: [Envelope]) {
    var extent = Envelope.empty
    for envelope in envelopes where !envelope.isEmpty { extent.formUnion(envelope) }
    var keyed: [(key: UInt32, row: Int32)] = []
    keyed.reserveCapacity(envelopes.count)
    for (row, envelope) in envelopes.enumerated() where !envelope.isEmpty {
      keyed.append((HilbertCurve.key(of: envelope.centre, in: extent), Int32(row)))
    }
    // By row among equals: one tree for one input.
    keyed.sort { $0.key != $1.key ? $0.key < $1.key : $0.row < $1.row }
    rows = keyed.map(\.row)
    boxes = envelopes.gathering(rows)
    levels.append(boxes.count)
    addLevels()
  }

  private mutating func addLevels() {
    while levels[levels.count - 1] - levels[levels.count - 2] > 1 {
      let begin = levels[levels.count - 2]
      let end = levels[levels.count - 1]
      for first in stride(from: begin, to: end, by: Self.fanout) {
        var box = boxes[first]
        for child in first + 1..<min(first + Self.fanout, end) {
          box.formUnion(boxes[child])
        }
        boxes.append(box)
      }
      levels.append(boxes.count)
    }
  }

  /// Calls `body` with every row whose envelope meets a rectangle, touching included, in an order
  /// that depends on the indexed envelopes alone.
  public func forEachRow<Failure: Error>(
    in envelope: Envelope, _ body: (Int) throws(Failure) -> Void
  ) throws(Failure) {
    try search { view throws(Failure) in try view.forEachRow(in: envelope, body) }
  }

  /// Every row whose envelope meets a rectangle, touching included, ascending.
  public func rows(in envelope: Envelope) -> [Int] {
    var result: [Int] = []
    forEachRow(in: envelope) { result.append($0) }
    result.sort()
    return result
  }

  // MARK: Walking down

  var isEmpty: Bool { boxes.isEmpty }

  /// From the leaves, 0, up to the root.
  var levelCount: Int { levels.count - 1 }

  /// The nodes below one, by their numbers in the level below.
  func children(of node: Int, at level: Int) -> Range<Int> {
    let first = node * Self.fanout
    return first..<min(first + Self.fanout, levels[level] - levels[level - 1])
  }

  func box(_ node: Int, at level: Int) -> Envelope { boxes[levels[level] + node] }

  func row(ofLeaf node: Int) -> Int { Int(rows[node]) }
}

// MARK: Many questions

extension SpatialIndex {
  /// The index as bare memory, for many questions in one closure.
  public struct View {
    @usableFromInline let boxes: UnsafeBufferPointer<Envelope>
    @usableFromInline let rows: UnsafeBufferPointer<Int32>
    @usableFromInline let levels: UnsafeBufferPointer<Int>
  }

  /// Gives the index while a closure runs.
  public func search<Result, Failure: Error>(
    _ body: (View) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try boxes.withUnsafeBufferPointer { boxes throws(Failure) in
      try rows.withUnsafeBufferPointer { rows throws(Failure) in
        try levels.withUnsafeBufferPointer { levels throws(Failure) in
          try body(View(boxes: boxes, rows: rows, levels: levels))
        }
      }
    }
  }
}

extension SpatialIndex.View {
  /// See `SpatialIndex.forEachRow(in:_:)`.
  @inlinable
  @inline(__always)
  public func forEachRow<Failure: Error>(
    in envelope: Envelope, _ body: (Int) throws(Failure) -> Void
  ) throws(Failure) {
    try forEachBox(in: envelope) { (row, _) throws(Failure) in try body(row) }
  }

  /// The same with the envelope of each row.
  @inlinable
  @inline(__always)
  public func forEachBox<Failure: Error>(
    in envelope: Envelope, _ body: (Int, Envelope) throws(Failure) -> Void
  ) throws(Failure) {
    if boxes.isEmpty { return }
    let top = levels.count - 2
    var level = top
    var node = 0
    // Down where a node meets the rectangle, else on to the next one, or up behind the last.
    while true {
      let box = boxes[levels[level] + node]
      if box.intersects(envelope) {
        if level > 0 {
          level -= 1
          node *= SpatialIndex.fanout
          continue
        }
        try body(Int(rows[node]), box)
      }
      node += 1
      while node % SpatialIndex.fanout == 0 || levels[level] + node == levels[level + 1] {
        if level == top { return }
        node = (node - 1) / SpatialIndex.fanout + 1
        level += 1
      }
    }
  }
}
