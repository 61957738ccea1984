public import Optimizing
public import Planning
public import Quantities
public import Rules

/// What is asked for: which clauses are to pass, what may be built for them, and where.
public struct ProposalRequest: Sendable {
  /// The clauses that are to pass; of these the ones count that fail and that a facility can mend.
  public var goals = RuleChoice()
  /// What may be built.
  public var options: [BuildOption]
  /// Where.
  public var candidates: SiteCandidates
  /// Of a kind there may be no more than one new facility in a unit of this level; `nil`: any number.
  public var onePer: UnitLevel?
  /// Metres between new facilities of a kind; `nil`: any.
  public var spacing: Double?
  /// The most that all may cost; `nil`: what is needed.
  public var budget: Amount?
  /// Whether facilities that stand may be enlarged to a size of their kind, too.
  public var extends = false
  /// The money of each year, ascending, where it is built by years; with no `budget`, all of it is the budget.
  public var stages: [BuildStage] = []
  /// Whether to say what a quarter, a half and three quarters of the money could do: as many searches more.
  public var wantsTradeOff = false
  /// An objective of the textbooks in place of the least cost; `nil`: the least cost.
  public var objective: TextbookObjective?
  /// When the search ends.
  public var limits: SearchLimits

  /// A request; see the properties.
  public init(
    options: [BuildOption], candidates: SiteCandidates,
    limits: SearchLimits = SearchLimits(seconds: 10)
  ) {
    self.options = options
    self.candidates = candidates
    self.limits = limits
  }
}
