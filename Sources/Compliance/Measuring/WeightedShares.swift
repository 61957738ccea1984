/// The mean of covered shares, weighted by people or land that may not be known exactly.
///
/// Only what really depends on a missing weight is left open: where all parcels are covered, the
/// mean is 100 % whoever lives there.
struct WeightedShares {
  /// Shares are counted in steps of 1e-12; 1 and 0 are exact.
  private static let scale = Int128(1_000_000_000_000)

  private var weights: [Bounds] = []
  private var worst: [Int128] = []
  private var best: [Int128] = []

  /// Adds a parcel with its share at worst and at best.
  mutating func add(_ weight: Bounds, low: Double, high: Double) {
    guard weight != .zero else { return }
    weights.append(weight)
    worst.append(Self.steps(low))
    best.append(Self.steps(high))
  }

  /// Whether nothing has any weight.
  var isEmpty: Bool { weights.isEmpty }
  /// Whether it may be that nothing has any weight.
  var mayBeEmpty: Bool { weights.allSatisfy { $0.low == 0 } }

  /// The least and the greatest mean that is possible, in percent.
  ///
  /// - Precondition: Not empty.
  var percent: (low: ExactRatio, high: ExactRatio) {
    let low = leastMean(of: worst)
    let gap = leastMean(of: best.map { Self.scale - $0 })
    return (
      ExactRatio(low.part * 100, over: low.whole * Self.scale),
      ExactRatio((gap.whole * Self.scale - gap.part) * 100, over: gap.whole * Self.scale)
    )
  }

  /// From the smallest share up, a weight is raised to its upper end as long as that lowers the
  /// mean.
  private func leastMean(of shares: [Int128]) -> (part: Int128, whole: Int128) {
    var part: Int128 = 0
    var whole: Int128 = 0
    for (weight, share) in zip(weights, shares) {
      part += Int128(weight.low) * share
      whole += Int128(weight.low)
    }
    if weights.allSatisfy(\.isExact) { return (part, whole) }
    for index in shares.indices.sorted(by: { shares[$0] < shares[$1] }) {
      let weight = weights[index]
      guard !weight.isExact else { continue }
      guard whole == 0 || shares[index] * whole < part else { break }
      // Without an end to its weight, the mean comes as near to its share as one likes.
      if weight.high == Bounds.unlimited { return (shares[index], 1) }
      part += Int128(weight.high - weight.low) * shares[index]
      whole += Int128(weight.high - weight.low)
    }
    return (part, whole)
  }

  private static func steps(_ share: Double) -> Int128 {
    share >= 1 ? scale : Int128((share * Double(scale)).rounded(.down))
  }
}
