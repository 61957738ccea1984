import Documents
import Foundation
import GeoData
import Testing

@testable import Walking

/// Small maps: which roads are walked along, by their sidewalks, by the town around them, and by the table.
@Suite("Roads that are walked along")
struct RoadMapTests {
  typealias Node = TinyMap.Node
  typealias Way = TinyMap.Way

  /// A street of 1,000 m with side streets: at 300 m from the south, at 700 m from the sidewalk that
  /// may run 10 m north of it.
  private static func street(_ tags: [String: String], hasSidewalk: Bool) -> TinyMap {
    var map = TinyMap(nodes: [
      Node(id: 1, x: 0, y: 0), Node(id: 2, x: 300, y: 0), Node(id: 3, x: 1000, y: 0),
      Node(id: 4, x: 0, y: 10), Node(id: 5, x: 700, y: 10), Node(id: 6, x: 1000, y: 10),
      Node(id: 7, x: 300, y: -200), Node(id: 8, x: 700, y: 210),
    ])
    map.ways = [
      Way(id: 1, nodes: [1, 2, 3], tags: tags.merging(["highway": "primary"]) { $1 }),
      Way(id: 3, nodes: [2, 7]), Way(id: 4, nodes: [5, 8]),
    ]
    if hasSidewalk {
      map.ways.append(Way(id: 2, nodes: [4, 5, 6], tags: ["highway": "footway"]))
    }
    return map
  }

