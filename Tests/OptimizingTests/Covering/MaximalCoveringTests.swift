import Optimizing
import TestSupport
import Testing

@Suite("Maximal covering")
struct MaximalCoveringTests {
  private func problem(_ seed: Int) -> (RandomSites, MaximalCovering) {
    var random = RandomSites(seed: seed, withRules: seed % 2 == 0)
    let reach = random.reach(percent: 25)
    let weights = (0..<random.clientCount).map { _ in Int64(random.dice.whole(0...20)) }
    let count = random.dice.whole(0...4)
    return (
      random, MaximalCovering(reach: reach, weights: weights, count: count, rules: random.rules)
    )
  }

  private func best(_ random: RandomSites, _ problem: MaximalCovering) -> Int64? {
    random.choices(atMost: problem.count).map { sites in
      (0..<random.clientCount).reduce(Int64(0)) { sum, client in
        let isCovered = problem.reach[client].contains {
          sites.contains($0) || random.rules.existing.contains($0)
        }
        return sum + (isCovered ? problem.weights[client] : 0)
      }
    }.max()
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
      for certificate in answer.certificate.tampered {
        let claim = LocationAnswer(
          sites: answer.sites, proof: answer.proof, boundSource: .certificate,
          certificate: certificate)
        if problem.check(claim) { #expect(best(random, problem) == claim.proof.bound) }
      }
    }
  }

  @Test("a bound below the truth is refused", arguments: 1...60)
  func refusesTooMuch(seed: Int) throws {
    let (_, problem) = problem(seed)
    guard let answer = try? problem.solve() else { return }
    let proof = Proof(value: answer.proof.value, bound: answer.proof.value - 1, stop: .exhausted)
    let claim = LocationAnswer(
      sites: answer.sites, proof: proof, boundSource: .certificate,
      certificate: answer.certificate)
    #expect(!problem.check(claim))
  }

  @Test("more sites are forced than allowed")
  func tooMany() {
    let problem = MaximalCovering(
      reach: ReachLists([[0, 1]], siteCount: 2), weights: [1], count: 1,
      rules: SiteRules(forced: [0, 1]))
    #expect(throws: LocationError.tooManyForced(forced: 2, allowed: 1)) { try problem.solve() }
  }

  @Test("the caller can end it, and hears of values and bounds", arguments: [1, 2])
  func ending(seed: Int) throws {
    var random = RandomSites(seed: seed, withRules: false)
    let lists = (0..<400).map { _ in (0..<Int32(80)).filter { _ in random.dice.chance(8) } }
    let problem = MaximalCovering(
      reach: ReachLists(lists, siteCount: 80), weights: [Int64](repeating: 3, count: 400), count: 12
    )
    let answer = try problem.solve(
      limits: SearchLimits { value, bound in
        #expect(value.map { $0 <= bound } ?? true)
        return value == nil
      })
    #expect(answer.proof.stop == .timeLimit || answer.proof.stop == .proven)
    #expect(answer.proof.value <= answer.proof.bound)
    #expect(problem.check(answer))
  }

  @Test("with steps and no clock the same each time", arguments: 1...5)
  func determinism(seed: Int) throws {
    var random = RandomSites(seed: seed, withRules: false)
    let lists = (0..<300).map { _ in (0..<Int32(60)).filter { _ in random.dice.chance(8) } }
    let weights = (0..<300).map { _ in Int64(random.dice.whole(1...50)) }
    let problem = MaximalCovering(
      reach: ReachLists(lists, siteCount: 60), weights: weights, count: 7)
    let limits = SearchLimits(iterations: 500, seed: UInt64(seed))
    #expect(try problem.solve(limits: limits) == problem.solve(limits: limits))
  }
}
