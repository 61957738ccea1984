import Testing

@testable import Walking

@Suite("Walkability")
struct WalkabilityTests {
  private func exclusion(_ tags: [String: String]) -> WalkExclusion? {
    Walkability(ofWay: tags)?.exclusion
  }

  @Test("what is no street has no answer")
  func noStreet() {
    for tags in [
      [:], ["building": "yes"], ["railway": "rail"], ["highway": "services"],
      ["amenity": "parking", "parking": "underground"], ["leisure": "track"],
    ] { #expect(Walkability(ofWay: tags) == nil, "\(tags)") }
  }

  @Test("each exclusion has its tags")
  func exclusions() {
    #expect(exclusion(["highway": "trunk"]) == .fastRoad)
    #expect(exclusion(["highway": "secondary", "motorroad": "yes"]) == .fastRoad)
    #expect(exclusion(["highway": "trunk", "sidewalk": "both"]) == nil)
    #expect(exclusion(["highway": "trunk", "sidewalk": "both", "access": "no"]) == .forbidden)
    #expect(exclusion(["highway": "cycleway"]) == .otherUsers)
    #expect(exclusion(["highway": "cycleway", "foot": "yes"]) == nil)
    #expect(exclusion(["highway": "road"]) == .unknownClass)
    #expect(exclusion(["highway": "construction", "foot": "yes"]) == .notBuilt)
    #expect(exclusion(["highway": "service", "construction": "yes"]) == .notBuilt)
    #expect(exclusion(["highway": "service", "construction": "minor"]) == nil)
    #expect(exclusion(["highway": "service", "access": "private"]) == .private)
    #expect(exclusion(["highway": "service", "access": "private", "foot": "yes"]) == nil)
    #expect(exclusion(["highway": "service", "access": "customers"]) == nil)
    #expect(exclusion(["highway": "track", "access": "forestry"]) == .reserved)
    #expect(exclusion(["highway": "primary", "foot": "use_sidepath"]) == .sidewalkApart)
    #expect(exclusion(["route": "ferry", "foot": "yes"]) == .ferry)
  }

  @Test("a sidewalk of its own counts where none is on the carriageway")
  func sidewalks() {
    let road = ["highway": "tertiary"]
    func with(_ tags: [String: String]) -> WalkExclusion? {
      exclusion(road.merging(tags) { $1 })
    }
    #expect(with(["sidewalk": "separate"]) == .sidewalkApart)
    #expect(with(["sidewalk:both": "separate"]) == .sidewalkApart)
    // Who comes from the other side walks along it, and crosses it.
    #expect(with(["sidewalk:left": "separate", "sidewalk:right": "no"]) == nil)
    #expect(with(["sidewalk:left": "separate", "sidewalk:right": "yes"]) == nil)
    #expect(with(["sidewalk": "separate", "foot": "yes"]) == nil)
    #expect(with(["sidewalk": "no"]) == nil)
    #expect(exclusion(["highway": "footway", "sidewalk": "separate"]) == nil)
  }

  @Test("directions are those for people")
  func directions() {
    func direction(_ tags: [String: String]) -> StreetLines.Direction? {
      Walkability(ofWay: tags)?.direction
    }
    #expect(direction(["highway": "primary", "oneway": "yes"]) == .both)
    #expect(direction(["highway": "steps", "oneway:foot": "-1"]) == .backward)
    #expect(direction(["highway": "steps", "conveying": "forward"]) == .forward)
    #expect(direction(["highway": "steps", "conveying": "forward", "oneway:foot": "no"]) == .both)
    #expect(direction(["highway": "path", "foot:forward": "no"]) == .backward)
    // Nothing is left of it.
    let closed = ["highway": "path", "foot:forward": "no", "oneway:foot": "yes"]
    #expect(exclusion(closed) == .forbidden)
  }

  @Test("areas")
  func areas() {
    func area(_ tags: [String: String]) -> Walkability.Area? { Walkability(ofWay: tags)?.area }
    #expect(area(["highway": "pedestrian"]) == Walkability.Area.none)
    #expect(area(["highway": "pedestrian", "area": "yes"]) == .open)
    #expect(area(["public_transport": "platform"]) == .open)
    #expect(area(["amenity": "parking"]) == .edge)
    #expect(area(["place": "square"]) == .edge)
  }

  @Test("who gets through a node")
  func nodes() {
    func isClosed(_ tags: [String: String]) -> Bool { NodePassage.isClosed(tags) }
    #expect(!isClosed([:]))
    #expect(!isClosed(["barrier": "gate"]))
    #expect(isClosed(["barrier": "gate", "locked": "yes"]))
    #expect(!isClosed(["barrier": "gate", "locked": "yes", "foot": "yes"]))
    #expect(isClosed(["barrier": "gate", "access": "private"]))
    #expect(isClosed(["barrier": "hedge"]))
    #expect(!isClosed(["amenity": "parking_entrance", "access": "private"]))
    #expect(isClosed(["amenity": "shelter", "barrier": "gate", "access": "no"]))
  }

  // MARK: On a map

  private static let cross: [TinyMap.Node] = [
    .init(id: 1, x: -100, y: 0), .init(id: 2, x: 0, y: 0), .init(id: 3, x: 100, y: 0),
    .init(id: 4, x: 0, y: -100), .init(id: 5, x: 0, y: 100),
  ]

  @Test("nobody passes a closed node, from whichever way")
  func closedJunction() async throws {
    var nodes = Self.cross
    nodes[1].tags = ["barrier": "wall"]
    let map = TinyMap(
      nodes: nodes, ways: [.init(id: 1, nodes: [1, 2, 3]), .init(id: 2, nodes: [4, 2, 5])])
    let streets = try await map.streets()
    #expect(StreetComponents(of: streets.lines).count == 4)
    #expect(streets.lines.sourceIDs == [1, 1, 2, 2])
    #expect(streets.lines.x.count == 8)
    #expect(streets.summary.closedNodes == 1)
    #expect(abs(streets.summary.walkableMetres - 400) < 0.1)
  }

  @Test("a bridge joins at its ends and not what is below it")
  func bridge() async throws {
    let map = TinyMap(
      nodes: Self.cross + [.init(id: 6, x: 0, y: 0)],
      ways: [
        .init(id: 1, nodes: [1, 2, 3], tags: ["highway": "footway", "bridge": "yes"]),
        .init(id: 2, nodes: [4, 6, 5]), .init(id: 3, nodes: [5, 3]),
      ])
    let streets = try await map.streets()
    let walk = PlainWalk(streets.lines)
    let route = try #require(walk.route(from: (0, -100), to: (-100, 0)))
    #expect(abs(route.metres - (400 + 100 * 2.0.squareRoot())) < 0.1)
    #expect(streets.summary.bridges == 1)
  }

  @Test("an area that no street meets is left out, one that meets it through another is not")
  func isolatedAreas() async throws {
    var map = TinyMap(nodes: Self.cross, ways: [.init(id: 1, nodes: [1, 2])])
    let area = ["highway": "pedestrian", "area": "yes"]
    map.nodes += (0..<4).map {
      .init(id: 10 + Int64($0), x: 500 + Double($0 % 2) * 10, y: Double($0 / 2))
    }
    map.ways += [
      .init(id: 2, nodes: [2, 3, 5, 2], tags: area), .init(id: 3, nodes: [3, 4, 5, 3], tags: area),
      .init(id: 4, nodes: [10, 11, 13, 10], tags: area),
    ]
    let streets = try await map.streets()
    #expect(Set(streets.lines.sourceIDs) == [1, 2, 3])
    #expect(streets.summary.areas == 2)
    #expect(streets.summary.exclusions.map(\.reason) == ["isolated_area"])
  }
}
