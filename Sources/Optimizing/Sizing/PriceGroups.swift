/// Parcels that pay the same and share the servers for whom that is the best price, and those servers.
struct PriceGroups {
  /// By parcel and by port of the layer, its group; -1: none.
  let ofParcels: [Int32]
  let ofPorts: [Int32]
  /// By group.
  private(set) var prices: [Int64] = []
  private(set) var needs: [Int64] = []
  private(set) var free: [Int64] = []
  /// The least loss of a unit that leaves, or enters; `nil`: none can.
  private(set) var up: [Int64?] = []
  private(set) var down: [Int64?] = []

  init(_ model: SizingModel, prices: [Int64], layer: Int) {
    let parcels = model.parcelRange(of: layer)
    let ports = model.portRange(of: layer)
    let best = Self.bestPrices(model, prices, ports)
    let roots = Self.union(model, prices, (parcels, ports), best: best)
    var numbers: [Int32: Int32] = [:]
    var ofParcels = [Int32](repeating: -1, count: parcels.count)
    for (offset, parcel) in parcels.enumerated() {
      // Who pays nothing is in no group: nothing is charged for them.
      guard prices[parcel] > 0, model.needs[parcel] > 0 else { continue }
      let number = numbers[roots[offset]] ?? Int32(numbers.count)
      if numbers[roots[offset]] == nil {
        numbers[roots[offset]] = number
        self.prices.append(prices[parcel])
        needs.append(0)
      }
      needs[Int(number)] += model.needs[parcel]
      ofParcels[offset] = number
    }
    free = Array(repeating: 0, count: needs.count)
    up = Array(repeating: nil, count: needs.count)
    down = Array(repeating: nil, count: needs.count)
    var ofPorts = [Int32](repeating: -1, count: ports.count)
    for (offset, port) in ports.enumerated() where best[offset] > 0 {
      let dearest = model.parcels(inReachOf: port).first { prices[$0] == best[offset] }
      guard let dearest else { continue }
      ofPorts[offset] = ofParcels[dearest - parcels.lowerBound]
      if model.portSites[port] < 0 { free[Int(ofPorts[offset])] += model.portFixed[port] }
    }
    self.ofParcels = ofParcels
    self.ofPorts = ofPorts
    cross(model, prices, (parcels, ports))
  }

  private static func bestPrices(
    _ model: SizingModel, _ prices: [Int64], _ ports: Range<Int>
  ) -> [Int64] {
    ports.map { port in
      model.parcels(inReachOf: port).reduce(0) {
        model.needs[$1] > 0 ? max($0, prices[$1]) : $0
      }
    }
  }

  /// By parcel of the layer the first of those joined with it by servers for whom all of them pay best.
  private static func union(
    _ model: SizingModel, _ prices: [Int64], _ ranges: (parcels: Range<Int>, ports: Range<Int>),
    best: [Int64]
  ) -> [Int32] {
    var parents = (0..<Int32(ranges.parcels.count)).map { $0 }
    func root(_ parcel: Int32) -> Int32 {
      var current = parcel
      while parents[Int(current)] != current {
        parents[Int(current)] = parents[Int(parents[Int(current)])]
        current = parents[Int(current)]
      }
      return current
    }
    for (offset, port) in ranges.ports.enumerated() where best[offset] > 0 {
      var first: Int32?
      for parcel in model.parcels(inReachOf: port)
      where prices[parcel] == best[offset] && model.needs[parcel] > 0 {
        let own = root(Int32(parcel - ranges.parcels.lowerBound))
        if let first { parents[Int(max(first, own))] = min(first, own) }
        first = root(own)
      }
    }
    return (0..<Int32(ranges.parcels.count)).map { root($0) }
  }

  /// Least losses of what crosses between groups.
  private mutating func cross(
    _ model: SizingModel, _ prices: [Int64], _ ranges: (parcels: Range<Int>, ports: Range<Int>)
  ) {
    for (offset, port) in ranges.ports.enumerated() {
      let server = ofPorts[offset]
      for parcel in model.parcels(inReachOf: port) where model.needs[parcel] > 0 {
        let client = ofParcels[parcel - ranges.parcels.lowerBound]
        guard client != server else { continue }
        let price = server < 0 ? 0 : self.prices[Int(server)]
        let loss = price - prices[parcel]
        if client >= 0 { up[Int(client)] = min(up[Int(client)] ?? .max, loss) }
        if server >= 0 { down[Int(server)] = min(down[Int(server)] ?? .max, loss) }
      }
    }
  }

  /// Sites by group, and those in none.
  func sites(_ model: SizingModel, layer: Int) -> (grouped: [[Int32]], alone: [Int32]) {
    var grouped = [[Int32]](repeating: [], count: prices.count)
    var alone: [Int32] = []
    let existing = model.portCount(ofExistingIn: layer)
    for site in 0..<model.siteCount {
      let group = ofPorts[existing + site]
      if group < 0 { alone.append(Int32(site)) } else { grouped[Int(group)].append(Int32(site)) }
    }
    return (grouped, alone)
  }

  /// Groups whose clients are reached by servers of another; a client of -1 pays nothing.
  func crossings(_ model: SizingModel, layer: Int) -> Set<Crossing> {
    let first = model.parcelRange(of: layer).lowerBound
    var crossings: Set<Crossing> = []
    for (offset, port) in model.portRange(of: layer).enumerated() where ofPorts[offset] >= 0 {
      let server = Int(ofPorts[offset])
      for parcel in model.parcels(inReachOf: port) where model.needs[parcel] > 0 {
        let client = Int(ofParcels[parcel - first])
        if client != server { crossings.insert(Crossing(client: client, server: server)) }
      }
    }
    return crossings
  }

  /// Clients of one group and servers of another.
  struct Crossing: Hashable {
    let client: Int
    let server: Int
  }

  /// The least of a group at its price, in half parts; `nil` where it cannot have what it needs.
  func least(_ group: Int, _ table: SizeTable) -> Int128? {
    least(group, table, price: prices[group], up: up[group], down: down[group])
  }

  /// The same at another price, and other losses of what leaves and enters.
  func least(_ group: Int, _ table: SizeTable, price: Int64, up: Int64?, down: Int64?) -> Int128? {
    let (price, need) = (Int128(price), Int128(needs[group]))
    let (up, down) = (up.map { Int128($0) }, down.map { Int128($0) })
    var least: Int128?
    for units in table.costs.indices where table.costs[units] != .max {
      let places = Int128(free[group]) + Int128(units) * Int128(table.unit)
      var value = 2 * Int128(table.costs[units])
      if places < need {
        guard let up else { continue }
        value += up * (need - places) - 2 * price * places
      } else if let down {
        // A unit that enters pays less than the group's price: selling it still gains something.
        value += down * (places - need) - 2 * price * places
      } else {
        value -= 2 * price * need
      }
      least = min(least ?? value, value)
    }
    return least
  }
}

extension SizingModel {
  /// The parcels that a port reaches.
  @inline(__always)
  func parcels(
    inReachOf port: Int
  ) -> LazyMapSequence<ArraySlice<Int32>, Int> {
    portEdges[Int(portStarts[port])..<Int(portStarts[port + 1])].lazy
      .map { [edgeParcels] in Int(edgeParcels[Int($0)]) }
  }
}
