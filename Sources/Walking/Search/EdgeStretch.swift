/// A stretch of an edge at which a place meets it: the straight piece grows evenly from one end to the
/// other. A point is a stretch without length. All in ticks.
struct EdgeStretch: Equatable {
  var along: Int32
  var straight: Int32
  var alongEnd: Int32
  var straightEnd: Int32

  /// The straight piece at a place of the edge, which is within the stretch.
  @inline(__always)
  func straight(at place: Int32) -> Int64 {
    if place == along || alongEnd == along { return Int64(straight) }
    if place == alongEnd { return Int64(straightEnd) }
    // Whole numbers all the way: the same on every machine.
    let run = Int64(alongEnd) - Int64(along)
    let rise = Int64(straightEnd) - Int64(straight)
    return Int64(straight) + rise * (Int64(place) - Int64(along)) / run
  }

  /// The farthest place from the first one that is within some ticks of straight way, as the first one
  /// is.
  func farthest(within limit: Int32) -> Int32 {
    if straightEnd <= limit { return alongEnd }
    let run = Int64(alongEnd) - Int64(along)
    let rise = Int64(straightEnd) - Int64(straight)
    return along + Int32(run * (Int64(limit) - Int64(straight)) / rise)
  }

  @inline(__always)
  private func clamped(_ place: Int32) -> Int32 {
    min(max(place, min(along, alongEnd)), max(along, alongEnd))
  }

  /// From a place along the edge to another, both straight pieces included.
  ///
  /// Both straight pieces are linear, so that the least is at an end of one of the stretches: with an
  /// end of the other, or with what is opposite.
  @inline(__always)
  func walk(to other: EdgeStretch, isOneWay: Bool) -> Int64 {
    if along == alongEnd, other.along == other.alongEnd {
      return Int64(straight) + Int64(other.straight)
        + EdgeEnds.between(along, other.along, isOneWay: isOneWay)
    }
    var least = Int64.max
    @inline(__always)
    func offer(_ start: Int32, _ end: Int32) {
      least = min(
        least,
        straight(at: start) + other.straight(at: end)
          + EdgeEnds.between(start, end, isOneWay: isOneWay))
    }
    for start in [along, alongEnd] {
      offer(start, other.along)
      offer(start, other.alongEnd)
      offer(start, other.clamped(start))
    }
    offer(clamped(other.along), other.along)
    offer(clamped(other.alongEnd), other.alongEnd)
    return least
  }
}
