public import Quantities

/// The money of a year.
public struct BuildStage: Sendable, Hashable {
  /// The year, at whose end what is built in it is delivered.
  public let year: Int
  /// What may be spent in it, besides what is left of the years before.
  public let budget: Amount

  /// A stage.
  public init(year: Int, budget: Amount) {
    self.year = year
    self.budget = budget
  }
}

extension Proposal {
  /// What is built in a year.
  public struct Stage: Sendable {
    /// The year and its money.
    public let stage: BuildStage
    /// Rows of `Proposal.sites`, in the order in which they serve most for their cost.
    public let sites: [Int]
    /// What they cost.
    public let cost: Amount
    /// What is left at the end of the year.
    public let left: Amount
    /// The part of all need that is met at its end, whosever it is; of several layers their mean.
    public let met: Double
  }
}
