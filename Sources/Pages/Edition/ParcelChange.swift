package import Compliance
internal import Planning
package import Rules

/// What a plan changes for one parcel of the city.
package struct ParcelChange: Sendable {
  /// Whether it is for better or for worse, over the clauses that are not advisory.
  package enum Direction: String, Sendable {
    /// A clause that was met no longer is.
    case breaks
    /// Some figure falls, and no verdict changes for the worse.
    case loses
    /// Nothing falls; a clause that was not met now is.
    case mends
    /// Some figure rises and none falls.
    case gains
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
    let flips = effects.filter { $0.rule.force != .advisory && $0.before != $0.after }
    if flips.contains(where: { $0.before == .pass }) { return .breaks }
    // What is only reported weighs least.
    let held = effects.filter { !$0.rule.isReportOnly }
    if (held.isEmpty ? effects : held).contains(where: \.isLoss) { return .loses }
    return flips.contains { $0.after == .pass } ? .mends : .gains
  }
}

extension EffectOnSubject {
  /// Whether its figure gets worse; for a distance or an upper limit that is a rise.
  package var isLoss: Bool {
    switch rule.threshold?.comparison {
    case .atMost, .lessThan: measuredAfter > measuredBefore
    case nil where rule.check.measuresCover && rule.check.reach == nil:
      measuredAfter > measuredBefore
    default: measuredAfter < measuredBefore
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
