import Foundation

/// Local search over sizes: closes some neighbouring sites, serves those who lost their place anew, and keeps the result
/// where it is cheaper, or by lot a little dearer.
///
/// Sources: Schrimpf, Schneider, Stamm-Wilbrandt & Dueck, *Record breaking optimization results using the ruin and recreate
/// principle*, 2000; Kirkpatrick, Gelatt & Vecchi, *Optimization by simulated annealing*, 1983.
///
/// `@unchecked Sendable`: rounds of a search hand it from task to task, one at a time; nothing of it is shared.
final class RuinRecreate: @unchecked Sendable {
  let model: SizingModel
  let state: FlowState
  var random: Lots
  /// By port, the highest price in reach, in units of cost.
  let worth: [Double]
  /// What an average large site costs: the measure of temperature.
  let typicalCost: Double
  let rules: Rules

  private(set) var best: [Int32]
  private(set) var bestCost: Int64
  private(set) var bestShortfall: Int64
  private(set) var moves = 0

  // Memory that is used again.
  var closed: [Int32] = []
  var touched: [Int32] = []
  var gains: [Int64]
  var pool: [(score: Double, site: Int32)] = []
  /// Sites that an exclusion concerns.
  let excluded: [Int32]

  /// How far a search looks; measured on cities of 600 to 5,000 sites, where halves and doubles do no better.
  struct Rules: Sendable {
    /// Ports that a search for those who want something visits, and parcels that one for spare room does.
    var pullReach = 30
    var pushReach = 100
    /// Sites whose gain is measured before one is built, and the most that a move closes.
    var candidates = 5
    var largestRuin = 6
    /// How often sites farther off are looked at, and how many parcels that search visits.
    var wide = 0.3
    var wideReach = 40
    /// How many temperatures the choice of candidates may be off.
    var luck = 2.0
    /// Temperatures of the first and the last move, in parts of what an average large site costs.
    var hot = 0.014
    var cold = 0.0017
  }

  /// A search that starts from a state, whose owner it becomes.
  init(_ state: FlowState, prices: [Int64], seed: UInt64, rules: Rules = Rules()) {
    model = state.model
    self.state = state
    self.rules = rules
    random = Lots(seed: seed)
    worth = Self.worth(state.model, prices)
    let dearest = (0..<model.siteCount).map { [model] in
      model.cost(of: $0, size: model.largest(of: $0))
    }.sorted()
    typicalCost = dearest.isEmpty ? 1 : max(1, Double(dearest[dearest.count / 2]))
    gains = Array(repeating: 0, count: model.layerCount)
    excluded = (0..<Int32(model.siteCount)).filter { [model] in
      !model.exclusionsOfSite[Int($0)].isEmpty
    }
    best = state.size.array
    bestCost = state.cost
    bestShortfall = state.shortfall
    state.isJournaling = true
  }

  private static func worth(_ model: SizingModel, _ prices: [Int64]) -> [Double] {
    (0..<model.portCount).map { port in
      let edges = model.portEdges[Int(model.portStarts[port])..<Int(model.portStarts[port + 1])]
      let dearest = edges.map { prices[Int(model.edgeParcels[Int($0)])] }.max() ?? 0
      return Double(dearest) / Double(PriceBound.scale)
    }
  }

  /// Whether everybody is served in the best so far.
  var isServing: Bool { bestShortfall == 0 }

  /// One move at a point of the search from 0, hot, to 1, cold.
  func move(progress: Double) {
    moves += 1
    let share = rules.hot * pow(rules.cold / rules.hot, progress)
    let temperature = share * typicalCost
    state.commit()
    let before = (shortfall: state.shortfall, cost: state.cost)
    ruin()
    recreate(temperature, most: Double(before.cost) + typicalCost)
    shrink()
    if isAccepted(before, temperature) {
      remember()
    } else {
      state.rollBack()
    }
  }

  private func isAccepted(_ before: (shortfall: Int64, cost: Int64), _ temperature: Double) -> Bool
  {
    guard state.shortfall == before.shortfall else { return state.shortfall < before.shortfall }
    guard state.cost > before.cost else { return true }
    let rise = Double(state.cost - before.cost)
    return random.share() < exp(-rise / temperature)
  }

  func remember() {
    guard (state.shortfall, state.cost) < (bestShortfall, bestCost) else { return }
    best = state.size.array
    (bestShortfall, bestCost) = (state.shortfall, state.cost)
  }

  /// Everybody's first try: builds for those who want something, whatever it costs.
  func build() {
    state.commit()
    touched.removeAll(keepingCapacity: true)
    closed.removeAll(keepingCapacity: true)
    recreate(0, most: .infinity)
    shrink()
    remember()
  }

  /// Takes sizes over from elsewhere, and finds a flow for them.
  func adopt(_ sizes: [Int32]) {
    state.commit()
    for site in sizes.indices { state.resize(site, to: sizes[site]) }
    for parcel in state.hungry.members.sorted() { state.pushAll(Int(parcel)) }
    remember()
    state.commit()
  }
}
