internal import Measuring

/// Needs and capacities in whole numbers that a search can add up: by their common divisor, and where they are
/// still too many by a coarser one, needs rounded up and capacities down, so that whoever is served is served.
struct ShareUnit: Sendable {
  let divisor: Int128

  /// Sums stay below this.
  private static let most = Int128(1) << 39

  init(needs: [Int128], capacities: [Int128], unit: Int128) {
    var common = unit
    for amount in needs { common = ExactRatio.gcd(common, amount) }
    for amount in capacities { common = ExactRatio.gcd(common, amount) }
    common = max(1, common)
    let sum = max(needs.reduce(0, +), capacities.reduce(0, +)) / common
    divisor = common * max(1, (sum + Self.most - 1) / Self.most)
  }

  func need(_ amount: Int128) -> Int64 { Int64(clamping: (amount + divisor - 1) / divisor) }
  func capacity(_ amount: Int128) -> Int64 { Int64(clamping: amount / divisor) }
}
