internal import Compliance
public import Documents
internal import GeoFiles
internal import Geodesy
internal import Planar
internal import Planning
internal import Rules

/// `plan_effects.geojson`: the parcels that are there and for which the plan changes something.
public enum PlanEffectsOutput: OpinionOutput {
  /// `plan_effects.geojson`
  public static let fileName = "plan_effects.geojson"
  /// What is in it.
  public static let title = LocalizedText(
    en: "Existing parcels that the plan changes something for, before and after",
    zh: "受规划影响的既有小区（前后对比）")

  static func isWanted(in edition: OpinionEdition) -> Bool { edition.reviewed.withEffects }

  static func write(_ edition: OpinionEdition, to path: String) async throws {
    let parcels = edition.city.parcels.rows
    let changes = edition.changesByParcel
    var table = LayerTable(rowCount: changes.count)
    table.append("id", texts: changes.map { parcels.ids[$0.row] })
    table.append("name", texts: changes.map { parcels.names[$0.row] })
    table.append("verdict_before", verdicts: changes.map { $0.verdict(\.before) })
    table.append("verdict_after", verdicts: changes.map { $0.verdict(\.after) })
    table.append("change", texts: changes.map(\.direction.rawValue))
    for (name, isFlip) in [
      ("breaks", { @Sendable (effect: EffectOnSubject) in effect.before == .pass }),
      ("mends", { @Sendable (effect: EffectOnSubject) in effect.after == .pass }),
    ] {
      table.append(
        name,
        texts: changes.map { change in
          let rules = change.effects.filter { $0.before != $0.after && isFlip($0) }
          return rules.map { edition.imprint.columnPrefix(of: $0.rule) }
            .joined(separator: ";")
        })
    }
    for key in edition.changedRules {
      guard let prefix = edition.columnPrefix(of: key) else { continue }
      let effects = changes.map { change in change.effects.first { $0.key == key } }
      table.append("\(prefix)_before", verdicts: effects.map { $0?.before })
      table.append("\(prefix)_after", verdicts: effects.map { $0?.after })
      table.append(
        "\(prefix)_measured_before",
        .real(effects.map { $0?.measuredBefore ?? .nan }, decimals: 6))
      table.append(
        "\(prefix)_measured_after", .real(effects.map { $0?.measuredAfter ?? .nan }, decimals: 6))
    }
    try await GeoJSONWriter(workers: edition.workers).write(
      table.table, geometry: parcels.wgs84.selecting(changes.map(\.row)), crs: .wgs84,
      featureIDs: changes.map { parcels.ids[$0.row] }, to: path)
  }
}

/// What a plan changes for one parcel of the city.
struct ParcelChange: Sendable {
  /// Whether it is for better or for worse, over the clauses that are not advisory.
  enum Direction: String, Sendable {
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
  let row: Int
  /// In the order of the rules.
  var effects: [EffectOnSubject]

  /// The worst over the clauses that changed.
  func verdict(_ side: KeyPath<EffectOnSubject, Verdict>) -> Verdict {
    effects.filter { $0.rule.force != .advisory }
      .reduce(.notApplicable) { Verdict.worse($0, $1[keyPath: side]) }
  }

  var direction: Direction {
    let flips = effects.filter { $0.rule.force != .advisory && $0.before != $0.after }
    if flips.contains(where: { $0.before == .pass }) { return .breaks }
    // What is only reported weighs least.
    let held = effects.filter { !$0.rule.isReportOnly }
    if (held.isEmpty ? effects : held).contains(where: \.isLoss) { return .loses }
    return flips.contains { $0.after == .pass } ? .mends : .gains
  }
}

extension EffectOnSubject {
  /// The pack and the rule.
  var key: RuleKey { rule.key }

  /// Whether its figure gets worse; for a distance or an upper limit that is a rise.
  var isLoss: Bool {
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
  var changesByParcel: [ParcelChange] {
    Dictionary(grouping: review.effects.parcels, by: \.row)
      .map { ParcelChange(row: $0.key, effects: $0.value) }
      .sorted { $0.row < $1.row }
  }

  /// The rules under which anything changes for a parcel, in the order of packs and rules.
  var changedRules: [RuleKey] {
    let changed = Set(review.effects.parcels.map(\.key))
    return review.packs.flatMap(\.appliedRules).map(\.key).filter(changed.contains)
  }
}
