import Optimizing
import TestSupport
import Testing

@Suite("Relaxation, prices and certificates")
struct RelaxationTests {
  @Test("the relaxation is the best of all prices that are slopes", arguments: UInt64(0)..<150)
  func duality(seed: UInt64) async {
    let problem = TinyProblem.random(seed: seed, layers: 1, plain: true)
    guard case .served(let answer) = await problem.leastCost(within: SearchLimits(iterations: 20)),
      let relaxation = answer.relaxation
    else { return }
    let slopes = Set(problem.sites.flatMap { self.slopes($0) } + [0]).sorted()
    let layer = problem.layers[0]
    guard slopes.count < 8 else { return }
    var best = 0.0
    var choice = [Int](repeating: 0, count: layer.needs.count)
    repeat {
      best = max(best, dual(problem, choice.map { slopes[$0] }))
    } while advance(&choice, slopes.count)
    #expect(abs(best - relaxation) < 1e-9 * max(1, best))
  }

  /// All slopes between two points of a site, among them those of its envelope.
  private func slopes(_ site: SizingProblem.Site) -> [Double] {
    let points = [(0, 0)] + site.sizes.map { (Double($0.capacities[0]), Double($0.cost)) }
    return points.flatMap { one in
      points.filter { $0.0 > one.0 }.map { ($0.1 - one.1) / ($0.0 - one.0) }
    }
  }

  private func dual(_ problem: SizingProblem, _ prices: [Double]) -> Double {
    let layer = problem.layers[0]
    let best = layer.reach.inverted
    func price(_ server: Int) -> Double {
      best[server].filter { layer.needs[Int($0)] > 0 }.map { prices[Int($0)] }.max() ?? 0
    }
    let paid = zip(layer.needs, prices).reduce(0) { $0 + Double($1.0) * $1.1 }
    let existing = layer.existing.indices.reduce(0) {
      $0 + Double(layer.existing[$1]) * price($1)
    }
    return problem.sites.enumerated().reduce(paid - existing) { sum, site in
      let worth = price(layer.existing.count + site.offset)
      let gains = site.element.sizes.map { worth * Double($0.capacities[0]) - Double($0.cost) }
      return sum - max(0, gains.max() ?? 0)
    }
  }

  private func advance(_ digits: inout [Int], _ base: Int) -> Bool {
    for place in digits.indices {
      digits[place] += 1
      if digits[place] < base { return true }
      digits[place] = 0
    }
    return false
  }

  @Test("the order of clients and sites does not change it", arguments: UInt64(0)..<20)
  func order(seed: UInt64) async {
    let problem = MiddlingProblem.random(seed: seed, layers: 1)
    var dice = Dice(random: SplitMix64(seed: seed))
    let clients = problem.layers[0].needs.indices.shuffled(using: &dice.random)
    let sites = problem.sites.indices.shuffled(using: &dice.random)
    let places = Dictionary(uniqueKeysWithValues: sites.enumerated().map { ($1, Int32($0)) })
    let layer = problem.layers[0]
    let reach = clients.map { client in
      layer.reach[client].compactMap { places[Int($0)] }.sorted()
    }
    let other = SizingProblem(
      layers: [
        .init(
          needs: clients.map { layer.needs[$0] },
          reach: ReachLists(reach, siteCount: sites.count))
      ], sites: sites.map { problem.sites[$0] })
    let limits = SearchLimits(iterations: 1)
    let outcomes = [await problem.leastCost(within: limits), await other.leastCost(within: limits)]
    let answers = outcomes.compactMap { if case .served(let answer) = $0 { answer } else { nil } }
    guard let one = answers.first, let two = answers.last else { return }
    #expect(answers.count == 2)
    #expect(abs((one.relaxation ?? 0) - (two.relaxation ?? -1)) < 1e-6)
  }

  @Test("a certificate that was tampered with is refused", arguments: UInt64(0)..<60)
  func tampered(seed: UInt64) async {
    let problem = TinyProblem.random(seed: seed)
    guard case .served(let answer) = await problem.leastCost(within: SearchLimits(iterations: 60)),
      answer.cost > 0
    else { return }
    let good = answer.certificate
    #expect(good.check(problem).isEmpty)
    var value = good
    value.value -= 1
    #expect(value.check(problem) == [.value])
    var bound = good
    bound.bound = good.value + 1
    #expect(bound.check(problem).contains(.bound))
    var negative = good
    if let layer = negative.prices.firstIndex(where: { !$0.isEmpty }) {
      negative.prices[layer][0] = -1
      #expect(negative.check(problem).contains(.prices))
    }
    var closed = good
    closed.sizes = closed.sizes.map { _ in -1 }
    #expect(!closed.check(problem).isEmpty)
    for layer in good.flows.indices where !good.flows[layer].clients.isEmpty {
      var flowless = good
      flowless.flows[layer] = SizingFlow()
      #expect(!flowless.check(problem).isEmpty)
    }
    var short = good
    short.prices.removeLast()
    #expect(short.check(problem) == [.shape])
  }

  @Test("no prices pass the optimum", arguments: UInt64(0)..<80)
  func anyPrices(seed: UInt64) async {
    let problem = TinyProblem.random(seed: seed)
    guard let optimum = TinyProblem.optimum(problem),
      case .served(let answer) = await problem.leastCost(within: SearchLimits(iterations: 60))
    else { return }
    var dice = Dice(random: SplitMix64(seed: seed))
    for _ in 0..<30 {
      var claim = answer.certificate
      claim.scale = 4
      claim.prices = problem.layers.map { $0.needs.map { _ in Int64(dice.whole(0...12)) } }
      let layers = problem.layers.indices.filter { !problem.layers[$0].isCover }
      claim.knapsackLayer = dice.chance(70) ? layers.randomElement(using: &dice.random) : nil
      // The least claim above the optimum must be refused, whatever the prices.
      claim.bound = optimum + 1
      claim.value = answer.cost
      #expect(claim.check(problem).contains(.bound))
    }
  }

  @Test("an answer with a wasteful site costs so much more", arguments: UInt64(0)..<60)
  func margins(seed: UInt64) async {
    let problem = TinyProblem.random(seed: seed, plain: true)
    guard case .served(let answer) = await problem.leastCost(within: SearchLimits(iterations: 60)),
      answer.certificate.knapsackLayer == nil
    else { return }
    let margins = SizingMargins(problem, at: answer.certificate)
    for site in problem.sites.indices {
      guard let margin = margins.whyNot(site), margin.waste > 0 else { continue }
      let forced = TinyProblem.choices(problem)
        .filter { $0[site] >= 0 && TinyProblem.serves(problem, $0) }
        .map { TinyProblem.cost(problem, $0) }.min()
      if let forced { #expect(Double(forced) + 1e-6 >= margin.waste) }
    }
  }
}
