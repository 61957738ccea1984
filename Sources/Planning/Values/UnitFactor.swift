internal import Quantities

/// What one of a unit is worth in the unit that a column is kept in, as a fraction.
public struct UnitFactor: Sendable, Hashable {
  static let one = UnitFactor(numerator: 1, denominator: 1)

  /// Above the line.
  public let numerator: Int64
  /// Below it.
  public let denominator: Int64

  /// A fraction.
  public init(numerator: Int64, denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// `10000` or `2000/3`.
  init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1).map { Int64($0) }
    guard let numerator = parts.first ?? nil, numerator > 0 else { return nil }
    if parts.count == 2 {
      guard let denominator = parts[1], denominator > 0 else { return nil }
      self.init(numerator: numerator, denominator: denominator)
    } else {
      self.init(numerator: numerator, denominator: 1)
    }
  }

  /// The nearest amount; `nil` when it is out of range.
  func applied(to amount: Amount) -> Amount? {
    if self == .one { return amount }
    let (product, overflow) = amount.micros.multipliedReportingOverflow(by: numerator)
    guard !overflow else { return nil }
    let half = product < 0 ? -denominator / 2 : denominator / 2
    let (rounded, high) = product.addingReportingOverflow(half)
    return high ? nil : Amount(micros: rounded / denominator)
  }

  /// `×10000`, `×2000/3`.
  public var text: String { denominator == 1 ? "×\(numerator)" : "×\(numerator)/\(denominator)" }
}
