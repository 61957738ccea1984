internal import Compliance
internal import Pages
internal import Planning
internal import Rules

/// What tables of findings have under `subject_kind`.
struct SubjectKinds: Sendable {
  /// The same for all rows, unless they are units.
  private let word: String
  /// Of units, one per row.
  private let levels: [UnitLevel]

  init(_ findings: RuleFindings, in edition: Edition) {
    levels = findings.table == .units ? edition.city.units.level : []
    word =
      switch findings.table {
      case .parcels: "parcel"
      case .facilities: "facility"
      case .units, .territory: findings.rule.subject.rawValue
      }
  }

  subscript(row: Int) -> String { levels.isEmpty ? word : levels[row].rawValue }
}
