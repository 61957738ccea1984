internal import Compliance
internal import GeoData
internal import Measuring
internal import Planning
internal import Quantities
internal import Rules

/// A clause that is to pass, as a search for sites knows it.
struct SitingGoal: Sendable {
  let rule: AppliedRule
  let terms: SitingTerms
  /// As it is found without anything new.
  let findings: RuleFindings

  /// Those among the rules that fail somewhere, that new facilities make pass, and that count one of the kinds that
  /// may be built; those of clauses that only advise are left out.
  static func all(
    _ rules: [AppliedRule], _ findings: [RuleFindings], in frame: Frame, building kinds: Set<Int>,
    _ vocabulary: FacilityKinds
  ) -> [SitingGoal] {
    let found = Dictionary(findings.map { ($0.key, $0) }, uniquingKeysWith: { a, _ in a })
    return rules.compactMap { rule in
      guard rule.force != .advisory, let findings = found[rule.key],
        findings.verdicts.contains(.fail), let terms = rule.sitingTerms(in: frame),
        !vocabulary.descendants(of: terms.choice.kinds).isDisjoint(with: kinds)
      else { return nil }
      return SitingGoal(rule: rule, terms: terms, findings: findings)
    }
  }

  /// Rows of its subjects that fail, ascending.
  var failing: [Int] {
    findings.verdicts.indices.filter { findings.verdicts[$0] == .fail }
      .map { Int(findings.rows[$0]) }.sorted()
  }

  /// What came of clauses.
  ///
  /// - Parameter beyond: Subjects of a clause that nothing can serve.
  static func outcomes(
    _ goals: [SitingGoal], _ after: ComplianceResult, beyond: (SitingGoal) -> Set<Int32>
  ) -> [Proposal.Outcome] {
    let found = Dictionary(
      after.findings.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return goals.map { goal in
      let failing = Set(goal.failing.map { Int32($0) })
      var counts: [Verdict: Int] = [:]
      if let now = found[goal.rule.key] {
        for (row, verdict) in zip(now.rows, now.verdicts) where failing.contains(row) {
          counts[verdict, default: 0] += 1
        }
      }
      return Proposal.Outcome(
        rule: goal.rule, before: failing.count,
        passing: (counts[.pass] ?? 0) + (counts[.notApplicable] ?? 0), failing: counts[.fail] ?? 0,
        unknown: counts[.unknown] ?? 0, beyond: beyond(goal).intersection(failing).sorted())
    }
  }
}
