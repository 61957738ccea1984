/// The best bound that prices give, and the prices behind it.
struct BoundSearch {
  let model: SizingModel
  let relaxation: PriceSearch
  private let watch: SizingWatch
  /// In the unit of the costs.
  private(set) var bound: Int64
  private(set) var prices: [Int64]
  /// The best of prices alone, whatever whole sizes prove.
  private(set) var ascended: [Int64]
  /// The layer whose parcels are grouped; `nil`: the bound is that of prices alone.
  private(set) var knapsackLayer: Int?

  init(_ relaxation: PriceSearch, watch: SizingWatch) {
    model = relaxation.model
    self.relaxation = relaxation
    self.watch = watch
    prices = relaxation.prices
    ascended = relaxation.prices
    bound = PriceBound.rounded(relaxation.bound.value, unit: model.costUnit)
    watch.tell(bound: bound)
  }

  /// Makes it better: by whole sizes for groups of a price, by prices that go up in all layers together.
  mutating func improve(value: Int64?) {
    if let value, watch.isEnough(value) { return }
    tryKnapsacks(relaxation.prices)
    // For one layer that is shared out the relaxation's prices are good already, but for what exclusions make of them.
    let isPlain = model.isCover == [false] && model.exclusionSites.isEmpty
    guard let value, !watch.isEnough(value), !isPlain else { return }
    ascend(toward: value)
    tryKnapsacks(ascended)
  }

  /// Lets the prices of all layers go up together.
  private mutating func ascend(toward value: Int64) {
    let ascent = PriceAscent(model, prices: relaxation.prices)
    var plan = PriceAscent.Plan()
    // A step reads every edge a few times: 3,000 of them take a second for 50,000 edges.
    let affordable = 500_000_000 / max(1, model.edgeCount)
    plan.steps = min(plan.steps, affordable, 20 * min(watch.limits.iterations ?? .max, 1_000))
    let watch = watch
    ascent.run(toward: value, plan: plan) { watch.progress < 0.4 && !watch.isOver }
    ascended = ascent.prices(model)
    take(
      PriceBound.rounded(PriceBound(model, prices: ascended).value, unit: model.costUnit),
      ascended, nil)
  }

  private mutating func take(_ bound: Int64, _ prices: [Int64], _ layer: Int?) {
    guard bound > self.bound else { return }
    (self.bound, self.prices, knapsackLayer) = (bound, prices, layer)
    watch.tell(bound: bound)
  }

  /// Groups parcels of each layer by price, and by prices that are made the same where they are close; then moves the
  /// prices of the groups, and groups anew what has come close.
  private mutating func tryKnapsacks(_ prices: [Int64]) {
    for layer in 0..<model.layerCount where !model.isCover[layer] {
      let best = tryKnapsacks(prices, layer, tolerances: [0, 0.01, 0.03, 0.1, 1])
      if let best { _ = tryKnapsacks(best, layer, tolerances: [0.002, 0.006, 0.02]) }
    }
  }

  /// Returns the prices of the highest bound found here.
  private mutating func tryKnapsacks(
    _ prices: [Int64], _ layer: Int, tolerances: [Double]
  ) -> [Int64]? {
    var best: KnapsackBound?
    var tried: [Int64] = []
    for tolerance in tolerances where !watch.isOver {
      let merged = model.merged(prices, layer: layer, tolerance: tolerance)
      guard merged != tried, let found = judge(merged, layer) else { continue }
      tried = merged
      let better = ascended(found, layer) ?? found
      if better.value > best?.value ?? 0 { best = better }
    }
    return best?.prices
  }

  /// The bound after its groups' prices have moved; a single group's price does not matter.
  private mutating func ascended(_ found: KnapsackBound, _ layer: Int) -> KnapsackBound? {
    guard found.tables.count > 1, var ascent = GroupPriceAscent(found, model, layer: layer)
    else { return nil }
    let watch = watch
    let most = min(4_000, 20 * min(watch.limits.iterations ?? 1_000, 1_000))
    ascent.run(evaluations: most) { !watch.isOver }
    return judge(ascent.prices(model, found.prices, layer: layer), layer)
  }

  private mutating func judge(_ prices: [Int64], _ layer: Int) -> KnapsackBound? {
    let found = KnapsackBound(model, prices: prices, layer: layer, work: Self.work)
    if let found { take(found.rounded(unit: model.costUnit), prices, layer) }
    return found
  }

  /// Steps of the recurrence of one bound: about a second.
  private static let work = 1_000_000_000
}

extension SizingModel {
  /// Prices of a layer's parcels of which those within a share of the lowest of them become the same: their mean by need.
  func merged(_ prices: [Int64], layer: Int, tolerance: Double) -> [Int64] {
    guard tolerance > 0 else { return prices }
    let order = parcelRange(of: layer).filter { prices[$0] > 0 }
      .sorted { (prices[$0], $0) < (prices[$1], $1) }
    var result = prices
    var first = 0
    while first < order.count {
      let most = tolerance >= 1 ? .infinity : Double(prices[order[first]]) * (1 + tolerance)
      var end = first
      var (sum, need) = (Int128(0), Int128(0))
      while end < order.count, Double(prices[order[end]]) <= most {
        sum += Int128(prices[order[end]]) * Int128(needs[order[end]])
        need += Int128(needs[order[end]])
        end += 1
      }
      for index in first..<end where need > 0 { result[order[index]] = Int64(sum / need) }
      first = end
    }
    return result
  }
}
