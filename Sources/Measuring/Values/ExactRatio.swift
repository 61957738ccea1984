package import Quantities
package import Rules

/// A fraction of whole numbers, compared by cross-multiplication: 29 of 50 is 58 %, exactly.
package struct ExactRatio: Hashable, Sendable {
  package let numerator: Int128
  /// Not negative; zero makes the ratio infinite.
  package let denominator: Int128

  package init(_ numerator: Int128, over denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  package init(_ amount: Amount) {
    numerator = Int128(amount.micros)
    denominator = Int128(Amount.scale)
  }

  /// `supply` over `demand`, times `per`; all in millionths but for `per`.
  package init(supply: Int64, demand: Int64, per: Int) {
    numerator = Int128(supply) * Int128(per)
    denominator = Int128(demand)
  }

  /// `supply` over `demand`, times `per`; all in millionths.
  package init(supply: Int64, demand: Int64, per: Amount) {
    let common = Self.gcd(Int128(per.micros), Int128(Amount.scale))
    numerator = Int128(supply) * (Int128(per.micros) / common)
    denominator = Int128(demand) * (Int128(Amount.scale) / common)
  }

  /// The greatest common divisor of two whole numbers.
  package static func gcd(_ a: Int128, _ b: Int128) -> Int128 {
    // Nearly all amounts fit a machine word, which is divided many times faster.
    if var a = UInt64(exactly: a.magnitude), var b = UInt64(exactly: b.magnitude) {
      while b != 0 { (a, b) = (b, a % b) }
      return Int128(a)
    }
    var (a, b) = (a.magnitude, b.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    return Int128(a)
  }

  /// The least and the greatest value of `supply` over `demand`, times `per`.
  package static func range(
    supply: Bounds, demand: Bounds, per: Amount
  ) -> (low: ExactRatio, high: ExactRatio) {
    (
      demand.high == Bounds.unlimited
        ? ExactRatio(0, over: 1) : ExactRatio(supply: supply.low, demand: demand.high, per: per),
      supply.high == Bounds.unlimited
        ? .infinite : ExactRatio(supply: supply.high, demand: demand.low, per: per)
    )
  }

  package static let infinite = ExactRatio(1, over: 0)

  /// For display; NaN for nothing over nothing.
  package var double: Double {
    if denominator == 0 { return numerator == 0 ? .nan : .infinity }
    // Int128 becomes a Double digit by digit; nearly all figures fit a machine word.
    if let top = Int64(exactly: numerator), let bottom = Int64(exactly: denominator) {
      return Double(top) / Double(bottom)
    }
    return Double(numerator) / Double(denominator)
  }

  /// Negative, zero or positive as the ratio is below, at or above the figure.
  package func compared(to figure: Amount) -> Int {
    if denominator == 0 { return 1 }
    let left = numerator * Int128(Amount.scale)
    let right = Int128(figure.micros) * denominator
    return left < right ? -1 : (left > right ? 1 : 0)
  }

  package func meets(_ comparison: Comparison, _ figure: Amount, upper: Amount?) -> Bool {
    switch comparison {
    case .atLeast: return compared(to: figure) >= 0
    case .moreThan: return compared(to: figure) > 0
    case .atMost: return compared(to: figure) <= 0
    case .lessThan: return compared(to: figure) < 0
    case .between:
      return compared(to: figure) >= 0 && upper.map { compared(to: $0) <= 0 } ?? true
    case .about:
      let margin = Amount(micros: figure.micros / 20)
      return compared(to: figure - margin) >= 0 && compared(to: figure + margin) <= 0
    }
  }

  /// Rounded half up to so many decimals.
  package func rounded(decimals: Int) -> ExactRatio {
    guard denominator > 0, numerator >= 0 else { return self }
    let scale = (0..<decimals).reduce(Int128(1)) { power, _ in power * 10 }
    return ExactRatio(
      (numerator * scale * 2 + denominator) / (denominator * 2), over: scale)
  }
}

extension ExactRatio {
  /// What a covered share leaves, in percent: exactly 100 only if nothing is covered.
  package init(shareLeft share: Double) {
    if share <= 0 {
      self.init(100, over: 1)
    } else {
      let parts = max(1, Int64((min(1, share) * 1e15).rounded(.up)))
      self.init(Int128(1_000_000_000_000_000 - parts) * 100, over: 1_000_000_000_000_000)
    }
  }

  /// A covered share in percent: exactly 100 only if all is covered.
  package init(share: Double) {
    if share >= 1 {
      self.init(100, over: 1)
    } else {
      let parts = Int64((max(0, share) * 1e15).rounded(.down))
      self.init(Int128(parts) * 100, over: 1_000_000_000_000_000)
    }
  }
}
