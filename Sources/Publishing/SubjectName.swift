internal import Compliance
internal import Planning
internal import Rules

extension Edition {
  /// The ids of the rows that a table's findings count in; territory has one row, its word.
  func subjectIDs(of findings: RuleFindings) -> [String] {
    switch findings.table {
    case .parcels: city.parcels.rows.ids
    case .facilities: city.facilities.rows.ids
    case .units: city.units.rows.ids
    case .territory: [findings.rule.subject.rawValue]
    }
  }

  /// The document that a rule is from.
  func pack(of rule: Rule) -> RulePack? { result.packs.first { $0.id == rule.pack } }
}
