import Testing
import Workers

@testable import Walking

/// What theory says, to the metre.
@Suite("A perfect grid of streets")
struct PerfectGridTests {
  let network: WalkNetwork
  let crossings: NetworkPositions
  let side = 21

  init() throws {
    network = try WalkNetwork(
      lines: .grid(columns: side, lines: side, spacing: 100), crs: "local")
    var crossings = NetworkPositions()
    for line in 0..<side {
      for column in 0..<side {
        crossings.append(network.position(atX: Double(100 * column), y: Double(100 * line)))
      }
    }
    self.crossings = crossings
  }

  @Test("distances are sums of blocks")
  func distances() throws {
    // The four corners are no crossings, only bends.
    #expect(network.nodeCount == side * side - 4)
    var search = WalkSearch(on: network)
    let centre = try #require(crossings[10 * side + 10])
    let found = try search.distances(from: centre, to: crossings, within: 3_000)
    for line in 0..<side {
      for column in 0..<side {
        #expect(found[line * side + column] == Double(100 * (abs(line - 10) + abs(column - 10))))
      }
    }
  }

  @Test("a limit is inclusive, to one ulp", arguments: [0, 100, 900, 1_000])
  func limit(metres: Double) async throws {
    let centre = crossings.selecting([10 * side + 10])
    let blocks = Int(metres / 100)
    for workers in [1, 2] {
      func count(_ limit: Double) async throws -> Int {
        let pairs = try await network.pairs(
          from: centre, to: crossings, within: limit, workers: Workers(count: workers))
        let turned = try await network.pairs(
          from: crossings, to: centre, within: limit, workers: Workers(count: workers))
        let nearest = try await network.nearest(
          [centre], from: crossings, within: limit, workers: Workers(count: workers))
        #expect(turned.targets.count == pairs.targets.count)
        #expect(nearest[0].rows.count { $0 == 0 } == pairs.targets.count)
        return pairs.targets.count
      }
      // A diamond of crossings.
      #expect(try await count(metres) == 2 * blocks * (blocks + 1) + 1)
      #expect(try await count(metres.nextUp) == 2 * blocks * (blocks + 1) + 1)
      #expect(try await count(metres.nextDown) == (blocks == 0 ? 0 : 2 * blocks * (blocks - 1) + 1))
    }
  }

  @Test("straight pieces count at both ends, and places on a street are not at its ends")
  func straightPieces() async throws {
    let locator = EdgeLocator(network)
    let workers = Workers(count: 2)
    func positions(_ places: [(x: Double, y: Double)]) -> NetworkPositions {
      var result = NetworkPositions()
      for place in places { result.append(locator.nearest(toX: place.x, y: place.y, within: 50)) }
      return result
    }
    let origin = positions([(1_030, 1_020), (1_030, 980)])
    let target = positions([(1_080, 990), (1_260, 1_005), (1_310, 1_040)])
    let pairs = try await network.pairs(
      from: origin, to: target, within: 400, workers: workers)
    #expect(pairs.offsets == [0, 3, 6])
    // 20 + 50 + 10; 20 + 230 + 5; up a side street: 20 + 270 + 40 + 10.
    #expect(pairs.metres == [80, 255, 340, 80, 255, 340])
    let exact = try await network.pairs(from: origin, to: target, within: 255, workers: workers)
    #expect(exact.targets == [0, 1, 0, 1])
    let less = try await network.pairs(
      from: origin, to: target, within: 255.0.nextDown, workers: workers)
    #expect(less.targets == [0, 0])
  }

  @Test("lengths that no binary number has are within a limit of their sum")
  func decimals() throws {
    for (length, count) in [(100.1, 7), (33.3, 9), (0.1, 10), (100.7, 1), (57.9, 13)] {
      var lines = StreetLines()
      for index in 0...count {
        lines.x.append(400_000 + Double(index) * length)
        lines.y.append(3_800_000)
      }
      for index in 0..<Int32(count) { lines.append([index, index + 1], sourceID: 1) }
      let network = try WalkNetwork(lines: lines, crs: "local")
      var ends = NetworkPositions()
      ends.append(network.position(atX: lines.x[0], y: 3_800_000))
      ends.append(network.position(atX: lines.x[count], y: 3_800_000))
      var search = WalkSearch(on: network)
      let start = try #require(ends[0])
      let sum = (length * Double(count) * 10).rounded() / 10
      let found = try search.distances(from: start, to: ends, within: sum)
      #expect(found[1] <= sum && found[1] > sum - 0.001)
      #expect(try search.distances(from: start, to: ends, within: sum - 0.001)[1] == .infinity)
    }
  }
}
