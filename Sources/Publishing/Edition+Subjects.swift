internal import Compliance
internal import Documents
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

  /// The id of the pack that brought a rule into the run.
  func packID(ofFinding finding: Int) -> String { result.packs[packOfFinding[finding]].id }
}

extension RuleFindings {
  /// The flags that occur, with the number of findings that have them, in the order of flags.
  var flagCounts: [(entry: FlagEntry, count: Int)] {
    var counts: [Flags: Int] = [:]
    for flags in flags where !flags.isEmpty { counts[flags, default: 0] += 1 }
    return Flags.all.compactMap { entry in
      let count = counts.reduce(0) { $0 + ($1.key.contains(entry.flag) ? $1.value : 0) }
      return count == 0 ? nil : (entry, count)
    }
  }

  /// As in `Flags.all`.
  typealias FlagEntry = (flag: Flags, name: String, label: LocalizedText)
}
