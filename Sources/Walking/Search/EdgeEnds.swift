/// What it costs to walk between a point on an edge and the ends of the edge, in ticks.
struct EdgeEnds {
  /// So much that no limit allows it, and little enough to add to a label.
  static let blocked: Int64 = 1 << 30

  /// To or from the edge's first node.
  var first: Int64
  /// To or from the edge's last node.
  var last: Int64

  /// - Parameters:
  ///   - isLeaving: From the point to the ends; else from the ends to the point.
  ///   - along: Of the point, at most `length`. A point at a node is reached from there whichever
  ///     way its edge runs.
  @inline(__always)
  init(isLeaving: Bool, along: Int32, length: Int32, isOneWay: Bool) {
    first = Int64(along)
    last = Int64(length) - Int64(along)
    guard isOneWay else { return }
    if isLeaving {
      if first > 0 { first = Self.blocked }
    } else {
      if last > 0 { last = Self.blocked }
    }
  }

  /// What it costs between a place and the ends of the edge that it meets, the straight piece
  /// included; of a stretch the better end of it.
  @inline(__always)
  init(isLeaving: Bool, _ stretch: EdgeStretch, length: Int32, isOneWay: Bool) {
    self.init(isLeaving: isLeaving, along: stretch.along, length: length, isOneWay: isOneWay)
    let straight = Int64(stretch.straight)
    first += straight
    last += straight
    if !isOneWay {
      // Of a point both are the same: to ask whether it is one takes longer.
      let straightEnd = Int64(stretch.straightEnd)
      first = min(first, Int64(stretch.alongEnd) + straightEnd)
      last = min(last, Int64(length) - Int64(stretch.alongEnd) + straightEnd)
      return
    }
    guard stretch.alongEnd != stretch.along else { return }
    let other = EdgeEnds(
      isLeaving: isLeaving, along: stretch.alongEnd, length: length, isOneWay: isOneWay)
    first = min(first, other.first + Int64(stretch.straightEnd))
    last = min(last, other.last + Int64(stretch.straightEnd))
  }

  @inline(__always)
  init(
    isLeaving: Bool, _ columns: NetworkPositions.Columns, _ row: Int, length: Int32,
    isOneWay: Bool
  ) {
    self.init(
      isLeaving: isLeaving, columns.stretch(row), length: length, isOneWay: isOneWay)
  }

  /// From one point of an edge straight along it to another.
  @inline(__always)
  static func between(_ start: Int32, _ end: Int32, isOneWay: Bool) -> Int64 {
    if end >= start { return Int64(end) - Int64(start) }
    return isOneWay ? blocked : Int64(start) - Int64(end)
  }
}
