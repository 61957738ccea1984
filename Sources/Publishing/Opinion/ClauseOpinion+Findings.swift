internal import Compliance
internal import Pages
internal import Planning
internal import Quantities
internal import Rules

extension ClauseOpinion {
  /// The same as findings, by row of the plan.
  ///
  /// - Parameter facilityIDs: What `nearest` is to count in.
  func findings(facilityIDs: [String]) -> RuleFindings {
    let subjects = self.subjects.sorted { $0.row < $1.row }
    var findings = RuleFindings(
      rule: rule, table: table ?? .territory, rows: subjects.map { Int32($0.row) })
    findings.verdicts = subjects.map(\.verdict)
    findings.flags = subjects.map(\.flags)
    findings.measured = subjects.map(\.measured)
    findings.shortfall = subjects.map { $0.shortfall?.micros ?? RuleFindings.noAmount }
    findings.shortfallUnit = shortfallUnit
    findings.required = required
    findings.requiredUpper = requiredUpper
    guard rule.check.measuresCover, subjects.contains(where: { $0.distance != nil }) else {
      return findings
    }
    let places = Dictionary(
      zip(facilityIDs, facilityIDs.indices), uniquingKeysWith: { first, _ in first })
    findings.distance = subjects.map { $0.distance ?? .infinity }
    findings.nearest = subjects.map { subject in
      Int32(subject.facilities.first.flatMap { places[$0] } ?? -1)
    }
    return findings
  }
}
