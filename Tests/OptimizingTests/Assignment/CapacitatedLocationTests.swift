import Optimizing
import TestSupport
import Testing

@Suite("Single-source capacitated location")
struct CapacitatedLocationTests {
  /// At most 4 sites and 5 clients, so that every assignment can be tried.
  private func problem(_ seed: Int) -> CapacitatedLocation {
    var dice = Dice(random: SplitMix64(seed: UInt64(seed)))
    let (sites, clients) = (dice.whole(1...4), dice.whole(1...5))
    var rules = SiteRules()
    if seed % 2 == 0 {
      for site in 0..<Int32(sites) {
        switch dice.whole(0...7) {
        case 0: rules.existing.append(site)
        case 1: rules.forbidden.append(site)
        case 2: rules.forced.append(site)
        default: break
        }
      }
      rules.groups.append((0..<Int32(sites)).filter { _ in dice.chance(30) })
    }
    return CapacitatedLocation(
      costs: (0..<sites * clients).map { _ in Int64(dice.whole(0...30)) },
      demands: (0..<clients).map { _ in Int64(dice.whole(0...6)) },
      capacities: (0..<sites).map { _ in Int64(dice.whole(3...15)) },
      fixed: (0..<sites).map { _ in Int64(dice.whole(0...20)) },
      count: dice.chance(50) ? dice.whole(0...3) : nil, rules: rules)
  }

  private func best(_ problem: CapacitatedLocation) -> Int64? {
    let (sites, clients) = (problem.capacities.count, problem.demands.count)
    var best: Int64?
    for bits in 0..<(1 << sites) {
      let open = (0..<Int32(sites)).filter { bits >> Int($0) & 1 == 1 }
      var number = 0
      var all = 1
      for _ in 0..<clients { all *= sites }
      while number < all {
        var rest = number
        let served = (0..<clients).map { _ -> Int32 in
          defer { rest /= sites }
          return Int32(rest % sites)
        }
        if let value = problem.value(sites: open, served: served) {
          best = min(best ?? value, value)
        }
        number += 1
      }
    }
    return best
  }

  @Test("bounds what trying finds, equals it with a solver, and can be checked", arguments: 1...150)
  func matchesTrying(seed: Int) throws {
    let problem = problem(seed)
    let truth = best(problem)
    for solver in everySolver {
      guard let answer = try? problem.solve(solver: solver) else {
        if solver != nil { #expect(truth == nil) }
        continue
      }
      guard let truth else {
        Issue.record("an answer where there is none")
        continue
      }
      #expect(answer.proof.bound <= truth && truth <= answer.proof.value)
      if solver != nil { #expect(answer.proof.value == truth && answer.proof.stop == .proven) }
      #expect(problem.check(answer))
      let claim = AssignmentAnswer(
        sites: answer.sites, served: answer.served,
        proof: Proof(value: answer.proof.value, bound: truth + 1, stop: .exhausted),
        boundSource: .certificate, multipliers: answer.multipliers, shift: answer.shift)
      #expect(!problem.check(claim))
    }
  }
}
