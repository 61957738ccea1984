/// What of one shape meets streets, edge by edge, without what can shorten no walk: a place of an edge to
/// which another one, along the edge, is as near. Memory for one shape after the other, for one worker.
///
/// Spans are large: they stay where they were written, and are called by their numbers.
struct EdgeSpans: ~Copyable {
  /// A span on the edge, in metres on the ground.
  struct Found {
    var segment: Int32
    var span: BoundarySpan
    var straight: Double
    var straightEnd: Double
    /// From the start of the edge.
    var along: Double
    var alongEnd: Double

    /// The shortest straight way.
    var least: Double { min(straight, straightEnd) }

    /// What is between two shares of it.
    func part(from low: Double, to high: Double) -> Found {
      if low <= 0, high >= 1 { return self }
      func between(_ one: Double, _ other: Double, _ share: Double) -> Double {
        one + share * (other - one)
      }
      return Found(
        segment: segment, span: BoundarySpan(start: span.end(at: low), end: span.end(at: high)),
        straight: between(straight, straightEnd, low),
        straightEnd: between(straight, straightEnd, high), along: between(along, alongEnd, low),
        alongEnd: between(along, alongEnd, high))
    }
  }

  /// The numbers of what counts on the last edge.
  private(set) var kept = Scratch<Int>()
  private var offered = Scratch<Found>()
  /// Where the edge starts of which spans are offered now.
  private var first = 0
  private var order = Scratch<Place>()

  /// One of those offered.
  struct Place {
    let least: Double
    let index: Int
  }

  /// All that was offered of the shape, until the next is.
  @inline(__always)
  var values: UnsafeMutableBufferPointer<Found> { offered.values }

  /// Forgets the shape.
  mutating func removeAll() {
    offered.removeAll()
    first = 0
  }

  /// Adds one that may count.
  @inline(__always)
  mutating func offer(_ found: Found) { offered.append(found) }

  /// Finds what counts of what was offered since the last time.
  ///
  /// - Parameters:
  ///   - near: What straight ways may not cross.
  ///   - isFree: Whether they may not.
  @inline(__always)
  mutating func settle(
    isOneWay: Bool, past near: inout NearBarriers, isFree: Bool, on network: NetworkBuffers
  ) {
    kept.removeAll()
    if offered.count == first { return }
    let values = offered.values
    // Nearest first: what is farther is seldom asked whether it is free.
    order.removeAll()
    for index in first..<offered.count {
      order.append(Place(least: values[index].least, index: index))
    }
    first = offered.count
    order.sort { ($0.least, $0.index) < ($1.least, $1.index) }
    for place in order.values {
      let index = place.index
      if isNeedless(index, isOneWay) { continue }
      if isFree, !near.isEmpty {
        guard
          let (low, high) = near.free(
            values[index].span, onSegment: Int(values[index].segment), of: network)
        else { continue }
        if low > 0 || high < 1 {
          let (along, alongEnd) = (values[index].along, values[index].alongEnd)
          values[index] = values[index].part(from: low, to: high)
          let isCut = values[index].along != along || values[index].alongEnd != alongEnd
          if isCut, isNeedless(index, isOneWay) { continue }
        }
      }
      // An equal one may have come a hair before it.
      kept.removeAll { values[index].stands(for: values[$0], isOneWay) }
      kept.append(index)
    }
  }

  @inline(__always)
  private func isNeedless(_ index: Int, _ isOneWay: Bool) -> Bool {
    let values = offered.values
    for other in kept.values where values[other].stands(for: values[index], isOneWay) {
      return true
    }
    return false
  }
}

extension EdgeSpans.Found {
  /// Whether all of another span on the edge is as near by way of this one.
  @inline(__always)
  fileprivate func stands(for other: EdgeSpans.Found, _ isOneWay: Bool) -> Bool {
    reaches(other.along, other.straight, isOneWay)
      && (other.along == other.alongEnd || reaches(other.alongEnd, other.straightEnd, isOneWay))
  }

  /// Whether a place of the edge is as near by way of this span as it is by itself.
  @inline(__always)
  private func reaches(_ place: Double, _ straight: Double, _ isOneWay: Bool) -> Bool {
    let clamped = min(max(place, min(along, alongEnd)), max(along, alongEnd))
    let limit = straight + 1e-7
    if self.straight(at: clamped) + abs(clamped - place) <= limit, !isOneWay || clamped == place {
      return true
    }
    if isOneWay { return false }
    return self.straight + abs(along - place) <= limit
      || straightEnd + abs(alongEnd - place) <= limit
  }

  private func straight(at place: Double) -> Double {
    if along == alongEnd { return least }
    return straight + (straightEnd - straight) * (place - along) / (alongEnd - along)
  }
}
