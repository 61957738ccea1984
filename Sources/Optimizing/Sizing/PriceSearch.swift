/// Prices to start from.
struct PriceSearch {
  let model: SizingModel
  /// Flow of the relaxations, by layer; of the split costs where there are several.
  private(set) var fills: [SlopeFill] = []
  /// By layer, its flow if it bore all costs; the same as `fills` for a single layer.
  private(set) var alone: [SlopeFill] = []
  private(set) var prices: [Int64]
  private(set) var bound: PriceBound
  /// The exact value of the relaxation of sizes, for a single layer.
  private(set) var relaxed: Double?

  /// Relaxes each layer; with several, each bears a share of a site's costs, in proportion to what it would cost alone.
  init(_ model: SizingModel) {
    self.model = model
    let layers = Array(0..<model.layerCount)
    let alone = layers.map { layer in
      let fill = SlopeFill(model, layer: layer) { model.cost(of: $0, size: $1) }
      fill.run()
      return fill
    }
    self.alone = alone
    if layers.count < 2 {
      prices = alone.flatMap { $0.prices(scale: PriceBound.scale) }
      fills = alone
      bound = PriceBound(model, prices: prices)
      relaxed = alone.first.map { fill in
        fill.value + Double(model.forcedCost)
      }
      return
    }
    let weights = alone.map { Int64(min($0.value, 1e9) * 1_000) + 1 }
    let split = layers.map { layer in
      let fill = SlopeFill(model, layer: layer) { site, size in
        Self.share(model.cost(of: site, size: size), of: layer, weights, model.gives(site))
      }
      fill.run()
      return fill
    }
    fills = split
    prices = split.flatMap { $0.prices(scale: PriceBound.scale) }
    bound = PriceBound(model, prices: prices)
    for layer in layers {
      var other = [Int64](repeating: 0, count: model.parcelCount)
      other.replaceSubrange(
        model.parcelRange(of: layer), with: alone[layer].prices(scale: PriceBound.scale))
      let candidate = PriceBound(model, prices: other)
      if candidate.value > bound.value { (prices, bound) = (other, candidate) }
    }
  }

  private static func share(
    _ cost: Int64, of layer: Int, _ weights: [Int64], _ gives: [Bool]
  ) -> Int64 {
    guard gives[layer] else { return 0 }
    let all = zip(weights, gives).reduce(Int128(0)) { $1.1 ? $0 + Int128($1.0) : $0 }
    return Int64(Int128(cost) * Int128(weights[layer]) / all)
  }

  /// Whether every layer can serve everybody with the largest sizes, exclusions aside.
  var isServable: Bool { fills.allSatisfy { $0.network.shortfall == 0 } }
}

extension SizingModel {
  /// What all forced sizes cost.
  var forcedCost: Int64 {
    (0..<siteCount).reduce(0) { $0 + cost(of: $1, size: Int(least[$1])) }
  }

  /// By layer, whether the largest size of a site gives anything.
  func gives(_ site: Int) -> [Bool] {
    (0..<layerCount).map { capacity(of: site, size: largest(of: site), in: $0) > 0 }
  }
}
