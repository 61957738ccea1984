/// What a form says of a project besides its figures.
public enum PlanFact: String, Sendable, Hashable, CaseIterable {
  /// What it is called.
  case projectName = "project_name"
  /// Who builds it.
  case developer
  /// Who designed it.
  case designer
  /// Where it is, in words.
  case site
  /// Number of the planning conditions, or of the permit for the land.
  case planningConditions = "planning_conditions"
  /// The how manieth time it was handed in.
  case round
  /// The day on which it was.
  case submitted
}
