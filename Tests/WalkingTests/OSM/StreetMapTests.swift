import Foundation
import Testing

@testable import Walking

/// Small maps: what barriers close, what is joined to what, and what is left out.
@Suite("Maps of streets")
struct StreetMapTests {
  typealias Node = TinyMap.Node
  typealias Way = TinyMap.Way

  /// A street along the x axis, and what leaves it at its middle, node 2, for node 4.
  private static func junction(
    node: [String: String], main: [String: String] = ["highway": "residential"],
    side: [String: String] = ["highway": "service"], isSplit: Bool = false
  ) -> TinyMap {
    var map = TinyMap(nodes: [
      Node(id: 1, x: -100, y: 0), Node(id: 2, x: 0, y: 0, tags: node), Node(id: 3, x: 100, y: 0),
      Node(id: 4, x: 0, y: 100),
    ])
    map.ways =
      isSplit
      ? [Way(id: 1, nodes: [1, 2], tags: main), Way(id: 3, nodes: [2, 3], tags: main)]
      : [Way(id: 1, nodes: [1, 2, 3], tags: main)]
    map.ways.append(Way(id: 2, nodes: [2, 4], tags: side))
    return map
  }

  struct Junction: Sendable, CustomTestStringConvertible {
    var node: [String: String]
    var main = ["highway": "residential"]
    var side = ["highway": "service"]
    var isSplit = false
    /// From one end of the street to the other; from there to the end of the side way.
    var isStreetOpen: Bool
    var isSideOpen: Bool
    var testDescription: String { "\(node) \(main) \(side) \(isSplit)" }
  }

  static let gate = ["barrier": "gate", "access": "private"]
  static let junctions: [Junction] = [
    .init(node: gate, isStreetOpen: true, isSideOpen: false),
    .init(node: gate, isSplit: true, isStreetOpen: true, isSideOpen: false),
    .init(
      node: ["barrier": "gate", "locked": "yes"], isStreetOpen: true, isSideOpen: false),
    .init(node: ["barrier": "gate"], isStreetOpen: true, isSideOpen: true),
    .init(node: gate, side: ["highway": "footway"], isStreetOpen: true, isSideOpen: false),
    .init(
      node: gate, main: ["highway": "service"], side: ["highway": "path"], isStreetOpen: true,
      isSideOpen: false),
    // One of them runs on.
    .init(node: gate, side: ["highway": "residential"], isStreetOpen: true, isSideOpen: false),
    // Or goes straight on.
    .init(
      node: gate, side: ["highway": "residential"], isSplit: true, isStreetOpen: true,
      isSideOpen: false),
    .init(
      node: gate, side: ["highway": "service", "access": "private"], isStreetOpen: true,
      isSideOpen: false),
    // A path that a street begins at.
    .init(
      node: gate, main: ["highway": "footway"], side: ["highway": "residential"],
      isStreetOpen: false, isSideOpen: false),
    .init(
      node: ["leisure": "playground", "access": "private"], isStreetOpen: true, isSideOpen: true),
    .init(
      node: ["emergency": "fire_hydrant", "access": "no"], isStreetOpen: true, isSideOpen: true),
    // A door closes paths, not streets.
    .init(node: ["entrance": "yes", "access": "private"], isStreetOpen: true, isSideOpen: true),
    .init(
      node: ["entrance": "yes", "access": "private"], main: ["highway": "footway"],
      side: ["highway": "footway"], isStreetOpen: false, isSideOpen: false),
    .init(
      node: ["entrance": "yes", "access": "private"], side: ["highway": "corridor"],
      isStreetOpen: true, isSideOpen: false),
    .init(
      node: ["entrance": "yes"], main: ["highway": "footway"], side: ["highway": "corridor"],
      isStreetOpen: true, isSideOpen: true),
  ]

