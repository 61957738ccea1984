internal import Compliance
internal import Documents
internal import Planning
internal import Rules
internal import Wording

extension OpinionSheet {
  /// Clauses of a duty that are not met and are spelled out.
  private static var mostFailures: Int { 4 }

  /// Whose clauses decide.
  private var duties: Set<Duty> { edition.reviewed.duties }

  /// The word, the closing sentence, and what was found for each duty.
  func conclusion() -> Markup {
    let found = review.conclusion(on: duties)
    return tag("div", ["class": "conclusion \(found.word.rawValue)"]) {
      tag("p", ["class": "word"]) {
        say(OpinionWords.inWords) + say(Marks.colon)
        tag("b") { say(found.word.label) }
        if found.restsOnDrafts { say(OpinionWords.draftsOnly) }
        if duties.count == 1, let only = duties.first { say(OpinionWords.restsOn(only.words)) }
      }
      tag("p", ["class": "closing"]) { say(closing) }
      dutyTable()
      if !plan.rejected.isEmpty {
        tag("p", ["class": "small"]) { say(OpinionWords.unusableRows(plan.rejected.count)) }
      }
    }
  }

  private var closing: LocalizedText {
    ClosingWords(review, on: duties) { [self] keys in
      // In the language of the sheet; the other one is never read.
      let text = references(to: keys)
      return LocalizedText(en: text, zh: text)
    }.text
  }

  /// The developer's clauses and those of the surroundings, each with its own conclusion.
  private func dutyTable() -> Markup {
    tag("table", ["class": "duties"]) {
      tag("thead") {
        tag("tr") {
          for title in [
            OpinionWords.duty, OpinionWords.inWords, OpinionWords.clauses, OpinionWords.findings,
          ] { tag("th", ["scope": "col"]) { say(title) } }
        }
      }
      tag("tbody") {
        for duty in Duty.allCases {
          let found = review.conclusion(on: [duty])
          tag("tr") {
            tag("th", ["scope": "row"]) {
              say(duty.words)
              tag("small") { say(Marks.bracketed(say(duty.holder))) }
            }
            tag("td", ["class": "dutyword"]) { tag("b") { say(found.word.label) } }
            tag("td") {
              say(
                OpinionWords.counted(
                  found.counted.count, failing: found.failing.count,
                  undecided: review.clauses.count {
                    $0.rule.duty == duty && $0.countedVerdict == .unknown
                  }))
            }
            tag("td") { findings(found) }
          }
        }
      }
    }
  }

  /// What is not met, not decided or not certain.
  private func findings(_ found: PlanConclusion) -> Markup {
    var lines: [Markup] = found.failing.prefix(Self.mostFailures).map(failure)
    if found.failing.count > Self.mostFailures {
      lines.append(Markup(say(OpinionWords.othersBelow)))
    }
    for (phase, rules) in found.late {
      lines.append(
        Markup(say(OpinionWords.notMet(afterStage: phase)) + references(to: rules)))
    }
    for (words, rules) in [
      (OpinionWords.undecidedWantOfData, found.lackingData),
      (OpinionWords.leftToTheBureau, found.withoutFigure),
      (OpinionWords.advisoryNotMet, found.advisoryGaps),
    ] where !rules.isEmpty {
      lines.append(Markup(say(words) + references(to: rules)))
    }
    guard !lines.isEmpty else { return Markup(say(OpinionWords.noFindings)) }
    return tag("ul", ["class": "plain"]) { for line in lines { tag("li") { line } } }
  }

  /// `No. 3: … (1 place missing)`
  private func failure(_ key: RuleKey) -> Markup {
    guard let clause = review.clauses.first(where: { $0.key == key }),
      let worst = clause.worst
    else { return Markup() }
    var text = reference(to: key) + say(Marks.colon) + say(clause.rule.says).withoutStop
    if clause.rule.check.measuresCover {
      if let nearest = nearest(worst) { text += say(Marks.bracketed(nearest)) }
    } else if let amount = worst.shortfall {
      text += say(
        OpinionWords.missingInBrackets(
          buildable(amount, in: clause.shortfallUnit, isExcess: worst.isExcess)))
    }
    return Markup(text + say(Marks.stop))
  }
}

extension String {
  /// Without the stop at its end.
  fileprivate var withoutStop: String {
    guard let last, last == "." || last == "。" else { return self }
    return String(dropLast())
  }
}
