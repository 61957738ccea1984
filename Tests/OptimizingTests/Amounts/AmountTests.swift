import Optimizing
import TestSupport
import Testing

/// The fewest servers and their least amounts, beside trying all.
@Suite("Fewest servers, least amounts")
struct AmountTests {
  /// A few clients and servers, in one layer or two that share their amounts, and one that only asks for a server.
  private struct Case {
    var layers: [AmountLayer] = []
    let servers: Int

    init(seed: UInt64) {
      var dice = Dice(random: SplitMix64(seed: seed))
      servers = dice.whole(1...5)
      for number in 0..<dice.whole(1...3) {
        let clients = dice.whole(1...5)
        let existing = dice.whole(0...2)
        let lists = (0..<clients).map { _ in
          (0..<Int32(existing + servers)).filter { _ in dice.chance(45) }
        }
        layers.append(
          AmountLayer(
            needs: lists.map { _ in Int64(dice.whole(0...9)) },
            reach: ReachLists(lists, siteCount: existing + servers),
            existing: (0..<existing).map { _ in Int64(dice.whole(0...12)) },
            unit: number == 0 ? Int64(dice.whole(1...4)) : 2,
            isCover: !dice.chance(75)))
      }
    }

    /// By layer the sets of clients, as bits, with what they need and what exists for them.
    func isServed(by amounts: [Int64], isOpen: [Bool], without beyond: [[Int32]]) -> Bool {
      for (index, layer) in layers.enumerated() {
        let clients = layer.needs.indices.filter {
          layer.needs[$0] > 0 && !beyond[index].contains(Int32($0))
        }
        for bits in 1..<(1 << clients.count) where !clients.isEmpty {
          let chosen = clients.indices.filter { bits >> $0 & 1 == 1 }.map { clients[$0] }
          let ports = Set(chosen.flatMap { Array(layer.reach[$0]) }).map { Int($0) }
          let first = layer.existing.count
          if layer.isCover {
            guard chosen.count == 1 else { continue }
            let isReached = ports.contains {
              $0 < first ? layer.existing[$0] > 0 : isOpen[$0 - first]
            }
            if !isReached { return false }
            continue
          }
          let need = chosen.reduce(Int64(0)) { $0 + layer.needs[$1] }
          let supply = ports.reduce(Int64(0)) { sum, port in
            if port < first { return sum + layer.existing[port] }
            return isOpen[port - first] ? sum + amounts[port - first] * layer.unit : sum
          }
          if supply < need { return false }
        }
      }
      return true
    }
  }

  @Test("no fewer servers do, and each is told that no server can help", arguments: 0..<300)
  func fewest(seed: UInt64) {
    let test = Case(seed: seed)
    let answer = FewestServers(
      layers: test.layers, costs: Array(repeating: 1, count: test.servers)
    ).solve()
    let plenty = Array(repeating: Int64(1_000), count: test.servers)
    func works(_ bits: Int) -> Bool {
      test.isServed(
        by: plenty, isOpen: (0..<test.servers).map { bits >> $0 & 1 == 1 }, without: answer.beyond)
    }
    let fewest = (0..<(1 << test.servers)).filter(works).map(\.nonzeroBitCount).min()
    #expect(answer.isProven)
    #expect(works(answer.servers.reduce(0) { $0 | 1 << Int($1) }))
    #expect(fewest == answer.servers.count)
    // Whoever is beyond help reaches no server, or shares what exists with others who do not.
    for (layer, clients) in zip(test.layers, answer.beyond) {
      for client in clients {
        #expect(layer.reach[Int(client)].allSatisfy { $0 < layer.existing.count })
      }
    }
  }

  @Test("one unit less of anything does not do, and all together are the least", arguments: 0..<300)
  func least(seed: UInt64) {
    let test = Case(seed: seed)
    let answer = FewestServers(
      layers: test.layers, costs: Array(repeating: 1, count: test.servers)
    ).solve()
    let isOpen = (0..<test.servers).map { answer.servers.contains(Int32($0)) }
    let shared = test.layers.filter { !$0.isCover }
    let amounts = LeastAmounts(layers: shared, isOpen: isOpen).solve()
    guard answer.beyond.allSatisfy(\.isEmpty) else { return }
    let none = test.layers.map { _ in [Int32]() }
    #expect(test.isServed(by: amounts, isOpen: isOpen, without: none))
    for server in isOpen.indices where amounts[server] > 0 {
      var less = amounts
      less[server] -= 1
      #expect(!test.isServed(by: less, isOpen: isOpen, without: none), "server \(server)")
    }
    // With one layer the sum of what needs ask is the same however it is shared; whole amounts round each up.
    guard shared.count == 1, let layer = shared.first else { return }
    var all: Int64 = 0
    for bits in 1..<(1 << layer.needs.count) {
      let chosen = layer.needs.indices.filter { bits >> $0 & 1 == 1 }
      var missing: Int64 = chosen.reduce(0) { $0 + layer.needs[$1] }
      for port in Set(chosen.flatMap { Array(layer.reach[$0]) }) where port < layer.existing.count {
        missing -= layer.existing[Int(port)]
      }
      all = max(all, missing)
    }
    let sum = amounts.reduce(0, +) * layer.unit
    #expect(sum >= all)
    #expect(sum < max(1, all + layer.unit * Int64(answer.servers.count)))
  }

  @Test("what may be had at no cost is used first")
  func quotas() {
    // Two clients, each beside a server of its own that may have 3, and both reach the first server.
    let layer = AmountLayer(
      needs: [5, 4], reach: ReachLists([[0], [0, 1]], siteCount: 2))
    let plain = LeastAmounts(layers: [layer], isOpen: [true, true]).solve()
    #expect(plain.reduce(0, +) == 9)
    let shared = LeastAmounts(layers: [layer], isOpen: [true, true], quotas: [6, 3]).solve()
    #expect(shared.reduce(0, +) == 9 && shared[0] <= 6 && shared[1] <= 3)
  }

  @Test("ten thousand clients in a row are shared out in a moment")
  func many() {
    let count = 10_000
    let lists = (0..<count).map { client in
      (max(0, client - 6)...min(count - 1, client + 6)).map { Int32($0) }
    }
    let layer = AmountLayer(
      needs: (0..<count).map { Int64(13 + $0 % 7) }, reach: ReachLists(lists, siteCount: count),
      unit: 10)
    let answer = FewestServers(
      layers: [layer], costs: Array(repeating: 1, count: count)
    ).solve(within: SearchLimits(iterations: 100))
    #expect(answer.servers.count == (count + 12) / 13)
    var isOpen = [Bool](repeating: false, count: count)
    for server in answer.servers { isOpen[Int(server)] = true }
    let amounts = LeastAmounts(layers: [layer], isOpen: isOpen).solve()
    let need = layer.needs.reduce(0, +)
    #expect(amounts.reduce(0, +) * 10 >= need)
    #expect(amounts.reduce(0, +) * 10 < need + 10 * Int64(answer.servers.count))
  }
}
