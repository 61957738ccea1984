/// What a scenario does with a facility.
public enum ScenarioAction: String, Sendable, Hashable, CaseIterable {
  /// It is built and open.
  case add
  /// It is somewhere else.
  case move
  /// It serves nobody any more.
  case close
  /// Some of its figures are others, its kind, or its place.
  case change
}
