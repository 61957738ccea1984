import Workers

/// The least cost of a model: relaxation, bounds, start, and two searches side by side.
struct SizingSearch: Sendable {
  let model: SizingModel
  let watch: SizingWatch
  let workers: Workers
  /// Finds windows of an answer anew, where the clock decides anyway; `nil`: none does.
  var solver: (any ProgramSolver)?

  /// What came of it.
  struct Result: Sendable {
    /// By site, -1: not built; `nil`: nothing that serves all was found.
    var sizes: [Int32]?
    var cost: Int64 = 0
    /// No answer costs less; in the unit of the costs.
    var bound: Int64 = 0
    /// What of it the prices prove; trying all may have proven more.
    var priceBound: Int64 = 0
    /// Who vouches for the bound.
    var source = BoundSource.certificate
    /// Behind the bound.
    var prices: [Int64] = []
    /// The layer whose parcels are grouped by price for the bound, if one is.
    var knapsackLayer: Int?
    /// Whether it is proven that nothing serves all, though the largest sizes would, exclusions aside.
    var isImpossible = false
    var stop = Proof.Stop.exhausted
    var relaxed: Double?

    /// Nothing is better: all was tried.
    mutating func settle() { (bound, source) = (cost, .certificate) }
  }

  /// How many moves each of the two searches makes where the caller sets no limit.
  static func defaultMoves(_ model: SizingModel) -> Int { 20_000 + 100 * model.siteCount }

  /// Runs, from a relaxation that found that the largest sizes serve everybody.
  func run(from relaxation: PriceSearch) async -> Result {
    var bounds = BoundSearch(relaxation, watch: watch)
    let starts = relaxation.starts(prices: bounds.prices, seed: watch.limits.seed)
    guard let first = Self.best(of: starts) else { preconditionFailure("no start") }
    if first.isServing { watch.tell(value: first.bestCost) }
    bounds.improve(value: first.isServing ? first.bestCost : nil)
    var result = Result(
      bound: bounds.bound, priceBound: bounds.bound, prices: bounds.prices)
    result.knapsackLayer = bounds.knapsackLayer
    result.relaxed = relaxation.relaxed
    if first.isServing { (result.sizes, result.cost) = (first.best, first.bestCost) }
    // What is decided in no time by trying all need not be searched until the time is over.
    let isSmall = model.siteCount <= 14
    if isSmall { settle(&result, at: bounds.ascended) }
    guard !result.isImpossible, result.sizes == nil || !watch.isEnough(result.cost) else {
      return result
    }
    let hasSolver = solver != nil && watch.limits.seconds != nil
    let chains = await improve(first, bounds.prices, part: hasSolver ? part : 1)
    if let best = Self.best(of: chains), best.isServing {
      await askSolver(best, prices: bounds.ascended, &result)
    }
    if let best = Self.best(of: chains), best.isServing,
      result.sizes == nil || best.bestCost < result.cost
    {
      (result.sizes, result.cost) = (best.best, best.bestCost)
    }
    result.stop = stop(moves: first.moves)
    if !isSmall { settle(&result, at: bounds.ascended) }
    return result
  }

  /// Lets a solver bound whole regions, and then better the answer in windows.
  private func askSolver(
    _ chain: RuinRecreate, prices: [Int64], _ result: inout Result
  ) async {
    guard let solver, let limit = watch.limits.seconds, !watch.isEnough(chain.bestCost) else {
      return
    }
    let regions = RegionBound(model, prices: prices)
    let seconds = max(0, limit - watch.elapsed) * Self.bounding
    let gap = Double(chain.bestCost - result.bound)
    if let found = await regions.run(solver, seconds: seconds, gap: gap, workers: workers) {
      if let sizes = found.sizes { chain.adopt(sizes) }
      let bound = min(found.bound, chain.bestCost)
      if bound > result.bound { (result.bound, result.source) = (bound, .solver(solver.name)) }
      watch.tell(value: chain.bestCost, bound: bound)
    }
    var windows = WindowSearch(
      chain, prices: prices, solver: solver, watch: watch, workers: workers)
    while !watch.isOver, !watch.isEnough(chain.bestCost) {
      await windows.run()
      // Where windows are stuck, moves that may cost more for a while find others to look into.
      let chains = await improve(chain, prices, part: part)
      if let best = Self.best(of: chains), best !== chain { chain.adopt(best.best) }
    }
  }

