/// The solvers that are there on this machine; the searches work without any.
public enum SolverRegistry {
  /// Every way to find a solver, best first: a new one is one file and one line here.
  private static let finders: [@Sendable () -> (any ProgramSolver)?] = [
    { HighsSolver.found() }, { CbcSolver.found() },
  ]

  /// All that are there, best first; looked for once.
  public static let available: [any ProgramSolver] = finders.compactMap { $0() }

  /// The best one, or `nil`.
  public static var best: (any ProgramSolver)? { available.first }
}
