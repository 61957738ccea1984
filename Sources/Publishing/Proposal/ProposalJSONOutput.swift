internal import Compliance
internal import Documents
public import Locating
internal import Measuring
internal import Optimizing
internal import Pages
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// `proposal.json`: sites, what they serve, what came of each clause, and how good the proposal is.
enum ProposalJSONOutput: WritableOutput {
  /// `proposal.json`
  static let fileName = "proposal.json"
  /// What is in it.
  static let title = OutputWords.proposalJSON

  static func write(_ edition: ProposalEdition, _ press: Press, to path: String) async throws {
    try ProposalDocument(edition).json.write(to: path)
  }
}

/// `manifest.json` of a proposal.
enum ProposalManifestOutput: WritableOutput {
  /// `manifest.json`
  static let fileName = OutputFolder.mark
  /// What is in it.
  static let title = OutputWords.proposalManifest

  static func write(_ edition: ProposalEdition, _ press: Press, to path: String) async throws {
    try JSONValue.object([
      "schema": .integer(1),
      "engine": .object(["name": .text("siting"), "version": .text(edition.engineVersion)]),
      "language": .text(edition.language.rawValue),
      "project": Imprint.json(of: edition.proposal.before.city.project),
      "outputs": .object(Imprint.json(of: press.written)),
    ]).write(to: path)
  }
}

/// A proposal for machines: keys are sorted, figures are exact decimals.
public struct ProposalDocument: Sendable {
  let json: JSONValue

  /// The proposal as a caller prints it.
  public static func text(of proposal: Proposal) -> String {
    ProposalDocument(proposal).json.document
  }

  init(_ edition: ProposalEdition) { self.init(edition.proposal) }

  private init(_ proposal: Proposal) {
    let scale = proposal.costUnit.micros
    func cost(_ units: Int64) -> JSONValue { .amount(Amount(micros: units * scale)) }
    var fields: [String: JSONValue] = [
      "schema": .integer(1),
      "cost": .amount(proposal.cost),
      "cost_is_points": .flag(proposal.isInPoints),
      "proof": .object([
        "value": cost(proposal.proof.value), "bound": cost(proposal.proof.bound),
        "gap": .measured(proposal.proof.gap), "stop": .text(proposal.proof.stop.rawValue),
        "bound_source": Self.source(proposal.objective?.boundSource ?? proposal.boundSource),
        "certified_bound": proposal.objective == nil && !proposal.isWithinBudgetOnly
          ? cost(proposal.certifiedBound) : .null,
      ]),
      "sites": .list(proposal.sites.map { Self.site($0, proposal) }),
      "clauses": .list(proposal.outcomes.map { Self.outcome($0, proposal) }),
      "within_budget_only": .flag(proposal.isWithinBudgetOnly),
      "trade_off": .list(
        proposal.compromises.map { compromise in
          .object([
            "budget": .amount(compromise.budget), "cost": .amount(compromise.cost),
            "sites": .integer(compromise.sites), "share": .measured(compromise.share.value),
            "share_bound": .measured(compromise.share.bound),
            "met": .measured(compromise.met),
            "least_cost": .amount(compromise.leastCost),
            "facilities": .list(
              compromise.facilities.map { .object(Self.design($0, proposal)) }),
          ])
        }),
      "stages": .list(
        proposal.stages.map { stage in
          .object([
            "year": .integer(stage.stage.year), "budget": .amount(stage.stage.budget),
            "cost": .amount(stage.cost), "left": .amount(stage.left), "met": .measured(stage.met),
            "sites": .list(stage.sites.map { .text(proposal.sites[$0].facility.id) }),
          ])
        }),
      "broken": .list(
        proposal.broken.map {
          .object(["rule": .text("\($0.rule)"), "subjects": .integer($0.subjects)])
        }),
    ]
    if let answer = proposal.objective { fields["objective"] = Self.objective(answer, proposal) }
    json = .object(fields)
  }

  private static func source(_ source: BoundSource) -> JSONValue {
    switch source {
    case .certificate: .text("certificate")
    case .solver(let name): .text(name)
    }
  }

  private static func objective(_ answer: TextbookAnswer, _ proposal: Proposal) -> JSONValue {
    let entry = answer.objective.model.entry
    let rows = proposal.before.city.parcels.rows
    return .object([
      "id": .text(entry.id), "name": .text(entry.name), "source": .text(entry.source),
      "sites": .optional(answer.objective.sites),
      "reach": answer.reach.map { .measured($0) } ?? .null,
      "walked": .flag(answer.isOnNetwork), "demand": .text(answer.objective.demand.rawValue),
      "total": .integer(Int(answer.total)), "parcels": .integer(answer.clients),
      "existing": .integer(answer.existing), "unserved": .integer(answer.unserved),
      "bound_source": source(answer.boundSource),
      "curve": .list(
        answer.curve.map {
          .object([
            "sites": .integer($0.sites), "value": .integer(Int($0.value)),
            "bound": .integer(Int($0.bound)),
          ])
        }),
      "beyond": .list(answer.beyond.map { .text(rows.ids[Int($0)]) }),
      "unknown": .list(answer.unknown.map { .text(rows.ids[Int($0)]) }),
    ])
  }

  private static func site(_ site: Proposal.Site, _ proposal: Proposal) -> JSONValue {
    let ids = proposal.before.city.facilities.rows.ids
    return .object([
      "facility": .text(site.facility.id), "cost": .amount(site.cost),
      "extends": site.enlarged.map { .text(ids[$0.facility]) } ?? .null,
      "forced": .flag(site.isForced),
      "services": .list(
        site.services.map { service in
          .object([
            "rules": .list(service.rules.map { .text("\($0)") }),
            "subjects": .list(service.subjects.map { .text(Self.id(of: $0, service, proposal)) }),
            "taken": .optional(service.load?.taken),
            "capacity": .optional(service.load?.capacity),
          ])
        }),
    ])
  }

  /// A facility as a budget has it: its id, and what it has.
  private static func design(
    _ facility: SitedFacility, _ proposal: Proposal
  ) -> [String: JSONValue] {
    var fields: [String: JSONValue] = ["facility": .text(facility.id)]
    for measure in FacilityMeasure.named {
      guard let amount = proposal.designs.amounts(of: measure)?[facility.prototype],
        amount > .zero
      else { continue }
      fields[measure.name] = .amount(amount)
    }
    return fields
  }

  private static func outcome(_ outcome: Proposal.Outcome, _ proposal: Proposal) -> JSONValue {
    let findings = proposal.before.findings.first { $0.key == outcome.rule.key }
    let city = proposal.before.city
    return .object([
      "rule": .text("\(outcome.rule.key)"), "failing_before": .integer(outcome.before),
      "passing_after": .integer(outcome.passing), "failing_after": .integer(outcome.failing),
      "unknown_after": .integer(outcome.unknown),
      "beyond": .list(
        outcome.beyond.map { row in
          .text(
            findings?.table == .units
              ? city.units.rows.ids[Int(row)] : city.parcels.rows.ids[Int(row)])
        }),
    ])
  }

  private static func id(
    of row: Int32, _ service: Proposal.Service, _ proposal: Proposal
  ) -> String {
    let city = proposal.before.city
    return service.isOfParcels ? city.parcels.rows.ids[Int(row)] : city.units.rows.ids[Int(row)]
  }
}
