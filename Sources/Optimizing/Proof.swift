/// How good an answer is: its value, a bound that no answer can pass, and why the search stopped.
///
/// Values are whole numbers, of whatever the caller counts in: costs, people, metres.
public struct Proof: Sendable, Hashable {
  /// Of the answer.
  public let value: Int64
  /// No answer is better; equal to `value` only where that is proven.
  public let bound: Int64
  /// Why the search ended.
  public let stop: Stop

  /// Why a search ended.
  public enum Stop: String, Sendable, Hashable, CaseIterable {
    /// The bound meets the value: nothing better exists.
    case proven
    /// So many steps were asked for.
    case iterationLimit = "iteration_limit"
    /// The time is over, or the caller ended the search.
    case timeLimit = "time_limit"
    /// What was tried is done, and the bound is as good as it can make it.
    case exhausted
  }

  /// A proof; `stop` becomes `proven` where value and bound meet.
  public init(value: Int64, bound: Int64, stop: Stop) {
    self.value = value
    self.bound = bound
    self.stop = value == bound ? .proven : stop
  }

  /// How far the value may be from the best: 0 where it is proven, 0.01 for one percent of the larger of the two.
  public var gap: Double {
    guard value != bound else { return 0 }
    let larger = max(abs(Double(value)), abs(Double(bound)))
    return abs(Double(value) - Double(bound)) / larger
  }
}
