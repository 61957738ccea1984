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

  /// What to call the document that a rule is from: its number, else its title, else its pack.
  func document(of rule: Rule) -> String {
    guard let pack = packs[rule.pack] else { return rule.pack }
    return pack.document.number ?? say(pack.title)
  }

  /// The id of the pack that brought a rule into the run.
  func packID(ofFinding finding: Int) -> String { result.packs[packOfFinding[finding]].id }
}
