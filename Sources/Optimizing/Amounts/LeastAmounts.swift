/// The least whole amounts that open servers must have so that every need is served.
///
/// Needs go to what exists first, then to what servers may have at no cost, and only what is left asks for amounts:
/// together they are no more than a largest flow leaves open, but for what whole amounts round up. Then each is taken
/// down as far as others have room for what it gives, so that one unit less of any would not do. (What servers give
/// to one layer they give to the others as well: each layer asks for its own part of the same amount.)
public struct LeastAmounts: Sendable {
  /// All of one thing.
  public let layers: [AmountLayer]
  /// By server, what it may have at no cost; whole amounts.
  public let quotas: [Int64]
  /// Whether a server is open.
  public let isOpen: [Bool]

  /// Edges that are looked at to take amounts down, at most: beyond, a server more may have a unit too many.
  static let work = 400_000_000

  /// A problem of layers that share one amount.
  ///
  /// - Precondition: layers have as many servers as there are quotas.
  public init(layers: [AmountLayer], isOpen: [Bool], quotas: [Int64]? = nil) {
    self.layers = layers
    self.isOpen = isOpen
    self.quotas = quotas ?? isOpen.map { _ in 0 }
    precondition(
      layers.allSatisfy { $0.serverCount == isOpen.count } && self.quotas.count == isOpen.count,
      "as many servers everywhere")
  }

  /// By server what it must have; 0 for what is not open. What no open server reaches stays unserved.
  public func solve() -> [Int64] {
    var flows = layers.map { layer in
      AmountFlow(
        layer,
        capacities: isOpen.indices.map { isOpen[$0] ? Self.product(quotas[$0], layer.unit) : 0 })
    }
    for index in flows.indices { serve(&flows[index]) }
    var amounts = isOpen.indices.map { server in
      flows.reduce(Int64(0)) {
        max($0, ($1.load(ofServer: server) + $1.layer.unit - 1) / $1.layer.unit)
      }
    }
    for index in flows.indices {
      for server in amounts.indices {
        flows[index].set(amounts[server] * layers[index].unit, ofServer: server)
      }
    }
    takeDown(&amounts, &flows)
    return amounts
  }

  private static func product(_ amount: Int64, _ unit: Int64) -> Int64 {
    let (product, isTooLarge) = amount.multipliedReportingOverflow(by: unit)
    return isTooLarge ? AmountLayer.largestSum : min(product, AmountLayer.largestSum)
  }

  /// What exists first, then quotas, then whoever is open and gives most already.
  private func serve(_ flow: inout AmountFlow) {
    flow.serve()
    let layer = flow.layer
    let left = flow.unserved.indices.filter { flow.unserved[$0] > 0 }
    let open = left.map { client in layer.servers(of: client).filter { isOpen[Int($0)] } }
    for server in isOpen.indices where isOpen[server] {
      flow.set(AmountLayer.largestSum * 2, ofServer: server)
    }
    // Who has least choice first, so that those who have more can join them.
    for place in left.indices.sorted(by: { (open[$0].count, $0) < (open[$1].count, $1) }) {
      let best = open[place].max {
        (flow.load(ofServer: Int($0)), $1) < (flow.load(ofServer: Int($1)), $0)
      }
      if let best { flow.give(left[place], to: best) }
    }
    // Whom none reaches may be served where others make room.
    flow.serve()
  }

  private func takeDown(_ amounts: inout [Int64], _ flows: inout [AmountFlow]) {
    for server in amounts.indices where amounts[server] > quotas[server] {
      while amounts[server] > quotas[server], flows.reduce(0, { $0 + $1.work }) < Self.work {
        var isLower = true
        for index in flows.indices {
          let most = (amounts[server] - 1) * layers[index].unit
          let excess = flows[index].load(ofServer: server) - most
          if excess > 0, flows[index].drain(server: server, upTo: excess) < excess {
            isLower = false
          }
        }
        guard isLower else { break }
        amounts[server] -= 1
        for index in flows.indices {
          flows[index].set(amounts[server] * layers[index].unit, ofServer: server)
        }
      }
    }
  }
}
