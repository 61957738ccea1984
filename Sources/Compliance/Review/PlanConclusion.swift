internal import Planning
public import Rules

/// What the review of a plan comes to on the clauses of some duties: one of the four words of review
/// forms, and the clauses behind it. Everything that tells of a conclusion tells of this one.
public struct PlanConclusion: Sendable {
  /// The words of review forms, the worst first.
  public enum Word: String, Sendable, Hashable, CaseIterable {
    /// A clause that counts is not met, when all is built or at the end of a stage.
    case doesNotComply = "does_not_comply"
    /// Nothing is known to fail, but data is missing that decides.
    case needsData = "needs_data"
    /// Nothing is missing; clauses whose documents state no figure are left to the bureau, or advisory
    /// clauses are not met.
    case compliesInTheMain = "complies_in_the_main"
    /// Every clause that applies is met.
    case complies
    /// No clause speaks of the plan.
    case nothingApplies = "nothing_applies"
  }

  /// Whose clauses it is about.
  public let duties: Set<Duty>
  /// What it comes to.
  public let word: Word
  /// Clauses that count and apply.
  public let counted: [RuleKey]
  /// Those that are not met when all is built.
  public let failing: [RuleKey]
  /// By stage, those that are not met at its end though they are when all is built; stages without
  /// any are left out.
  public let late: [(phase: Int, rules: [RuleKey])]
  /// Those that missing data leaves undecided, at the end of any stage.
  public let lackingData: [RuleKey]
  /// Those whose documents state no figure.
  public let withoutFigure: [RuleKey]
  /// Advisory clauses that are not met; they do not count.
  public let advisoryGaps: [RuleKey]
  /// Whether every clause that is not met stands in a document that is not in force.
  public let restsOnDrafts: Bool

  /// The conclusion of a review.
  ///
  /// - Parameter duties: Whose clauses.
  public init(_ review: PlanReview, on duties: Set<Duty>) {
    func isMeant(_ clause: ClauseOpinion) -> Bool { duties.contains(clause.rule.duty) }
    func keys(_ clauses: [ClauseOpinion], where test: (ClauseOpinion) -> Bool) -> [RuleKey] {
      clauses.filter { isMeant($0) && test($0) }.map(\.key)
    }
    self.duties = duties
    counted = keys(review.clauses) { $0.countedVerdict != .notApplicable }
    let failing = keys(review.clauses) { $0.countedVerdict == .fail }
    self.failing = failing
    late = review.phases.map { phase in
      (
        phase.phase,
        keys(phase.clauses) { $0.countedVerdict == .fail && !failing.contains($0.key) }
      )
    }.filter { !$0.1.isEmpty }
    let all = ([review.clauses] + review.phases.map(\.clauses)).flatMap { $0 }
    lackingData = keys(all, where: \.lacksData).unique
    withoutFigure = keys(all) { $0.countedVerdict == .unknown && !$0.lacksData }.unique
    advisoryGaps = keys(review.clauses) {
      $0.countedVerdict == .notApplicable && $0.rule.force == .advisory && $0.verdict == .fail
    }
    let unmet = all.filter { isMeant($0) && $0.countedVerdict == .fail }
    restsOnDrafts = !unmet.isEmpty && unmet.allSatisfy(\.rule.isDraft)
    word =
      !unmet.isEmpty
      ? .doesNotComply
      : !lackingData.isEmpty || review.hasUndecidedRows
        ? .needsData
        : counted.isEmpty && advisoryGaps.isEmpty
          ? .nothingApplies
          : withoutFigure.isEmpty && advisoryGaps.isEmpty ? .complies : .compliesInTheMain
  }
}

extension PlanConclusion.Word: Comparable {
  /// The worse is the smaller.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension PlanReview {
  /// What the review comes to on the clauses of some duties; unless said otherwise on all.
  public func conclusion(on duties: Set<Duty> = Set(Duty.allCases)) -> PlanConclusion {
    PlanConclusion(self, on: duties)
  }

  /// Whether rows of the plan were rejected that may decide something.
  public var hasUndecidedRows: Bool { plan.rejected.contains { !$0.decidesNothing } }
}
