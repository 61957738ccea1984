internal import Documents
internal import Rules

/// Settles clauses of one document that contradict each other, or that are alternatives.
enum Disputes {
  /// Which findings count in the overall verdict of their subjects: one mask per entry of
  /// `findings`, empty where all of them do.
  typealias Counting = [[Bool]]

  /// Flags what is disputed, and finds what counts: of contradicting clauses the stricter, of
  /// alternatives the better. A clause that does not apply disputes nothing.
  static func settle(_ findings: inout [RuleFindings]) -> Counting {
    var counting: Counting = Array(repeating: [], count: findings.count)
    var places: [RuleKey: Int] = [:]
    for (index, finding) in findings.enumerated() {
      places[finding.rule.key] = index
    }
    for index in findings.indices {
      let rule = findings[index].rule
      for (others, keepsWorse) in [(rule.conflictsWith, true), (rule.alternativeTo, false)] {
        for other in others {
          // One of the two may name the other; both are settled.
          guard let partner = places[rule.key.sibling(other)] else { continue }
          settle(
            index, against: partner, in: &findings, counting: &counting, keepsWorse: keepsWorse)
          settle(
            partner, against: index, in: &findings, counting: &counting, keepsWorse: keepsWorse)
        }
      }
    }
    return counting
  }

  private static func settle(
    _ index: Int, against partner: Int, in findings: inout [RuleFindings], counting: inout Counting,
    keepsWorse: Bool
  ) {
    guard findings[index].table == findings[partner].table else { return }
    // Rows of a territory are all numbered 0: the plan is not the city.
    if findings[index].table == .territory,
      findings[index].rule.subject != findings[partner].rule.subject
    {
      return
    }
    var other = 0
    let reason = Reason.contradicted(by: findings[partner].key)
    for entry in findings[index].rows.indices {
      while other < findings[partner].count,
        findings[partner].rows[other] < findings[index].rows[entry]
      { other += 1 }
      guard other < findings[partner].count,
        findings[partner].rows[other] == findings[index].rows[entry]
      else { continue }
      let mine = findings[index].verdicts[entry]
      let theirs = findings[partner].verdicts[other]
      guard mine != theirs, mine != .notApplicable, theirs != .notApplicable else { continue }
      let mineIsWorse = Verdict.worse(mine, theirs) == mine
      if keepsWorse {
        findings[index].flags[entry].insert(.disputed)
        if findings[index].reasons[entry] == 0 {
          findings[index].set(entry, because: reason)
        }
      }
      // Whichever it is, the pair leaves one: this entry drops out when the other one stays.
      if mineIsWorse != keepsWorse {
        if counting[index].isEmpty {
          counting[index] = Array(repeating: true, count: findings[index].count)
        }
        counting[index][entry] = false
      }
    }
  }
}
