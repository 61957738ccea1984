import TestSupport
import Testing
import Workers

@testable import Planar
@testable import Walking

@Suite("Residents' own ways")
struct ResidentsWayTests {
  private static func area(_ ring: [(Double, Double)]) -> GeometryColumn {
    var column = GeometryColumn()
    for (x, y) in ring + [ring[0]] { column.appendVertex(x: x, y: y) }
    column.endRing()
    column.endPart()
    column.endRow(.polygon)
    return column
  }

  /// Walks from doors of people who live in the only compound, and from those of others.
  private static func walks(
    _ network: WalkNetwork, from doors: [Point], in area: GeometryColumn, to places: [Point],
    nearby: Double = AccessLocator.nearby, within: Double = 200
  ) async throws -> (residents: [Double], others: [Double]) {
    let workers = Workers(count: 2)
    let locator = await AccessLocator(network, workers: Workers(count: 2))
    let shapes = GeometryColumn(points: doors)
    let homes = [Int32](repeating: 0, count: doors.count)
    let found = try await locator.places(
      of: shapes, in: homes, nearby: nearby, within: within, workers: workers)
    let living = try await locator.livingThere(
      found, shapes, in: homes, of: area, workers: workers)
    let targets = try await locator.places(
      of: GeometryColumn(points: places), in: places.map { _ in -1 }, within: 0.01,
      workers: workers)
    func metres(_ places: NetworkPlaces) async throws -> [Double] {
      let pairs = try await network.pairs(
        from: places, to: targets.places, within: 10_000, workers: workers)
      return (0..<places.count).flatMap { place in
        (0..<targets.places.count).map { target in
          (pairs.offsets[place]..<pairs.offsets[place + 1])
            .first { pairs.targets[$0] == target }.map { pairs.metres[$0] } ?? .infinity
        }
      }
    }
    return (try await metres(living.places), try await metres(found.places))
  }

  /// A street, and a way off it that turns left behind the compound's edge.
  private static func lines(_ traits: StreetTraits, gate: Bool) -> StreetLines {
    var lines = StreetLines()
    lines.x = [-800, 0, 800, 0, 0, 0, -120]
    lines.y = [0, 0, 0, 20, 20, 160, 160]
    lines.append([0, 1, 2], sourceID: 1)
    lines.append([1, 3], sourceID: 2)
    if gate { lines.append([3, 4], sourceID: 3, traits: .residentsOnly) }
    lines.append([gate ? 4 : 3, 5, 6], sourceID: 4, traits: traits)
    return lines
  }

  @Test("those who live behind a gate pass it, and walk their private roads; others do not")
  func gate() async throws {
    let compound = Self.area([(-150, 25), (150, 25), (150, 300), (-150, 300)])
    let door = Point(x: -120, y: 165)
    for (traits, gate) in [([], true), (.residentsOnly, false), (.residentsOnly, true)]
      as [(StreetTraits, Bool)]
    {
      let network = try WalkNetwork(lines: Self.lines(traits, gate: gate), crs: "local")
      let walks = try await Self.walks(
        network, from: [door], in: compound, to: [Point(x: 500, y: 0)], within: 60)
      #expect(abs(walks.residents[0] - 785) < 0.01, "\(traits) \(gate)")
      #expect(walks.others == [.infinity])
      // It is not theirs who live elsewhere.
      let elsewhere = Self.area([(400, 25), (700, 25), (700, 300), (400, 300)])
      let strangers = try await Self.walks(
        network, from: [door], in: elsewhere, to: [Point(x: 500, y: 0)], within: 60)
      #expect(strangers.residents == [.infinity])
    }
  }

  @Test(
    "to residents of all of it a network is as open as without private roads", arguments: 0..<60)
  func open(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    var lines = StreetLines.random(
      vertices: Int.random(in: 6...24, using: &random),
      lines: Int.random(in: 3...14, using: &random), hasOneWays: false, using: &random)
    let opened = try WalkNetwork(lines: lines, crs: "local")
    for line in lines.traits.indices where Int.random(in: 0..<3, using: &random) == 0 {
      lines.traits[line].insert(.residentsOnly)
    }
    let closed = try WalkNetwork(lines: lines, crs: "local")
    let all = Self.area([(-10, -10), (410, -10), (410, 410), (-10, 410)])
    let doors = (0..<6).map { _ in
      Point(
        x: .random(in: 0...400, using: &random), y: .random(in: 0...400, using: &random))
    }
    var targets: [Point] = []
    for line in 0..<lines.count where !lines.traits[line].contains(.residentsOnly) {
      let vertex = Int(lines.vertices[Int(lines.offsets[line])])
      let place = Point(x: lines.x[vertex], y: lines.y[vertex])
      // Who goes to a place on a private road is not let in, though he lives elsewhere on one.
      let isPrivate = (0..<lines.count).contains { other in
        let path = lines.vertices[Int(lines.offsets[other])..<Int(lines.offsets[other + 1])]
          .map { Point(x: lines.x[Int($0)], y: lines.y[Int($0)]) }
        return lines.traits[other].contains(.residentsOnly)
          && zip(path, path.dropFirst()).contains {
            EdgeLocatorTests.distance(place, $0, $1) < 0.02
          }
      }
      if !isPrivate { targets.append(place) }
    }
    if targets.isEmpty { return }
    let now = try await Self.walks(
      closed, from: doors, in: all, to: targets, nearby: 50, within: 50)
    let free = try await Self.walks(
      opened, from: doors, in: all, to: targets, nearby: 50, within: 50)
    for (index, (here, there)) in zip(now.residents, free.others).enumerated() {
      #expect(here == there || abs(here - there) < 0.01, "\(index)")
      #expect(here <= now.others[index])
    }
  }
}
