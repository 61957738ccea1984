internal import Compliance
internal import Documents
internal import Planning
internal import Rules
internal import Wording

extension OpinionSheet {
  /// Clauses that are not met and are spelled out.
  private static var mostFailures: Int { 4 }

  /// One sentence, a stamp and the clauses that decide.
  func conclusion() -> Markup {
    let verdict = review.verdict
    return tag("div", ["class": "conclusion \(verdict.name)"]) {
      tag("div", ["class": "stamp"]) {
        tag("b") { stamp(verdict) }
      }
      tag("div") {
        tag("p", ["class": "lead"]) { lead(verdict) }
        tag("ul", ["class": "tally"]) {
          tag("li") { say(OpinionWords.clausesThatCount) }
          for (verdict, count) in tally where count > 0 {
            tag("li") {
              mark(verdict)
              " \(count)"
            }
          }
        }
        deciding()
      }
    }
  }

  /// What the stamp says.
  private func stamp(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: say(OpinionWords.complies)
    case .fail: say(OpinionWords.doesNotComply)
    case .unknown:
      review.lacksData
        ? say(OpinionWords.undecidedForData) : say(OpinionWords.cannotBeDecided)
    case .notApplicable: say(OpinionWords.noClauseApplies)
    }
  }

  private func lead(_ verdict: Verdict) -> String {
    let counted = clauses { $0 != .notApplicable }.count
    let failing = clauses { $0 == .fail }.count
    let late = review.phases.filter { $0.verdict == .fail }.map(\.phase)
    switch verdict {
    case .pass:
      return say(OpinionWords.meetsAll(counted))
    case .fail where failing == 0:
      let stages = late.map { "\($0)" }.joined(separator: say(Marks.listComma))
      return say(OpinionWords.latePhases(stages))
    case .fail:
      return say(OpinionWords.fails(failing, of: counted))
    case .unknown where review.lacksData:
      return say(OpinionWords.undecidedPlan)
    case .unknown:
      return say(OpinionWords.figuresNotStated)
    case .notApplicable:
      return say(OpinionWords.noClauseOfThisPlan)
    }
  }

  /// Clauses by what counts of them in the overall verdict.
  private func clauses(where isWanted: (Verdict) -> Bool) -> [ClauseOpinion] {
    review.clauses.filter { isWanted($0.countedVerdict) }
  }

  /// Of those that count; the same numbers as in the sentence.
  private var tally: [(Verdict, Int)] {
    Report.verdictOrder.filter { $0 != .notApplicable }.map { verdict in
      (verdict, review.clauses.count { $0.countedVerdict == verdict })
    }
  }

  /// The clauses that decide, and what else to know at a glance.
  private func deciding() -> Markup {
    let failing = clauses { $0 == .fail }.map(\.key)
    let undecided = review.undecided.map(\.key)
    let gaps = review.clauses.filter { $0.rule.force == .advisory && $0.verdict == .fail }.map(
      \.key)
    let late = review.phases.filter { $0.verdict == .fail }
    return tag("ul", ["class": "notes"]) {
      if !failing.isEmpty {
        tag("li") {
          say(OpinionWords.notMet) + references(to: failing) + say(Marks.stop)
          for key in failing.prefix(Self.mostFailures) { failure(key) }
          if failing.count > Self.mostFailures {
            tag("span", ["class": "failure"]) { say(OpinionWords.othersBelow) }
          }
        }
      }
      if !undecided.isEmpty {
        tag("li") {
          say(OpinionWords.undecidedWantOfData) + references(to: undecided)
            + say(Marks.stop)
        }
      }
      if !plan.rejected.isEmpty {
        tag("li") {
          say(OpinionWords.unusableRows(plan.rejected.count))
        }
      }
      for phase in late { latePhase(phase, beyond: failing) }
      if !gaps.isEmpty {
        tag("li") {
          say(OpinionWords.advisoryNotMet)
            + references(to: gaps) + say(Marks.stop)
        }
      }
    }
  }

  /// What a stage leaves unmet that the finished plan does not.
  private func latePhase(_ phase: PhaseOpinion, beyond failing: [RuleKey]) -> Markup {
    let keys = phase.clauses.filter { $0.countedVerdict == .fail }.map(\.key)
      .filter { !failing.contains($0) }
    guard !keys.isEmpty else { return Markup() }
    return tag("li") {
      failing.isEmpty
        ? say(OpinionWords.notMet(afterStage: phase.phase))
        : say(OpinionWords.notMetEither(afterStage: phase.phase))
      references(to: keys) + say(Marks.stop)
    }
  }

  /// `No. 3: … (1 place missing)` in a line of its own.
  private func failure(_ key: RuleKey) -> Markup {
    guard let clause = review.clauses.first(where: { $0.key == key }),
      let worst = clause.worst
    else { return Markup() }
    return tag("span", ["class": "failure"]) {
      reference(to: key) + say(Marks.colon) + say(clause.rule.says)
      if clause.rule.check.measuresCover {
        if let nearest = nearest(worst) { say(Marks.bracketed(nearest)) }
      } else if let amount = worst.shortfall {
        let phrase = missing(amount, in: clause.shortfallUnit, isExcess: worst.isExcess)
        say(OpinionWords.missingInBrackets(phrase))
      }
    }
  }
}
