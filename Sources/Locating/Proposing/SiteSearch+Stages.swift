internal import Optimizing
internal import Planning
internal import Quantities

extension SiteSearch {
  /// What of the proposal is built in which year: in each as long as there is money what serves most need for its cost,
  /// with what was built before. What is left of a year is there in the next.
  ///
  /// Greedy, over the sites of the whole proposal: nothing is proven of the order.
  func stages(_ found: Found, _ sites: [Proposal.Site]) -> [Proposal.Stage] {
    var needs = found.layers.map { ServedNeed($0.problem) }
    var open = Set(found.built.indices)
    var money = Amount.zero
    return request.stages.map { stage in
      money += stage.budget
      var order: [Int] = []
      while let next = best(of: open, within: money, with: needs, found, sites) {
        build(next, in: &needs, found)
        open.remove(next)
        money = money - sites[next].cost
        order.append(next)
      }
      return Proposal.Stage(
        stage: stage, sites: order, cost: order.reduce(.zero) { $0 + sites[$1].cost },
        left: money, met: mean(needs))
    }
  }

  private func mean(_ needs: [ServedNeed]) -> Double {
    needs.reduce(0) { $0 + $1.share } / Double(max(1, needs.count))
  }

  /// The site that serves most for its cost among those that there is money for; of equals the cheaper, then the first.
  private func best(
    of open: Set<Int>, within money: Amount, with needs: [ServedNeed], _ found: Found,
    _ sites: [Proposal.Site]
  ) -> Int? {
    let now = mean(needs)
    return open.sorted().filter { sites[$0].cost <= money }.map { site in
      var tried = needs
      build(site, in: &tried, found)
      let cost = max(1e-9, sites[site].cost.double)
      return (site: site, worth: (mean(tried) - now) / cost, cost: cost)
    }.min { ($1.worth, $0.cost, $0.site) < ($0.worth, $1.cost, $1.site) }?.site
  }

  private func build(_ number: Int, in needs: inout [ServedNeed], _ found: Found) {
    let built = found.built[number]
    for (place, layer) in found.layers.enumerated() {
      needs[place].open(
        layer.standing.count + built.site,
        model.capacity(of: built.facility.prototype, at: built.site, in: layer))
    }
  }
}
