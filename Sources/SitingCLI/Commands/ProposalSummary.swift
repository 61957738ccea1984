import Documents
import GeoData
import Locating
import Planning
import Quantities
import Rules
import Wording

/// A proposal, for a terminal.
struct ProposalSummary {
  private let proposal: Proposal
  private let kinds: FacilityKinds
  private let console: Console

  init(_ proposal: Proposal, _ kinds: FacilityKinds, _ console: Console) {
    self.proposal = proposal
    self.kinds = kinds
    self.console = console
  }

  var text: String {
    if let answer = proposal.objective {
      let lines = [
        ObjectiveWords.found(answer, sites: proposal.sites.count), ObjectiveWords.proof(answer),
      ].map(console.say).joined(separator: "\n")
      return ([lines] + (proposal.outcomes.isEmpty ? [] : [clauses]) + [sites])
        .joined(separator: "\n\n")
    }
    let lines = [
      ProposalWords.built(
        proposal.newSites, enlarged: proposal.sites.count - proposal.newSites, cost: proposal.cost,
        isInPoints: proposal.isInPoints),
      proposal.isWithinBudgetOnly
        ? ProposalWords.short(proposal.compromises.last?.leastCost ?? .zero)
        : ProposalWords.proof(proposal),
    ]
    return lines.map(console.say).joined(separator: "\n") + "\n\n" + clauses + "\n\n" + sites
  }

  private var clauses: String {
    var table = TextTable(
      header: [
        console.say(WhyWords.rule), console.say(ProposalWords.failing),
        console.say(ProposalWords.passing), console.say(ProposalWords.stillFailing),
        console.say(ProposalWords.unknown), console.say(ProposalWords.beyond),
      ], right: [1, 2, 3, 4, 5])
    for outcome in proposal.outcomes {
      table.append(
        ["\(outcome.rule.key)"]
          + [
            outcome.before, outcome.passing, outcome.failing, outcome.unknown,
            outcome.beyond.count,
          ].map { NumberWords.grouped($0) })
    }
    return table.text
  }

  private static let mostSites = 20

  private var sites: String {
    var table = TextTable(
      header: [
        console.say(PageWords.facility), console.say(ProposalWords.kind),
      ] + (proposal.hasCosts ? [console.say(ProposalWords.cost)] : []) + [
        console.say(ProposalWords.serves)
      ], right: [2, 3])
    for (row, site) in proposal.sites.prefix(Self.mostSites).enumerated() {
      table.append(
        [
          site.facility.id, console.say(kinds.all[proposal.plan.facilities.kind[row]].name),
        ] + (proposal.hasCosts ? [NumberWords.text(site.cost)] : []) + [
          NumberWords.grouped(Set(site.services.filter(\.isOfParcels).flatMap(\.subjects)).count)
        ])
    }
    let more = proposal.sites.count - Self.mostSites
    return more > 0
      ? table.text + "\n" + console.say(ProposalWords.moreSites(more)) : table.text
  }
}
