public import Quantities

/// Figures that an authority declares for a unit.
public struct DeclaredStatistics: Sendable, Hashable {
  /// Whose figures they are.
  public enum Subject: Sendable, Hashable {
    /// A whole level with one unit in it, such as the city, or the plan.
    case territory(String)
    /// One unit.
    case unit(UnitLevel, id: String)
  }

  /// Whose figures they are.
  public var subject: Subject
  /// By statistic name.
  public var figures: [String: Amount]
  /// What is declared in words, such as the plan's `type`.
  public var words: [String: String] = [:]

  /// Figures of a subject.
  public init(subject: Subject, figures: [String: Amount]) {
    self.subject = subject
    self.figures = figures
  }
}
