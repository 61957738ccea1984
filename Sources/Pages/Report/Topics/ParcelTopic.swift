internal import Compliance
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// What the parcels came to under the clauses of one topic: by parcel the worst of these, advisory ones only where there
/// are no others.
struct ParcelTopic: Sendable {
  /// From `means:` of the rules.
  let topic: String
  /// The clauses, as indices of the findings.
  let findings: [Int]
  /// Whether only advisory clauses are about it.
  let isAdvisory: Bool
  /// By parcel.
  let verdicts: [Verdict]

  /// Those of a report that clauses about parcels have, in the order of the clauses.
  static func all(_ report: Report) -> [ParcelTopic] {
    report.edition.topics.compactMap { topic in
      let own = report.result.findings.indices.filter { index in
        let findings = report.result.findings[index]
        return findings.table == .parcels && findings.rule.means == topic
          && findings.rule.threshold != nil
      }
      let binding = own.filter { report.result.findings[$0].rule.force != .advisory }
      guard !own.isEmpty else { return nil }
      return ParcelTopic(
        topic, binding.isEmpty ? own : binding, isAdvisory: binding.isEmpty, report)
    }
  }

  private init(_ topic: String, _ findings: [Int], isAdvisory: Bool, _ report: Report) {
    self.topic = topic
    self.findings = findings
    self.isAdvisory = isAdvisory
    var verdicts = Array(repeating: Verdict.notApplicable, count: report.city.parcels.count)
    for index in findings {
      let found = report.result.findings[index]
      for (subject, row) in found.rows.enumerated() {
        verdicts[Int(row)] = Verdict.worse(verdicts[Int(row)], found.verdicts[subject])
      }
    }
    self.verdicts = verdicts
  }

  /// How many people of some kind live in the parcels of each verdict, by its raw value; `nil` where it is known of
  /// none.
  func people(_ people: [Amount?]) -> [Amount]? {
    var sums = Array(repeating: Amount.zero, count: Verdict.allCases.count)
    var isKnown = false
    for (parcel, verdict) in verdicts.enumerated() {
      guard let own = people[parcel] else { continue }
      isKnown = true
      sums[Int(verdict.rawValue)] += own
    }
    return isKnown ? sums : nil
  }
}

extension [Amount] {
  /// Of those that clauses apply to, by verdict, the share for whom they are met.
  var shareMet: (met: Amount, all: Amount) {
    let met = self[Int(Verdict.pass.rawValue)]
    return (
      met, met + self[Int(Verdict.fail.rawValue)] + self[Int(Verdict.unknown.rawValue)]
    )
  }
}
