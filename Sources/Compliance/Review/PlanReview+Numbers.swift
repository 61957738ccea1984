public import Rules

extension PlanReview {
  /// The clauses that speak of the plan, those that the developer must meet first.
  public var applicable: [ClauseOpinion] {
    Duty.allCases.flatMap { duty in
      clauses.filter { $0.verdict != .notApplicable && $0.rule.duty == duty }
    }
  }

  /// Those that do not.
  public var inapplicable: [ClauseOpinion] { clauses.filter { $0.verdict == .notApplicable } }

  /// What clauses are called wherever the review is told: 1 is the first that applies.
  public var numbers: [RuleKey: Int] {
    Dictionary(
      (applicable + inapplicable).enumerated().map { ($1.key, $0 + 1) },
      uniquingKeysWith: { first, _ in first })
  }
}
