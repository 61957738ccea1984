import Workers

/// The largest share of its need that everybody can get within a budget, by bisection over the least cost of shares.
struct BudgetSearch: Sendable {
  let problem: SizingProblem
  let model: SizingModel
  let watch: SizingWatch
  let workers: Workers
  let budget: Int64

  private static let parts = SizingCompromise.parts

  /// How many searches the bisection is thought to need: each gets its share of time and moves.
  private static let searches = 12

  /// Ends in sizes within the budget; what is forced is.
  func run(leastCost: Int64) async -> SizingCompromise {
    var (low, high) = (Int64(0), relaxedShare())
    var sizes = model.least
    // Most often the relaxation is close: look down from it in growing steps, then between.
    var step: Int64 = 0
    var untried = high
    var isClosing = false
    while low < untried, !watch.isOver {
      let share = isClosing ? (low + untried + 1) / 2 : max(1, untried - step)
      let result = await search(share)
      if let found = result.sizes, result.cost <= budget {
        (low, sizes, isClosing) = (share, found, true)
      } else {
        if result.bound > budget { high = min(high, share - 1) }
        untried = share - 1
        step = max(1, step * 2)
      }
    }
    return spend(sizes, share: Proof(value: low, bound: high, stop: stop), leastCost: leastCost)
  }

  private var stop: Proof.Stop { watch.isOver ? .timeLimit : .exhausted }

  /// The largest share that the relaxation affords.
  private func relaxedShare() -> Int64 {
    var (low, high) = (Int64(0), Self.parts)
    while low < high {
      let share = (low + high + 1) / 2
      let needs = ClientFloors(model, share: share, of: Self.parts).parcels
      let bound = PriceSearch(model.with(needs: needs)).bound.value
      if PriceBound.rounded(bound, unit: model.costUnit) > budget {
        high = share - 1
      } else {
        low = share
      }
    }
    return high
  }

  private func search(_ share: Int64) async -> SizingSearch.Result {
    let needs = ClientFloors(model, share: share, of: Self.parts).parcels
    let given = watch.limits
    let outer = watch
    let limits = SearchLimits(
      seconds: given.seconds.map { max(0, $0 - outer.elapsed) / 4 },
      iterations: given.iterations.map { max(16, $0 / Self.searches) }
        ?? (given.seconds == nil ? SizingSearch.defaultMoves(model) / Self.searches : nil),
      seed: given.seed, goOn: { _, _ in !outer.isOver })
    let scaled = model.with(needs: needs)
    return await SizingSearch(
      model: scaled, watch: SizingWatch(limits, target: budget), workers: workers
    ).run(from: PriceSearch(scaled))
  }

  /// Spends what is left on what is still wanting.
  private func spend(_ sizes: [Int32], share: Proof, leastCost: Int64) -> SizingCompromise {
    let floors = ClientFloors(model, share: share.value, of: Self.parts)
    let search = ShareSearch(
      model, sizes: sizes, floors: floors.parcels, budget: budget, seed: watch.limits.seed)
    search.spend()
    let moves = watch.limits.iterations ?? (watch.limits.seconds == nil ? 2_000 : .max)
    search.improve(moves: min(moves, 20_000)) { !watch.isOver }
    var best = search.best
    var bound = shortfallBound()
    let exact = ExactShare(
      model, floors: floors.parcels, budget: budget, known: (best, search.bestShortfall))
    exact.run(nodes: ExactSearch.affordable(model, watch.limits)) { !watch.isOver }
    best = exact.best
    if exact.isComplete { bound = exact.bestShortfall }
    let (flows, shortfall) = model.flows(at: best, in: problem, floors: floors)
    let cost = best.indices.reduce(0) { $0 + model.cost(of: $1, size: Int(best[$1])) }
    return SizingCompromise(
      sizes: best.map { $0 < 0 ? nil : Int($0) }, cost: cost, flows: flows, share: share,
      shortfall: Proof(value: shortfall, bound: min(bound, shortfall), stop: stop),
      leastCost: leastCost)
  }

  /// No answer within the budget leaves less wanting: each layer alone, with all the money, and parts of sizes.
  private func shortfallBound() -> Int64 {
    return (0..<model.layerCount).reduce(0) { sum, layer in
      let fill = SlopeFill(model, layer: layer) { model.cost(of: $0, size: $1) }
      fill.run()
      return sum + fill.shortfall(within: budget - model.forcedCost)
    }
  }
}
