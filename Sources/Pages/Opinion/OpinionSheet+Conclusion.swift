internal import Compliance
internal import Documents
internal import Planning
internal import Rules

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
          tag("li") { say("Clauses that count:", "计入结论的条款：") }
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
    case .pass: say("Complies", "符合")
    case .fail: say("Does not comply", "不符合")
    case .unknown:
      review.lacksData
        ? say("Cannot be decided: data missing", "资料不足，无法判定") : say("Cannot be decided", "无法判定")
    case .notApplicable: say("No clause applies", "无适用条款")
    }
  }

  private func lead(_ verdict: Verdict) -> String {
    let counted = clauses { $0 != .notApplicable }.count
    let failing = clauses { $0 == .fail }.count
    let late = review.phases.filter { $0.verdict == .fail }.map(\.phase)
    switch verdict {
    case .pass:
      return say(
        "The plan meets all \(counted) clauses that count for it.", "本项目符合全部\(counted)项适用条款。")
    case .fail where failing == 0:
      let stages = late.map { "\($0)" }.joined(separator: say(", ", "、"))
      return say(
        "Once finished the plan complies, but not with what stands after stage \(stages).",
        "本项目全部建成后符合要求，但第\(stages)期完成时不符合。")
    case .fail:
      return say(
        "The plan does not comply with \(failing) of the \(counted) clauses that count for it.",
        "本项目在\(counted)项适用条款中有\(failing)项不符合。")
    case .unknown where review.lacksData:
      return say(
        "Whether the plan complies cannot be decided: no clause is known to fail, but data is missing"
          + " (section 5).",
        "未发现确定不符合的条款，但因资料不足，目前无法判定本项目是否符合要求（见第五部分）。")
    case .unknown:
      return say(
        "No clause is known to fail, but some ask for figures that their documents do not state.",
        "未发现确定不符合的条款，但部分条款未载明具体指标，无法判定。")
    case .notApplicable:
      return say(
        "None of the clauses speaks of this plan.", "所列文件中没有适用于本项目的条款。")
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
          say("Not met: ", "不符合：") + references(to: failing) + say(".", "。")
          for key in failing.prefix(Self.mostFailures) { failure(key) }
          if failing.count > Self.mostFailures {
            tag("span", ["class": "failure"]) { say("… the others in section 4", "……其余见第四部分") }
          }
        }
      }
      if !undecided.isEmpty {
        tag("li") {
          say("Undecided for want of data: ", "因资料不足无法判定：") + references(to: undecided)
            + say(".", "。")
        }
      }
      if !plan.rejected.isEmpty {
        tag("li") {
          say(
            many(plan.rejected.count, "row", "rows")
              + " of the plan could not be used (section 5).",
            "方案数据中有\(plan.rejected.count)行无法采用（见第五部分）。")
        }
      }
      for phase in late { latePhase(phase, beyond: failing) }
      if !gaps.isEmpty {
        tag("li") {
          say("Advisory, and not met (does not count): ", "倡导性条款未达到（不影响结论）：")
            + references(to: gaps) + say(".", "。")
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
        ? say("After stage \(phase.phase) not met: ", "第\(phase.phase)期完成时不符合：")
        : say("After stage \(phase.phase) not met either: ", "第\(phase.phase)期完成时另不符合：")
      references(to: keys) + say(".", "。")
    }
  }

  /// `No. 3: … (1 place missing)` in a line of its own.
  private func failure(_ key: RuleKey) -> Markup {
    guard let clause = review.clauses.first(where: { $0.key == key }),
      let worst = worst(of: clause.subjects.filter { $0.verdict == .fail })
    else { return Markup() }
    return tag("span", ["class": "failure"]) {
      reference(to: key) + say(": ", "：") + say(clause.rule.says)
      if clause.rule.check.measuresCover {
        if let nearest = nearest(worst) { say(" (\(nearest))", "（\(nearest)）") }
      } else if worst.shortfall != nil {
        let amount = missing(worst, clause)
        say(" (\(amount) missing)", "（缺\(amount)）")
      }
    }
  }
}
