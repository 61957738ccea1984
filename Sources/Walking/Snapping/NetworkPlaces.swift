internal import Workers

/// Places on a network, each with the points at which it meets streets: none, one or several.
public struct NetworkPlaces: Sendable, Hashable {
  /// Places + 1 entries: the positions of place `i` are `offsets[i]..<offsets[i + 1]`.
  public private(set) var offsets: [Int] = [0]
  /// Place by place.
  public private(set) var positions = NetworkPositions()

  /// No places.
  public init() {}

  /// Places that meet the network at one point each, or nowhere.
  public init(_ positions: NetworkPositions) {
    self.positions = positions
    offsets = Array(0...positions.count)
  }

  /// Places by where the positions of each start, and the last of them end.
  init(_ positions: NetworkPositions, offsets: [Int]) {
    self.positions = positions
    self.offsets = offsets
  }

  /// Number of places.
  public var count: Int { offsets.count - 1 }

  /// The positions of a place, as indices of `positions`.
  public func positions(of place: Int) -> Range<Int> { offsets[place]..<offsets[place + 1] }

  /// Whether a place meets no street.
  public func isLost(_ place: Int) -> Bool {
    positions(of: place).allSatisfy { positions.edges[$0] < 0 }
  }

  /// Adds a place.
  public mutating func append(_ place: some Sequence<NetworkPosition>) {
    for position in place { positions.append(position) }
    offsets.append(positions.count)
  }

  /// Places on one network, one part of them behind the other.
  init(joining parts: [NetworkPlaces], workers: Workers) async {
    positions = await NetworkPositions(joining: parts.map(\.positions), workers: workers)
    offsets.reserveCapacity(parts.reduce(1) { $0 + $1.count })
    var shift = 0
    for part in parts {
      for offset in part.offsets.dropFirst() { offsets.append(offset + shift) }
      shift += part.positions.count
    }
  }

  /// Adds other places on the same network.
  public mutating func append(contentsOf other: NetworkPlaces) {
    let shift = positions.count
    offsets += other.offsets.dropFirst().map { $0 + shift }
    positions.append(contentsOf: other.positions)
  }

  /// Some places, in that order.
  public func selecting(_ places: some Sequence<Int>) -> NetworkPlaces {
    var result = NetworkPlaces()
    var kept: [Int] = []
    for place in places {
      kept += positions(of: place)
      result.offsets.append(kept.count)
    }
    result.positions = positions.selecting(kept)
    return result
  }

  /// The same places with other positions, one for one.
  func with(_ positions: NetworkPositions) -> NetworkPlaces {
    precondition(positions.count == self.positions.count, "one for one")
    var result = self
    result.positions = positions
    return result
  }
}
