/// Raises the bound of prices by steps along smoothed subgradients, in all layers together.
///
/// It moves what a parcel pays for all of its need, not for a unit of it: a step then means the same in a layer of square
/// metres and in one of covering. Everything here is in floating point, and in units of cost; only what `PriceBound`
/// makes of the rounded prices counts.
///
/// Sources: Held, Wolfe & Crowder, *Validation of subgradient optimization*, 1974 (step length); Barahona & Anbil, *The
/// volume algorithm*, 2000 (smoothing).
final class PriceAscent {
  /// How far to go; measured on cities with layers of covering, of 700 to 1,000 sites.
  struct Plan {
    var steps = 3_000
    /// Steps without a better bound after which steps become shorter.
    var patience = 60
    /// Step length at the start, in units of (target - bound) / |direction|^2, and where nothing more is expected.
    var length = 2.0
    var shortest = 0.001
    /// The part of the newest subgradient in the direction.
    var freshness = 0.1
  }

  private let market: PriceMarket
  private var direction: [Double]
  /// By parcel what it pays in all; the best so far, and its bound.
  private(set) var best: [Double]
  private(set) var bound = -Double.infinity

  init(_ model: SizingModel, prices: [Int64]) {
    let market = PriceMarket(model)
    self.market = market
    direction = Array(repeating: 0, count: model.parcelCount)
    best = model.needs.indices.map { parcel in
      guard market.mayPay[parcel] else { return 0 }
      return Double(prices[parcel]) / Double(PriceBound.scale) * Double(model.needs[parcel])
    }
  }

  /// Climbs towards the value of an answer.
  func run(toward value: Int64, plan: Plan, goOn: () -> Bool) {
    let target = Double(value)
    var (length, idle) = (plan.length, 0)
    restart()
    for step in 0..<plan.steps {
      var current = market.evaluate()
      // Creeping is not climbing: it must not keep the steps long.
      let isClimbing = current - bound > 1e-5 * abs(target - current)
      idle = isClimbing ? 0 : idle + 1
      if current > bound { (bound, best) = (current, market.payments.array) }
      if bound >= target || (step % 16 == 15 && !goOn()) { return }
      if idle >= plan.patience {
        (length, idle) = (length / 2, 0)
        if length < plan.shortest { return }
        restart()
        current = market.evaluate()
      }
      let norm = turn(plan.freshness)
      guard norm > 1e-12 else { return }
      move(length * max(1e-6 * target, target - current) / norm, most: target)
    }
  }

  /// Goes back to the best payments, in no direction.
  private func restart() {
    market.payments.replace(best)
    for parcel in direction.indices { direction[parcel] = 0 }
  }

  /// Turns the direction towards the newest subgradient; returns the square of its length.
  private func turn(_ freshness: Double) -> Double {
    var norm = 0.0
    for parcel in direction.indices where market.mayPay[parcel] {
      var slope = market.slopes[parcel]
      if slope < 0, market.payments[parcel] <= 0 { slope = 0 }
      let next = freshness * slope + (1 - freshness) * direction[parcel]
      direction[parcel] = next
      norm += next * next
    }
    return norm
  }

  /// - Parameter most: Nobody pays more than an answer costs, so that prices stay far within 64 bits.
  private func move(_ factor: Double, most: Double) {
    for parcel in direction.indices where direction[parcel] != 0 {
      let payment = market.payments[parcel] + factor * direction[parcel]
      market.payments[parcel] = min(most, max(0, payment))
    }
  }

  /// The best prices of a unit of need, in parts of a unit of cost.
  func prices(_ model: SizingModel) -> [Int64] {
    zip(best, model.needs).map { payment, need in
      need > 0 ? Int64((payment / Double(need) * Double(PriceBound.scale)).rounded()) : 0
    }
  }
}
