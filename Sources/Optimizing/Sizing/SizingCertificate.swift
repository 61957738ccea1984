/// What shows that an answer is one, and that none costs less than a bound: whole numbers, checked by additions,
/// products and comparisons alone.
///
/// The value side is sizes and an integral flow. The bound side is a price of a unit of need for every client, and
/// optionally one layer whose clients are grouped by price and whose sizes are bought by group: see `PriceBound` and
/// `KnapsackBound` for the two formulas. That any prices give a bound is weak duality; nothing of how they were found
/// matters.
public struct SizingCertificate: Sendable, Hashable {
  /// By site; -1: not built.
  public var sizes: [Int32]
  /// By layer.
  public var flows: [SizingFlow]
  /// What the sizes cost.
  public var value: Int64
  /// Parts of a unit of cost that prices are in.
  public var scale: Int64
  /// By layer and client, not negative.
  public var prices: [[Int64]]
  /// The layer whose clients are grouped by price; `nil`: the plain bound of prices.
  public var knapsackLayer: Int?
  /// What the prices prove, as a multiple of what all costs are multiples of.
  public var bound: Int64
}
