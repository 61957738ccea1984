public import Workers

extension SizingProblem {
  /// The least cost to serve every need.
  ///
  /// The linear relaxation is solved exactly layer by layer, rounded, and bettered by two searches side by side; prices,
  /// and knapsacks over groups of a price, bound what any answer costs; small problems, and what prices leave open, are
  /// decided by trying all. Where there is a solver, and a limit of seconds, it bounds whole regions, and betters the
  /// answer in windows: `boundSource` says whose the bound is.
  ///
  /// - Parameters:
  ///   - limits: Its iterations are moves of each search, 20,000 and 100 for each site where neither they nor seconds are
  ///     given. Without seconds the answer is the same on every machine and for any number of workers.
  ///   - workers: Two are of use.
  ///   - solver: Betters parts of an answer where there is a limit of seconds; `nil`: nothing does.
  public func leastCost(
    within limits: SearchLimits = SearchLimits(), workers: Workers = Workers(count: 2),
    solver: (any ProgramSolver)? = SolverRegistry.best
  ) async -> SizingOutcome {
    let model = SizingModel(self)
    guard model.obeysExclusions(model.least) else { return .excluded }
    let watch = SizingWatch(limits)
    let relaxation = PriceSearch(model)
    guard relaxation.isServable else {
      return .impossible(
        relaxation.fills.flatMap { model.shortages(of: $0.network, $0.layer, layers[$0.layer]) })
    }
    guard let budget else {
      let result = await SizingSearch(
        model: model, watch: watch, workers: workers, solver: solver
      ).run(from: relaxation)
      guard let sizes = result.sizes else {
        return result.isImpossible ? .excluded : .unknown(bound: result.bound)
      }
      return .served(answer(model, result, sizes))
    }
    return await leastCost(
      model, watch, from: relaxation, workers: workers, budget: budget)
  }

  /// Half of the time for serving all, the rest, where that costs too much, for what the budget can do.
  private func leastCost(
    _ model: SizingModel, _ watch: SizingWatch, from relaxation: PriceSearch, workers: Workers,
    budget: Int64
  ) async -> SizingOutcome {
    guard model.forcedCost <= budget else { return .overspent(forced: model.forcedCost) }
    var result = SizingSearch.Result(
      bound: PriceBound.rounded(relaxation.bound.value, unit: model.costUnit))
    if result.bound <= budget {
      var limits = watch.limits
      limits.seconds = limits.seconds.map { $0 / 2 }
      result = await SizingSearch(
        model: model, watch: SizingWatch(limits), workers: workers
      ).run(from: relaxation)
      if let sizes = result.sizes, result.cost <= budget {
        return .served(answer(model, result, sizes))
      }
    }
    let search = BudgetSearch(
      problem: self, model: model, watch: watch, workers: workers, budget: budget)
    return .short(await search.run(leastCost: result.bound))
  }

  private func answer(
    _ model: SizingModel, _ result: SizingSearch.Result, _ sizes: [Int32]
  ) -> SizingAnswer {
    let (flows, shortfall) = model.flows(at: sizes, in: self)
    precondition(shortfall == 0, "a search served what no flow can")
    let proof = Proof(value: result.cost, bound: result.bound, stop: result.stop)
    let certificate = SizingCertificate(
      sizes: sizes, flows: flows, value: result.cost, scale: PriceBound.scale,
      prices: prices(model, result.prices), knapsackLayer: result.knapsackLayer,
      bound: result.priceBound)
    return SizingAnswer(
      sizes: sizes.map { $0 < 0 ? nil : Int($0) }, flows: flows, proof: proof,
      boundSource: result.source, certificate: certificate, relaxation: result.relaxed)
  }

  /// By layer and client.
  func prices(_ model: SizingModel, _ prices: [Int64]) -> [[Int64]] {
    model.parcelOfClient.map { $0.map { $0 < 0 ? 0 : prices[Int($0)] } }
  }
}

extension SizingModel {
  /// Whether no exclusion has too many open sites.
  func obeysExclusions(_ sizes: [Int32]) -> Bool {
    zip(exclusionSites, exclusionLimits).allSatisfy { sites, limit in
      sites.filter { sizes[Int($0)] >= 0 }.count <= limit
    }
  }
}
