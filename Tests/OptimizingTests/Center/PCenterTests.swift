import Optimizing
import TestSupport
import Testing

@Suite("p-centre")
struct PCenterTests {
  private func problem(_ seed: Int) -> (RandomSites, PCenter) {
    var random = RandomSites(seed: seed, withRules: seed % 2 == 0)
    let distances = random.costs(seed % 3 == 0 ? 0...4 : 0...60)
    let count = random.dice.whole(0...4)
    return (
      random,
      PCenter(distances: distances, siteCount: random.siteCount, count: count, rules: random.rules)
    )
  }

  private func best(_ random: RandomSites, _ problem: PCenter) -> Int64? {
    random.choices(atMost: problem.count).compactMap { sites -> Int64? in
      let open = sites + random.rules.existing
      guard !open.isEmpty else { return nil }
      return (0..<random.clientCount).map { client in
        open.map { problem.distances[client * random.siteCount + Int($0)] }.min() ?? 0
      }.max()
    }.min()
  }

  @Test("equals the best of all choices, proves it and can be checked", arguments: 1...300)
  func matchesTrying(seed: Int) throws {
    let (random, problem) = problem(seed)
    for solver in everySolver {
      guard let answer = try? problem.solve(solver: solver) else {
        #expect(best(random, problem) == nil)
        continue
      }
      #expect(best(random, problem) == answer.proof.value)
      #expect(answer.proof.stop == .proven)
      #expect(problem.check(answer))
      guard answer.boundSource == .certificate, answer.excluded != nil else { continue }
      let claim = CenterAnswer(
        sites: answer.sites, proof: answer.proof, boundSource: .certificate, excluded: nil)
      #expect(!problem.check(claim))
      for certificate in answer.excluded?.tampered ?? [] {
        let claim = CenterAnswer(
          sites: answer.sites, proof: answer.proof, boundSource: .certificate,
          excluded: certificate)
        if problem.check(claim) { #expect(best(random, problem) == claim.proof.bound) }
      }
    }
  }

  @Test("a bound above the truth is refused", arguments: 1...60)
  func refusesTooMuch(seed: Int) throws {
    let (_, problem) = problem(seed)
    guard let answer = try? problem.solve(), answer.boundSource == .certificate else { return }
    let claim = CenterAnswer(
      sites: answer.sites,
      proof: Proof(value: answer.proof.value, bound: answer.proof.value + 1, stop: .exhausted),
      boundSource: .certificate, excluded: answer.excluded)
    #expect(!problem.check(claim))
  }
}
