internal import Documents
internal import Locating
internal import Measuring
internal import Optimizing
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// What less money can do, drawn and as a table, and what of it stays.
extension ProposalPage {
  /// One answer on the way to the proposal.
  private struct Step {
    let budget: Amount
    let cost: Amount
    let sites: Int
    let share: Double
    let bound: Double
    let met: Double
  }

  private var steps: [Step] {
    var steps = proposal.compromises.map {
      Step(
        budget: $0.budget, cost: $0.cost, sites: $0.sites, share: $0.share.value,
        bound: $0.share.bound, met: $0.met)
    }
    if !proposal.isWithinBudgetOnly {
      steps.append(
        Step(
          budget: proposal.cost, cost: proposal.cost, sites: proposal.sites.count, share: 1,
          bound: 1, met: 1))
    }
    return steps
  }

  var tradeOff: Markup {
    let steps = steps
    return tag("figure") {
      plot(steps).markup
      tag("figcaption") { plotLegend(bound: ProposalWords.shareBound) }
    } + table(of: steps)
      + tag("p", ["class": "small"]) {
        say(ProposalWords.tradeOffNote)
        for line in dropped { " " + line }
      }
  }

  /// What the lines of a plot are.
  func plotLegend(bound: LocalizedText) -> Markup {
    tag("ul", ["class": "legend"]) {
      for (name, words) in [("found", ProposalWords.found), ("bound", bound)] {
        tag("li") {
          tag("svg", ["class": "swatch plot", "viewBox": "0 0 44 32"]) {
            tag("path", ["class": name, "d": "M2 16h40"]) {}
            tag("circle", ["class": name, "cx": "22", "cy": "16", "r": "6"]) {}
          }
          say(words)
        }
      }
    }
  }

  private func plot(_ steps: [Step]) -> CurvePlot {
    var bounds = steps.map {
      CurvePlot.Point(x: $0.budget.double, y: $0.bound, label: nil)
    }
    // Serving everybody costs no less than the bound.
    if !proposal.isWithinBudgetOnly {
      bounds[bounds.count - 1] = CurvePlot.Point(
        x: Double(proposal.proof.bound) * proposal.costUnit.double, y: 1, label: nil)
    }
    return CurvePlot(
      title: say(ProposalWords.plot), axis: say(ProposalWords.costAxis),
      axisText: { NumberWords.text(Amount(rounding: $0) ?? .zero) },
      panels: [
        CurvePlot.Panel(
          title: say(ProposalWords.share),
          found: steps.map {
            CurvePlot.Point(x: $0.cost.double, y: $0.share, label: percent($0.share))
          },
          bound: bounds, top: 1,
          text: { "\(Int(($0 * 100).rounded()))%" }),
        CurvePlot.Panel(
          title: say(ProposalWords.met),
          found: steps.map {
            CurvePlot.Point(x: $0.cost.double, y: $0.met, label: percent($0.met))
          }, bound: [], top: 1, text: { "\(Int(($0 * 100).rounded()))%" }),
        CurvePlot.Panel(
          title: say(ProposalWords.facilities),
          found: steps.map {
            CurvePlot.Point(
              x: $0.cost.double, y: Double($0.sites), label: NumberWords.grouped($0.sites))
          }, bound: [], top: nil, text: { $0 == $0.rounded() ? NumberWords.grouped(Int($0)) : "" }),
      ])
  }

  private func percent(_ share: Double) -> String { NumberWords.percent(share, of: 1) }

  private func table(of steps: [Step]) -> Markup {
    table(
      "tradeoff", caption: say(ProposalWords.tradeOffCaption),
      head: [
        .number(say(ProposalWords.budget)), .number(say(ProposalWords.spent)),
        .number(say(ProposalWords.facilities)), .number(say(ProposalWords.share)),
        .number(say(ProposalWords.shareBound)), .number(say(ProposalWords.met)),
        .number(say(ProposalWords.gained)),
        .number(say(ProposalWords.gainedPerSite)), .number(say(ProposalWords.pricePerPercent)),
      ]
    ) {
      for (row, step) in steps.enumerated() {
        tag("tr") {
          numberCell(NumberWords.text(step.budget), sortKey: step.budget.double)
          numberCell(NumberWords.text(step.cost), sortKey: step.cost.double)
          countCell(step.sites)
          numberCell(percent(step.share), sortKey: step.share)
          numberCell(percent(step.bound), sortKey: step.bound)
          numberCell(percent(step.met), sortKey: step.met)
          gains(of: step, after: row > 0 ? steps[row - 1] : nil)
        }
      }
    }
  }

  /// What the money between two answers buys.
  private func gains(of step: Step, after last: Step?) -> Markup {
    guard let last, step.share > last.share else {
      return numberCell("–") + numberCell("–") + numberCell("–")
    }
    let gain = step.share - last.share
    let more = step.sites - last.sites
    let money = step.cost.double - last.cost.double
    return numberCell(percent(gain), sortKey: gain)
      + (more > 0
        ? numberCell(percent(gain / Double(more)), sortKey: gain / Double(more)) : numberCell("–"))
      + (money > 0
        ? numberCell(
          NumberWords.text(Amount(rounding: money / gain / 100) ?? .zero),
          sortKey: money / gain / 100)
        : numberCell("–"))
  }

  /// What smaller answers have and the proposal does not.
  private var dropped: [String] {
    let own = Set(proposal.sites.map(\.facility.id))
    return proposal.lesser.compactMap { compromise in
      let others = compromise.facilities.count { !own.contains($0.id) }
      return others > 0
        ? say(ProposalWords.dropped(others, budget: NumberWords.text(compromise.budget))) : nil
    }
  }

  /// With which smaller budgets a site stands, too, and how large.
  func staying(_ site: Proposal.Site) -> Markup {
    let standings = proposal.standings(of: site)
    return tag("td", ["class": "small", "data-key": "\(standings.count { $0 != nil })"]) {
      say(ProposalWords.stays(standings.count { $0 != nil }, of: standings.count))
      for (compromise, design) in zip(proposal.lesser, standings) {
        if let design {
          tag("small", ["class": "id"]) {
            say(ProposalWords.with(NumberWords.text(compromise.budget), size(design)))
          }
        }
      }
    }
  }

  /// How large a design is, by what is counted of it first.
  func size(_ design: Int) -> String {
    let measures: [FacilityMeasure] = [.places, .beds, .nursingBeds, .floorArea, .landArea]
    for measure in measures {
      guard let amount = proposal.designs.amounts(of: measure)?[design], amount > .zero else {
        continue
      }
      return UnitWords.text(NumberWords.text(amount), measure.unit, language)
    }
    return say(ProposalWords.anySize)
  }
}
