internal import Quantities

extension ExactRatio {
  /// A product of whole numbers over another, in lowest terms; beyond the range in which it can still
  /// be compared, to some thirty digits.
  package init(productOf factors: [Int128], over divisors: [Int128]) {
    var tops = factors
    var bottoms = divisors
    for top in tops.indices {
      for bottom in bottoms.indices {
        let common = Self.gcd(tops[top], bottoms[bottom])
        guard common > 1 else { continue }
        tops[top] /= common
        bottoms[bottom] /= common
      }
    }
    // Comparing takes the product with millionths once more.
    let tooMany = max(tops.bits, bottoms.bits) - 104
    for _ in 0..<max(0, tooMany) {
      tops.halveLargest()
      bottoms.halveLargest()
    }
    self.init(tops.reduce(1, *), over: bottoms.reduce(1, *))
  }

  /// The ratio over another one that is not negative; over nothing it is infinite.
  package func divided(by other: ExactRatio) -> ExactRatio {
    if denominator == 0 || other.numerator == 0 { return .infinite }
    return ExactRatio(
      productOf: [numerator, other.denominator], over: [denominator, other.numerator])
  }

  /// What it is more than another one, rounded up; `nil` beyond the range of amounts.
  ///
  /// - Parameter strictly: Whether so much must make more than it, and not as much.
  package func excess(over other: ExactRatio, strictly: Bool = false) -> Int64? {
    guard denominator > 0, other.denominator > 0 else { return nil }
    let (first, isFirstTooLarge) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (second, isSecondTooLarge) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (bottom, isBottomTooLarge) = denominator.multipliedReportingOverflow(by: other.denominator)
    if isFirstTooLarge || isSecondTooLarge || isBottomTooLarge { return nil }
    let more = first - second
    if strictly, more >= 0 { return Int64(exactly: more / bottom + 1) }
    return Int64(exactly: more > 0 ? (more + bottom - 1) / bottom : more / bottom)
  }
}

extension [Int128] {
  /// How many bits their product has at most.
  fileprivate var bits: Int {
    reduce(0) { $0 + Int128.bitWidth - $1.magnitude.leadingZeroBitCount }
  }

  fileprivate mutating func halveLargest() {
    if let largest = indices.max(by: { self[$0].magnitude < self[$1].magnitude }) {
      self[largest] /= 2
    }
  }
}
