import Compliance
import Rules

extension NaiveOracle {
  /// Flags findings whose contradicting clause came to another verdict.
  mutating func settleDisputes() {
    var disputed: [(RuleKey, OracleSubject)] = []
    for pack in packs {
      for rule in pack.rules {
        for other in rule.conflictsWith {
          let one = RuleKey(pack: pack.id, rule: rule.id)
          let two = one.sibling(other)
          for (subject, finding) in settled[one] ?? [:] {
            guard let second = settled[two]?[subject], finding.verdict != .notApplicable,
              second.verdict != .notApplicable, finding.verdict != second.verdict
            else { continue }
            disputed += [(one, subject), (two, subject)]
          }
        }
      }
    }
    for (rule, subject) in disputed { settled[rule]?[subject]?.flags.insert(.disputed) }
  }

  /// Over the rules that bind: fail, else unknown, else pass, else not applicable. Of clauses that
  /// contradict each other the stricter counts, of those that say the same another way the better.
  func overall(_ subject: OracleSubject) -> Verdict {
    var verdicts: [Verdict] = []
    for pack in packs {
      for rule in pack.rules where rule.force != .advisory {
        guard let own = settled[RuleKey(pack: pack.id, rule: rule.id)]?[subject]?.verdict else {
          continue
        }
        let isOutdone = alternatives(of: rule, in: pack).contains { other in
          guard let verdict = settled[RuleKey(pack: pack.id, rule: other)]?[subject]?.verdict else {
            return false
          }
          return Self.isBetter(verdict, than: own)
        }
        let isSuperseded = contradictions(of: rule, in: pack).contains { other in
          guard let verdict = settled[RuleKey(pack: pack.id, rule: other)]?[subject]?.verdict else {
            return false
          }
          return own != .notApplicable && verdict != .notApplicable && verdict != own
            && Verdict.worse(verdict, own) == verdict
        }
        if !isOutdone, !isSuperseded { verdicts.append(own) }
      }
    }
    return [.fail, .unknown, .pass].first { verdicts.contains($0) } ?? .notApplicable
  }

  private static func isBetter(_ a: Verdict, than b: Verdict) -> Bool {
    a != .notApplicable && b != .notApplicable && a != b && Verdict.worse(a, b) == b
  }

  private func alternatives(of rule: Rule, in pack: RulePack) -> [String] {
    rule.alternativeTo
      + pack.rules.filter { $0.alternativeTo.contains(rule.id) }.map(\.id)
  }

  private func contradictions(of rule: Rule, in pack: RulePack) -> [String] {
    rule.conflictsWith
      + pack.rules.filter { $0.conflictsWith.contains(rule.id) }.map(\.id)
  }
}
