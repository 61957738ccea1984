import Optimizing
import TestSupport
import Testing

@Suite("Set covering")
struct SetCoveringTests {
  private func problem(_ seed: Int) -> (RandomSites, SetCovering) {
    var random = RandomSites(seed: seed, withRules: seed % 2 == 0)
    let reach = random.reach(percent: 35)
    let costs =
      seed % 3 == 0 ? (0..<random.siteCount).map { _ in Int64(random.dice.whole(1...9)) } : nil
    return (random, SetCovering(reach: reach, costs: costs, rules: random.rules))
  }

  /// The least cost by trying all; `nil`: impossible.
  private func best(_ random: RandomSites, _ problem: SetCovering) throws -> Int64? {
    let unreachable = Set(try problem.unreachable())
    return random.choices(atMost: .max).filter { sites in
      (0..<random.clientCount).allSatisfy { client in
        unreachable.contains(Int32(client))
          || problem.reach[client].contains {
            sites.contains($0) || random.rules.existing.contains($0)
          }
      }
    }.map { $0.reduce(0) { $0 + problem.costs[Int($1)] } }.min()
  }

  @Test("equals the best of all choices, proves it and can be checked", arguments: 1...300)
  func matchesTrying(seed: Int) throws {
    let (random, problem) = problem(seed)
    for solver in everySolver {
      guard let answer = try? problem.solve(solver: solver) else {
        #expect((try? best(random, problem) ?? nil) == nil)
        continue
      }
      #expect(try best(random, problem) == answer.proof.value)
      #expect(answer.proof.stop == .proven)
      #expect(problem.check(answer))
      for certificate in answer.certificate.tampered {
        let claim = LocationAnswer(
          sites: answer.sites,
          proof: Proof(value: answer.proof.value, bound: answer.proof.value, stop: .proven),
          boundSource: .certificate, certificate: certificate)
        // Whatever still holds after a change proves what is true anyhow.
        if problem.check(claim) { #expect(try best(random, problem) == claim.proof.bound) }
      }
    }
  }

  @Test("a bound above the truth is refused", arguments: 1...60)
  func refusesTooMuch(seed: Int) throws {
    let (_, problem) = problem(seed)
    guard let answer = try? problem.solve() else { return }
    let proof = Proof(value: answer.proof.value, bound: answer.proof.value + 1, stop: .exhausted)
    let claim = LocationAnswer(
      sites: answer.sites, proof: proof, boundSource: .certificate,
      certificate: answer.certificate)
    #expect(!problem.check(claim))
    let wrong = LocationAnswer(
      sites: answer.sites, proof: Proof(value: answer.proof.value - 1, bound: 0, stop: .exhausted),
      boundSource: .certificate, certificate: answer.certificate)
    #expect(!problem.check(wrong))
  }

  @Test("a replacement that does not cover as much is refused")
  func refusesReplacement() throws {
    let problem = SetCovering(reach: ReachLists([[0], [1]], siteCount: 2))
    let answer = try problem.solve()
    #expect(answer.proof.value == 2)
    var certificate = answer.certificate
    certificate.replacedBy = [-1, 0]
    let claim = LocationAnswer(
      sites: answer.sites, proof: answer.proof, boundSource: .certificate, certificate: certificate)
    #expect(!problem.check(claim))
  }

  @Test("clients that nothing reaches are named and left out")
  func unreachable() throws {
    let problem = SetCovering(
      reach: ReachLists([[0], [], [1]], siteCount: 2), rules: SiteRules(forbidden: [1]))
    #expect(try problem.unreachable() == [1, 2])
    #expect(try problem.solve().sites == [0])
  }

  @Test("rules that contradict each other are named")
  func contradictions() {
    let reach = ReachLists([[0, 1]], siteCount: 2)
    #expect(throws: LocationError.contradiction(sites: [0])) {
      try SetCovering(reach: reach, rules: SiteRules(forced: [0], forbidden: [0])).solve()
    }
    #expect(throws: LocationError.contradiction(sites: [0, 1])) {
      try SetCovering(reach: reach, rules: SiteRules(forced: [0, 1], groups: [[0, 1]])).solve()
    }
    let apart = ReachLists([[0], [1]], siteCount: 2)
    for solver in everySolver {
      #expect(throws: LocationError.infeasible) {
        try SetCovering(reach: apart, rules: SiteRules(groups: [[0, 1]])).solve(solver: solver)
      }
    }
  }

  @Test("with steps and no clock the same each time", arguments: 1...5)
  func determinism(seed: Int) throws {
    var random = RandomSites(seed: seed, withRules: false)
    let lists = (0..<200).map { _ in (0..<Int32(60)).filter { _ in random.dice.chance(8) } }
    let problem = SetCovering(reach: ReachLists(lists, siteCount: 60))
    let limits = SearchLimits(iterations: 500, seed: UInt64(seed))
    #expect(try problem.solve(limits: limits) == problem.solve(limits: limits))
  }
}
