package import Compliance
internal import Planning
package import Rules

/// What a plan changes for one parcel of the city.
package struct ParcelChange: Sendable {
  /// Whether it is for better or for worse, over the clauses that are not advisory; the worst first.
  package enum Direction: String, Sendable {
    /// A clause that was met fails.
    case breaks
    /// A clause that could not be decided fails.
    case fails
    /// A clause that was met can no longer be decided.
    case unsettles
    /// Some figure falls, and no verdict changes for the worse.
    case loses
    /// Nothing falls; a clause that was not met now is.
    case mends
    /// Some figure rises and none falls.
    case gains
    /// Something changes of which it cannot be said whether it is for the better.
    case changes

    fileprivate init(_ turn: VerdictTurn) {
      switch turn {
      case .broken: self = .breaks
      case .failing: self = .fails
      case .undecided: self = .unsettles
      case .mended: self = .mends
      }
    }
  }

  /// Row in the city.
  package let row: Int
  /// In the order of the rules.
  package var effects: [EffectOnSubject]

  /// The worst over the clauses that changed.
  package func verdict(_ side: KeyPath<EffectOnSubject, Verdict>) -> Verdict {
    effects.filter { $0.rule.force != .advisory }
      .reduce(.notApplicable) { Verdict.worse($0, $1[keyPath: side]) }
  }

  package var direction: Direction {
    let turns = Set(effects.filter { $0.rule.force != .advisory }.compactMap(\.turn))
    if let worst = VerdictTurn.allCases.first(where: turns.contains), worst != .mended {
      return Direction(worst)
    }
    // What is only reported weighs least.
    let held = effects.filter { !$0.rule.isReportOnly }
    let weighed = held.isEmpty ? effects : held
    if weighed.contains(where: \.isLoss) { return .loses }
    if turns.contains(.mended) { return .mends }
    return weighed.contains(where: \.isGain) ? .gains : .changes
  }
}

extension EffectOnSubject {
  /// Whether its figure gets worse; for a distance or an upper limit that is a rise.
  package var isLoss: Bool {
    isLessBetter ? measuredAfter > measuredBefore : measuredAfter < measuredBefore
  }

  /// Whether its figure gets better.
  package var isGain: Bool {
    isLessBetter ? measuredAfter < measuredBefore : measuredAfter > measuredBefore
  }

  private var isLessBetter: Bool {
    switch rule.threshold?.comparison {
    case .atMost, .lessThan: true
    case nil: rule.check.measuresCover && rule.check.reach == nil
    default: false
    }
  }
}

extension OpinionEdition {
  /// The parcels of the city that anything changes for, by row.
  package var changesByParcel: [ParcelChange] {
    Dictionary(grouping: review.effects.parcels, by: \.row)
      .map { ParcelChange(row: $0.key, effects: $0.value) }
      .sorted { $0.row < $1.row }
  }

  /// The rules under which anything changes for a parcel, in the order of packs and rules.
  package var changedRules: [RuleKey] {
    let changed = Set(review.effects.parcels.map(\.key))
    return review.packs.flatMap(\.appliedRules).map(\.key).filter(changed.contains)
  }
}
