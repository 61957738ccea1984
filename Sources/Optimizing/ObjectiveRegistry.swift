/// What a reader may want to know of an objective.
public struct ObjectiveEntry: Sendable, Hashable {
  /// Its name in files; never changed.
  public let id: String
  /// Its name in textbooks.
  public let name: String
  /// Where it comes from.
  public let source: String
  /// What is optimised, as text.
  public let formula: String
  /// Whether less is better.
  public let isMinimised: Bool
}

/// An optimisation problem that is in the registry.
public protocol LocationObjective: Sendable {
  /// Its entry.
  static var entry: ObjectiveEntry { get }
}

/// Every objective that can be optimised.
public enum ObjectiveRegistry {
  /// A new objective is one file and one line here: help, manual and tests read this list.
  public static let all: [any LocationObjective.Type] = [
    SetCovering.self, MaximalCovering.self, PMedian.self, PCenter.self,
    CapacitatedLocation.self, SizingProblem.self,
  ]
}
