/// The mean of covered shares, weighted by people or land that may not be known exactly; a sum that
/// can be added up in any order and from any parts.
///
/// Only what really depends on a missing weight is left open: where all parcels are covered, the
/// mean is 100 % whoever lives there.
package struct WeightedShares: Hashable, Sendable {
  /// A parcel whose weight is not known exactly.
  struct Open: Hashable, Sendable, BitwiseCopyable {
    let weight: Bounds
    /// Shares are counted in steps of 1e-12; 1 and 0 are exact.
    let worst: Int64
    let best: Int64
  }

  private static let scale = Int128(1_000_000_000_000)

  /// Number of parcels with any weight.
  var count: Int64 = 0
  /// Sum of the lower ends of all weights.
  var whole: Int128 = 0
  /// The same times the share at worst.
  var worst: Int128 = 0
  /// The same times what is left out at best.
  var gap: Int128 = 0
  /// Those whose weights have two ends.
  var open: [Open] = []

  package init() {}

  /// Adds a parcel with its share at worst and at best.
  mutating func add(_ weight: Bounds, low: Double, high: Double) {
    guard weight != .zero else { return }
    let (low, high) = (Self.steps(low), Self.steps(high))
    count += 1
    whole += Int128(weight.low)
    worst += Int128(weight.low) * low
    gap += Int128(weight.low) * (Self.scale - high)
    if !weight.isExact {
      open.append(Open(weight: weight, worst: Int64(low), best: Int64(high)))
    }
  }

  /// Adds what another part came to.
  mutating func add(_ other: WeightedShares) {
    count += other.count
    whole += other.whole
    worst += other.worst
    gap += other.gap
    open += other.open
  }

  /// Adds what may have some weight, and may be covered or not.
  mutating func addPossibly(_ weight: Bounds) {
    add(Bounds(low: 0, high: weight.high), low: 0, high: 1)
  }

  /// Whether nothing has any weight.
  package var isEmpty: Bool { count == 0 }
  /// Whether it may be that nothing has any weight.
  package var mayBeEmpty: Bool { whole == 0 }

  /// The least and the greatest mean that is possible, in percent.
  ///
  /// - Precondition: Not empty.
  package var percent: (low: ExactRatio, high: ExactRatio) {
    let low = leastMean(from: worst) { Int128($0.worst) }
    let gap = leastMean(from: gap) { Self.scale - Int128($0.best) }
    return (
      ExactRatio(low.part * 100, over: low.whole * Self.scale),
      ExactRatio((gap.whole * Self.scale - gap.part) * 100, over: gap.whole * Self.scale)
    )
  }

  /// From the smallest share up, a weight is raised to its upper end as long as that lowers the
  /// mean. Those of equal shares go by their weights, so that no order of rows shows.
  private func leastMean(
    from start: Int128, _ share: (Open) -> Int128
  ) -> (part: Int128, whole: Int128) {
    var part = start
    var whole = self.whole
    let sorted = open.sorted {
      (share($0), $0.weight.low, $0.weight.high) < (share($1), $1.weight.low, $1.weight.high)
    }
    for entry in sorted {
      let share = share(entry)
      guard whole == 0 || share * whole < part else { break }
      // Without an end to its weight, the mean comes as near to its share as one likes.
      if entry.weight.high == Bounds.unlimited { return (share, 1) }
      part += Int128(entry.weight.high - entry.weight.low) * share
      whole += Int128(entry.weight.high - entry.weight.low)
    }
    return (part, whole)
  }

  private static func steps(_ share: Double) -> Int128 {
    share >= 1 ? scale : Int128((share * Double(scale)).rounded(.down))
  }
}
