import TestSupport
import Testing
import Workers

@testable import Optimizing

@Suite("Windows of an answer")
struct WindowTests {
  /// A state that serves everybody; `nil`: the start finds none.
  private func state(of problem: SizingProblem, seed: UInt64) -> (RuinRecreate, [Int64])? {
    let relaxation = PriceSearch(SizingModel(problem))
    guard relaxation.isServable else { return nil }
    let starts = relaxation.starts(prices: relaxation.prices, seed: seed)
    guard let chain = starts.first(where: \.isServing) else { return nil }
    chain.adopt(chain.best)
    return (chain, relaxation.prices)
  }

  @Test("what is built now is one of a window's answers", arguments: UInt64(0)..<150)
  func start(seed: UInt64) {
    let problem = TinyProblem.random(seed: seed)
    guard let (chain, _) = state(of: problem, seed: seed) else { return }
    var dice = Dice(random: SplitMix64(seed: seed))
    let sites = problem.sites.indices.filter { _ in dice.chance(70) }.map { Int32($0) }
    let window = SizingWindow(chain.state, sites: sites)
    #expect(window.program.accepts(window.start))
    #expect(window.sizes(window.start) == sites.map { chain.state.size[$0] })
    let outside = problem.sites.indices.filter { !sites.contains(Int32($0)) }
    let model = chain.model
    let fixed =
      outside.reduce(0) { $0 + model.cost(of: $1, size: Int(chain.state.size[$1])) }
      + sites.reduce(0) { $0 + model.cost(of: Int($1), size: Int(model.least[Int($1)])) }
    #expect(window.program.objective(of: window.start) + Double(fixed) == Double(chain.bestCost))
  }

  @Test(
    "a window of all sites finds the least cost", .enabled(if: SolverRegistry.best != nil),
    arguments: UInt64(0)..<80)
  func all(seed: UInt64) {
    let problem = TinyProblem.random(seed: seed)
    guard let (chain, _) = state(of: problem, seed: seed), let solver = SolverRegistry.best
    else { return }
    let window = SizingWindow(chain.state, sites: problem.sites.indices.map { Int32($0) })
    let answer = solver.solve(window.program, limits: SearchLimits(), start: window.start)
    let sizes = window.sizes(answer.values ?? window.start).map { Int($0) }
    #expect(TinyProblem.serves(problem, sizes))
    #expect(TinyProblem.cost(problem, sizes) == TinyProblem.optimum(problem))
  }

  @Test(
    "windows keep everybody served, and never cost more",
    .enabled(if: SolverRegistry.best != nil), arguments: UInt64(0)..<6)
  func search(seed: UInt64) async {
    let problem = MiddlingProblem.random(seed: seed)
    guard let (chain, prices) = state(of: problem, seed: seed), let solver = SolverRegistry.best
    else { return }
    let before = chain.bestCost
    var search = WindowSearch(
      chain, prices: prices, solver: solver, watch: SizingWatch(SearchLimits(seconds: 0.3)),
      workers: Workers(count: 2))
    await search.run()
    #expect(chain.bestCost <= before)
    let model = chain.model
    let flows = model.flows(at: chain.best, in: problem)
    #expect(flows.shortfall == 0)
    #expect(model.obeysExclusions(chain.best))
    #expect(zip(chain.best, model.least).allSatisfy { $0 >= $1 })
    let cost = chain.best.enumerated().reduce(0) { $0 + model.cost(of: $1.0, size: Int($1.1)) }
    #expect(cost == chain.bestCost)
  }
}
