internal import Planning
internal import Rules

/// The overall verdict of every subject: over its non-advisory rules fail, else unknown, else
/// pass, else not applicable.
public struct Overall: Sendable {
  /// By parcel.
  public let parcels: [Verdict]
  /// By parcel: the flags of the rules that count, and `advisory` where an advisory rule fails.
  public let parcelFlags: [Flags]
  /// By facility.
  public let facilities: [Verdict]
  /// By unit.
  public let units: [Verdict]

  init(_ findings: [RuleFindings], counting: Disputes.Counting, city: City) {
    func worst(_ table: SubjectTable, _ count: Int) -> [Verdict] {
      var verdicts = Array(repeating: Verdict.notApplicable, count: count)
      for (index, finding) in findings.enumerated()
      where finding.table == table && finding.rule.force != .advisory {
        let counts = counting[index]
        for (entry, row) in finding.rows.enumerated() where counts.isEmpty || counts[entry] {
          verdicts[Int(row)] = Verdict.worse(verdicts[Int(row)], finding.verdicts[entry])
        }
      }
      return verdicts
    }
    parcels = worst(.parcels, city.parcels.count)
    facilities = worst(.facilities, city.facilities.count)
    units = worst(.units, city.units.count)
    parcelFlags = Self.parcelFlags(findings, counting, count: city.parcels.count)
  }

  private static func parcelFlags(
    _ findings: [RuleFindings], _ counting: Disputes.Counting, count: Int
  ) -> [Flags] {
    var flags = Array(repeating: Flags(), count: count)
    for (index, finding) in findings.enumerated() where finding.table == .parcels {
      let counts = counting[index]
      let isAdvisory = finding.rule.force == .advisory
      for (entry, row) in finding.rows.enumerated() {
        let verdict = finding.verdicts[entry]
        if isAdvisory {
          if verdict == .fail { flags[Int(row)].insert(.advisory) }
        } else if verdict != .notApplicable, counts.isEmpty || counts[entry] {
          flags[Int(row)].formUnion(finding.flags[entry])
        }
      }
    }
    return flags
  }
}
