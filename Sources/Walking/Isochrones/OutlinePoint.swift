/// Where an outline crosses the side of a cell, in units of a lattice from its place.
struct OutlinePoint: Hashable {
  var x: Int32
  var y: Int32
  /// Which side of which cell: an outline crosses it once.
  var side: UInt32
}

extension OutlinePoint {
  /// The way from one vertex to another.
  struct Way {
    var x: Int
    var y: Int

    @inline(__always)
    init(from start: OutlinePoint, to end: OutlinePoint) {
      x = Int(end.x) &- Int(start.x)
      y = Int(end.y) &- Int(start.y)
    }

    /// Positive if another way leads to the left of this one, 0 if straight on; exact: what is drawn is less than
    /// 2³⁰ units wide.
    @inline(__always)
    func turn(to other: Way) -> Int { x &* other.y &- y &* other.x }

    @inline(__always)
    func along(_ other: Way) -> Int { x &* other.x &+ y &* other.y }
  }
}

/// Vertices by the side that they cross: those that were kept of a place's last outline.
struct KeptCrossings {
  private var slots: [OutlinePoint?] = []
  private(set) var isEmpty = true

  mutating func removeAll() {
    if !isEmpty { slots.withUnsafeMutableBufferPointer { $0.update(repeating: nil) } }
    isEmpty = true
  }

  mutating func replace(with points: [OutlinePoint]) {
    removeAll()
    var capacity = 1_024
    while capacity < 4 * points.count { capacity *= 2 }
    if capacity > slots.count { slots = [OutlinePoint?](repeating: nil, count: capacity) }
    for point in points {
      var slot = slot(of: point.side)
      while let other = slots[slot], other.side != point.side {
        slot = (slot + 1) & (slots.count - 1)
      }
      slots[slot] = point
    }
    isEmpty = points.isEmpty
  }

  /// The vertex on a side; `nil` for none.
  @inline(__always)
  func point(at side: UInt32) -> OutlinePoint? {
    if isEmpty { return nil }
    var slot = slot(of: side)
    while let point = slots[slot] {
      if point.side == side { return point }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  @inline(__always)
  private func slot(of side: UInt32) -> Int {
    Int((UInt64(side) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
  }
}
