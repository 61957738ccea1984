internal import Documents
internal import GeoData
internal import Quantities

extension RuleLint {
  /// The layer of the subjects; `nil`: a plan, whose rows are of two.
  var ownLayer: ConditionColumns.Layer? {
    switch rule.subject {
    case .parcel: .parcels
    case .facility: .facilities
    case .plan: nil
    default: .units
    }
  }

  /// Conditions that no row can meet, or all do.
  func checkConditions() {
    checkCondition(node["when"], ofRowsOf: ownLayer)
    checkCondition(node["where"], ofRowsOf: .facilities)
    for key in quantityKeys {
      guard let quantity = node[key] else { continue }
      if quantity["facility"] != nil { checkCondition(quantity["where"], ofRowsOf: .facilities) }
      if quantity["units"] != nil { checkCondition(quantity["where"], ofRowsOf: .units) }
    }
    rule.readable.lintConditions(self)
  }

  /// One condition, of rows of a layer; `nil`: of a plan.
  func checkCondition(_ condition: DocumentNode?, ofRowsOf layer: ConditionColumns.Layer?) {
    guard case .mapping(let pairs)? = condition?.content else { return }
    let lint = ConditionLint(reader: reader, kinds: pack.kinds, columns: pack.columns, layer: layer)
    for pair in pairs { lint.check(pair) }
  }
}
