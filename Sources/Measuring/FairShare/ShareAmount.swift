/// A whole number that a flow can be counted in. Levels are fractions, so a flow is counted in
/// parts of their denominator: amounts are products.
protocol ShareAmount: Comparable, AdditiveArithmetic, Sendable {
  /// The product of two numbers that are not negative; fits by the choice of the type.
  init(_ amount: Int128, times factor: Int128)
}

extension Int64: ShareAmount {
  init(_ amount: Int128, times factor: Int128) { self = Int64(amount) * Int64(factor) }
}

extension Int128: ShareAmount {
  init(_ amount: Int128, times factor: Int128) { self = amount * factor }
}

/// Twice as wide as the widest of the language: for amounts of which nobody thought.
struct WideAmount: ShareAmount {
  private var high: Int128
  private var low: UInt128

  static let zero = WideAmount(high: 0, low: 0)

  private init(high: Int128, low: UInt128) {
    self.high = high
    self.low = low
  }

  init(_ amount: Int128, times factor: Int128) {
    let product = amount.multipliedFullWidth(by: factor)
    self.init(high: product.high, low: product.low)
  }

  static func < (a: Self, b: Self) -> Bool {
    a.high == b.high ? a.low < b.low : a.high < b.high
  }

  static func + (a: Self, b: Self) -> Self {
    let (low, carry) = a.low.addingReportingOverflow(b.low)
    return WideAmount(high: a.high + b.high + (carry ? 1 : 0), low: low)
  }

  static func - (a: Self, b: Self) -> Self {
    let (low, borrow) = a.low.subtractingReportingOverflow(b.low)
    return WideAmount(high: a.high - b.high - (borrow ? 1 : 0), low: low)
  }
}
