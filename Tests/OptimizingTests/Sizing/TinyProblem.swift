import Optimizing
import TestSupport

/// Small random problems.
enum TinyProblem {
  /// One layer or more, existing servers, forced sites, exclusions, layers of covering.
  static func random(seed: UInt64, layers most: Int = 3, plain: Bool = false) -> SizingProblem {
    var dice = Dice(random: SplitMix64(seed: seed))
    let siteCount = dice.whole(1...5)
    let layerCount = dice.whole(1...most)
    let covers = (0..<layerCount).map { _ in !plain && dice.chance(25) }
    let layers = covers.map { layer(isCover: $0, siteCount, &dice) }
    let step = dice.pick([Int64(1), 5])
    let sites = (0..<siteCount).map { _ in
      var sizes: [SizingProblem.Size] = []
      var cost = Int64(dice.whole(0...4)) * step
      var capacities = covers.map { _ in Int64(dice.whole(0...3)) }
      for _ in 0..<dice.whole(1...3) {
        sizes.append(.init(cost: cost, capacities: capacities))
        cost += Int64(dice.whole(0...6)) * step
        for layer in capacities.indices { capacities[layer] += Int64(dice.whole(0...4)) }
      }
      let forced = !plain && dice.chance(10) ? dice.whole(0...sizes.count - 1) : nil
      return SizingProblem.Site(sizes: sizes, forced: forced)
    }
    var exclusions: [SizingProblem.Exclusion] = []
    if !plain, siteCount > 1, dice.chance(40) {
      for _ in 0..<dice.whole(1...2) {
        let members = (0..<Int32(siteCount)).filter { _ in dice.chance(60) }
        exclusions.append(.init(sites: members, atMost: dice.whole(1...2)))
      }
    }
    return SizingProblem(layers: layers, sites: sites, exclusions: exclusions)
  }

  private static func layer(
    isCover: Bool, _ siteCount: Int, _ dice: inout Dice
  ) -> SizingProblem.Layer {
    let existing = dice.chance(40) ? dice.whole(1...2) : 0
    let lists = (0..<dice.whole(1...5)).map { _ in
      (0..<Int32(existing + siteCount)).filter { _ in dice.chance(60) }
    }
    return SizingProblem.Layer(
      needs: lists.map { $0.isEmpty ? 0 : Int64(dice.whole(0...4)) },
      reach: ReachLists(lists, siteCount: existing + siteCount),
      existing: (0..<existing).map { _ in Int64(dice.whole(0...3)) }, isCover: isCover)
  }

  /// Every choice of sizes, -1: not built, that obeys what is forced and excluded.
  static func choices(_ problem: SizingProblem) -> [[Int]] {
    var choices: [[Int]] = [[]]
    for site in problem.sites {
      let options = Array((site.forced ?? -1)..<site.sizes.count)
      choices = choices.flatMap { choice in options.map { choice + [$0] } }
    }
    return choices.filter { choice in
      problem.exclusions.allSatisfy { exclusion in
        Set(exclusion.sites).filter { choice[Int($0)] >= 0 }.count <= exclusion.atMost
      }
    }
  }

  static func cost(_ problem: SizingProblem, _ choice: [Int]) -> Int64 {
    zip(problem.sites, choice).reduce(0) { $0 + ($1.1 < 0 ? 0 : $1.0.sizes[$1.1].cost) }
  }

  /// What every server gives in a layer.
  static func capacities(_ problem: SizingProblem, _ choice: [Int], layer: Int) -> [Int64] {
    problem.layers[layer].existing
      + zip(problem.sites, choice).map { $1 < 0 ? 0 : $0.sizes[$1].capacities[layer] }
  }

  /// The most that can be served of some needs: the least cut over all sets of clients (Ford & Fulkerson 1956).
  static func served(
    _ needs: [Int64], _ reach: ReachLists, _ capacities: [Int64]
  ) -> Int64 {
    // Sets of clients and of servers as bits: all sets of a thousand choices are many.
    let masks = needs.indices.map { client in reach[client].reduce(0) { $0 | (1 << Int($1)) } }
    var least = Int64.max
    for set in 0..<(1 << needs.count) {
      var (servers, cut) = (0, Int64(0))
      for client in needs.indices {
        if set & (1 << client) != 0 { servers |= masks[client] } else { cut += needs[client] }
      }
      for server in capacities.indices where servers & (1 << server) != 0 {
        cut += capacities[server]
      }
      least = min(least, cut)
    }
    return least
  }

  /// Whether a choice serves needs, those of the problem or others, in every layer.
  static func serves(
    _ problem: SizingProblem, _ choice: [Int], needs: [[Int64]]? = nil
  ) -> Bool {
    problem.layers.indices.allSatisfy { index in
      let layer = problem.layers[index]
      let wanted = needs?[index] ?? layer.needs
      let given = capacities(problem, choice, layer: index)
      if layer.isCover {
        return wanted.indices.allSatisfy { client in
          wanted[client] == 0 || layer.reach[client].contains { given[Int($0)] > 0 }
        }
      }
      return served(wanted, layer.reach, given) == wanted.reduce(0, +)
    }
  }

  /// The least cost, `nil`: nothing serves all.
  static func optimum(_ problem: SizingProblem) -> Int64? {
    choices(problem).map { (cost: cost(problem, $0), choice: $0) }
      .sorted { $0.cost < $1.cost }
      .first { serves(problem, $0.choice) }?.cost
  }
}
