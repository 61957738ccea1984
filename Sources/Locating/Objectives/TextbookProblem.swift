internal import Optimizing

/// Who wants what, from where, and what is settled about sites: facilities that stand come first, then the sites.
struct TextbookProblem: Sendable {
  /// Metres from a site to a client.
  struct Way: Sendable {
    let site: Int32
    let metres: Double
  }

  /// By client, above 0.
  let weights: [Int64]
  /// By client the sites that have it within the limit, ascending.
  let ways: [[Way]]
  let siteCount: Int
  let rules: SiteRules
  /// What a way counts where there is none, tenths of a metre.
  let unreached: Int64

  /// What a search found.
  struct Found: Sendable {
    let sites: [Int32]
    let proof: Proof
    let source: BoundSource
  }

  /// The textbook's distance in whole numbers: tenths of a metre, rounded up.
  static func tenths(_ metres: Double) -> Int64 { Int64((metres * 10 - 1e-6).rounded(.up)) }

  private var reach: ReachLists {
    ReachLists(ways.map { $0.map(\.site) }, siteCount: siteCount)
  }

  private var distances: [Int64] {
    var all = [Int64](repeating: unreached, count: weights.count * siteCount)
    for (client, own) in ways.enumerated() {
      for way in own { all[client * siteCount + Int(way.site)] = Self.tenths(way.metres) }
    }
    return all
  }

  /// The best sites for a model.
  ///
  /// - Parameter count: p; of no matter to set covering.
  func solve(
    _ model: TextbookObjective.Model, count: Int, within limits: SearchLimits
  ) throws(LocationError) -> Found {
    // A solver is another program: with steps alone the answer is the same on every machine.
    let solver = limits.seconds == nil ? nil : SolverRegistry.best
    switch model {
    case .setCovering:
      return Found(
        try SetCovering(reach: reach, rules: rules).solve(limits: limits, solver: solver))
    case .maximalCovering:
      return Found(
        try MaximalCovering(reach: reach, weights: weights, count: count, rules: rules)
          .solve(limits: limits, solver: solver))
    case .median:
      var costs = distances
      for place in costs.indices { costs[place] *= weights[place / siteCount] }
      return Found(
        try PMedian(costs: costs, siteCount: siteCount, count: count, rules: rules)
          .solve(limits: limits, solver: solver))
    case .center:
      let answer = try PCenter(
        distances: distances, siteCount: siteCount, count: count, rules: rules
      ).solve(limits: limits, solver: solver)
      return Found(sites: answer.sites, proof: answer.proof, source: answer.boundSource)
    }
  }

  /// By client the open site that is nearest, the first of equals; `nil`: none has it within the limit.
  func nearest(_ sites: [Int32]) -> [Int32?] {
    let isOpen = Set(sites + rules.existing)
    return ways.map { own in
      own.filter { isOpen.contains($0.site) }.min { ($0.metres, $0.site) < ($1.metres, $1.site) }?
        .site
    }
  }
}

extension TextbookProblem.Found {
  fileprivate init(_ answer: LocationAnswer) {
    self.init(sites: answer.sites, proof: answer.proof, source: answer.boundSource)
  }
}
