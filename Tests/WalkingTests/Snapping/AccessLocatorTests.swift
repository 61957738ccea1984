import Planar
import TestSupport
import Testing
import Workers

@testable import Walking

@Suite("Several points")
struct AccessLocatorTests {
  /// Metres from each place to each target.
  static func metres(
    _ network: WalkNetwork, _ found: AccessLocator.Found, from origins: Int
  ) async throws -> [[Double]] {
    let targets = found.places.selecting(origins..<found.places.count)
    let groups = (0..<targets.count).map { targets.selecting([$0]) }
    let nearest = try await network.nearest(
      groups, from: found.places.selecting(0..<origins), within: WalkNetwork.longestLimit,
      workers: Workers(count: 2))
    return (0..<origins).map { origin in nearest.map { $0.metres[origin] } }
  }

  static func points(_ count: Int, using random: inout SplitMix64) -> [Point] {
    (0..<count).map { _ in
      Point(
        x: Double.random(in: -50..<450, using: &random),
        y: Double.random(in: -50..<450, using: &random))
    }
  }

  /// A closed ring of three to six corners around a place.
  static func ring(
    around centre: Point, size: Double = 60, using random: inout SplitMix64
  ) -> [Point] {
    let corners = Int.random(in: 3...6, using: &random)
    let turn = Double.random(in: 0..<6, using: &random)
    var ring = (0..<corners).map { corner -> Point in
      let angle = turn + Double(corner) * 2 * .pi / Double(corners)
      let radius = Double.random(in: size / 4..<size, using: &random)
      return Point(
        x: centre.x + radius * cosine(angle), y: centre.y + radius * cosine(angle - .pi / 2))
    }
    if Bool.random(using: &random) { ring.reverse() }
    return ring + [ring[0]]
  }

  private static func cosine(_ angle: Double) -> Double {
    var turn = angle.truncatingRemainder(dividingBy: 2 * .pi)
    var sum = 1.0
    var term = 1.0
    if turn < 0 { turn += 2 * .pi }
    for step in 1..<24 {
      term *= -turn * turn / Double((2 * step - 1) * (2 * step))
      sum += term
    }
    return sum
  }

  static func column(points: [Point] = [], rings: [[Point]] = []) -> GeometryColumn {
    var column = GeometryColumn(points: points)
    for ring in rings {
      for point in ring { column.appendVertex(x: point.x, y: point.y) }
      column.endRing()
      column.endPart()
      column.endRow(.polygon)
    }
    return column
  }

