internal import Compliance
internal import Documents
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

extension OpinionSheet {
  /// What would make the plan pass, as far as that is its developer's to provide.
  func remedy() -> Markup {
    forTheAuthorities + ownRemedy()
  }

  private func ownRemedy() -> Markup {
    guard let remedy = review.remedy else { return tag("p") { withoutRemedy } }
    return
      (remedy.steps.isEmpty
      ? tag("p") { say(OpinionWords.noChangeHelps) }
      : stepTable(remedy))
      + (remedy.mends.isEmpty
        ? Markup()
        : tag("p") {
          say(OpinionWords.mends(references(to: remedy.mends)))
          remedy.isVerified
            ? say(OpinionWords.confirmed)
            : say(OpinionWords.notConfirmed)
        })
      + beyondList(remedy)
  }

  /// What of the surroundings is not met: nobody asks the developer for it.
  private var forTheAuthorities: Markup {
    let around = review.conclusion(on: [.authority])
    let failing = (around.failing + around.late.flatMap(\.rules))
    guard !failing.isEmpty, !edition.reviewed.remedied.contains(.authority) else { return Markup() }
    return tag("p") { say(OpinionWords.forTheAuthorities(references(to: failing))) }
  }

  /// Follows the conclusion on what is the developer's, so that the two never part.
  private var withoutRemedy: String {
    guard edition.reviewed.withRemedy else { return say(OpinionWords.noRemedySought) }
    let own = review.conclusion(on: edition.reviewed.remedied)
    switch own.word {
    case .doesNotComply where own.failing.isEmpty:
      return say(OpinionWords.buildEarlier)
    case .doesNotComply:
      return say(OpinionWords.noProposal)
    case .needsData where !review.requests.ofPlan.isEmpty || review.hasUndecidedRows:
      return say(OpinionWords.supplyData)
    case .needsData:
      return say(OpinionWords.bureauFindsOut)
    case .compliesInTheMain where !own.withoutFigure.isEmpty:
      return say(OpinionWords.bureauDecides(references(to: own.withoutFigure)))
    case .compliesInTheMain, .complies, .nothingApplies:
      return say(OpinionWords.nothingToMend)
    }
  }

  private func stepTable(_ remedy: Remedy) -> Markup {
    table(
      "steps", caption: say(OpinionWords.leastChange),
      head: [
        .text(say(PageWords.number)), .text(say(PageWords.facility)),
        .text(say(OpinionWords.whatToDo)),
        .text(say(OpinionWords.location)), .text(say(OpinionWords.forClauses)),
      ]
    ) {
      for (index, step) in remedy.steps.enumerated() {
        tag("tr") {
          tag("th", ["scope": "row", "class": "n"]) { "\(index + 1)" }
          tag("td") {
            step.isNew
              ? say(OpinionWords.newFacility) + say(step.kindName) : name(ofFacility: step.facility)
            if !step.isNew { tag("small", ["class": "id"]) { say(step.kindName) } }
          }
          tag("td") {
            tag("ul", ["class": "plain"]) {
              for amount in step.amounts { tag("li") { action(amount, isNew: step.isNew) } }
              for condition in step.conditions { tag("li") { say(condition.sentence(naming)) } }
            }
          }
          tag("td") { whereabouts(step) }
          tag("td") { references(to: step.clauses) }
        }
      }
    }
  }

  /// `childcare places: from 26 to at least 27`
  private func action(_ step: AmountStep, isNew: Bool) -> String {
    let what = ConditionWords.of(step.measure, language)
    guard step.to > .zero else { return say(OpinionWords.stated(what)) }
    let least = UnitWords.text(NumberWords.text(step.to), step.unit, language)
    guard let from = step.from, !isNew else {
      return say(OpinionWords.atLeast(what, least))
    }
    let planned = UnitWords.text(NumberWords.text(from), step.unit, language)
    return say(OpinionWords.more(of: what, than: planned, least))
  }

  private func whereabouts(_ step: RemedyStep) -> String {
    let ids = plan.parcels.rows
    let parcel = step.parcel.map { id in
      ids.ids.firstIndex(of: id).flatMap { ids.names[$0] } ?? id
    }
    guard step.isNew else { return say(OpinionWords.whereItIsPlanned) }
    if step.allowed != nil {
      return parcel.map {
        say(OpinionWords.inMarkedPart(of: $0))
      } ?? say(OpinionWords.inMarkedArea)
    }
    return parcel.map { say(OpinionWords.anywhere(in: $0)) }
      ?? say(OpinionWords.anywhereInThePlan)
  }

  private func beyondList(_ remedy: Remedy) -> Markup {
    guard !remedy.beyond.isEmpty else { return Markup() }
    return tag("div", ["class": "beyond"]) {
      tag("h3") { say(OpinionWords.cannotBeMended) }
      tag("ul", ["class": "notes"]) {
        for entry in remedy.beyond {
          tag("li") {
            tag("b") { references(to: [entry.rule]) + say(Marks.colon) }
            say(entry.reason.sentence)
          }
        }
      }
    }
  }
}
