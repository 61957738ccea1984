import Optimizing
import TestSupport
import Testing

@Suite("Least cost within a budget")
struct BudgetTests {
  static let parts = SizingCompromise.parts

  @Test(
    "the largest least share, then the least shortfall: as trying all", arguments: UInt64(0)..<150)
  func lexicographic(seed: UInt64) async {
    let plain = TinyProblem.random(seed: seed, layers: 2)
    guard let optimum = TinyProblem.optimum(plain), optimum > 0 else { return }
    var dice = Dice(random: SplitMix64(seed: seed))
    let budget = Int64(dice.whole(0...Int(optimum) - 1))
    let problem = plain.with(budget: budget)
    let affordable = TinyProblem.choices(problem).filter {
      TinyProblem.cost(problem, $0) <= budget
    }
    switch await problem.leastCost(within: SearchLimits(iterations: 120)) {
    case .short(let compromise):
      let share = largestShare(problem, affordable)
      #expect(compromise.share.value == share)
      #expect(compromise.share.bound >= share)
      #expect(compromise.cost <= budget)
      #expect(compromise.leastCost <= optimum)
      let least = leastShortfall(problem, affordable, share: share)
      #expect(compromise.shortfall.value == least)
      #expect(compromise.shortfall.bound <= least ?? -1)
      check(compromise, problem)
    case .overspent: #expect(affordable.isEmpty)
    case .served, .impossible, .excluded, .unknown: Issue.record("the budget does not suffice")
    }
  }

  private func scaled(_ problem: SizingProblem, _ share: Int64) -> [[Int64]] {
    problem.layers.map { layer in
      layer.needs.map { need in
        let need = layer.isCover ? min(need, 1) : need
        return (need * share + Self.parts - 1) / Self.parts
      }
    }
  }

  private func largestShare(_ problem: SizingProblem, _ choices: [[Int]]) -> Int64 {
    var (low, high) = (Int64(0), Self.parts)
    while low < high {
      let share = (low + high + 1) / 2
      let needs = scaled(problem, share)
      if choices.contains(where: { TinyProblem.serves(problem, $0, needs: needs) }) {
        low = share
      } else {
        high = share - 1
      }
    }
    return low
  }

  private func leastShortfall(
    _ problem: SizingProblem, _ choices: [[Int]], share: Int64
  ) -> Int64? {
    let floors = scaled(problem, share)
    return choices.filter { TinyProblem.serves(problem, $0, needs: floors) }.map { choice in
      problem.layers.indices.reduce(Int64(0)) { sum, index in
        let layer = problem.layers[index]
        let given = TinyProblem.capacities(problem, choice, layer: index)
        let needs = layer.isCover ? layer.needs.map { min($0, 1) } : layer.needs
        let all = layer.isCover ? given.map { $0 > 0 ? 100 : 0 } : given
        return sum + needs.reduce(0, +) - TinyProblem.served(needs, layer.reach, all)
      }
    }.min()
  }

  private func check(_ compromise: SizingCompromise, _ problem: SizingProblem) {
    let choice = compromise.sizes.map { $0 ?? -1 }
    #expect(TinyProblem.cost(problem, choice) == compromise.cost)
    let floors = scaled(problem, compromise.share.value)
    var wanting: Int64 = 0
    for (index, layer) in problem.layers.enumerated() {
      let flow = compromise.flows[index]
      var got = layer.needs.map { _ in Int64(0) }
      var loads = [Int64](repeating: 0, count: layer.reach.siteCount)
      for row in flow.clients.indices {
        got[Int(flow.clients[row])] += flow.amounts[row]
        loads[Int(flow.servers[row])] += flow.amounts[row]
        #expect(layer.reach[Int(flow.clients[row])].contains(flow.servers[row]))
      }
      let given = TinyProblem.capacities(problem, choice, layer: index)
      for server in loads.indices {
        let isGiving = layer.isCover && given[server] > 0
        #expect(isGiving || loads[server] <= given[server])
      }
      for client in got.indices {
        let need = layer.isCover ? min(1, layer.needs[client]) : layer.needs[client]
        #expect(got[client] >= floors[index][client] && got[client] <= need)
        wanting += need - got[client]
      }
    }
    #expect(wanting == compromise.shortfall.value)
  }

  @Test("more money never gives less", arguments: UInt64(0)..<10)
  func tradeOff(seed: UInt64) async {
    let problem = TinyProblem.random(seed: seed, layers: 1, plain: true)
    guard let optimum = TinyProblem.optimum(problem), optimum > 0 else { return }
    let budgets = [0, optimum / 2, optimum]
    let outcomes = await problem.tradeOff(budgets: budgets, within: SearchLimits(iterations: 120))
    let shares = outcomes.compactMap { outcome -> Int64? in
      switch outcome {
      case .served: SizingCompromise.parts
      case .short(let compromise): compromise.share.value
      default: nil
      }
    }
    #expect(shares.count == budgets.count)
    #expect(shares == shares.sorted())
    #expect(shares.last == SizingCompromise.parts)
  }
}
