extension FairShare {
  /// A ratio in lowest terms.
  struct Ratio: Sendable, Hashable, Comparable {
    let numerator: Int128
    let denominator: Int128

    init(_ numerator: Int128, _ denominator: Int128) {
      let divisor = Self.gcd(numerator, denominator)
      self.numerator = divisor == 0 ? numerator : numerator / divisor
      self.denominator = divisor == 0 ? denominator : denominator / divisor
    }

    static let one = Ratio(1, 1)

    static func < (a: Ratio, b: Ratio) -> Bool {
      a.numerator.multipliedFullWidth(by: b.denominator)
        < b.numerator.multipliedFullWidth(by: a.denominator)
    }

    /// So much of an amount, rounded down; for ratios up to 1.
    func part(of amount: Int128) -> Int128 {
      if numerator == denominator { return amount }
      let (product, overflow) = amount.multipliedReportingOverflow(by: numerator)
      if !overflow { return product / denominator }
      return denominator.dividingFullWidth(amount.multipliedFullWidth(by: numerator)).quotient
    }

    /// So much of an amount, rounded up; for ratios up to 1.
    func partRoundedUp(of amount: Int128) -> Int128 {
      amount - Ratio(denominator - numerator, denominator).part(of: amount)
    }

    /// What the same amount is of a need: times the one over the other, at most 1.
    func moved(from need: Int128, to other: Int128) -> Ratio {
      if need == other || other == 0 { return other == 0 ? .one : self }
      let first = Ratio(numerator, other)
      let second = Ratio(need, denominator)
      let (top, isTopTooLarge) = first.numerator.multipliedReportingOverflow(by: second.numerator)
      let (bottom, isBottomTooLarge) = first.denominator
        .multipliedReportingOverflow(by: second.denominator)
      if !isTopTooLarge, !isBottomTooLarge { return min(.one, Ratio(top, bottom)) }
      // Amounts of which nobody thought.
      let (left, right) = (first.narrowed(to: 62), second.narrowed(to: 62))
      return min(
        .one,
        Ratio(left.numerator * right.numerator, left.denominator * right.denominator))
    }

    /// The same in numbers of so many bits, rounded down where it takes more: what is less than 1
    /// stays less.
    func narrowed(to bits: Int) -> Ratio {
      let most = Int128.bitWidth - max(numerator, denominator).leadingZeroBitCount
      guard most > bits else { return self }
      let unit = Int128(1) << Int128(most - bits + 1)
      return Ratio(numerator / unit, (denominator - 1) / unit + 1)
    }

    static func gcd(_ a: Int128, _ b: Int128) -> Int128 { ExactRatio.gcd(a, b) }
  }
}
