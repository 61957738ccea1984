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
    check(node["when"], ownLayer)
    check(node["where"], .facilities)
    if (rule.check as? Size)?.demanded.isDelivery != true { check(node["has"], .facilities) }
    for key in ["supply", "part", "whole", "sum"] {
      guard let quantity = node[key] else { continue }
      if quantity["facility"] != nil { check(quantity["where"], .facilities) }
      if quantity["units"] != nil { check(quantity["where"], .units) }
    }
    let counted = (rule.check as? Presence)?.counting?.units
    check(node["counting"]?["when"], counted == [.parcel] ? .parcels : .units)
  }

  private func check(_ condition: DocumentNode?, _ layer: ConditionColumns.Layer?) {
    guard case .mapping(let pairs)? = condition?.content else { return }
    let lint = ConditionLint(reader: reader, kinds: pack.kinds, columns: pack.columns, layer: layer)
    for pair in pairs { lint.check(pair) }
  }
}