  @Test("who comes from the side without a sidewalk crosses the carriageway to the other")
  func oneSided() async throws {
    let tags = ["sidewalk:left": "separate", "sidewalk:right": "no"]
    let streets = try await Self.street(tags, hasSidewalk: true).streets()
    let route = try #require(
      PlainWalk(streets.lines).route(from: (300, -200), to: (700, 210)))
    #expect(abs(route.metres - (200 + 400 + 10 + 200)) < 0.1, "\(route)")
    #expect(StreetComponents(of: streets.lines).count == 1)
    #expect(abs(streets.summary.crossingMetres - 20) < 0.1)
    // Nothing says so.
    let plain = try await Self.street([:], hasSidewalk: true).streets()
    #expect(StreetComponents(of: plain.lines).count == 2)
  }

  @Test("a street whose sidewalk is not in the file stands for it, and that is told")
  func notDrawn() async throws {
    let tags = ["sidewalk:both": "separate"]
    let drawn = try await Self.street(tags, hasSidewalk: true).streets()
    #expect(drawn.summary.metres(excludedFor: .sidewalkApart).rounded() == 1000)
    #expect(drawn.summary.doubts.isEmpty)
    let alone = try await Self.street(tags, hasSidewalk: false).streets()
    #expect(alone.summary.excludedMetres == 0)
    #expect(PlainWalk(alone.lines).route(from: (0, 0), to: (300, -200)) != nil)
    guard case .sidewalksNotDrawn(let ways, let metres) = alone.summary.doubts.first else {
      Issue.record("not told")
      return
    }
    #expect(ways == 1 && metres.rounded() == 1000)
    #expect(StreetInspection(alone).worries.contains(alone.summary.doubts[0]))
  }

  // MARK: Roads in towns

  /// A trunk road along the x axis, with streets that meet it at these places.
  private static func trunk(
    _ streets: [Double], tags: [String: String] = [:], end: Double = 2000
  ) -> TinyMap {
    var map = TinyMap()
    var road: [Int64] = []
    for (index, x) in ([0] + streets + [end]).sorted().enumerated() {
      map.nodes.append(Node(id: Int64(index + 1), x: x, y: 0))
      road.append(Int64(index + 1))
      guard streets.contains(x) else { continue }
      map.nodes.append(Node(id: Int64(index + 101), x: x, y: 100))
      map.ways.append(Way(id: Int64(index + 1), nodes: [Int64(index + 1), Int64(index + 101)]))
    }
    map.ways.append(
      Way(id: 100, nodes: road, tags: tags.merging(["highway": "trunk"]) { $1 }))
    return map
  }

  private static func walked(_ map: TinyMap, _ defaults: WalkDefaults = .table) async throws
    -> Double
  {
    let streets = try await map.streets(defaults: defaults)
    return (streets.summary.classes.first { $0.name == "trunk" }?.walkableMetres ?? 0).rounded()
  }

  @Test("a trunk road is walked along between streets of a town")
  func townRoads() async throws {
    #expect(try await Self.walked(Self.trunk([500, 700])) == 200)
    #expect(try await Self.walked(Self.trunk([500, 999])) == 499)
    #expect(try await Self.walked(Self.trunk([500, 1001])) == 0)
    #expect(try await Self.walked(Self.trunk([500, 700, 900, 1500])) == 400)
    #expect(try await Self.walked(Self.trunk([500])) == 0)
    #expect(try await Self.walked(Self.trunk([500, 700], tags: ["motorroad": "yes"])) == 0)
    #expect(try await Self.walked(Self.trunk([500, 700], tags: ["maxspeed": "100"])) == 0)
    #expect(try await Self.walked(Self.trunk([500, 700], tags: ["bridge": "viaduct"])) == 0)
    let streets = try await Self.trunk([500, 700]).streets()
    #expect(streets.summary.townRoadMetres.rounded() == 200)
    #expect(streets.summary.metres(excludedFor: .fastRoad).rounded() == 1800)
    #expect(streets.summary.choices.map(\.choice) == ["trunk"])
  }

  @Test("stretches between streets are those that a plain search finds", arguments: 0..<30)
  func townOracle(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let count = 14
    let pieces = (0..<20).map { _ in
      (from: random(count), to: random(count), metres: Double(50 + random(400)))
    }.filter { $0.from != $0.to }
    let meets = (0..<count).map { _ in random(3) == 0 }
    var roads = TownRoads()
    for (place, piece) in pieces.enumerated() {
      roads.append(
        from: Int32(piece.from), to: Int32(piece.to), metres: piece.metres, place: Int32(place))
    }
    let kept = roads.keptPlaces { meets[Int($0)] }
    // What is kept hangs together from street to street, by no more than the longest stretch.
    var metres = Array(repeating: Double.infinity, count: count)
    for node in 0..<count where meets[node] { metres[node] = 0 }
    for _ in 0..<count {
      for piece in pieces {
        metres[piece.to] = min(metres[piece.to], metres[piece.from] + piece.metres)
        metres[piece.from] = min(metres[piece.from], metres[piece.to] + piece.metres)
      }
    }
    for place in kept {
      let piece = pieces[Int(place)]
      #expect(min(metres[piece.from], metres[piece.to]) + piece.metres <= TownRoads.longestStretch)
    }
    for (place, piece) in pieces.enumerated()
    where meets[piece.from] && meets[piece.to] && piece.metres <= TownRoads.longestStretch {
      #expect(kept.contains(Int32(place)))
    }
    // No dead ends: at a node without a street what is kept comes in twos or more.
    for node in 0..<count where !meets[node] {
      #expect(kept.count { pieces[Int($0)].from == node || pieces[Int($0)].to == node } != 1)
    }
  }

  // MARK: The table

  @Test("a project decides by class and by mark")
  func overrides() async throws {
    func table(_ choices: [String: StreetDefaults.Walkable]) throws -> WalkDefaults {
      WalkDefaults(try StreetDefaults.builtIn().overridden(by: choices))
    }
    let rural = Self.trunk([500])
    #expect(try await Self.walked(rural, table(["trunk": .yes])) == 2000)
    #expect(try await Self.walked(Self.trunk([500, 700]), table(["trunk": .no])) == 0)
    func exclusion(
      _ tags: [String: String], _ choices: [String: StreetDefaults.Walkable]
    ) throws -> WalkExclusion? {
      try #require(Walkability(ofWay: tags, defaults: table(choices))).exclusion
    }
    let hill = ["highway": "path", "sac_scale": "mountain_hiking"]
    #expect(try exclusion(hill, ["sac_scale=mountain_hiking": .yes]) == nil)
    #expect(try exclusion(hill, ["sac_scale=alpine_hiking": .yes]) == .hardGoing)
    #expect(try exclusion(["highway": "cycleway"], ["cycleway": .yes]) == nil)
    #expect(try exclusion(["highway": "cycleway", "foot": "no"], ["cycleway": .yes]) == .forbidden)
    #expect(try exclusion(["highway": "track"], ["track": .no]) == .chosen)
    #expect(try exclusion(["highway": "track", "foot": "yes"], ["track": .no]) == nil)
    let gated = ["highway": "service", "access": "private"]
    #expect(try exclusion(gated, ["access=private": .yes]) == nil)
    let apart = ["highway": "primary", "sidewalk": "separate"]
    #expect(try exclusion(apart, ["sidewalk=separate": .yes]) == nil)
    let fast = ["highway": "primary", "motorroad": "yes"]
    #expect(try exclusion(fast, ["motorroad=yes": .yes]) == nil)
  }

  @Test("the table has every class once, and says why")
  func table() throws {
    let table = try StreetDefaults.builtIn()
    #expect(Set(table.ids).count == table.ids.count)
    for entry in table.classes + table.marks {
      #expect(entry.walkable == .yes || entry.cause != .chosen, "\(entry.id)")
      #expect(!entry.name.zh.isEmpty && entry.name.zh != entry.name.en, "\(entry.id)")
    }
    let known = Set(table.classes.map(\.id))
    #expect(known.isDisjoint(with: table.notBuilt) && known.isDisjoint(with: table.notStreets))
    #expect(WalkExclusion.allCases.count == Set(WalkExclusion.allCases.map(\.rawValue)).count)
  }

  @Test("inspection says what each choice leaves out, and what to write")
  func choices() async throws {
    let map = TinyMap(
      nodes: (0..<5).map { Node(id: $0 + 1, x: Double($0) * 100, y: 0) },
      ways: [
        Way(id: 1, nodes: [1, 2]), Way(id: 2, nodes: [2, 3], tags: ["highway": "cycleway"]),
        Way(id: 3, nodes: [3, 5], tags: ["highway": "path", "sac_scale": "alpine_hiking"]),
        Way(id: 4, nodes: [1, 5], tags: ["highway": "motorway"]),
        Way(id: 5, nodes: [1, 4], tags: ["highway": "residential", "foot": "no"]),
      ])
    let choices = StreetInspection(try await map.streets()).choices
    #expect(choices.map(\.id) == ["sac_scale=alpine_hiking", "cycleway"])
    #expect(choices.map { $0.metres.rounded() } == [200, 100])
    #expect(choices[1].toInclude == "network: {file: …, walkable: {cycleway: yes}}")
  }
}
