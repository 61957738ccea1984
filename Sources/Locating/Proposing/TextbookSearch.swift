internal import Compliance
internal import GeoData
internal import Measuring
internal import Optimizing
internal import Planning
internal import Quantities
internal import Rules

/// One objective of the textbooks in one city: existing facilities that count are open, candidates are the sites.
struct TextbookSearch {
  let proposer: Proposer
  let request: ProposalRequest
  let objective: TextbookObjective
  /// Clauses that fail and count the kind.
  let goals: [SitingGoal]
  /// By site, built as large as it may be: of size an objective knows nothing.
  let facilities: [SitedFacility]
  let designs: Designs
  let problem: TextbookProblem
  /// Rows of facilities that are open.
  let standing: [Int32]
  /// By client its parcel.
  let clients: [Int32]
  let beyond: [Int32]
  let unknown: [Int32]
  /// Metres; `nil`: any distance counts.
  let reach: Double?
  let isOnNetwork: Bool

  /// The most pairs of clients and sites that a search holds: a third of a gigabyte of distances.
  private static let mostPairs = 40_000_000

  init(
    _ proposer: Proposer, _ request: ProposalRequest, for objective: TextbookObjective,
    after before: ComplianceResult
  ) async throws {
    (self.proposer, self.request, self.objective) = (proposer, request, objective)
    guard request.options.count == 1, let option = request.options.first else {
      throw request.options.isEmpty ? ProposalError.nothingToBuild : .severalKinds
    }
    let (sited, options) = try SiteSearch.sited(request, proposer)
    guard !sited.isEmpty else { throw ProposalError.noSite }
    let frame = Frame(
      of: proposer.city, vocabulary: proposer.vocabulary, hasNetwork: proposer.network != nil,
      workers: proposer.workers)
    let rules = proposer.packs.flatMap(\.appliedRules).filter(request.goals.contains)
    // Clauses about reach say best what counts; then those about shared supply.
    goals = SitingGoal.all(
      rules, before.findings, in: frame, building: [option.kind], proposer.vocabulary
    ).enumerated().sorted {
      ($0.element.terms.rank, $0.offset) < ($1.element.terms.rank, $1.offset)
    }
    .map(\.element)
    designs = try await SiteSearch.designs(for: goals, request, proposer)
    guard let largest = designs.sizes[0].last else {
      throw ProposalError.noDesign(kind: proposer.vocabulary.all[option.kind].id)
    }
    facilities = sited.map {
      SitedFacility(id: $0.id, name: $0.name, place: $0.place, prototype: largest)
    }
    let sites = try await SitedCity(
      facilities, option: options, of: request.candidates, designs.prototypes, in: proposer.city,
      proposer.vocabulary, on: proposer.network, workers: proposer.workers)
    let choice =
      goals.first?.terms.choice
      ?? FacilityChoice([proposer.vocabulary.all[option.kind].id])
    let cover = try Self.cover(objective, choice, for: goals, in: frame, with: sites)
    let shared = Self.shared(goals)
    if objective.demand == .clause, shared == nil { throw ProposalError.noDemand(ofClause: true) }
    let asked: [any Question] = shared.map { [$0] } ?? []
    let measured = try await sites.measured.measure(
      [SoleDistances(cover), Chosen(choice)] + (objective.demand == .clause ? asked : []))
    let demands =
      if objective.demand == .clause, let shared {
        Self.demands(of: measured[shared])
      } else { Self.residents(of: proposer.city) }
    let certain = measured[Chosen(choice)].selection.certain
    standing = certain.filter { Int($0) < sites.standing }
    let ways = measured[SoleDistances(cover)]
    // Servers: what stands first, then the sites.
    var server: [Int32: Int32] = [:]
    for (place, row) in standing.enumerated() { server[row] = Int32(place) }
    for row in certain where Int(row) >= sites.standing {
      server[row] = Int32(standing.count + Int(row) - sites.standing)
    }
    var clients: [Int32] = []
    var beyond: [Int32] = []
    var lists: [[TextbookProblem.Way]] = []
    for (parcel, demand) in demands.enumerated() where demand ?? 0 > 0 {
      let own = ways.edges.range(of: parcel).compactMap { edge in
        server[ways.edges.facilities[edge]].map {
          TextbookProblem.Way(site: $0, metres: ways.metres[edge])
        }
      }.sorted { $0.site < $1.site }
      if own.isEmpty, objective.model != .maximalCovering {
        beyond.append(Int32(parcel))
      } else {
        clients.append(Int32(parcel))
        lists.append(own)
      }
    }
    guard demands.contains(where: { $0 ?? 0 > 0 }) else {
      throw ProposalError.noDemand(ofClause: objective.demand == .clause)
    }
    let count = standing.count + facilities.count
    let (pairs, overflow) = clients.count.multipliedReportingOverflow(by: count)
    if !objective.model.isCovering, overflow || pairs > Self.mostPairs {
      throw ProposalError.tooLarge(pairs: pairs)
    }
    problem = TextbookProblem(
      weights: clients.map { demands[Int($0)] ?? 0 }, ways: lists, siteCount: count,
      rules: Self.rules(
        facilities, options, after: standing.count, request, in: proposer.city),
      unreached: TextbookProblem.tenths(cover.limit.metres))
    self.clients = clients
    self.beyond = beyond
    unknown = demands.indices.filter { demands[$0] == nil }.map { Int32($0) }
    reach = objective.model.isCovering ? cover.limit.metres : nil
    isOnNetwork = cover.limit.isOnNetwork
  }

