extension SizingCertificate {
  /// Why a certificate does not hold.
  public enum Fault: Sendable, Hashable {
    /// A column has another length than the problem asks for.
    case shape
    /// A site has a size that it has not, or less than it must have.
    case size(site: Int)
    /// Too many sites of an exclusion are open.
    case exclusion(Int)
    /// A row of a layer's flow is not in reach, not more than 0, or not in order.
    case flow(layer: Int, row: Int)
    /// A client gets less, or more, than it needs.
    case need(layer: Int, client: Int)
    /// A server gives more than it has.
    case capacity(layer: Int, server: Int)
    /// The sizes cost something else.
    case value
    /// A price is negative, or too large to be multiplied.
    case prices
    /// The prices prove less.
    case bound
  }

  /// All that is wrong with both sides; nothing, where the value is that of an answer and no answer costs less than
  /// the bound.
  public func check(_ problem: SizingProblem) -> [Fault] {
    let layers = problem.layers
    guard sizes.count == problem.sites.count, flows.count == layers.count, scale > 0,
      flows.allSatisfy({
        $0.clients.count == $0.servers.count && $0.clients.count == $0.amounts.count
      }), prices.count == layers.count,
      zip(prices, layers).allSatisfy({ $0.count == $1.needs.count }),
      knapsackLayer.map({ layers.indices.contains($0) && !layers[$0].isCover }) ?? true
    else { return [.shape] }
    let sizeFaults = checkSizes(problem)
    guard sizeFaults.isEmpty else { return sizeFaults }
    return layers.indices.flatMap { checkFlow(problem, $0) } + checkBound(problem)
  }

  private func checkSizes(_ problem: SizingProblem) -> [Fault] {
    var faults: [Fault] = []
    var cost: Int64 = 0
    for (site, size) in sizes.enumerated() {
      let given = problem.sites[site]
      if size < Int32(given.forced ?? -1) || Int(size) >= given.sizes.count || size < -1 {
        faults.append(.size(site: site))
      } else if size >= 0 {
        cost += given.sizes[Int(size)].cost
      }
    }
    for (index, exclusion) in problem.exclusions.enumerated()
    where Set(exclusion.sites).filter({ sizes[Int($0)] >= 0 }).count > exclusion.atMost {
      faults.append(.exclusion(index))
    }
    return faults.isEmpty && cost != value ? [.value] : faults
  }

  private func checkFlow(_ problem: SizingProblem, _ layer: Int) -> [Fault] {
    let (given, flow) = (problem.layers[layer], flows[layer])
    var faults: [Fault] = []
    var got = [Int64](repeating: 0, count: given.needs.count)
    var loads = [Int64](repeating: 0, count: given.reach.siteCount)
    for row in flow.clients.indices {
      let (client, server) = (Int(flow.clients[row]), flow.servers[row])
      guard given.needs.indices.contains(client), given.reach[client].contains(server),
        flow.amounts[row] > 0, flow.amounts[row] <= SizingProblem.largestSum
      else { return faults + [.flow(layer: layer, row: row)] }
      got[client] += flow.amounts[row]
      loads[Int(server)] += flow.amounts[row]
    }
    for (client, need) in given.needs.enumerated()
    where got[client] != (given.isCover ? min(need, 1) : need) {
      faults.append(.need(layer: layer, client: client))
    }
    for (server, load) in loads.enumerated() {
      let site = server - given.existing.count
      let most =
        site < 0
        ? given.existing[server]
        : sizes[site] < 0 ? 0 : problem.sites[site].sizes[Int(sizes[site])].capacities[layer]
      if given.isCover ? load > 0 && most == 0 : load > most {
        faults.append(.capacity(layer: layer, server: server))
      }
    }
    return faults
  }

  private func checkBound(_ problem: SizingProblem) -> [Fault] {
    guard prices.joined().allSatisfy({ $0 >= 0 && $0 <= 1 << 60 }), scale <= 1 << 40
    else { return [.prices] }
    let check = BoundCheck(problem, self)
    guard let twice = knapsackLayer.map({ check.knapsack($0) }) ?? 2 * check.plain else {
      return [.bound]
    }
    let unit = problem.sites.flatMap { $0.sizes.map(\.cost) }
      .reduce(0) { SizingModel.commonDivisor($0, $1) }
    let step = 2 * Int128(scale) * Int128(max(1, unit))
    let proven = twice > 0 ? (twice + step - 1) / step * Int128(max(1, unit)) : 0
    return Int128(bound) <= proven && bound <= value ? [] : [.bound]
  }
}