  @Test("a barrier at a junction closes the way that it belongs to", arguments: junctions)
  func barriers(junction: Junction) async throws {
    let map = Self.junction(
      node: junction.node, main: junction.main, side: junction.side, isSplit: junction.isSplit)
    let walk = PlainWalk(try await map.streets().lines)
    #expect((walk.route(from: (-100, 0), to: (100, 0)) != nil) == junction.isStreetOpen)
    let isPrivate = junction.side["access"] == "private"
    let side = walk.route(from: (-100, 0), to: (0, 100))
    #expect((side.map { $0.metres > 150 } ?? false) == (junction.isSideOpen && !isPrivate))
  }

  @Test("residents pass their gate: a line of no length, for them alone")
  func residents() async throws {
    let lines = try await Self.junction(node: Self.gate).streets().lines
    let gates = (0..<lines.count).filter { lines.traits[$0] == .residentsOnly }
    #expect(gates.count == 1 && lines.sourceIDs[gates[0]] == 2)
    #expect(lines.metres(of: gates[0]) == 0)
    #expect(lines.gates.count == 1)
    // Who may pass is another question: a locked gate is one, too.
    let locked = Self.junction(node: ["barrier": "gate", "locked": "yes"])
    let closed = try await locked.streets().lines
    #expect(closed.traits.allSatisfy { $0.isEmpty } && closed.gates.count == 1)
  }

  @Test("a private road is there for residents, and connects nothing else")
  func privateRoads() async throws {
    let map = TinyMap(
      nodes: [
        Node(id: 1, x: 0, y: 0), Node(id: 2, x: 100, y: 0), Node(id: 3, x: 200, y: 0),
        Node(id: 4, x: 300, y: 0),
      ],
      ways: [
        Way(id: 1, nodes: [1, 2]), Way(id: 3, nodes: [3, 4]),
        Way(id: 2, nodes: [2, 3], tags: ["highway": "service", "access": "private"]),
      ])
    let streets = try await map.streets()
    #expect(streets.lines.traits == [[], .residentsOnly, []])
    #expect(StreetComponents(of: streets.lines).count == 2)
    #expect(streets.summary.metres(excludedFor: .private).rounded() == 100)
    #expect(streets.summary.choices.map(\.choice) == ["access=private"])
  }

  // MARK: Squares

  private static func square(_ ways: [Way], nodes: [Node], tags: [String: String]? = nil) -> TinyMap
  {
    var map = TinyMap(nodes: [
      Node(id: 1, x: 0, y: 0), Node(id: 2, x: 200, y: 0), Node(id: 3, x: 200, y: 200),
      Node(id: 4, x: 0, y: 200), Node(id: 5, x: 100, y: 0), Node(id: 6, x: 100, y: -100),
    ])
    map.nodes += nodes
    map.ways = [
      Way(
        id: 1, nodes: [1, 5, 2, 3, 4, 1],
        tags: tags ?? ["highway": "pedestrian", "area": "yes"]),
      Way(id: 2, nodes: [5, 6]),
    ]
    map.ways += ways
    return map
  }

  @Test("a way that comes up inside a square joins it")
  func comingUp() async throws {
    let stairs = [
      Node(id: 10, x: 60, y: 150), Node(id: 11, x: 60, y: 180), Node(id: 12, x: 60, y: 400),
    ]
    let up = Way(id: 10, nodes: [10, 11], tags: ["highway": "steps"])
    let below = Way(id: 11, nodes: [11, 12], tags: ["highway": "footway", "tunnel": "yes"])
    let streets = try await Self.square([up, below], nodes: stairs).streets()
    let route = try #require(PlainWalk(streets.lines).route(from: (100, -100), to: (60, 400)))
    let across = hypot(40.0, 150)
    #expect(abs(route.metres - (100 + across + 30 + 220)) < 0.1, "\(route)")
    // Below a platform nobody comes up.
    let platform = try await Self.square(
      [up, below], nodes: stairs, tags: ["railway": "platform", "area": "yes"]
    ).streets()
    #expect(StreetComponents(of: platform.lines).count == 2)
    let deck = try await Self.square(
      [up, below], nodes: stairs,
      tags: ["highway": "pedestrian", "area": "yes", "bridge": "yes", "layer": "1"]
    ).streets()
    #expect(StreetComponents(of: deck.lines).count == 2)
  }

