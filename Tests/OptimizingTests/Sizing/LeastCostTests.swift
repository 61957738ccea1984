import Optimizing
import TestSupport
import Testing
import Workers

@Suite("Least cost to serve every need")
struct LeastCostTests {
  static let quick = SearchLimits(iterations: 60)

  @Test("equals trying all, and says what it proves", arguments: UInt64(0)..<400)
  func exhaustive(seed: UInt64) async {
    let problem = TinyProblem.random(seed: seed)
    let optimum = TinyProblem.optimum(problem)
    switch await problem.leastCost(within: Self.quick) {
    case .served(let answer):
      #expect(answer.cost == optimum)
      #expect(answer.proof.bound <= answer.cost)
      #expect(answer.proof.stop == .proven)
      #expect(answer.certificate.check(problem) == [])
      let choice = answer.sizes.map { $0 ?? -1 }
      #expect(TinyProblem.cost(problem, choice) == answer.cost)
      #expect(TinyProblem.serves(problem, choice))
    case .impossible(let parts):
      #expect(optimum == nil)
      check(parts, of: problem)
    case .excluded: #expect(optimum == nil)
    case .unknown, .short, .overspent: Issue.record("a tiny problem is decided")
    }
  }

  private func check(_ parts: [SizingShortage], of problem: SizingProblem) {
    #expect(!parts.isEmpty)
    for part in parts {
      let layer = problem.layers[part.layer]
      let servers = Set(part.clients.flatMap { layer.reach[Int($0)] })
      #expect(servers.sorted() == part.servers)
      let largest = problem.sites.map { $0.sizes.count - 1 }
      let given = TinyProblem.capacities(problem, largest, layer: part.layer)
      let places = servers.reduce(0) { $0 + given[Int($1)] }
      #expect(part.possible == places)
      #expect(part.need > part.possible)
      if !layer.isCover {
        #expect(part.need == part.clients.reduce(0) { $0 + layer.needs[Int($1)] })
      }
    }
  }

  @Test("bounds that prices prove are never above the optimum", arguments: UInt64(1_000)..<1_050)
  func bounds(seed: UInt64) async {
    let problem = TinyProblem.random(seed: seed)
    guard let optimum = TinyProblem.optimum(problem),
      case .served(let answer) = await problem.leastCost(within: Self.quick)
    else { return }
    #expect(answer.certificate.bound <= optimum)
  }

  @Test("the same for any number of workers", arguments: UInt64(0)..<8)
  func deterministic(seed: UInt64) async {
    let problem = MiddlingProblem.random(seed: seed)
    let limits = SearchLimits(iterations: 150, seed: seed)
    let answers = [
      await problem.leastCost(within: limits, workers: Workers(count: 1)),
      await problem.leastCost(within: limits, workers: Workers(count: 2)),
    ].compactMap { outcome -> SizingAnswer? in
      if case .served(let answer) = outcome { answer } else { nil }
    }
    #expect(answers.count != 1)
    if let one = answers.first, let other = answers.last {
      #expect(one.certificate == other.certificate)
      #expect(one.proof == other.proof)
      #expect(one.certificate.check(problem) == [])
    }
  }

  @Test("a city of some size: certificates hold", arguments: UInt64(100)..<105)
  func middling(seed: UInt64) async throws {
    let problem = MiddlingProblem.random(seed: seed)
    let outcome = await problem.leastCost(within: SearchLimits(iterations: 150))
    guard case .served(let answer) = outcome else { return }
    #expect(answer.certificate.check(problem) == [])
    #expect(answer.proof.bound >= answer.certificate.bound)
    if let relaxation = answer.relaxation { #expect(relaxation <= Double(answer.cost) + 1e-6) }
  }
}
