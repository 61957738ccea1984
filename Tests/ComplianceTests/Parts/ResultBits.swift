import Compliance
import Planning
import Rules

/// All that a result holds, bit by bit.
struct ResultBits: Equatable {
  private var texts: [String] = []
  private let summaries: [UnitSummary]
  private let verdicts: [[Verdict]]
  private let flags: [Flags]

  init(_ result: ComplianceResult) {
    summaries = result.unitSummaries
    verdicts = [result.parcelVerdicts, result.facilityVerdicts, result.unitVerdicts]
    flags = result.parcelFlags
    for finding in result.findings {
      let name = "\(finding.key)"
      texts.append("\(name) rows \(finding.table) \(finding.rows)")
      texts.append("\(name) verdicts \(finding.verdicts)")
      texts.append("\(name) flags \(finding.flags.map(\.rawValue))")
      texts.append("\(name) measured \(finding.measured.map(\.bitPattern))")
      texts.append("\(name) shortfall \(finding.shortfall) \(finding.shortfallUnit)")
      texts.append("\(name) required \(String(describing: finding.required))")
      texts.append("\(name) reasons \(finding.reasons) \(finding.reasonCases)")
      texts.append("\(name) nearest \(finding.nearest)")
      texts.append("\(name) distance \(finding.distance.map(\.bitPattern))")
      texts.append("\(name) counted \(finding.counted)")
      texts.append("\(name) edges \(finding.facilityOffsets) \(finding.facilityRows)")
      texts.append("\(name) named \(finding.rows.indices.map { finding.facilities(of: $0) })")
      texts.append("\(name) loads \(finding.facilityNeed) \(finding.facilityCapacity)")
      texts.append("\(name) groups \(finding.groups) \(finding.shortageGroups)")
      texts.append("\(name) others \(finding.comparisons)")
      texts.append("\(name) reach \(String(describing: finding.reachMetres)) \(finding.isWalked)")
    }
  }

  /// What differs, in short.
  func differences(from other: ResultBits) -> [String] {
    var lines = zip(texts, other.texts).filter { $0 != $1 }
      .map { "\($0.0.prefix(300)) / \($0.1.prefix(300))" }
    if texts.count != other.texts.count { lines.append("other findings") }
    if summaries != other.summaries { lines.append("summaries") }
    if verdicts != other.verdicts || flags != other.flags { lines.append("overall") }
    return lines
  }
}