  @Test(
    "a way that runs onto a square without a node of its edge joins it; a bridge over it does not")
  func running() async throws {
    let nodes = [
      Node(id: 10, x: 300, y: 90), Node(id: 11, x: 150, y: 90), Node(id: 12, x: -100, y: 90),
    ]
    let over = try await Self.square([Way(id: 10, nodes: [10, 11, 12])], nodes: nodes).streets()
    let route = try #require(PlainWalk(over.lines).route(from: (100, -100), to: (300, 90)))
    #expect(abs(route.metres - (100 + hypot(50.0, 90) + 150)) < 0.1, "\(route)")
    let bridge = try await Self.square(
      [Way(id: 10, nodes: [10, 11, 12], tags: ["highway": "footway", "bridge": "yes"])],
      nodes: nodes
    ).streets()
    #expect(StreetComponents(of: bridge.lines).count == 2)
  }

  // MARK: Obstacles

  @Test(
    "waters, rails, motorways and walls are in the way, with gaps at gates and not where they are below or above"
  )
  func obstacles() async throws {
    let nodes = (0..<8).map { Node(id: $0 + 1, x: Double($0) * 10, y: 0) }
    func kinds(_ tags: [String: String], gate: [String: String] = [:]) async throws
      -> [StreetObstacles.Kind]
    {
      var map = TinyMap(nodes: nodes)
      map.nodes[1].tags = gate
      map.nodes.append(Node(id: 20, x: 0, y: 500))
      map.nodes.append(Node(id: 21, x: 10, y: 500))
      map.ways = [
        Way(id: 1, nodes: [1, 2, 3, 4], tags: tags), Way(id: 2, nodes: [20, 21]),
      ]
      return try await map.streets().lines.obstacles.kinds
    }
    #expect(try await kinds(["waterway": "river"]) == [.water, .water, .water])
    #expect(try await kinds(["waterway": "river", "tunnel": "culvert"]).isEmpty)
    #expect(try await kinds(["waterway": "ditch"]).isEmpty)
    #expect(try await kinds(["natural": "water"]).count == 3)
    #expect(try await kinds(["natural": "water", "intermittent": "yes"]).isEmpty)
    #expect(try await kinds(["railway": "rail"]) == [.railway, .railway, .railway])
    #expect(try await kinds(["railway": "subway", "tunnel": "yes"]).isEmpty)
    #expect(try await kinds(["railway": "light_rail", "bridge": "yes"]).isEmpty)
    #expect(try await kinds(["railway": "subway", "layer": "-2"]).isEmpty)
    #expect(try await kinds(["railway": "tram"]).isEmpty)
    #expect(try await kinds(["highway": "motorway"]).first == .motorway)
    #expect(try await kinds(["highway": "motorway", "bridge": "yes"]).isEmpty)
    #expect(try await kinds(["barrier": "wall"]) == [.wall, .wall, .wall])
    #expect(try await kinds(["barrier": "kerb"]).isEmpty)
    #expect(try await kinds(["building": "yes"]).isEmpty)
    // A gate is a gap of a metre on each side.
    var map = TinyMap(nodes: nodes)
    map.nodes[1].tags = ["barrier": "gate"]
    map.ways = [
      Way(id: 1, nodes: [1, 2, 3], tags: ["barrier": "fence"]), Way(id: 2, nodes: [7, 8]),
    ]
    let pieces = try await map.streets().lines.obstacles
    #expect(abs(pieces.endX[0] - 9) < 0.02 && abs(pieces.startX[1] - 11) < 0.02)
  }

  @Test("what is only in the way does not count as missing, nor for the extent")
  func extent() async throws {
    var map = TinyMap(nodes: [
      Node(id: 1, x: 0, y: 0), Node(id: 2, x: 100, y: 0), Node(id: 3, x: 50_000, y: 0),
    ])
    map.ways = [
      Way(id: 1, nodes: [1, 2]), Way(id: 2, nodes: [2, 3, 99], tags: ["waterway": "river"]),
    ]
    let streets = try await map.streets()
    #expect(streets.summary.missingNodes == 0)
    #expect(streets.lines.obstacles.count == 1)
    #expect(streets.lines.x.count == 2)
  }
}
