internal import Compliance
public import Documents
internal import GeoFiles
internal import Pages
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// `findings.csv`: one row a finding, by pack, rule and subject.
public enum FindingsOutput: ResultOutput {
  /// `findings.csv`
  public static let fileName = "findings.csv"
  /// What is in it.
  public static let title = OutputWords.findings

  static let columns = [
    "pack", "rule", "clause", "force", "subject_kind", "subject_id", "verdict", "flags",
    "measured", "required", "operator", "unit", "shortfall", "attribution", "facilities", "group",
    "reason", "shortfall_unit", "target_year", "document",
  ]

  /// What the cells of a column are.
  static func type(of column: String) -> String {
    ["measured", "shortfall"].contains(column)
      ? "real" : column == "target_year" ? "integer" : "text"
  }

  static func printings(_ writing: ResultWriting) -> [Printing<Edition>] {
    guard writing.wants(file: fileName) else { return [] }
    return [
      Printing(fileName: writing.written(fileName)) { edition, press, path in
        try await write(edition, press, isOnlyFailing: writing.isOnlyFailing, to: path)
      }
    ]
  }

  private static func write(
    _ edition: Edition, _ press: Press, isOnlyFailing: Bool, to path: String
  ) async throws {
    var file = try OutputFile(creating: path)
    // The mark tells spreadsheets that the texts are UTF-8; without it they show Chinese garbled.
    try file.write(Array(("\u{FEFF}" + columns.joined(separator: ",") + "\n").utf8))
    for (index, findings) in edition.result.findings.enumerated() {
      let rows = FindingRows(findings, number: index, in: edition)
      if isOnlyFailing {
        let failing = findings.verdicts.indices.filter { findings.verdicts[$0] == .fail }
        try await file.writeRows(failing.count, workers: press.workers) { range, bytes in
          for place in range { rows.append(failing[place], to: bytes) }
        }
        continue
      }
      try await file.writeRows(findings.count, workers: press.workers) { range, bytes in
        for subject in range { rows.append(subject, to: bytes) }
      }
    }
    try file.finish()
  }
}

/// The findings of one rule, with all that its rows share in bytes already.
private struct FindingRows: Sendable {
  private let findings: RuleFindings
  private let ids: [String]
  private let facilityIDs: [String]
  private let kinds: SubjectKinds
  private let head: [UInt8]
  private let comparison: [UInt8]
  private let attribution: [UInt8]
  private let tail: [UInt8]
  private let reasons: [[UInt8]]
  private let groupNames: [String]
  // Columns of the detail, taken out once and not row by row.
  private let nearest: [Int32]
  private let groups: [Int32]
  private let supply: SupplyFindings?
  private let counted: CountedFindings?

  init(_ findings: RuleFindings, number: Int, in edition: Edition) {
    let rule = findings.rule
    let pack = edition.packID(ofFinding: number)
    groupNames = findings.shortageGroups.indices.map {
      edition.name(ofGroup: $0, ofFinding: number)
    }
    self.findings = findings
    nearest = findings.nearest
    groups = findings.groups
    supply = findings.supply
    counted = findings.countedFacilities
    ids = edition.subjectIDs(of: findings)
    facilityIDs = edition.city.facilities.rows.ids
    kinds = SubjectKinds(findings, in: edition)
    head = Self.cells([pack, rule.id, rule.clause, rule.force.rawValue])
    comparison = Self.cells([
      rule.threshold?.comparison.rawValue ?? "", rule.unit.description,
    ])
    attribution = Self.cells([findings.attribution?.rawValue ?? ""])
    reasons = findings.reasonCases.map {
      Self.cells([$0.map { edition.say($0.sentence(.exact)) } ?? ""])
    }
    tail = Self.cells([
      findings.shortfallUnit.description, rule.targetYear.map { String($0) } ?? "",
      edition.imprint.document(of: rule),
    ])
  }

  /// The whole row with its line end.
  func append(_ subject: Int, to bytes: ByteBuffer) {
    let comma = UInt8(ascii: ",")
    let row = Int(findings.rows[subject])
    bytes.append(head)
    bytes.append(comma)
    bytes.append(text: kinds[row])
    bytes.append(comma)
    bytes.append(cell: ids[row])
    bytes.append(comma)
    bytes.append(text: findings.verdicts[subject].name)
    bytes.append(comma)
    if !findings.flags[subject].isEmpty {
      bytes.append(text: findings.flags[subject].text)
    }
    bytes.append(comma)
    bytes.append(number: findings.measured[subject])
    bytes.append(comma)
    if let (required, upper) = findings.required(of: subject) {
      bytes.append(required)
      if let upper {
        bytes.append("..")
        bytes.append(upper)
      }
    }
    bytes.append(comma)
    bytes.append(comparison)
    bytes.append(comma)
    let shortfall = findings.shortfall[subject]
    if shortfall != RuleFindings.noAmount { bytes.append(shortfall, decimals: 6) }
    bytes.append(comma)
    bytes.append(attribution)
    bytes.append(comma)
    appendFacilities(of: subject, to: bytes)
    bytes.append(comma)
    if !groups.isEmpty, groups[subject] >= 0 {
      bytes.append(cell: groupNames[Int(groups[subject])])
    }
    bytes.append(comma)
    bytes.append(reasons[Int(findings.reasons[subject])])
    bytes.append(comma)
    bytes.append(tail)
    bytes.append("\n")
  }

  private func appendFacilities(of subject: Int, to bytes: ByteBuffer) {
    let rows = supply?.facilities(of: subject) ?? counted?.facilities(of: subject) ?? []
    guard let first = rows.first else {
      // Coverage lists none; the nearest is what the share rests on.
      if !nearest.isEmpty, nearest[subject] >= 0, findings.measured[subject] > 0 {
        bytes.append(cell: facilityIDs[Int(nearest[subject])])
      }
      return
    }
    if rows.count == 1 {
      bytes.append(cell: facilityIDs[Int(first)])
    } else {
      let more = counted?.more[subject] ?? 0
      bytes.append(
        cell: rows.map { facilityIDs[Int($0)] }.joined(separator: ";")
          + (more > 0 ? ";+\(more)" : ""))
    }
  }

  private static func cells(_ texts: [String]) -> [UInt8] {
    let bytes = ByteBuffer(capacity: 256)
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(cell: text)
    }
    return bytes.bytes
  }
}
