/// A solver of integer programs.
public protocol ProgramSolver: Sendable {
  /// What it calls itself, with its version where it says so.
  var name: String { get }

  /// Solves a program as far as the limits let it.
  ///
  /// - Parameters:
  ///   - limits: Seconds, gap and `goOn` count; the solver has its own idea of steps and lots.
  ///     `goOn` is told values and bounds rounded outwards to whole numbers.
  ///   - start: Values of all columns to begin from; a solver may ignore them.
  func solve(_ program: IntegerProgram, limits: SearchLimits, start: [Double]?) -> ProgramAnswer
}

/// What a solver made of a program; all in floating point, within the tolerances of the solver.
public struct ProgramAnswer: Sendable, Hashable {
  /// How the solver ended.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// `values` are the best, says the solver.
    case optimal
    /// A limit ended it; `values` are the best so far, if there are any.
    case limit
    /// No values obey the rows.
    case infeasible
    /// It did not work: nothing is known.
    case failed
  }

  /// How it ended.
  public let status: Status
  /// By column; `nil` if there are none.
  public let values: [Double]?
  /// Cost of `values`.
  public let objective: Double?
  /// No values cost less, says the solver; `-.infinity` where it says nothing.
  public let bound: Double

  /// An answer; see the properties.
  public init(status: Status, values: [Double]?, objective: Double?, bound: Double) {
    self.status = status
    self.values = values
    self.objective = objective
    self.bound = bound
  }

  /// Nothing is known.
  public static let failed = ProgramAnswer(
    status: .failed, values: nil, objective: nil, bound: -.infinity)

  /// The bound for a cost that is a whole number: rounded up, with room for the solver's tolerances.
  public var wholeBound: Int64? {
    guard bound.isFinite, abs(bound) < 9e18 else { return nil }
    return Int64((bound - max(1e-6, abs(bound) * 1e-9)).rounded(.up))
  }
}
