internal import Rules

/// What a plan does to a verdict on someone who is there, in the order of how much it matters.
public enum VerdictTurn: String, Sendable, Hashable, CaseIterable {
  /// A clause that is met fails.
  case broken
  /// A clause that cannot be decided today fails.
  case failing
  /// A clause that is met can no longer be decided.
  case undecided
  /// A clause that fails, or cannot be decided, is met.
  case mended

  /// `nil` where it stays as it is, and where nothing can be said: a failure that can no longer be
  /// decided may be one still, and who was not asked before did not comply.
  public init?(from before: Verdict, to after: Verdict) {
    switch (before, after) {
    case (.pass, .fail): self = .broken
    case (.unknown, .fail): self = .failing
    case (.pass, .unknown): self = .undecided
    case (.fail, .pass), (.unknown, .pass): self = .mended
    default: return nil
    }
  }
}

extension EffectOnSubject {
  /// What becomes of the verdict; `nil`: nothing that can be said.
  public var turn: VerdictTurn? { VerdictTurn(from: before, to: after) }
}

extension PlanEffects {
  /// Those whose verdict on a clause that is not advisory takes a turn: parcels, facilities, units.
  public func turned(_ turn: VerdictTurn) -> [EffectOnSubject] {
    (parcels + facilities + units).filter { $0.rule.force != .advisory && $0.turn == turn }
  }
}
