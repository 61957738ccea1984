import TestSupport
import Testing

@testable import Optimizing

@Suite("Prices of all layers together")
struct PriceAscentTests {
  @Test("the bound in floating point is that of whole numbers", arguments: UInt64(0)..<200)
  func market(seed: UInt64) {
    let model = SizingModel(TinyProblem.random(seed: seed))
    var dice = Dice(random: SplitMix64(seed: seed))
    let market = PriceMarket(model)
    // The same market again and again: what one evaluation leaves behind must not matter to the next.
    for _ in 0..<4 {
      let prices = model.needs.indices.map { parcel in
        market.mayPay[parcel] ? Int64(dice.whole(0...8)) * PriceBound.scale / 2 : 0
      }
      for parcel in prices.indices {
        market.payments[parcel] =
          Double(prices[parcel]) / Double(PriceBound.scale) * Double(model.needs[parcel])
      }
      let exact = PriceBound(model, prices: prices).value
      #expect(abs(market.evaluate() - Double(exact) / Double(PriceBound.scale)) < 1e-6)
    }
  }

  @Test(
    "slopes are those of the bound: no other payments are above its tangent",
    arguments: UInt64(0)..<100)
  func slopes(seed: UInt64) {
    let model = SizingModel(TinyProblem.random(seed: seed))
    var dice = Dice(random: SplitMix64(seed: seed))
    let market = PriceMarket(model)
    func draw() -> [Double] { market.mayPay.map { $0 ? Double(dice.whole(0...40)) / 4 : 0 } }
    for _ in 0..<4 {
      let (one, other) = (draw(), draw())
      market.payments.replace(one)
      let value = market.evaluate()
      let slopes = market.slopes.array
      market.payments.replace(other)
      let tangent = model.needs.indices.filter { market.mayPay[$0] }.reduce(value) {
        $0 + slopes[$1] * (other[$1] - one[$1])
      }
      #expect(market.evaluate() <= tangent + 1e-9)
    }
  }

  @Test("covering: about as high as any prices of a grid", arguments: UInt64(0)..<60)
  func covering(seed: UInt64) {
    var dice = Dice(random: SplitMix64(seed: seed))
    let problem = covers(&dice)
    guard let optimum = TinyProblem.optimum(problem) else { return }
    let model = SizingModel(problem)
    let ascent = PriceAscent(model, prices: model.needs.map { _ in 0 })
    ascent.run(toward: optimum, plan: PriceAscent.Plan()) { true }
    let proven = PriceBound(model, prices: ascent.prices(model)).value
    #expect(PriceBound.rounded(proven, unit: model.costUnit) <= optimum)
    var best: Int128 = 0
    var digits = model.needs.map { _ in Int64(0) }
    repeat {
      best = max(best, PriceBound(model, prices: digits.map { $0 * 5 * PriceBound.scale }).value)
    } while advance(&digits, below: 5)
    #expect(Double(proven) >= 0.99 * Double(best) - 0.1 * Double(PriceBound.scale))
  }

  /// One or two layers of covering, sites at 10 to 20 each.
  private func covers(_ dice: inout Dice) -> SizingProblem {
    let siteCount = dice.whole(2...5)
    let layers = (0..<dice.whole(1...2)).map { _ in
      let reach = (0..<dice.whole(1...3)).map { _ in
        (0..<Int32(siteCount)).filter { _ in dice.chance(50) }
      }
      return SizingProblem.Layer(
        needs: reach.map { $0.isEmpty ? 0 : 1 }, reach: ReachLists(reach, siteCount: siteCount),
        isCover: true)
    }
    let sites = (0..<siteCount).map { _ in
      SizingProblem.Site(sizes: [
        .init(cost: Int64(dice.whole(10...20)), capacities: layers.map { _ in 1 })
      ])
    }
    return SizingProblem(layers: layers, sites: sites)
  }

  private func advance(_ digits: inout [Int64], below base: Int64) -> Bool {
    for place in digits.indices {
      digits[place] += 1
      if digits[place] < base { return true }
      digits[place] = 0
    }
    return false
  }
}
