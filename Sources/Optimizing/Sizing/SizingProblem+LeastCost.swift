public import Workers

extension SizingProblem {
  /// The least cost to serve every need.
  ///
  /// The linear relaxation is solved exactly layer by layer, rounded, and bettered by two searches side by side; prices,
  /// and knapsacks over groups of a price, bound what any answer costs; small problems, and what prices leave open, are
  /// decided by trying all.
  ///
  /// - Parameters:
  ///   - limits: Its iterations are moves of each search, 20,000 and 100 for each site where neither they nor seconds are
  ///     given. Without seconds the answer is the same on every machine and for any number of workers.
  ///   - workers: Two are of use.
  public func leastCost(
    within limits: SearchLimits = SearchLimits(), workers: Workers = Workers(count: 2)
  ) async -> SizingOutcome {
    let model = SizingModel(self)
    guard model.obeysExclusions(model.least) else { return .excluded }
    let watch = SearchWatch(limits)
    let relaxation = PriceSearch(model)
    guard relaxation.isServable else {
      return .impossible(
        relaxation.fills.flatMap { model.shortages(of: $0.network, $0.layer, layers[$0.layer]) })
    }
    let result = await SizingSearch(model: model, watch: watch, workers: workers)
      .run(from: relaxation)
    guard let sizes = result.sizes else {
      return result.isImpossible ? .excluded : .unknown(bound: result.bound)
    }
    let answer = self.answer(model, result, sizes)
    guard let budget, answer.cost > budget else { return .served(answer) }
    return .served(answer)
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
      bound: result.bound)
    return SizingAnswer(
      sizes: sizes.map { $0 < 0 ? nil : Int($0) }, flows: flows, proof: proof,
      certificate: certificate, relaxation: result.relaxed)
  }

  /// By layer and client. In a layer of covering the first client of a parcel pays for all.
  private func prices(_ model: SizingModel, _ prices: [Int64]) -> [[Int64]] {
    layers.indices.map { layer in
      var paid: Set<Int32> = []
      return model.parcelOfClient[layer].map { parcel in
        guard parcel >= 0 else { return 0 }
        if layers[layer].isCover, !paid.insert(parcel).inserted { return 0 }
        return prices[Int(parcel)]
      }
    }
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
