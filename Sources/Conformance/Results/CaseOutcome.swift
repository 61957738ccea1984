/// What came of a case.
public enum CaseOutcome: Sendable, Hashable {
  /// All is as expected.
  case pass
  /// Something is not.
  case fail([Difference])
  /// Its files could not be written, for this reason.
  case notRun(String)
}
