/// What a budget can do that does not suffice for every need: the largest share of its need that everybody gets, and then
/// the least that is wanting in all.
///
/// Guaranteed: what `flows` says is served, within the budget and the exclusions; everybody gets at least
/// `share.value`, rounded up to whole units; no answer within the budget gives everybody more than `share.bound`; and
/// none that gives everybody `share.value` leaves less wanting than `shortfall.bound`. That the value is the bound is
/// proven where the proof says so, and otherwise a search's best effort: shares are found by bisection over the least
/// cost of serving them, which is itself a search; the rest of the budget is spent by a greedy search with exchanges.
///
/// Source: Ogryczak, *Inequality measures and equitable approaches to location problems*, 2000, for the largest least
/// share; Marsh & Schilling, *Equity measurement in facility location analysis*, 1994.
public struct SizingCompromise: Sendable {
  /// By site the size to build; `nil`: not built.
  public let sizes: [Int?]
  /// What they cost, within the budget.
  public let cost: Int64
  /// By layer, who gets how much from whom.
  public let flows: [SizingFlow]
  /// In parts of `parts`: the share of its need that everybody gets, rounded up to whole units. More is better.
  public let share: Proof
  /// What is wanting in all layers; a client of a layer of covering counts 1.
  public let shortfall: Proof
  /// The least that serving every need is known to cost, more than the budget unless that is not proven.
  public let leastCost: Int64

  /// A share of 1.
  public static let parts: Int64 = 10_000
}
