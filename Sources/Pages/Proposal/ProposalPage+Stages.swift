internal import Locating
internal import Quantities
internal import Wording

/// What is built in which year.
extension ProposalPage {
  var stages: Markup {
    let unstaged = proposal.years.count { $0 == nil }
    return table(
      "stages", caption: say(ProposalWords.stagesCaption),
      head: [
        .number(say(ProposalWords.year)), .number(say(ProposalWords.yearBudget)),
        .text(say(ProposalWords.builtThen)), .number(say(ProposalWords.cost)),
        .number(say(ProposalWords.left)), .number(say(ProposalWords.metThen)),
      ]
    ) {
      for stage in proposal.stages {
        tag("tr") {
          numberCell("\(stage.stage.year)")
          numberCell(NumberWords.text(stage.stage.budget), sortKey: stage.stage.budget.double)
          tag("td") {
            stage.sites.isEmpty
              ? "–" : stage.sites.map { "\($0 + 1)" }.joined(separator: say(Marks.listComma))
          }
          numberCell(NumberWords.text(stage.cost), sortKey: stage.cost.double)
          numberCell(NumberWords.text(stage.left), sortKey: stage.left.double)
          numberCell(NumberWords.percent(stage.met, of: 1), sortKey: stage.met)
        }
      }
    }
      + tag("p", ["class": "small"]) {
        say(ProposalWords.stagesNote)
        if unstaged > 0 { " " + say(ProposalWords.unstaged(unstaged)) }
      }
  }
}
