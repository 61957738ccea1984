internal import Compliance
internal import Documents
internal import GeoData
package import Locating
internal import Measuring
internal import Optimizing
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// A proposal as a page: what is to be built and why, what comes of each clause, a map, and how good it is.
package struct ProposalPage: Page {
  package let imprint: Imprint
  let proposal: Proposal

  /// A page in the reader's language.
  package init(_ proposal: Proposal, imprint: Imprint) {
    self.proposal = proposal
    self.imprint = imprint
  }

  /// Sites that are listed one by one; the layer beside has all.
  private static let mostSites = 300

  var city: City { proposal.before.city }

  /// The whole page.
  package var html: String {
    document(
      "\(say(city.project.name)) – \(say(ProposalWords.title))",
      style: Markup.own(ReportStyle.source) + Markup.own(ProposalStyle.source),
      policy: ReportScript.policy
    ) {
      tag("body") {
        masthead
        tag("main") {
          section("conclusion", say(ProposalWords.summary)) {
            if let answer = proposal.objective { conclusion(answer) } else { conclusion }
            broken
          }
          section("map", say(ProposalWords.map)) { map }
          if !proposal.outcomes.isEmpty {
            section("clauses", say(ProposalWords.byClause)) { clauses }
          }
          section("sites", say(ProposalWords.sites)) { sites }
          if !proposal.stages.isEmpty {
            section("stages", say(ProposalWords.stages)) { stages }
          }
          if let answer = proposal.objective {
            section("tradeoff", say(ObjectiveWords.byNumber)) { byNumber(answer) }
          }
          if !proposal.compromises.isEmpty {
            section("tradeoff", say(ProposalWords.tradeOff)) { tradeOff }
          }
          if proposal.outcomes.contains(where: { !$0.beyond.isEmpty }) {
            section("beyond", say(ProposalWords.beyondAll)) { beyond }
          }
          section("method", say(ProposalWords.method)) { method }
        }
        tag("script") { Markup.own(ReportScript.source) }
      }
    }.source
  }

  private var masthead: Markup {
    tag("header") {
      tag("p", ["class": "kind"]) { say(ProposalWords.title) }
      tag("h1") { say(city.project.name) }
      if let note = city.project.note {
        tag("p", ["class": "notice"]) {
          tag("b") { say(PageWords.pleaseNote) }
          say(note)
        }
      }
    }
  }

  private var conclusion: Markup {
    let failing = proposal.outcomes.reduce(0) { $0 + $1.before }
    let passing = proposal.outcomes.reduce(0) { $0 + $1.passing }
    return tag("p", ["class": "lead"]) {
      say(
        ProposalWords.built(
          proposal.newSites, enlarged: proposal.sites.count - proposal.newSites,
          cost: proposal.cost, isInPoints: proposal.isInPoints))
      say(Marks.semicolon)
      say(ProposalWords.turned(passing, of: failing))
      say(Marks.stop)
    }
      + tag("p") {
        if proposal.isWithinBudgetOnly {
          say(ProposalWords.short(proposal.compromises.last?.leastCost ?? .zero))
        } else {
          say(ProposalWords.proof(proposal))
          say(Marks.stop)
        }
      }
      + (proposal.isInPoints
        ? tag("p", ["class": "small"]) { say(ProposalWords.points) } : Markup())
  }

  /// What the proposal makes worse.
  private var broken: Markup {
    proposal.broken.isEmpty
      ? Markup()
      : tag("p", ["class": "notice"]) {
        say(ProposalWords.breaks)
        proposal.broken.map { "\($0.rule) (\($0.subjects))" }
          .joined(separator: say(Marks.listComma))
      }
  }

  private var clauses: Markup {
    table(
      "clauses", caption: say(ProposalWords.outcomes),
      head: [
        .text(say(PageWords.clause)), .number(say(ProposalWords.failing)),
        .number(say(ProposalWords.passing)), .number(say(ProposalWords.stillFailing)),
        .number(say(ProposalWords.unknown)), .number(say(ProposalWords.beyond)),
      ]
    ) {
      for outcome in proposal.outcomes {
        tag("tr") {
          tag("th", ["scope": "row"]) {
            say(outcome.rule.says)
            tag("small", ["class": "id"]) { outcome.rule.clause }
          }
          countCell(outcome.before)
          countCell(outcome.passing)
          countCell(outcome.failing)
          countCell(outcome.unknown)
          countCell(outcome.beyond.count)
        }
      }
    }
  }

  private var sites: Markup {
    let all = proposal.sites
    return table(
      "proposed", caption: say(ProposalWords.sitesCaption),
      head: [
        .number(say(PageWords.number)), .text(say(PageWords.facility)),
        .text(say(ProposalWords.amounts)),
      ] + (proposal.hasCosts ? [.number(say(ProposalWords.cost))] : [])
        + (proposal.lesser.isEmpty ? [] : [.text(say(ProposalWords.staying))]) + [
          .text(say(ProposalWords.forWhom))
        ]
    ) {
      for (row, site) in all.prefix(Self.mostSites).enumerated() { siteRow(site, row) }
    }
      + (all.count > Self.mostSites
        ? tag("p", ["class": "small"]) {
          say(ProposalWords.moreSites(all.count - Self.mostSites))
        } : Markup())
  }

  private func siteRow(_ site: Proposal.Site, _ row: Int) -> Markup {
    tag("tr") {
      countCell(row + 1)
      tag("th", ["scope": "row"]) {
        say(imprint.kinds.all[proposal.plan.facilities.kind[row]].name)
        tag("small", ["class": "id"]) { site.facility.id }
        if let name = site.facility.name { tag("small", ["class": "id"]) { name } }
        if let year = proposal.years[row] { tag("span", ["class": "label"]) { "\(year)" } }
        if site.enlarged != nil { tag("span", ["class": "label"]) { say(ProposalWords.enlarged) } }
      }
      tag("td") { site.enlarged.map(growth) ?? amounts(row) }
      if proposal.hasCosts { numberCell(NumberWords.text(site.cost), sortKey: site.cost.double) }
      if !proposal.lesser.isEmpty { staying(site) }
      tag("td", ["class": "small"]) {
        tag("ul", ["class": "plain"]) {
          for service in site.services { tag("li") { self.service(service) } }
        }
      }
    }
  }

  /// What a facility that stands gets more of.
  private func growth(_ own: Proposal.Extension) -> String {
    own.amounts.map { part in
      say(ConditionWords.of(part.measure.name)) + "\u{00A0}"
        + say(
          ProposalWords.grows(
            NumberWords.text(part.now),
            to: UnitWords.text(NumberWords.text(part.then), part.measure.unit, language)))
    }.joined(separator: say(Marks.listComma))
  }

  /// What a facility must have.
  private func amounts(_ row: Int) -> String {
    let facilities = proposal.plan.facilities
    let parts = FacilityMeasure.named.compactMap { measure -> String? in
      guard let amount = facilities.amounts(of: measure)?[row], amount > .zero else { return nil }
      return say(ConditionWords.of(measure.name)) + "\u{00A0}"
        + UnitWords.text(NumberWords.text(amount), measure.unit, language)
    }
    return parts.isEmpty ? "–" : parts.joined(separator: say(Marks.listComma))
  }

  private func service(_ service: Proposal.Service) -> String {
    let rules = proposal.outcomes.filter { service.rules.contains($0.rule.key) }.map(\.rule)
    let what = rules.map { say($0.says) }.joined(separator: " ")
    let count = Set(service.subjects).count
    let whom = say(service.isOfParcels ? ProposalWords.parcels(count) : ProposalWords.units(count))
    guard let load = service.load, service.isOfParcels else { return what + " " + whom }
    return what + " " + whom
      + say(
        Marks.bracketed(
          say(
            ProposalWords.load(
              NumberWords.text(load.taken), of: NumberWords.text(load.capacity)))))
  }

  private var beyond: Markup {
    tag("p") { say(ProposalWords.beyondExplained) }
      + tag("ul", ["class": "notes"]) {
        for outcome in proposal.outcomes where !outcome.beyond.isEmpty {
          tag("li") {
            say(outcome.rule.says) + " "
            names(of: outcome)
          }
        }
      }
  }

  private func names(of outcome: Proposal.Outcome) -> String {
    let isOfUnits = proposal.before.findings.contains {
      $0.key == outcome.rule.key && $0.table == .units
    }
    let rows = isOfUnits ? city.units.rows : city.parcels.rows
    let names = outcome.beyond.prefix(20).map { rows.names[Int($0)] ?? rows.ids[Int($0)] }
      .joined(separator: say(Marks.listComma))
    let more = outcome.beyond.count - 20
    return more > 0 ? names + say(PageWords.andMore(more, of: outcome.beyond.count)) : names
  }

  private var method: Markup {
    tag("ul", ["class": "notes"]) {
      for line in proposal.objective.map(ObjectiveWords.methods) ?? ProposalWords.methods {
        tag("li") { say(line) }
      }
    }
  }
}
