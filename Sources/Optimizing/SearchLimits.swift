/// When a search ends, and what it starts from.
///
/// With a limit of steps and no time limit the same problem gives the same answer on every machine.
public struct SearchLimits: Sendable {
  /// Seconds of the clock; `nil`: as long as it takes.
  public var seconds: Double?
  /// Steps of the search, whose meaning each search says; `nil`: no limit.
  public var iterations: Int?
  /// A relative gap at which the search may end: 0 asks for a proof.
  public var gap: Double
  /// Of all that is drawn by lot.
  public var seed: UInt64
  /// Told the best value and bound so far whenever either gets better; returns whether to go on, so that a caller
  /// can end the search at any time with the best so far.
  public var goOn: @Sendable (_ value: Int64?, _ bound: Int64) -> Bool

  /// Limits; see the properties.
  public init(
    seconds: Double? = nil, iterations: Int? = nil, gap: Double = 0, seed: UInt64 = 1,
    goOn: @escaping @Sendable (_ value: Int64?, _ bound: Int64) -> Bool = { _, _ in true }
  ) {
    self.seconds = seconds
    self.iterations = iterations
    self.gap = gap
    self.seed = seed
    self.goOn = goOn
  }
}