  // MARK: Distances

  /// What is within reach of what: as far as the clause or the option says; for an objective of distances, whatever
  /// can be reached at all.
  private static func cover(
    _ objective: TextbookObjective, _ choice: FacilityChoice, for goals: [SitingGoal],
    in frame: Frame, with sites: SitedCity
  ) throws(ProposalError) -> SoleCover {
    if !objective.model.isCovering {
      let limit = frame.hasNetwork ? ReachLimit.longestWalk : diagonal(sites)
      return SoleCover(choice, ReachLimit(metres: limit, isOnNetwork: frame.hasNetwork), at: .point)
    }
    if let metres = objective.reach {
      return SoleCover(
        choice, ReachLimit(metres: metres, isOnNetwork: frame.hasNetwork), at: .point)
    }
    // The nearest of what clauses ask, as the clause measures it.
    let stated = goals.compactMap { goal -> SoleCover? in
      if case .covered(let own) = goal.terms { return SoleCover(choice, own.limit, at: own.place) }
      guard case .shared(let terms) = goal.terms else { return nil }
      let limit = terms.division.claims[terms.division.asking].limit
      return SoleCover(choice, limit, at: .point)
    }
    guard let nearest = stated.min(by: { $0.limit.metres < $1.limit.metres }) else {
      throw .noReach
    }
    return nearest
  }

  /// No two places of the city are farther from each other, metres.
  private static func diagonal(_ sites: SitedCity) -> Double {
    let city = sites.measured.city
    func span(_ places: [Double]) -> Double {
      let known = places.filter(\.isFinite)
      return (known.max() ?? 0) - (known.min() ?? 0)
    }
    let (parcels, facilities) = (city.parcels.rows, city.facilities.rows)
    return 1_000
      + (span(parcels.placeX + facilities.placeX) + span(parcels.placeY + facilities.placeY)) * 1.05
  }

  // MARK: Demand

  private static func shared(_ goals: [SitingGoal]) -> FairTerms? {
    goals.lazy.compactMap { goal -> FairTerms? in
      if case .shared(let terms) = goal.terms { terms } else { nil }
    }.first
  }

  /// By parcel whole persons; `nil`: not known.
  private static func residents(of city: City) -> [Int64?] {
    city.parcels.residents(perHousehold: city.project.assumptions.personsPerHousehold).map {
      $0.map { ($0.micros + Amount.scale / 2) / Amount.scale }
    }
  }

  /// By parcel whole units of the clause, rounded up; `nil`: not known.
  private static func demands(of answer: FairTerms.Answer) -> [Int64?] {
    let unit = max(1, answer.unit)
    return answer.needs.map { need in need.map { Int64(clamping: ($0 + unit - 1) / unit) } }
  }

  // MARK: Sites

  private static func rules(
    _ facilities: [SitedFacility], _ options: [Int], after standing: Int,
    _ request: ProposalRequest, in city: City
  ) -> SiteRules {
    func server(_ site: Int) -> Int32 { Int32(standing + site) }
    let rivals = RivalSearch(
      facilities: facilities, option: options, request: request, ground: city.ground)
    return SiteRules(
      existing: (0..<standing).map { Int32($0) },
      forced: facilities.indices.filter {
        request.candidates.choices[facilities[$0].place] == .forced
      }.map(server),
      groups: rivals.all.map { $0.sites.map { server(Int($0)) } })
  }
}

extension SitingTerms {
  fileprivate var rank: Int {
    switch self {
    case .covered: 0
    case .shared: 1
    case .present: 2
    }
  }
}
