/// Sizes that serve every need, how, and how good they are.
public struct SizingAnswer: Sendable {
  /// By site the size to build; `nil`: not built.
  public let sizes: [Int?]
  /// By layer, found anew for these sizes from nothing.
  public let flows: [SizingFlow]
  /// Cost, and the least that any answer costs.
  public let proof: Proof
  /// Who vouches for `proof.bound`: whole numbers, those of the certificate or of trying all, or a solver that counts in
  /// floating point; then the certificate's own bound is lower.
  public let boundSource: BoundSource
  /// What anybody can check by additions.
  public let certificate: SizingCertificate
  /// The linear relaxation of sizes along their lower convex envelopes, in the unit of the costs: for one layer, exactly.
  public let relaxation: Double?

  /// What all sites cost.
  public var cost: Int64 { proof.value }
}

/// What came of a search for the least cost.
public enum SizingOutcome: Sendable {
  /// Every need is served; within the budget, where there is one.
  case served(SizingAnswer)
  /// The budget does not suffice, or nothing was found for which it does.
  case short(SizingCompromise)
  /// What must be built costs more than the budget.
  case overspent(forced: Int64)
  /// No answer exists, whatever the budget: these needs are more than all that could be built in their reach.
  case impossible([SizingShortage])
  /// No answer obeys the exclusions, though what could be built would suffice without them: proven by trying all.
  case excluded
  /// Nothing that serves every need and obeys the exclusions was found; it would cost no less than the bound.
  case unknown(bound: Int64)
}
