import Optimizing
import TestSupport
import Testing

@Suite("p-median")
struct PMedianTests {
  private func problem(_ seed: Int) -> (RandomSites, PMedian) {
    var random = RandomSites(seed: seed, withRules: seed % 2 == 0)
    let costs = random.costs(seed % 3 == 0 ? 0...3 : 0...100)
    let count = random.dice.whole(0...4)
    return (
      random, PMedian(costs: costs, siteCount: random.siteCount, count: count, rules: random.rules)
    )
  }

  private func best(_ random: RandomSites, _ problem: PMedian) -> Int64? {
    random.choices(atMost: problem.count).compactMap { sites -> Int64? in
      let open = sites + random.rules.existing
      guard !open.isEmpty else { return nil }
      return (0..<random.clientCount).reduce(Int64(0)) { sum, client in
        sum + (open.map { problem.costs[client * random.siteCount + Int($0)] }.min() ?? 0)
      }
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
      for certificate in answer.certificate.tampered {
        let claim = LocationAnswer(
          sites: answer.sites, proof: answer.proof, boundSource: .certificate,
          certificate: certificate)
        if problem.check(claim) { #expect(best(random, problem) == claim.proof.bound) }
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
  }

  @Test(
    "with steps and no clock the same each time, and never proven without proof", arguments: 1...5)
  func determinism(seed: Int) throws {
    var random = RandomSites(seed: seed, withRules: false)
    let costs = (0..<60 * 60).map { _ in Int64(random.dice.whole(1...1000)) }
    let problem = PMedian(costs: costs, siteCount: 60, count: 6)
    let limits = SearchLimits(iterations: 60, seed: UInt64(seed))
    let answer = try problem.solve(limits: limits)
    #expect(try answer == problem.solve(limits: limits))
    #expect(answer.proof.bound <= answer.proof.value)
    #expect(problem.check(answer))
    let whole = try problem.solve()
    #expect(whole.proof.stop == .proven)
    #expect(whole.proof.value >= answer.proof.bound && whole.proof.value <= answer.proof.value)
    #expect(problem.check(whole))
  }

  @Test(
    "the first five of the OR-Library", .enabled(if: TestData.has("reference"), TestData.advice),
    arguments: 1...5)
  func library(number: Int) throws {
    let folder = "reference/location/pmed"
    let optima = try TestData.text("\(folder)/optima.txt").split { $0.isWhitespace }
    let numbers = try TestData.text("\(folder)/pmed\(number).txt").split { $0.isWhitespace }
      .compactMap { Int64($0) }
    let nodes = Int(numbers[0])
    var distances = [Int64](repeating: 1 << 30, count: nodes * nodes)
    for node in 0..<nodes { distances[node * nodes + node] = 0 }
    for row in stride(from: 3, to: numbers.count - 2, by: 3) {
      let (one, other) = (Int(numbers[row]) - 1, Int(numbers[row + 1]) - 1)
      (distances[one * nodes + other], distances[other * nodes + one]) = (
        numbers[row + 2], numbers[row + 2]
      )
    }
    for via in 0..<nodes {
      for pair in distances.indices {
        let sum = distances[pair / nodes * nodes + via] + distances[via * nodes + pair % nodes]
        distances[pair] = min(distances[pair], sum)
      }
    }
    let problem = PMedian(costs: distances, siteCount: nodes, count: Int(numbers[2]))
    let answer = try problem.solve()
    #expect(answer.proof.stop == .proven && answer.boundSource == .certificate)
    #expect(Int64(optima[2 * number - 1]) == answer.proof.value)
    #expect(problem.check(answer))
  }
}