  /// The part of what is left of the time that a solver may spend on bounds.
  private static let bounding = 0.4

  /// The one that serves most at the least cost, the first of equals.
  private static func best(of searches: [RuinRecreate]) -> RuinRecreate? {
    searches.enumerated().min {
      ($0.element.bestShortfall, $0.element.bestCost, $0.offset)
        < ($1.element.bestShortfall, $1.element.bestCost, $1.offset)
    }?.element
  }

  private func stop(moves: Int) -> Proof.Stop {
    if watch.isOver { return .timeLimit }
    if let most = watch.limits.iterations, moves >= most { return .iterationLimit }
    return .exhausted
  }

  /// Small problems, and what is left of others, are decided by trying all.
  private func settle(_ result: inout Result, at prices: [Int64]) {
    guard result.sizes == nil || !watch.isEnough(result.cost) else { return }
    let exact = ExactSearch(model, prices: prices, sizes: result.sizes, cost: result.cost)
    exact.run(nodes: ExactSearch.affordable(model, watch.limits)) { !watch.isOver }
    if let sizes = exact.best { (result.sizes, result.cost) = (sizes, exact.bestCost) }
    guard exact.isComplete else { return }
    if result.sizes == nil { result.isImpossible = true } else { result.settle() }
    if result.sizes != nil { watch.tell(value: result.cost, bound: result.cost) }
  }

  /// The part of the time that is left that the two searches have before a solver goes on from them: most of it for one
  /// layer and one list of prices, where so many answers cost the same that windows find little.
  private var part: Double {
    let lists = Set((0..<model.siteCount).map { model.costs[model.sizes(of: $0)] })
    return model.layerCount == 1 && lists.subtracting([[]]).count == 1 ? 0.7 : 0.25
  }

  /// Two searches in rounds, so that the better one can be told to the other, and neither depends on the clock.
  ///
  /// - Parameter part: Of the time that is left.
  private func improve(
    _ first: RuinRecreate, _ prices: [Int64], part: Double
  ) async -> [RuinRecreate] {
    guard !isEnough(first), !watch.isOver, model.siteCount > 1 else { return [first] }
    let other = RuinRecreate(
      FlowState(model), prices: prices, seed: watch.limits.seed &+ 0x5DEE_CE66)
    other.adopt(first.best)
    let chains = [first, other]
    let begin = watch.progress
    for round in 1...Self.rounds {
      let end = Double(round) / Double(Self.rounds)
      _ = await workers.sideBySide(chains) { chain in
        run(chain, from: begin, until: end, of: part)
      }
      if watch.isOver || chains.contains(where: isEnough) { break }
      share(chains, round)
    }
    return chains
  }

  static let rounds = 24

  private func isEnough(_ chain: RuinRecreate) -> Bool {
    chain.isServing && watch.isEnough(chain.bestCost)
  }

  /// Once in a few rounds the search that is behind goes on from the best of the other.
  private func share(_ chains: [RuinRecreate], _ round: Int) {
    guard round % 6 == 0 else { return }
    let (one, other) = (chains[0], chains[1])
    let (first, second) = ((one.bestShortfall, one.bestCost), (other.bestShortfall, other.bestCost))
    if first < second { other.adopt(one.best) } else if second < first { one.adopt(other.best) }
  }

  /// - Parameter part: Of the time that is left at the beginning.
  private func run(
    _ chain: RuinRecreate, from begin: Double, until end: Double, of part: Double
  ) {
    let most =
      watch.limits.iterations
      ?? (watch.limits.seconds == nil ? Self.defaultMoves(model) : Int.max)
    var told = chain.bestCost
    while chain.moves < most {
      let moved = most == .max ? 0 : Double(chain.moves) / Double(most)
      let timed = begin >= 1 ? 1 : (watch.progress - begin) / (part * (1 - begin))
      let progress = max(moved, timed)
      guard progress < end else { return }
      for _ in 0..<min(16, most - chain.moves) { chain.move(progress: progress) }
      if chain.isServing, chain.bestCost < told {
        told = chain.bestCost
        watch.tell(value: told)
        if watch.isEnough(told) { return }
      }
      if watch.isOver { return }
    }
  }
}
