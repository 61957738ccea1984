import TestSupport
import Testing
import Workers

@testable import Walking

@Suite("Searches")
struct WalkSearchTests {
  /// Everything by the slow way: origin rows by target rows, in ticks.
  static func slowDistances(
    _ network: WalkNetwork, _ origins: NetworkPositions, _ targets: NetworkPositions
  ) -> [[Int64?]] {
    var positions: [NetworkPosition] = []
    var originIndex: [Int?] = []
    var targetIndex: [Int?] = []
    for row in 0..<origins.count {
      originIndex.append(origins[row].map { _ in positions.count })
      if let position = origins[row] { positions.append(position) }
    }
    for row in 0..<targets.count {
      targetIndex.append(targets[row].map { _ in positions.count })
      if let position = targets[row] { positions.append(position) }
    }
    let slow = SlowWalk(network, with: positions)
    return originIndex.map { origin in
      guard let origin else { return targetIndex.map { _ in nil } }
      let walks = slow.distances(from: origin)
      return targetIndex.map { target in
        guard let target, let walk = walks[target] else { return nil }
        return walk + Int64(positions[origin].straight) + Int64(positions[target].straight)
      }
    }
  }

  /// A limit that is often exactly a distance, or just below or above one.
  static func limit(_ distances: [[Int64?]], using random: inout SplitMix64) -> Double {
    let all = distances.joined().compactMap { $0 }.map { Double($0) / 16_384 }
    guard let metres = all.randomElement(using: &random) else { return 500 }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return metres
    case 1: return metres.nextDown
    case 2: return metres.nextUp
    default: return Double.random(in: 0...1_500, using: &random)
    }
  }

  @Test("nearest, pairs and distances equal the slow and simple answer", arguments: UInt64(0)..<300)
  func matchesDijkstra(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let lines = StreetLines.random(
      vertices: Int.random(in: 4...30, using: &random),
      lines: Int.random(in: 2...20, using: &random), using: &random)
    let network = try WalkNetwork(lines: lines, crs: "local")
    if network.edgeCount == 0 { return }
    let origins = network.randomPositions(Int.random(in: 0...40, using: &random), using: &random)
    let targets = network.randomPositions(Int.random(in: 0...40, using: &random), using: &random)
    let expected = Self.slowDistances(network, origins, targets)
    let limit = Self.limit(expected, using: &random)
    let workers = Workers(count: Int.random(in: 1...3, using: &random))

    let pairs = try await network.pairs(
      from: origins, to: targets, within: limit, workers: workers)
    let nearest = try await network.nearest(
      [targets, NetworkPositions()], from: origins, within: limit, workers: workers)
    #expect(pairs.offsets.count == origins.count + 1)
    #expect(nearest[1].rows.allSatisfy { $0 == -1 })
    #expect(nearest[1].metres.allSatisfy { $0 == .infinity })
    var search = WalkSearch(on: network)
    for row in 0..<origins.count {
      let reached = expected[row].enumerated().compactMap { target, ticks in
        ticks.map { (target: Int32(target), metres: Double($0) / 16_384) }
      }.filter { $0.metres <= limit }
      let range = pairs.offsets[row]..<pairs.offsets[row + 1]
      #expect(Array(pairs.targets[range]) == reached.map(\.target))
      #expect(Array(pairs.metres[range]) == reached.map(\.metres))
      let best = reached.min { ($0.metres, $0.target) < ($1.metres, $1.target) }
      #expect(nearest[0].rows[row] == best?.target ?? -1)
      #expect(nearest[0].metres[row] == best?.metres ?? .infinity)
      guard let origin = origins[row] else { continue }
      let found = try search.distances(from: origin, to: targets, within: limit)
      for target in 0..<targets.count {
        let metres = expected[row][target].map { Double($0) / 16_384 } ?? .infinity
        #expect(found[target] == (metres <= limit ? metres : .infinity))
      }
    }
  }

  @Test("the same answer again, after another, and for any number of workers")
  func repeatable() async throws {
    var random = SplitMix64(seed: 4)
    let lines = StreetLines.random(vertices: 400, lines: 300, side: 3_000, using: &random)
    let network = try WalkNetwork(lines: lines, crs: "local")
    let origins = network.randomPositions(700, using: &random)
    let targets = network.randomPositions(300, using: &random)
    let one = Workers(count: 1)
    let pairs = try await network.pairs(from: origins, to: targets, within: 900, workers: one)
    let nearest = try await network.nearest(
      [targets, origins], from: origins, within: 900, workers: one)
    _ = try await network.pairs(from: targets, to: origins, within: 100, workers: one)
    for count in [1, 2, 5] {
      let workers = Workers(count: count)
      #expect(
        try await network.pairs(from: origins, to: targets, within: 900, workers: workers) == pairs)
      #expect(
        try await network.nearest([targets, origins], from: origins, within: 900, workers: workers)
          == nearest)
    }
    var search = WalkSearch(on: network)
    let origin = try #require(origins[0] ?? origins[1])
    let first = try search.distances(from: origin, to: targets, within: 900)
    _ = try search.distances(from: origin, to: targets, within: 2_000)
    #expect(try search.distances(from: origin, to: targets, within: 900) == first)
  }

  @Test("there is as far as back where everything may be walked both ways", arguments: 0..<20)
  func symmetric(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let lines = StreetLines.random(hasOneWays: false, using: &random)
    let network = try WalkNetwork(lines: lines, crs: "local")
    let places = network.randomPositions(30, using: &random)
    var search = WalkSearch(on: network)
    let table = try (0..<places.count).map { row in
      try places[row].map { try search.distances(from: $0, to: places, within: 5_000) }
    }
    for a in 0..<places.count {
      for b in 0..<places.count where table[a] != nil && table[b] != nil {
        #expect(table[a]?[b] == table[b]?[a])
      }
    }
  }

  @Test(
    "one more street or facility never lowers reach; longer limits reach more", arguments: 0..<40)
  func monotone(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    var lines = StreetLines.random(hasOneWays: false, using: &random)
    // Vertices on top of each other would be found in another order with another street.
    for vertex in lines.x.indices { lines.x[vertex] += Double(vertex) / 16 }
    let workers = Workers(count: 2)
    func reached(_ limit: Double, targets: Int) async throws -> [Double] {
      let network = try WalkNetwork(lines: lines, crs: "local")
      var positions = NetworkPositions()
      for vertex in 0..<24 {
        positions.append(network.position(atX: lines.x[vertex], y: lines.y[vertex]))
      }
      return try await network.nearest(
        [positions.selecting(0..<targets)], from: positions, within: limit, workers: workers
      )[0].metres
    }
    let before = try await reached(300, targets: 4)
    let more = try await reached(300, targets: 6)
    let longer = try await reached(400, targets: 4)
    #expect(zip(more, before).allSatisfy { $0 <= $1 })
    #expect(zip(longer, before).allSatisfy { $0 <= $1 })
    lines.append([6, 5, 11], sourceID: 99)
    let street = try await reached(300, targets: 4)
    #expect(zip(street, before).allSatisfy { $0 <= $1 })
  }
}
