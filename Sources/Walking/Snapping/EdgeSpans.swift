/// What of one shape meets one edge, without what can shorten no walk: a place of the edge to which
/// another one, along the edge, is as near. Memory for one edge after the other, for one worker.
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

  /// What counts.
  private(set) var kept = Scratch<Found>()
  private var offered = Scratch<Found>()
  private var order = Scratch<Place>()

  /// One of those offered.
  struct Place {
    let least: Double
    let index: Int
  }

  /// Adds one that may count.
  @inline(__always)
  mutating func offer(_ found: Found) { offered.append(found) }

  /// Makes of what was offered since the last time what counts.
  ///
  /// - Parameters:
  ///   - near: What straight ways may not cross.
  ///   - isFree: Whether they may not.
  @inline(__always)
  mutating func settle(
    isOneWay: Bool, past near: inout NearBarriers, isFree: Bool, on network: NetworkBuffers
  ) {
    kept.removeAll()
    if offered.isEmpty { return }
    // Nearest first: what is farther is seldom asked whether it is free.
    order.removeAll()
    for index in offered.indices { order.append(Place(least: offered[index].least, index: index)) }
    order.sort { ($0.least, $0.index) < ($1.least, $1.index) }
    for place in order.values {
      let found = offered[place.index]
      if isNeedless(found, isOneWay) { continue }
      var part = found
      if isFree, !near.isEmpty {
        guard let (low, high) = near.free(found.span, onSegment: Int(found.segment), of: network)
        else { continue }
        part = found.part(from: low, to: high)
        let isCut = part.along != found.along || part.alongEnd != found.alongEnd
        if isCut, isNeedless(part, isOneWay) { continue }
      }
      // An equal one may have come a hair before it.
      kept.removeAll { part.stands(for: $0, isOneWay) }
      kept.append(part)
    }
    offered.removeAll()
  }

  @inline(__always)
  private func isNeedless(_ found: Found, _ isOneWay: Bool) -> Bool {
    for other in kept.values where other.stands(for: found, isOneWay) { return true }
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