  @Test("walks between places equal the slow answer over all points", arguments: UInt64(0)..<150)
  func matchesSlow(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    var lines = StreetLines.random(
      vertices: Int.random(in: 4...24, using: &random),
      lines: Int.random(in: 2...14, using: &random), hasOneWays: seed % 3 == 0, using: &random)
    if seed % 2 == 0 { lines.addTraits(using: &random) }
    let network = try WalkNetwork(lines: lines, crs: "local")
    guard network.edgeCount > 0 else { return }
    let rings =
      seed % 4 < 2
      ? []
      : (0..<3).map { _ in
        Self.ring(around: Self.points(1, using: &random)[0], using: &random)
      }
    let slow = SlowAccess(lines, compounds: rings)
    let places = Self.points(12, using: &random)
    let limits: [Double] = [60, 150, 400]
    let limit = limits[Int.random(in: 0..<3, using: &random)]
    let owners = places.map { _ in Int32.random(in: -1..<Int32(max(1, rings.count)), using: &random)
    }
    let found = try await AccessLocator(
      network, compounds: Self.column(rings: rings), workers: Workers(count: 2)
    ).places(
      of: Self.column(points: places), in: owners, nearby: limit, within: limit,
      workers: Workers(count: 2))
    let candidates = places.indices.map {
      slow.candidates(of: places[$0], within: limit, own: Int(owners[$0]))
    }
    #expect(found.isBarred == candidates.map(\.isBarred))
    let metres = try await Self.metres(network, found, from: 6)
    for origin in 0..<6 {
      for target in 6..<12 where !found.isBarred[origin] && !found.isBarred[target] {
        let expected = slow.metres(from: candidates[origin].free, to: candidates[target].free)
        let got = metres[origin][target - 6]
        #expect(
          got == expected || abs(got - expected) < 0.01,
          "\(origin) to \(target): \(got) for \(expected)")
      }
    }
    // All at once, and pair by pair, are the same.
    let pairs = try await network.pairs(
      from: found.places.selecting(0..<6), to: found.places.selecting(6..<12),
      within: WalkNetwork.longestLimit, workers: Workers(count: 1))
    for origin in 0..<6 {
      var row = [Double](repeating: .infinity, count: 6)
      for pair in pairs.offsets[origin]..<pairs.offsets[origin + 1] {
        row[Int(pairs.targets[pair])] = pairs.metres[pair]
      }
      #expect(row == metres[origin])
    }
  }

  @Test("a street that goes straight on is one, whatever meets it and whatever vertices it has")
  func straightOn() async throws {
    var lines = StreetLines.grid(columns: 7, lines: 5, spacing: 100)
    // One more vertex that nothing meets, off the line by a millimetre.
    lines.x.append(50)
    lines.y.append(0.001)
    lines.vertices.insert(Int32(lines.x.count - 1), at: 1)
    for index in 1..<lines.offsets.count { lines.offsets[index] += 1 }
    let network = try WalkNetwork(lines: lines, crs: "local")
    // Nodes of the grid, and a place 20 m above the first street.
    let places = (0..<35).map { Point(x: Double($0 % 7) * 100, y: Double($0 / 7) * 100) }
    let found = try await AccessLocator(network, workers: Workers(count: 2)).places(
      of: Self.column(points: places + [Point(x: 130, y: 20)]),
      in: Array(repeating: -1, count: 36), nearby: 200, within: 200, workers: Workers(count: 1))
    let metres = try await Self.metres(network, found, from: 35)
    for (origin, place) in places.enumerated() {
      #expect(abs(metres[origin][0] - abs(place.x - 130) - abs(place.y - 20)) < 0.01)
    }
    let nodes = found.places.selecting(0..<35)
    let pairs = try await network.pairs(
      from: nodes, to: nodes, within: 2_000, workers: Workers(count: 2))
    for origin in 0..<35 {
      for pair in pairs.offsets[origin]..<pairs.offsets[origin + 1] {
        let target = places[Int(pairs.targets[pair])]
        let walk = abs(places[origin].x - target.x) + abs(places[origin].y - target.y)
        #expect(abs(pairs.metres[pair] - walk) < 0.01)
      }
    }
  }

  @Test("streets around come before those farther off, and these count where there are none")
  func nearby() async throws {
    var lines = StreetLines()
    lines.x = [0, 1_000, 0, 1_000, 0, 1_000]
    lines.y = [0, 0, 50, 50, 120, 120]
    for line in 0..<3 { lines.append([Int32(2 * line), Int32(2 * line + 1)], sourceID: 1) }
    let locator = await AccessLocator(
      try WalkNetwork(lines: lines, crs: "local"), workers: Workers(count: 2))
    for (y, straight) in [
      (0.0, [0.0, 50]), (-0.01, [0.01]), (-60, [60, 110, 180]), (85, [35, 35]), (170, [50]),
      (170.01, [50.01, 120.01, 170.01]), (320, [200]), (320.01, []),
    ] {
      let found = try await locator.places(
        of: Self.column(points: [Point(x: 500, y: y)]), in: [-1], within: 200,
        workers: Workers(count: 1))
      let metres = found.places.positions(of: 0).compactMap { found.places.positions[$0] }
        .map(\.straightMetres).sorted()
      #expect(metres.count == straight.count, "\(y): \(metres)")
      for (one, other) in zip(metres, straight) { #expect(abs(one - other) < 1e-3) }
    }
  }

  @Test("a boundary is all of its points", arguments: UInt64(0)..<80)
  func boundaries(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let lines = StreetLines.random(
      vertices: Int.random(in: 4...16, using: &random),
      lines: Int.random(in: 2...8, using: &random), hasOneWays: false, using: &random)
    let network = try WalkNetwork(lines: lines, crs: "local")
    guard network.edgeCount > 0 else { return }
    let slow = SlowAccess(lines)
    let ring = Self.ring(around: Self.points(1, using: &random)[0], using: &random)
    let other = Self.ring(around: Self.points(1, using: &random)[0], using: &random)
    let target = Self.points(1, using: &random)[0]
    let found = try await AccessLocator(network, workers: Workers(count: 2)).places(
      of: Self.column(points: [target], rings: [ring, other]), in: [-1, -1, -1], nearby: 500,
      within: 500,
      workers: Workers(count: 1))
    let metres = try await Self.metres(
      network, AccessLocator.Found(places: found.places.selecting([1, 0, 2]), isBarred: []),
      from: 1)[0]
    let step = 1.0
    func sampled(_ ring: [Point]) -> [[SlowAccess.Candidate]] {
      zip(ring, ring.dropFirst()).flatMap { a, b in
        let count = Int((a.distance(to: b) / step).rounded(.up))
        return (0..<max(1, count)).map { index -> [SlowAccess.Candidate] in
          let share = Double(index) / Double(max(1, count))
          return slow.candidates(
            of: Point(x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y)), within: 500
          ).free
        }
      }
    }
    let ends = slow.candidates(of: target, within: 500).free
    let own = sampled(ring)
    let expected = own.map { slow.metres(from: $0, to: ends) }.min() ?? .infinity
    // Each sample is within half a step of any point, and its foot, too.
    #expect(metres[0] == expected || metres[0] <= expected + 0.01, "\(metres[0]), \(expected)")
    #expect(
      metres[0] == expected || metres[0] >= expected - step - 0.01, "\(metres[0]), \(expected)")
    // From a boundary to a boundary: not more than between any two of their points.
    let others = sampled(other).enumerated().filter { $0.offset % 7 == 0 }.map(\.element)
    for end in others {
      for start in own.enumerated() where start.offset % 5 == 0 {
        #expect(metres[1] <= slow.metres(from: start.element, to: end) + 0.01)
      }
    }
  }

  @Test("a street that is added makes no walk longer", arguments: UInt64(0)..<150)
  func added(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    var lines = StreetLines.random(
      vertices: Int.random(in: 6...24, using: &random),
      lines: Int.random(in: 2...10, using: &random), using: &random)
    let places = Self.points(8, using: &random)
    let rings = (0..<3).map { _ in
      Self.ring(around: Self.points(1, using: &random)[0], using: &random)
    }
    // Compounds stand in the way of each other, whatever streets there are.
    let shapes = Self.column(points: places, rings: rings)
    let owners: [Int32] = places.map { _ in -1 } + [0, 1, 2]
    func all() async throws -> ([[Double]], AccessLocator.Found) {
      let network = try WalkNetwork(lines: lines, crs: "local")
      let found = try await AccessLocator(
        network, compounds: Self.column(rings: rings), workers: Workers(count: 2)
      ).places(
        of: shapes.selecting([8, 9, 10] + Array(0..<8)), in: [0, 1, 2] + owners.prefix(8),
        nearby: 200, within: 200, workers: Workers(count: 1))
      return (try await Self.metres(network, found, from: 3), found)
    }
    var (before, found) = try await all()
    for _ in 0..<3 {
      let path = (0..<Int.random(in: 2...4, using: &random)).map { _ in
        Int32.random(in: 0..<Int32(lines.x.count), using: &random)
      }
      lines.append(path, sourceID: 99)
      let (after, next) = try await all()
      for (origin, row) in before.enumerated() {
        for (target, metres) in row.enumerated()
        where !found.isBarred[origin] && !found.isBarred[3 + target] {
          #expect(after[origin][target] <= metres + 0.01)
        }
      }
      (before, found) = (after, next)
    }
  }

  @Test(
    "a boundary that moves by a centimetre moves no walk by more than a few",
    arguments: UInt64(0)..<150)
  func moved(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let lines = StreetLines.random(
      vertices: Int.random(in: 4...20, using: &random),
      lines: Int.random(in: 2...10, using: &random), hasOneWays: false, using: &random)
    let network = try WalkNetwork(lines: lines, crs: "local")
    let targets = Self.points(6, using: &random)
    let ring = Self.ring(around: Self.points(1, using: &random)[0], using: &random)
    let (dx, dy) =
      ([(0.01, 0.0), (0, 0.01), (-0.007, 0.007)] as [(Double, Double)])
      .randomElement(using: &random) ?? (0, 0)
    // All of it, or one corner.
    let corner = Int.random(in: 0..<ring.count - 1, using: &random)
    var shifted = ring
    for index in ring.indices where seed % 2 == 0 || index % (ring.count - 1) == corner {
      shifted[index] = Point(x: ring[index].x + dx, y: ring[index].y + dy)
    }
    // So far that it cuts nothing off.
    func metres(_ ring: [Point]) async throws -> [Double] {
      let found = try await AccessLocator(network, workers: Workers(count: 2)).places(
        of: Self.column(points: targets, rings: [ring]).selecting([6, 0, 1, 2, 3, 4, 5]),
        in: Array(repeating: -1, count: 7), nearby: 2_000, within: 2_000, workers: Workers(count: 1)
      )
      return try await Self.metres(network, found, from: 1)[0]
    }
    let before = try await metres(ring)
    let after = try await metres(shifted)
    for (one, other) in zip(before, after) {
      #expect(one == other || abs(one - other) < 0.05, "\(one) and \(other)")
    }
  }

  @Test("no walk is shorter than the straight line", arguments: UInt64(0)..<60)
  func straight(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let network = try WalkNetwork(
      lines: .random(vertices: 20, lines: 12, using: &random), crs: "local")
    let places = Self.points(14, using: &random)
    let found = try await AccessLocator(network, workers: Workers(count: 2)).places(
      of: Self.column(points: places), in: Array(repeating: -1, count: 14), nearby: 300,
      within: 300,
      workers: Workers(count: 1))
    let metres = try await Self.metres(network, found, from: 7)
    for origin in 0..<7 {
      for target in 7..<14 {
        #expect(metres[origin][target - 7] > places[origin].distance(to: places[target]) - 0.01)
      }
    }
  }

  @Test("no order of rows and no number of workers shows")
  func order() async throws {
    var random = SplitMix64(seed: 7)
    var lines = StreetLines.random(vertices: 24, lines: 16, using: &random)
    lines.addTraits(using: &random)
    let network = try WalkNetwork(lines: lines, crs: "local")
    let rings = (0..<40).map { _ in
      Self.ring(around: Self.points(1, using: &random)[0], size: 30, using: &random)
    }
    let shapes = Self.column(points: Self.points(40, using: &random), rings: rings)
    let locator = await AccessLocator(
      network, compounds: Self.column(rings: rings), workers: Workers(count: 2))
    let owners = Array(repeating: Int32(-1), count: 40) + (0..<40).map { Int32($0) }
    let found = try await locator.places(
      of: shapes, in: owners, within: 150, workers: Workers(count: 1))
    let turned = try await locator.places(
      of: shapes.selecting((0..<80).reversed()), in: owners.reversed(), within: 150,
      workers: Workers(count: 3))
    #expect(turned.places.selecting((0..<80).reversed()) == found.places)
    #expect(turned.isBarred.reversed() == found.isBarred)
  }
}
