/// Where a place meets the network: a point on an edge, and the straight way to it.
public struct NetworkPosition: Sendable, Hashable {
  /// The edge of the network.
  public var edge: Int
  /// From the first vertex of the edge, in ticks.
  var along: Int32
  /// From the place to the network, in ticks.
  var straight: Int32
  /// The point on the network, in its CRS.
  public var x: Double
  /// See `x`.
  public var y: Double

  /// Metres from the first vertex of the edge along it.
  var metresAlong: Double { NetworkLength.metres(along) }
  /// Metres of the straight line between the place and the network; part of every walk.
  public var straightMetres: Double { NetworkLength.metres(straight) }
}

/// Positions on one network in columns, one row per place; a row may have none.
public struct NetworkPositions: Sendable, Hashable {
  /// The edge of each row; -1: nothing of the network is near enough.
  public private(set) var edges: [Int32] = []
  /// Ticks.
  private(set) var along: [Int32] = []
  /// Ticks.
  private(set) var straight: [Int32] = []
  /// The point on the network; NaN where there is none.
  public private(set) var x: [Double] = []
  /// See `x`.
  public private(set) var y: [Double] = []

  /// No rows.
  public init() {}

  /// Number of rows.
  public var count: Int { edges.count }

  /// One row; `nil`: nothing of the network is near enough.
  public subscript(row: Int) -> NetworkPosition? {
    if edges[row] < 0 { return nil }
    return NetworkPosition(
      edge: Int(edges[row]), along: along[row], straight: straight[row], x: x[row], y: y[row])
  }

  /// Adds a row.
  public mutating func append(_ position: NetworkPosition?) {
    edges.append(position.map { Int32($0.edge) } ?? -1)
    along.append(position?.along ?? 0)
    straight.append(position?.straight ?? 0)
    x.append(position?.x ?? .nan)
    y.append(position?.y ?? .nan)
  }

  /// Adds the rows of other positions on the same network.
  public mutating func append(contentsOf other: NetworkPositions) {
    edges += other.edges
    along += other.along
    straight += other.straight
    x += other.x
    y += other.y
  }

  /// The rows at `rows`, in that order.
  public func selecting(_ rows: some Sequence<Int>) -> NetworkPositions {
    var result = NetworkPositions()
    for row in rows { result.append(self[row]) }
    return result
  }

  /// The same positions; rows without one are equal.
  public static func == (left: NetworkPositions, right: NetworkPositions) -> Bool {
    left.edges == right.edges && left.along == right.along && left.straight == right.straight
      && left.edges.indices.allSatisfy {
        left.edges[$0] < 0 || (left.x[$0] == right.x[$0] && left.y[$0] == right.y[$0])
      }
  }

  /// Edges and distances along them.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(edges)
    hasher.combine(along)
  }

  mutating func reserveCapacity(_ rows: Int) {
    edges.reserveCapacity(rows)
    along.reserveCapacity(rows)
    straight.reserveCapacity(rows)
    x.reserveCapacity(rows)
    y.reserveCapacity(rows)
  }
}
