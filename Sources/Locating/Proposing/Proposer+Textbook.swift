internal import Compliance
internal import Measuring
internal import Optimizing
internal import Planning
internal import Quantities
internal import Rules

extension Proposer {
  /// Proposes for an objective of the textbooks.
  func propose(
    _ objective: TextbookObjective, _ request: ProposalRequest, after before: ComplianceResult,
    judge: (City, CityNetwork?) async throws -> ComplianceResult
  ) async throws -> Proposal {
    let search = try await TextbookSearch(self, request, for: objective, after: before)
    let found = try search.solve()
    let curve = search.curve(to: found)
    let built = found.sites.sorted().map { search.facilities[Int($0) - search.standing.count] }
    let plan = request.candidates.plan(
      of: built, from: search.designs.prototypes, name: "proposal")
    var joined = city.with(plan)
    joined.project.name = city.project.name
    let after = try await judge(
      joined, try await network?.with(joined, insteadOf: city, workers: workers))
    var proposal = Proposal(
      sites: search.proposed(found, built),
      outcomes: SitingGoal.outcomes(search.goals, after) { _ in [] }, proof: found.proof,
      costUnit: Amount(1), isInPoints: false, alternatives: search.alternatives(found),
      compromises: [], isWithinBudgetOnly: false, certified: [],
      designs: search.designs.prototypes, plan: plan, candidates: request.candidates,
      city: joined, broken: Self.broken(before, after), before: before, after: after)
    proposal.objective = search.answer(found, curve)
    return proposal
  }
}

extension TextbookSearch {
  private var count: Int { min(objective.sites ?? facilities.count, facilities.count) }

  /// The best sites.
  func solve() throws(ProposalError) -> TextbookProblem.Found {
    do {
      return try problem.solve(objective.model, count: count, within: request.limits)
    } catch {
      switch error {
      case .contradiction, .infeasible: throw .excluded(isProven: true)
      case .tooManyForced(let forced, let allowed):
        throw .tooManyForced(forced: forced, allowed: allowed)
      case .notFound: throw .excluded(isProven: false)
      }
    }
  }

  /// At most so many numbers of sites are told.
  private static let mostPoints = 11

  /// What fewer sites can do: of set covering, whom they cover. A number for which nothing obeys is left out.
  func curve(to found: TextbookProblem.Found) -> [TextbookAnswer.Point] {
    let isSetCovering = objective.model == .setCovering
    let most = isSetCovering ? found.sites.count : count
    let steps = min(most, Self.mostPoints - 1)
    let counts = steps == 0 ? [0] : (0...steps).map { $0 * most / steps }
    var limits = request.limits
    limits.seconds = limits.seconds.map { $0 / 4 }
    let model = isSetCovering ? .maximalCovering : objective.model
    return counts.compactMap { sites in
      if sites == most {
        let all = problem.weights.reduce(0, +)
        return isSetCovering
          ? TextbookAnswer.Point(sites: sites, value: all, bound: all)
          : TextbookAnswer.Point(
            sites: sites, value: found.proof.value, bound: found.proof.bound)
      }
      guard let own = try? problem.solve(model, count: sites, within: limits) else { return nil }
      return TextbookAnswer.Point(
        sites: sites, value: own.proof.value, bound: own.proof.bound)
    }
  }

  func answer(
    _ found: TextbookProblem.Found, _ curve: [TextbookAnswer.Point]
  ) -> TextbookAnswer {
    TextbookAnswer(
      objective: objective, reach: reach, isOnNetwork: isOnNetwork, proof: found.proof,
      boundSource: found.source, curve: curve, total: problem.weights.reduce(0, +),
      clients: clients.count, beyond: beyond, unknown: unknown, existing: standing.count,
      unserved: problem.nearest(found.sites).count { $0 == nil })
  }

  /// What is built, with those to whom it is the nearest.
  func proposed(
    _ found: TextbookProblem.Found, _ built: [SitedFacility]
  ) -> [Proposal.Site] {
    let nearest = problem.nearest(found.sites)
    return zip(found.sites.sorted(), built).map { site, facility in
      let subjects = clients.indices.filter { nearest[$0] == site }.map { clients[$0] }
      let own = designs.stated[facility.prototype] ?? .zero
      return Proposal.Site(
        facility: facility,
        cost: own + (request.candidates.costs[facility.place] ?? .zero),
        services: subjects.isEmpty
          ? []
          : [
            Proposal.Service(
              rules: goals.map(\.rule.key), subjects: subjects, isOfParcels: true, load: nil)
          ], isForced: problem.rules.forced.contains(site))
    }
  }

  /// Why the others are not.
  func alternatives(_ found: TextbookProblem.Found) -> [SiteAlternative] {
    let isBuilt = Set(found.sites)
    let order = found.sites.sorted()
    var reached = facilities.map { _ in [Int32]() }
    for (client, ways) in problem.ways.enumerated() {
      for way in ways where Int(way.site) >= standing.count {
        reached[Int(way.site) - standing.count].append(clients[client])
      }
    }
    let rivals = RivalSearch(
      facilities: facilities, option: facilities.map { _ in 0 }, request: request,
      ground: proposer.city.ground)
    var excluded: [Int: [SiteAlternative.Reason]] = [:]
    for rivalry in rivals.all {
      let sites = rivalry.sites.map { Int($0) }
      guard
        let own = sites.first(where: { isBuilt.contains(Int32(standing.count + $0)) }),
        let row = order.firstIndex(of: Int32(standing.count + own))
      else { continue }
      for other in sites where !isBuilt.contains(Int32(standing.count + other)) {
        let why: SiteAlternative.Exclusion =
          switch rivalry.reason {
          case .place: .samePlace
          case .unit(let unit): .sameUnit(unit)
          case .spacing: .near(metres: rivals.metresApart(other, own))
          }
        excluded[other, default: []].append(.excluded(by: row, why))
      }
    }
    let judged = facilities.enumerated().map { site, facility in
      let isOwn = isBuilt.contains(Int32(standing.count + site))
      let reasons: [SiteAlternative.Reason] =
        if isOwn { [] } else if reached[site].isEmpty { [.servesNobody] } else {
          Array((excluded[site] ?? [.notChosen]).prefix(3))
        }
      return SiteAlternative(
        facility: facility, kind: request.options[0].kind, isBuilt: isOwn,
        parcels: reached[site], units: [], cost: nil, worth: nil, reasons: reasons)
    }
    return judged + request.candidates.closed(but: Set(facilities.map(\.place)))
  }
}
