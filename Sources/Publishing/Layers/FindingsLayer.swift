internal import Compliance
internal import Documents
internal import GeoFiles
internal import Pages
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// The findings as a table of a file of several layers: the columns of `findings.csv`, one row a finding.
struct FindingsLayer {
  private let edition: Edition
  private let isOnlyFailing: Bool
  private var texts: [SharedTexts]
  private var verdicts: [UInt8] = []
  private var measured: [Double] = []
  private var required: [Int64] = []
  private var requiredMost: [Int64] = []
  private var shortfall: [Int64] = []

  /// Columns of texts, in their order.
  private static let names = [
    "pack", "rule", "clause", "force", "subject_kind", "subject_id", "flags", "operator", "unit",
    "shortfall_unit", "attribution", "group", "reason", "document",
  ]

  init(_ edition: Edition, isOnlyFailing: Bool) {
    self.edition = edition
    self.isOnlyFailing = isOnlyFailing
    texts = Self.names.map { _ in SharedTexts() }
    for number in edition.result.findings.indices { append(number) }
  }

  private mutating func append(_ number: Int) {
    let findings = edition.result.findings[number]
    let rule = findings.rule
    let ids = edition.subjectIDs(of: findings)
    let groups = findings.groups
    let reasons = findings.reasonCases.map { $0.map { edition.say($0.sentence(.exact)) } }
    let kinds = SubjectKinds(findings, in: edition)
    let fixed: [Int: String?] = [
      0: edition.packID(ofFinding: number), 1: rule.id, 2: rule.clause, 3: rule.force.rawValue,
      7: rule.threshold?.comparison.rawValue, 8: rule.unit.description,
      9: findings.shortfallUnit.description, 10: findings.attribution?.rawValue,
      13: edition.imprint.document(of: rule),
    ]
    let none = RuleFindings.noAmount
    for (subject, row) in findings.rows.enumerated() {
      if isOnlyFailing, findings.verdicts[subject] != .fail { continue }
      for (column, text) in fixed { texts[column].append(text) }
      texts[4].append(kinds[Int(row)])
      texts[5].append(ids[Int(row)])
      let flags = findings.flags[subject]
      texts[6].append(flags.isEmpty ? nil : flags.text)
      let group = groups.isEmpty ? -1 : Int(groups[subject])
      texts[11].append(group < 0 ? nil : edition.name(ofGroup: group, ofFinding: number))
      texts[12].append(reasons[Int(findings.reasons[subject])])
      verdicts.append(findings.verdicts[subject].rawValue)
      measured.append(findings.measured[subject])
      let bounds = findings.required(of: subject)
      required.append(bounds?.figure.micros ?? none)
      requiredMost.append(bounds?.upper?.micros ?? none)
      shortfall.append(findings.shortfall[subject])
    }
  }

  /// The table, named `findings`.
  var layer: DatasetLayer {
    var table = OutputTable(rowCount: verdicts.count)
    for (name, column) in zip(Self.names, texts) {
      table.append(name, column.column)
    }
    table.append("verdict", .words(dictionary: Verdict.names, codes: verdicts))
    table.append("measured", .real(measured, decimals: 6))
    table.append("required", .micros(required))
    table.append("required_max", .micros(requiredMost))
    table.append("shortfall", .micros(shortfall))
    var layer = DatasetLayer(name: "findings", table: table)
    layer.note = OutputWords.findings[edition.language]
    return layer
  }
}
