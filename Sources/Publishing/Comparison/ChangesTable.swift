internal import Compliance
internal import Documents
internal import GeoFiles
internal import Rules
internal import Wording
internal import Workers

/// `changes.csv`: one row a finding that changed, by rule, kind and id of the subject.
enum ChangesTable: WritableOutput {
  /// `changes.csv`
  static let fileName = "changes.csv"
  /// What is in it.
  static let title = OutputWords.changesTable

  static let columns = [
    "pack", "rule", "clause", "subject_kind", "subject_id", "verdict_before", "verdict_after",
    "measured_before", "measured_after", "shortfall_before", "shortfall_after", "change",
  ]

  static func write(
    _ edition: ComparisonEdition, _ press: Press, to path: String
  ) async throws {
    let comparison = edition.comparison
    var file = try OutputFile(creating: path)
    // The mark tells spreadsheets that the texts are UTF-8, as in the findings.
    try file.write(Array(("\u{FEFF}" + columns.joined(separator: ",") + "\n").utf8))
    let findings = comparison.findings
    let heads = findings.sections.map { section in
      let rule = findings.rules[section.rule]
      let kind = findings.kinds[section.kind].kind
      let cells = ByteBuffer(capacity: 256)
      for text in [rule.name.pack, rule.name.rule, rule.clause, kind] {
        cells.append(cell: text)
        cells.append(",")
      }
      return cells.bytes
    }
    try await file.writeRows(findings.changes.count, workers: press.workers) { range, bytes in
      for row in findings.changes[range] {
        bytes.append(heads[Int(row.section)])
        append(row, of: findings, to: bytes)
      }
    }
    try file.finish()
  }

  /// The cells from the subject's id on, and the line end.
  private static func append(
    _ row: ComparedFindings.Row, of findings: ComparedFindings, to bytes: ByteBuffer
  ) {
    let section = findings.sections[Int(row.section)]
    let pairs = findings.kinds[section.kind]
    let tables = findings.tables
    let old = Cells(tables.before, section.before, pairs.before[Int(row.pair)])
    let new = Cells(tables.after, section.after, pairs.after[Int(row.pair)])
    let comma = UInt8(ascii: ",")
    bytes.append(cell: (new.isFound ? new : old).id)
    for part in [Cells.appendVerdict, Cells.appendMeasured, Cells.appendShortfall] {
      for cells in [old, new] {
        bytes.append(comma)
        part(cells)(bytes)
      }
    }
    bytes.append(comma)
    bytes.append(text: row.change.rawValue)
    bytes.append("\n")
  }
}

/// One finding in one of the runs; nothing where the run does not have it.
private struct Cells {
  private let table: FindingTable
  private let section: FindingTable.Section?
  private let number: Int32
  private let verdict: Verdict?

  init(_ table: FindingTable, _ section: Int?, _ number: Int32) {
    self.table = table
    self.section = section.map { table.sections[$0] }
    self.number = number
    verdict = self.section?.verdict(number)
  }

  var isFound: Bool { verdict != nil }

  var id: String {
    section.map { table.subjects[$0.kind].id(Int(number)) } ?? ""
  }

  func appendVerdict(to bytes: ByteBuffer) {
    if let verdict { bytes.append(text: verdict.name) }
  }

  func appendMeasured(to bytes: ByteBuffer) {
    if isFound, let section { table.figures.append(section.measured[Int(number)], to: bytes) }
  }

  func appendShortfall(to bytes: ByteBuffer) {
    if isFound, let section { table.figures.append(section.shortfall[Int(number)], to: bytes) }
  }
}
