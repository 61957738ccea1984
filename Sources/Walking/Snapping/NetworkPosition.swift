internal import Planar
internal import Workers

/// Where a place meets the network: a point on an edge, and the straight way to it; or, where a
/// boundary runs beside an edge, a stretch of the edge, between whose ends the straight way grows
/// evenly.
public struct NetworkPosition: Sendable, Hashable, BitwiseCopyable {
  /// The edge of the network.
  public var edge: Int
  /// From the first vertex of the edge, in ticks.
  var along: Int32
  /// From the place to the network, in ticks.
  var straight: Int32
  /// Where the stretch ends; `along` for a point.
  var alongEnd: Int32
  /// The straight way there; `straight` for a point.
  var straightEnd: Int32
  /// The component of the edge, in the whole network that the place was put on.
  var component: Int32
  /// The point on the network, in its CRS; where the stretch starts.
  public var x: Double
  /// See `x`.
  public var y: Double

  init(
    edge: Int, along: Int32, straight: Int32, alongEnd: Int32? = nil, straightEnd: Int32? = nil,
    component: Int32 = 0, x: Double, y: Double
  ) {
    self.edge = edge
    self.along = along
    self.straight = straight
    self.alongEnd = alongEnd ?? along
    self.straightEnd = straightEnd ?? straight
    self.component = component
    self.x = x
    self.y = y
  }

  /// The shortest straight way, in ticks.
  var leastStraight: Int32 { min(straight, straightEnd) }

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
  /// Where the stretch ends, ticks.
  private(set) var alongEnd: [Int32] = []
  /// Ticks.
  private(set) var straightEnd: [Int32] = []
  /// In the whole network that the places were put on; meaningless without a position.
  public private(set) var components: [Int32] = []
  /// The point on the network; NaN where there is none.
  public private(set) var x: [Double] = []
  /// See `x`.
  public private(set) var y: [Double] = []

  /// No rows.
  public init() {}

  /// One row per position.
  init(_ positions: some Collection<NetworkPosition>) {
    edges = positions.map { Int32($0.edge) }
    along = positions.map(\.along)
    straight = positions.map(\.straight)
    alongEnd = positions.map(\.alongEnd)
    straightEnd = positions.map(\.straightEnd)
    components = positions.map(\.component)
    x = positions.map(\.x)
    y = positions.map(\.y)
  }

  /// Number of rows.
  public var count: Int { edges.count }

  /// One row; `nil`: nothing of the network is near enough.
  public subscript(row: Int) -> NetworkPosition? {
    if edges[row] < 0 { return nil }
    return NetworkPosition(
      edge: Int(edges[row]), along: along[row], straight: straight[row], alongEnd: alongEnd[row],
      straightEnd: straightEnd[row], component: components[row], x: x[row], y: y[row])
  }

  /// Adds a row.
  public mutating func append(_ position: NetworkPosition?) {
    edges.append(position.map { Int32($0.edge) } ?? -1)
    along.append(position?.along ?? 0)
    straight.append(position?.straight ?? .max)
    alongEnd.append(position?.alongEnd ?? 0)
    straightEnd.append(position?.straightEnd ?? .max)
    components.append(position?.component ?? 0)
    x.append(position?.x ?? .nan)
    y.append(position?.y ?? .nan)
  }

  /// The rows of positions on one network, one column of them behind the other.
  init(joining parts: [NetworkPositions], workers: Workers) async {
    @Sendable func joined<Value>(_ column: (NetworkPositions) -> [Value]) -> [Value] {
      var result: [Value] = []
      result.reserveCapacity(parts.reduce(0) { $0 + $1.count })
      for part in parts { result += column(part) }
      return result
    }
    // Half of the memory each.
    let (one, other) = await workers.both {
      (joined(\.x), joined(\.edges), joined(\.along))
    } _: {
      (
        joined(\.y), joined(\.straight), joined(\.alongEnd), joined(\.straightEnd),
        joined(\.components)
      )
    }
    (x, edges, along) = one
    (y, straight, alongEnd, straightEnd, components) = other
  }

  /// Adds the rows of other positions on the same network.
  public mutating func append(contentsOf other: NetworkPositions) {
    edges += other.edges
    along += other.along
    straight += other.straight
    alongEnd += other.alongEnd
    straightEnd += other.straightEnd
    components += other.components
    x += other.x
    y += other.y
  }

  /// The rows at `rows`, in that order.
  public func selecting(_ rows: some Sequence<Int>) -> NetworkPositions {
    let rows = Array(rows)
    var result = NetworkPositions()
    result.edges = edges.gathering(rows)
    result.along = along.gathering(rows)
    result.straight = straight.gathering(rows)
    result.alongEnd = alongEnd.gathering(rows)
    result.straightEnd = straightEnd.gathering(rows)
    result.components = components.gathering(rows)
    result.x = x.gathering(rows)
    result.y = y.gathering(rows)
    return result
  }

  /// The same rows with edges of other numbers; with -1 a row has no position any more, though it is
  /// known how far it was.
  func renumbered(_ edges: [Int32]) -> NetworkPositions {
    precondition(edges.count == count, "one for one")
    var result = self
    result.edges = edges
    return result
  }

  /// The shortest straight way of some rows, in metres; infinite for none.
  public func leastStraight(of rows: Range<Int>) -> Double {
    rows.reduce(.infinity) { least, row in
      min(least, NetworkLength.metres(min(straight[row], straightEnd[row])))
    }
  }

  /// The same positions; rows without one are equal.
  public static func == (left: NetworkPositions, right: NetworkPositions) -> Bool {
    left.edges == right.edges && left.along == right.along && left.straight == right.straight
      && left.alongEnd == right.alongEnd && left.straightEnd == right.straightEnd
      && left.components == right.components
      && left.edges.indices.allSatisfy {
        left.edges[$0] < 0 || (left.x[$0] == right.x[$0] && left.y[$0] == right.y[$0])
      }
  }

  /// Edges and distances along them.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(edges)
    hasher.combine(along)
  }
}
