internal import Compliance
internal import Geodesy
internal import Optimizing
internal import Planning
internal import Quantities
internal import Rules

extension SiteSearch {
  /// What a search found.
  struct Found {
    /// What is built.
    var built: [Built] = []
    /// By layer.
    var flows: [SizingFlow]
    /// Of the parts together.
    var proof = Proof(value: 0, bound: 0, stop: .exhausted)
    /// Who vouches for the bound, and what of it additions can check.
    var boundSource = BoundSource.certificate
    var certifiedBound: Int64 = 0
    /// Clients that no site can serve, by layer: rows of parcels or units.
    var beyond: [Set<Int32>]
    /// The layers as they were solved.
    var layers: [SitingModel.Layer]
    /// The problems as they were solved, with what proves the answers; none where the budget did not suffice.
    var proven: [(problem: SizingProblem, certificate: SizingCertificate)] = []
    /// What the budget could do, if it did not suffice.
    var compromise: SizingCompromise?
    /// What less money could do.
    var tradeOff: [(budget: Int64, outcome: SizingOutcome)] = []
  }

  /// One site that is built.
  struct Built {
    let site: Int
    let facility: SitedFacility
    let size: Int
  }

  /// Solves the covering problem, part by part.
  func solve() async throws -> Found {
    var found = Found(
      flows: model.layers.map { _ in SizingFlow() }, beyond: model.layers.map { _ in [] },
      layers: model.layers)
    let (parts, exclusions) = (parts, rivals.all.map(\.problem))
    var limits = request.limits
    limits.seconds = limits.seconds.map { $0 / Double(parts.count) }
    for part in parts { try await solve(part, exclusions, within: limits, into: &found) }
    found.built.sort { $0.site < $1.site }
    return found
  }

  /// Layers and options that hang together. What shares no kind of facility is a problem of its own, unless money or
  /// land is short for both.
  private struct Part {
    var layers: [Int]
    var options: Set<Int>
  }

  private var parts: [Part] {
    let all = Part(layers: Array(model.layers.indices), options: Set(request.options.indices))
    let isCoupled =
      request.budget != nil || request.wantsTradeOff
      || (request.options.count > 1 && request.candidates.arePlots)
    guard !isCoupled else { return [all] }
    var parts: [Part] = []
    for (number, layer) in model.layers.enumerated() {
      let first = Int32(layer.standing.count)
      var part = Part(
        layers: [number],
        options: Set(
          layer.problem.reach.sites.lazy.filter { $0 >= first }.map {
            self.model.sites.option[Int($0 - first)]
          }))
      for other in parts where !other.options.isDisjoint(with: part.options) {
        part.layers += other.layers
        part.options.formUnion(other.options)
      }
      parts.removeAll { !$0.options.isDisjoint(with: part.options) }
      part.layers.sort()
      parts.append(part)
    }
    // What must be built and serves nobody is built all the same.
    let left = all.options.subtracting(parts.flatMap(\.options))
    if !parts.isEmpty { parts[0].options.formUnion(left) }
    return parts.sorted { $0.layers[0] < $1.layers[0] }
  }

