import TestSupport
import Testing
import Workers

@testable import Optimizing

@Suite("Bounds by regions")
struct RegionTests {
  @Test(
    "one region finds the least cost", .enabled(if: SolverRegistry.best != nil),
    arguments: UInt64(0)..<100)
  func whole(seed: UInt64) async {
    let problem = TinyProblem.random(seed: seed)
    guard let optimum = TinyProblem.optimum(problem), optimum > 0, let solver = SolverRegistry.best
    else { return }
    let model = SizingModel(problem)
    let prices = PriceSearch(model).prices
    let bound = RegionBound(model, prices: prices)
    #expect(bound.count == 1)
    let result = await bound.run(solver, seconds: 10, workers: Workers(count: 1))
    #expect(result?.bound == optimum)
    if let sizes = result?.sizes?.map({ Int($0) }) {
      #expect(TinyProblem.serves(problem, sizes))
      #expect(TinyProblem.cost(problem, sizes) == optimum)
    } else {
      Issue.record("no sizes")
    }
  }

  @Test(
    "several regions: between what prices prove and the least cost",
    .enabled(if: SolverRegistry.best != nil), arguments: UInt64(0)..<200)
  func parts(seed: UInt64) async {
    let problem = TinyProblem.random(seed: seed)
    guard let optimum = TinyProblem.optimum(problem), let solver = SolverRegistry.best
    else { return }
    let model = SizingModel(problem)
    var dice = Dice(random: SplitMix64(seed: seed))
    let prices = model.needs.map { _ in Int64(dice.whole(0...6)) * PriceBound.scale / 2 }
    let bound = RegionBound(model, prices: prices, columns: dice.whole(1...8))
    // Exclusions bind within a region only.
    let plain = problem.exclusions.isEmpty
    for seconds in [10.0, 0] {
      let result = await bound.run(solver, seconds: seconds, workers: Workers(count: 2))
      let proven = PriceBound.rounded(
        PriceBound(model, prices: prices).value, unit: model.costUnit)
      #expect(result?.bound ?? 0 <= optimum)
      if plain { #expect(result?.bound ?? 0 >= proven) }
    }
  }
}
