internal import Compliance
internal import GeoData
internal import Measuring
internal import Optimizing
internal import Planning
internal import Quantities
internal import Rules
internal import Workers

/// One search: what may be built where, for which clauses, as a covering problem.
struct SiteSearch {
  let proposer: Proposer
  let request: ProposalRequest
  let before: ComplianceResult
  let goals: [SitingGoal]
  let model: SitingModel
  /// What one unit of the search's costs is.
  let costUnit: Amount
  /// By site: the prototypes that may be built there, ascending.
  let sizes: [[Int]]

  init(
    _ proposer: Proposer, _ request: ProposalRequest, _ before: ComplianceResult
  ) async throws {
    var request = request
    if request.budget == nil, !request.stages.isEmpty {
      request.budget = request.stages.reduce(.zero) { $0 + $1.budget }
    }
    if request.extends {
      request.candidates = request.candidates.extending(
        Extensions.rows(of: proposer.city, for: request.options), of: proposer.city)
    }
    self.proposer = proposer
    self.request = request
    self.before = before
    let (facilities, options) = try Self.sited(request, proposer)
    guard !facilities.isEmpty else { throw ProposalError.noSite }
    let kinds = Set(request.options.map(\.kind))
    let rules = proposer.packs.flatMap(\.appliedRules).filter(request.goals.contains)
    let frame = Frame(
      of: proposer.city, vocabulary: proposer.vocabulary, hasNetwork: proposer.network != nil,
      workers: proposer.workers)
    goals = SitingGoal.all(
      rules, before.findings, in: frame, building: kinds, proposer.vocabulary)
    if goals.isEmpty {
      let isFailing = before.findings.contains {
        request.goals.contains($0.rule) && $0.verdicts.contains(.fail)
      }
      throw isFailing ? ProposalError.nothingToBuild : ProposalError.nothingFails
    }
    let designs = try await Self.designs(for: goals, request, proposer)
    for (number, own) in designs.sizes.enumerated() where own.isEmpty {
      let kind = request.options[number].kind
      throw ProposalError.noDesign(kind: proposer.vocabulary.all[kind].id)
    }
    // Measured as the largest that may be built: what counts of it counts of the smaller ones as far as it is theirs.
    let largest = facilities.enumerated().map { site, facility in
      SitedFacility(
        id: facility.id, name: facility.name, place: facility.place,
        prototype: designs.sizes[options[site]].last ?? 0)
    }
    let extensions = Extensions(largest, of: request, in: proposer.city)
    let sites = try await SitedCity(
      largest, option: options, of: request.candidates, designs.prototypes, in: proposer.city,
      proposer.vocabulary, on: proposer.network, workers: proposer.workers)
    let measured = try await sites.measured.measure(goals.flatMap { $0.terms.questions })
    model = SitingModel(goals, measured, of: sites, with: designs, extensions)
    // What stands is enlarged to a size that has more of what its kind is counted by.
    sizes = options.enumerated().map { site, option in
      extensions.larger(designs.sizes[option], at: site, designs)
    }
    let (ofSites, unit) = Self.costs(largest, sizes, asked: request, with: designs, extensions)
    costUnit = unit
    costs = ofSites
  }

  /// By site and size, in units of `costUnit`.
  let costs: [[Int64]]

  // MARK: What may be built

  /// Every kind at every place that allows it, with its option.
  static func sited(
    _ request: ProposalRequest, _ proposer: Proposer
  ) throws(ProposalError) -> ([SitedFacility], [Int]) {
    let candidates = request.candidates
    let taken = Set(proposer.city.facilities.rows.ids)
    var facilities: [SitedFacility] = []
    var options: [Int] = []
    for place in 0..<candidates.count {
      let fitting = request.options.indices.filter {
        candidates.allows(request.options[$0].kind, at: place)
      }
      if candidates.choices[place] == .forced, fitting.count != 1 {
        throw .forcedWithoutKind(place: candidates.places.rows.ids[place])
      }
      for number in fitting {
        let kind = proposer.vocabulary.all[request.options[number].kind]
        var id = candidates.places.rows.ids[place]
        if candidates.extends[place] == nil { id = "new-\(id)" }
        if request.options.count > 1 { id += "-\(kind.id)" }
        while taken.contains(id) { id += "'" }
        facilities.append(
          SitedFacility(
            id: id, name: candidates.places.rows.names[place], place: place, prototype: number))
        options.append(number)
      }
    }
    return (facilities, options)
  }

  /// Designs that comply with what clauses ask of facilities themselves, wherever they are.
  static func designs(
    for goals: [SitingGoal], _ request: ProposalRequest, _ proposer: Proposer
  ) async throws -> Designs {
    let vocabulary = proposer.vocabulary
    let measures = request.options.map { option in
      goals.filter { vocabulary.descendants(of: $0.terms.choice.kinds).contains(option.kind) }
        .map(\.terms.measure)
    }.map(Set.init)
    let options = zip(request.options, measures).map { option, measures in
      option.sizes.isEmpty ? BuildOption.usual(kind: option.kind, counting: measures) : option
    }
    var designs = Designs(
      options, counting: measures, hasPrices: request.candidates.haveCosts)
    let rules = proposer.packs.flatMap(\.appliedRules).filter(\.isAboutDesign)
    try await designs.complete(for: goals.map(\.terms), vocabulary) { prototypes in
      try await Self.judge(prototypes, by: rules, request, proposer)
    }
    return designs
  }

  /// What clauses about facilities find of prototypes, each at the first place.
  private static func judge(
    _ prototypes: Facilities, by rules: [AppliedRule], _ request: ProposalRequest,
    _ proposer: Proposer
  ) async throws -> [RuleFindings] {
    let plan = request.candidates.plan(
      of: (0..<prototypes.count).map {
        SitedFacility(id: "design-\($0)", name: nil, place: 0, prototype: $0)
      }, from: prototypes, name: "designs")
    let alone = CityExtract(of: proposer.city, parcels: [], facilities: [])
    let city = JoinedCity(alone, plan: plan).city
    return try await MeasuredCity(city, vocabulary: proposer.vocabulary, workers: proposer.workers)
      .findings(of: rules)
  }

  /// Costs of all sizes at all sites in whole numbers of one unit.
  private static func costs(
    _ facilities: [SitedFacility], _ sizes: [[Int]], asked request: ProposalRequest,
    with designs: Designs, _ extensions: Extensions
  ) -> ([[Int64]], Amount) {
    let amounts = facilities.enumerated().map { site, facility in
      sizes[site].map { prototype in
        (extensions.cost(of: prototype, at: site, designs)
          + (request.candidates.costs[facility.place] ?? .zero)).micros
      }
    }
    var unit = request.budget?.micros ?? 0
    for cost in amounts.joined() where unit != 1 {
      unit = Int64(ExactRatio.gcd(Int128(unit), Int128(cost)))
    }
    unit = max(1, unit)
    // A search can add up so much: what is still more is counted in whole units of the money.
    let sum = amounts.reduce(0.0) { $0 + Double($1.last ?? 0) } / Double(unit)
    if sum > Double(SizingProblem.largestSum) { unit *= Int64((sum / 1e12).rounded(.up)) * 2 }
    return (amounts.map { $0.map { ($0 + unit - 1) / unit } }, Amount(micros: unit))
  }
}