  /// Solves a part. Needs that no sites could serve, however large, are left out and named, together with all servers
  /// that they reach: those are theirs.
  private func solve(
    _ part: Part, _ exclusions: [SizingProblem.Exclusion], within limits: SearchLimits,
    into found: inout Found
  ) async throws {
    let budget = request.budget.map { $0.micros / costUnit.micros }
    let sites = sites(of: part)
    while true {
      let problem = SizingProblem(
        layers: part.layers.map { found.layers[$0].problem }, sites: sites,
        exclusions: exclusions, budget: budget)
      switch await problem.leastCost(within: limits, workers: proposer.workers) {
      case .served(let answer):
        found.take(built(answer.sizes), answer.flows, of: part.layers)
        found.add(answer)
        found.proven.append((problem, answer.certificate))
        found.tradeOff = await tradeOff(problem, below: answer.cost)
        return
      case .short(let compromise):
        found.take(built(compromise.sizes), compromise.flows, of: part.layers)
        found.proof = compromise.shortfall
        found.compromise = compromise
        found.tradeOff = await tradeOff(problem, below: budget ?? compromise.cost)
        return
      case .impossible(let shortages):
        for shortage in shortages {
          let layer = part.layers[shortage.layer]
          found.beyond[layer].formUnion(
            shortage.clients.map { found.layers[layer].clients[Int($0)] })
          found.layers[layer].leaveOut(shortage)
        }
      case .overspent(let forced):
        throw ProposalError.overspent(forced: Amount(micros: forced * costUnit.micros))
      case .excluded: throw ProposalError.excluded(isProven: true)
      case .unknown: throw ProposalError.excluded(isProven: false)
      }
    }
  }

  /// What there is, and what a quarter, a half and three quarters of the money could do.
  private func tradeOff(
    _ problem: SizingProblem, below cost: Int64
  ) async -> [(budget: Int64, outcome: SizingOutcome)] {
    guard request.wantsTradeOff else { return [] }
    let budgets = Set([0, cost / 4, cost / 2, cost * 3 / 4]).filter { $0 < cost }.sorted()
    let outcomes = await problem.tradeOff(
      budgets: budgets, within: request.limits, workers: proposer.workers)
    return zip(budgets, outcomes).map { ($0, $1) }
  }

  /// All sites, so that they keep their numbers; nothing can be built at those that are not of the part.
  private func sites(of part: Part) -> [SizingProblem.Site] {
    let layers = part.layers.map { model.layers[$0] }
    return model.sites.facilities.indices.map { site in
      guard part.options.contains(model.sites.option[site]) else {
        return SizingProblem.Site(sizes: [])
      }
      let facility = model.sites.facilities[site]
      let isForced = request.candidates.choices[facility.place] == .forced
      return SizingProblem.Site(
        sizes: sizes[site].enumerated().map { place, prototype in
          .init(
            cost: costs[site][place],
            capacities: layers.map { model.capacity(of: prototype, at: site, in: $0) })
        }, forced: isForced ? 0 : nil)
    }
  }

  func built(_ chosen: [Int?]) -> [Built] {
    chosen.enumerated().compactMap { site, size in
      guard let size else { return nil }
      let facility = model.sites.facilities[site]
      return Built(
        site: site,
        facility: SitedFacility(
          id: facility.id, name: facility.name, place: facility.place,
          prototype: sizes[site][size]), size: size)
    }
  }

  // MARK: What it comes to

  /// What less money could do.
  func compromises(_ found: Found) -> [Proposal.Compromise] {
    var all = found.tradeOff.compactMap { budget, outcome -> Proposal.Compromise? in
      guard case .short(let compromise) = outcome else { return nil }
      return self.compromise(compromise, budget: budget, found)
    }
    if let own = found.compromise, let budget = request.budget {
      all.append(compromise(own, budget: budget.micros / costUnit.micros, found))
    }
    return all
  }

  private func compromise(
    _ own: SizingCompromise, budget: Int64, _ found: Found
  ) -> Proposal.Compromise {
    func amount(_ units: Int64) -> Amount { Amount(micros: units * costUnit.micros) }
    let parts = Double(SizingCompromise.parts)
    let met = zip(found.layers, own.flows).map { $0.met(by: $1) }
    return Proposal.Compromise(
      budget: amount(budget), cost: amount(own.cost), sites: own.sizes.count { $0 != nil },
      share: (Double(own.share.value) / parts, Double(own.share.bound) / parts),
      met: met.reduce(0, +) / Double(max(1, met.count)), leastCost: amount(own.leastCost),
      facilities: built(own.sizes).map(\.facility))
  }

