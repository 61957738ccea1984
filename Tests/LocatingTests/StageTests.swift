import Compliance
import Optimizing
import Planning
import Quantities
import Rules
import TestSupport
import Testing
import Workers

@testable import Locating

@Suite("Stages")
struct StageTests {
  /// The largest flow as the smallest cut, over all sets of clients.
  private func largestFlow(_ layer: SizingProblem.Layer, _ capacities: [Int64]) -> Int64 {
    let clients = layer.needs.count
    return (0..<(1 << clients)).map { bits -> Int64 in
      let inside = (0..<clients).filter { bits >> $0 & 1 == 1 }
      let servers = Set(inside.flatMap { layer.reach[$0].map { Int($0) } })
      let outside = (0..<clients).filter { bits >> $0 & 1 == 0 }
      return outside.reduce(0) { $0 + layer.needs[$1] } + servers.reduce(0) { $0 + capacities[$1] }
    }.min() ?? 0
  }

  @Test("what some servers serve is the largest flow, whatever comes first", arguments: 0..<200)
  func flow(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let (clients, standing, sites) = (
      Int.random(in: 1...7, using: &random), Int.random(in: 0...2, using: &random),
      Int.random(in: 1...5, using: &random)
    )
    let servers = standing + sites
    let layer = SizingProblem.Layer(
      needs: (0..<clients).map { _ in Int64.random(in: 0...9, using: &random) },
      reach: ReachLists(
        (0..<clients).map { _ in
          (0..<Int32(servers)).filter { _ in Bool.random(using: &random) }
        }, siteCount: servers),
      existing: (0..<standing).map { _ in Int64.random(in: 0...9, using: &random) })
    var capacities = layer.existing + Array(repeating: 0, count: sites)
    var served = ServedNeed(layer)
    #expect(served.served == largestFlow(layer, capacities))
    for site in (standing..<servers).shuffled(using: &random) {
      capacities[site] = Int64.random(in: 0...12, using: &random)
      served.open(site, capacities[site])
      #expect(served.served == largestFlow(layer, capacities), "seed \(seed)")
    }
    let cover = SizingProblem.Layer(
      needs: layer.needs, reach: layer.reach,
      existing: Array(repeating: 0, count: standing), isCover: true)
    var covered = ServedNeed(cover)
    covered.open(standing, 1)
    let wanted = (0..<clients).count {
      layer.needs[$0] > 0 && layer.reach[$0].contains(Int32(standing))
    }
    #expect(covered.served == Int64(wanted))
  }

  @Test(
    "money is kept to, nothing is built twice, and need is met sooner or later", arguments: 1...16)
  func years(seed: Int) async throws {
    let little = try await LittleCity(seed: UInt64(seed))
    guard let least = try await little.leastCost(), least > .zero else { return }
    var request = ProposalRequest(
      options: [little.option], candidates: little.candidates,
      limits: SearchLimits(iterations: 2_000))
    let half = Amount(micros: least.micros / 2)
    request.stages = [
      BuildStage(year: 2026, budget: half), BuildStage(year: 2027, budget: .zero),
      BuildStage(year: 2028, budget: least - half),
    ]
    let proposal = try await Proposer(
      city: little.city, packs: little.packs, vocabulary: little.vocabulary.kinds,
      workers: Workers(count: 1)
    ).propose(
      request, after: try await little.judge(little.city),
      judge: { city, _ in try await little.judge(city) })
    // Together they are the budget, which just suffices.
    #expect(!proposal.isWithinBudgetOnly && proposal.cost == least, "seed \(seed)")
    #expect(proposal.stages.map(\.stage.year) == [2026, 2027, 2028])
    var money = Amount.zero
    for stage in proposal.stages {
      money = money + stage.stage.budget - stage.cost
      #expect(money == stage.left && money >= .zero)
      #expect(stage.cost == stage.sites.reduce(.zero) { $0 + proposal.sites[$1].cost })
    }
    let order = proposal.stages.flatMap(\.sites)
    #expect(order.sorted() == Array(proposal.sites.indices), "seed \(seed)")
    #expect(proposal.stages.last?.met == 1 && money == .zero)
    for (one, next) in zip(proposal.stages, proposal.stages.dropFirst()) {
      #expect(one.met <= next.met)
    }
    for (row, year) in proposal.years.enumerated() {
      #expect(proposal.plan.facilities.delivered[row]?.year == year)
    }
    #expect(!proposal.after.findings.contains { $0.verdicts.contains(.fail) })
  }
}
