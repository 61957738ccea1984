public import Quantities

/// How a result depends on what is assumed: the same city judged again with other values, one assumption at a
/// time.
public struct Sensitivity: Sendable, Hashable {
  /// What is assumed.
  public enum Assumption: String, Sendable, Hashable, CaseIterable {
    /// How much longer a walk is than the straight line; where there is no network.
    case detour
    /// Metres per minute.
    case walkingSpeed = "walking_speed"
    /// Persons a household; where the project states it.
    case personsPerHousehold = "persons_per_household"
  }

  /// The result with one other value.
  public struct Variant: Sendable, Hashable {
    /// What is assumed otherwise.
    public let assumption: Assumption
    /// The value of the result; `nil`: packs have different ones.
    public let stated: Amount?
    /// The other value.
    public let value: Amount
    /// Findings of clauses that are not advisory, by what they were and what they are then.
    public internal(set) var counts: [Change: Int] = [:]
    /// How many parcels have such a finding that changed.
    public internal(set) var parcels = 0
    /// By topic, the findings that changed.
    public internal(set) var topics: [String: Int] = [:]
  }

  /// What a verdict was and is.
  public struct Change: Sendable, Hashable {
    /// With the stated value.
    public let before: Verdict
    /// With the other.
    public let after: Verdict
  }

  /// In the order of the assumptions, the lower value first.
  public let variants: [Variant]
}