  /// What came of each clause.
  func outcomes(_ after: ComplianceResult, beyond: [Set<Int32>]) -> [Proposal.Outcome] {
    SitingGoal.outcomes(goals, after) { goal in
      model.layers.firstIndex { $0.rules.contains(goal.rule.key) }.map { beyond[$0] } ?? []
    }
  }
}

extension SiteSearch {
  /// What is built, with whom it serves.
  func proposed(_ found: Found) -> [Proposal.Site] {
    var services = found.built.map { _ in [Proposal.Service]() }
    for (layer, flow) in zip(found.layers, found.flows) {
      // By server, its places in the flow: one look at a flow, however much is built.
      let places = Dictionary(grouping: flow.servers.indices) { flow.servers[$0] }
      for (row, built) in found.built.enumerated() {
        guard let own = places[Int32(layer.standing.count + built.site)] else { continue }
        services[row].append(service(of: built, own, flow, in: layer))
      }
    }
    return zip(found.built, services).map { built, services in
      Proposal.Site(
        facility: built.facility,
        cost: Amount(micros: costs[built.site][built.size] * costUnit.micros), services: services,
        isForced: request.candidates.choices[built.facility.place] == .forced,
        enlarged: model.extensions.facility[built.site].map { row in
          Proposal.Extension(
            facility: row,
            amounts: model.extensions.growth(
              to: built.facility.prototype, at: built.site, model.designs))
        })
    }
  }

  /// - Parameter own: The places of a site in the flow.
  private func service(
    of built: Built, _ own: [Int], _ flow: SizingFlow, in layer: SitingModel.Layer
  ) -> Proposal.Service {
    func amount(_ units: Int64) -> Amount {
      Amount(
        micros: Int64(clamping: Int128(units) * Int128(Amount.scale) / max(1, layer.unit)))
    }
    let taken = own.reduce(Int64(0)) { $0 + flow.amounts[$1] }
    return Proposal.Service(
      rules: layer.rules, subjects: own.map { layer.clients[Int(flow.clients[$0])] },
      isOfParcels: layer.isOfParcels,
      load: layer.problem.isCover
        ? nil
        : (
          amount(taken),
          amount(model.capacity(of: built.facility.prototype, at: built.site, in: layer))
        ))
  }
}

extension SiteSearch.Found {
  /// What a part builds, and whom that serves.
  fileprivate mutating func take(
    _ built: [SiteSearch.Built], _ flows: [SizingFlow], of part: [Int]
  ) {
    self.built += built
    for (layer, flow) in zip(part, flows) { self.flows[layer] = flow }
  }

  /// Parts cost together what they cost, and no less than their bounds.
  fileprivate mutating func add(_ answer: SizingAnswer) {
    let own = answer.proof
    certifiedBound += answer.certificate.bound
    if case .solver = answer.boundSource { boundSource = answer.boundSource }
    let stop = proof.stop == .exhausted || proof.stop == .proven ? own.stop : proof.stop
    proof = Proof(value: proof.value + own.value, bound: proof.bound + own.bound, stop: stop)
  }
}

extension SitingModel.Layer {
  /// The part of all need that a flow meets.
  fileprivate func met(by flow: SizingFlow) -> Double {
    let needs = problem.needs.reduce(0) { $0 + (problem.isCover ? min(1, $1) : $1) }
    return needs > 0 ? Double(flow.amounts.reduce(0, +)) / Double(needs) : 1
  }

  /// Without clients that cannot be served, and without what they reach.
  mutating func leaveOut(_ shortage: SizingShortage) {
    let (clients, servers) = (Set(shortage.clients), Set(shortage.servers))
    let reach = problem.reach
    problem = SizingProblem.Layer(
      needs: problem.needs.enumerated().map { clients.contains(Int32($0)) ? 0 : $1 },
      reach: ReachLists(
        (0..<reach.clientCount).map { client in
          problem.isCover ? Array(reach[client]) : reach[client].filter { !servers.contains($0) }
        }, siteCount: reach.siteCount),
      existing: problem.existing, isCover: problem.isCover)
  }
}
