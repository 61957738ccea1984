public import Compliance
public import GeoData
internal import Geodesy
public import Measuring
internal import Optimizing
public import Planning
internal import Quantities
public import Rules
public import Workers

/// Finds sites and sizes of new facilities with which clauses that fail pass, at the least cost; and judges the city
/// with them, so that what is promised is what a batch finds.
///
/// Full compliance is a covering problem in sites and sizes alone (see `FairTerms`): parcels that share supply, parcels
/// that must have something within reach and units that must have so many are the layers of one `SizingProblem`.
///
/// A parcel is taken to be covered by one facility from which all of it is within reach, which is enough and may be
/// more than is needed where two cover it together.
public struct Proposer: Sendable {
  let city: City
  let packs: [RulePack]
  let vocabulary: FacilityKinds
  let network: CityNetwork?
  let workers: Workers

  /// A proposer for a city.
  ///
  /// - Parameter network: With the city on it.
  public init(
    city: City, packs: [RulePack], vocabulary: FacilityKinds, network: CityNetwork? = nil,
    workers: Workers
  ) {
    self.city = city
    self.packs = packs
    self.vocabulary = vocabulary
    self.network = network
    self.workers = workers
  }

  /// Proposes.
  ///
  /// - Parameters:
  ///   - before: The findings of the city as it is, by the same packs.
  ///   - judge: Judges the city with the proposal, as `before` was judged.
  /// - Throws: `ProposalError` where nothing can be proposed; else what measuring throws.
  public func propose(
    _ request: ProposalRequest, after before: ComplianceResult,
    judge: (City, CityNetwork?) async throws -> ComplianceResult
  ) async throws -> Proposal {
    if let objective = request.objective {
      return try await propose(objective, request, after: before, judge: judge)
    }
    let search = try await SiteSearch(self, request, before)
    let found = try await search.solve()
    let sites = search.proposed(found)
    let stages = search.stages(found, sites)
    let candidates = search.request.candidates
    let years = Dictionary(
      stages.flatMap { stage in stage.sites.map { (sites[$0].facility.id, stage.stage.year) } },
      uniquingKeysWith: { first, _ in first })
    func plan(of sites: [Proposal.Site]) -> Plan {
      var plan = candidates.plan(
        of: sites.map(\.facility), from: search.model.designs.prototypes, name: "proposal")
      for (row, site) in sites.enumerated() {
        plan.facilities.delivered[row] = years[site.facility.id].flatMap {
          CalendarDate(year: $0, month: 12, day: 31)
        }
      }
      return plan
    }
    var joined = city.with(plan(of: sites.filter { $0.enlarged == nil }))
    joined = joined.with(sites.compactMap(\.enlarged), of: city)
    joined.project.name = city.project.name
    let after = try await judge(
      joined, try await network?.with(joined, insteadOf: city, workers: workers))
    var proposal = Proposal(
      sites: sites,
      outcomes: search.outcomes(after, beyond: found.beyond), proof: found.proof,
      costUnit: search.costUnit,
      isInPoints: !request.candidates.haveCosts
        && request.options.flatMap(\.sizes).allSatisfy { $0.cost == nil },
      alternatives: await search.alternatives(found), compromises: search.compromises(found),
      isWithinBudgetOnly: found.compromise != nil,
      certified: found.proven.map { ($0.problem.json, $0.certificate.json) },
      designs: search.model.designs.prototypes, plan: plan(of: sites), candidates: candidates,
      city: joined, broken: Self.broken(before, after),
      before: before, after: after)
    proposal.stages = stages
    (proposal.boundSource, proposal.certifiedBound) = (found.boundSource, found.certifiedBound)
    return proposal
  }

  /// Clauses of which a subject that passed fails.
  static func broken(
    _ before: ComplianceResult, _ after: ComplianceResult
  ) -> [(rule: RuleKey, subjects: Int)] {
    let known = Dictionary(
      before.findings.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return after.findings.compactMap { found in
      // Facilities have other rows with new ones among them.
      guard found.table != .facilities, let old = known[found.key],
        old.verdicts.count == found.verdicts.count
      else { return nil }
      let count = found.verdicts.indices.count {
        old.verdicts[$0] == .pass && found.verdicts[$0] == .fail
      }
      return count > 0 ? (found.key, count) : nil
    }
  }
}
