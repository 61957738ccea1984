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
}
