internal import Quantities

/// Both sides in one unit, so that all numbers are whole: demand times its figure, and supply times
/// what the figure is for.
struct ShareScale: Sendable {
  /// By ask.
  private let perDemand: [Int128]
  private let asks: [Ask]
  private let perSupply: Int128

  init(_ asks: [Ask]) {
    typealias Ratio = FairShare.Ratio
    let step = asks.reduce(Int128(1)) {
      $0 / Ratio.gcd($0, Int128($1.per.micros)) * Int128($1.per.micros)
    }
    let tops = asks.map { Int128($0.figure.micros) * (step / Int128($0.per.micros)) }
    let common = tops.reduce(step) { Ratio.gcd($0, $1) }
    perDemand = tops.map { $0 / common }
    perSupply = step / common
    self.asks = asks
  }

  /// What a demand, in millionths, comes to: nothing for nobody; `nil`: not known.
  func need(of demand: Int64, ask index: Int) -> Int128? {
    if demand == Bounds.unlimited { return nil }
    if demand <= 0 { return 0 }
    let ask = asks[index]
    let need = bounded(product(demand, perDemand[index]) + product(ask.plus.micros, perSupply))
    guard ask.isRoundedUp else { return need }
    let whole = product(Amount.scale, perSupply)
    return bounded((need + whole - 1) / whole * whole)
  }

  /// What an offer, in millionths, comes to; `nil`: not known.
  func supply(of offer: Int64) -> Int128? {
    offer == Bounds.unlimited ? nil : product(offer, perSupply)
  }

  /// So much of it in millionths of the supply's unit, rounded down.
  func millionths(down amount: Int128) -> Int64 { Int64(clamping: amount / perSupply) }

  /// What a ratio of a need is in millionths: a need that is met is met to the last one; less than
  /// that is never more.
  func millionths(_ ratio: FairShare.Ratio, of need: Int128) -> Int64 {
    ratio == .one
      ? Int64(clamping: (need + perSupply - 1) / perSupply)
      : millionths(down: ratio.part(of: need))
  }

  /// Amounts are far from this; it only keeps sums of absurd ones within what a number can hold.
  func bounded(_ amount: Int128) -> Int128 { min(amount, Int128(1) << 100) }

  private func product(_ amount: Int64, _ factor: Int128) -> Int128 {
    let (product, overflow) = factor.multipliedReportingOverflow(by: Int128(amount))
    return bounded(overflow ? .max : product)
  }
}
