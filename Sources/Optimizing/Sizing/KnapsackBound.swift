/// A bound that knows sizes are whole: sites are bought for groups of parcels that pay the same price.
///
/// Parcels of one price that share dearest servers form a *group* with the sites whose highest price in reach theirs is.
/// The sites of a group must give what its parcels need; buying whole sizes for so much is a multiple-choice knapsack. A
/// unit of need served outside of its group passes from its price to that of a dearer server, and loses the difference:
/// half of it is charged to the group that it leaves, and half to the one that it enters, so that the groups can be
/// judged one by one.
///
/// With prices p, groups G of price p_G, need N_G, and free places F_G of existing servers, an answer costs at least
///
///     sum of p times need  +  sum over G of  min over c of  K_G(c) - p_G f  +  up_G (N_G - f)+ / 2  +  down_G (f - N_G)+ / 2
///
/// where K_G(c) is the least reduced cost of sizes that give c places or more, f = F_G + c is what the group sells, up_G
/// the least difference at which a parcel of G can be served outside, and down_G the least at which a server of G can
/// serve others; without the one, nothing leaves, without the other, nothing enters.
///
/// Source: Martello & Toth, *Knapsack problems*, 1990, for the recurrence; Geoffrion 1974 for the relaxation.
struct KnapsackBound {
  /// In half parts of a unit of cost.
  let value: Int128
  /// Of the layer, by parcel; the same but for levels that were merged.
  let prices: [Int64]
  /// By parcel of the layer and by port of it, its group; -1 for ports that reach nobody who pays.
  let groups: PriceGroups
  /// By group, what its sites can give at what cost.
  let tables: [SizeTable]

  /// Judges prices; `nil` where the tables would be larger than a search can afford.
  ///
  /// - Parameters:
  ///   - prices: By parcel of the whole model; those of other layers are charged by `PriceBook`.
  ///   - layer: Whose needs are grouped.
  ///   - work: The most steps of the recurrence.
  init?(_ model: SizingModel, prices: [Int64], layer: Int, work: Int) {
    let groups = PriceGroups(model, prices: prices, layer: layer)
    let reduced = Self.reducedByOthers(model, prices: prices, layer: layer)
    var value: Int128 = 0
    for (need, price) in zip(model.needs, prices) { value += 2 * Int128(need) * Int128(price) }
    for other in 0..<model.layerCount where other != layer {
      var book = PriceBook(model, prices: prices)
      for port in model.portRange(of: other) where model.portSites[port] < 0 {
        value -= 2 * book.earnings(port, [model.portFixed[port]])[0]
      }
    }
    let sets = groups.sites(model, layer: layer)
    // Tables are in 64 bits.
    let size = reduced.reduce(Int128(0)) { $0 + ($1 < 0 ? -$1 : $1) }
    guard size < Int128(1) << 62, Self.work(model, sets, layer: layer) <= work else { return nil }
    for site in sets.alone {
      value += 2 * model.cheapestOption(of: Int(site), reduced: reduced).loss
    }
    tables = sets.grouped.enumerated().map { group, sites in
      // Places that nobody else can use need not be told apart.
      let enough = groups.down[group] == nil ? groups.needs[group] - groups.free[group] : nil
      return SizeTable(
        model, sites: sites, layer: layer, reduced: reduced, enough: enough.map { max(0, $0) })
    }
    for (group, table) in tables.enumerated() {
      guard let least = groups.least(group, table) else { return nil }
      value += least
    }
    self.value = value
    self.prices = prices
    self.groups = groups
  }

  /// In the unit of the costs, rounded up to a multiple of what all costs are multiples of.
  func rounded(unit: Int64) -> Int64 { PriceBound.rounded((value + 1) / 2, unit: unit) }

  /// What sizes cost beyond what they earn in the other layers.
  private static func reducedByOthers(
    _ model: SizingModel, prices: [Int64], layer: Int
  ) -> [Int128] {
    var reduced = model.costs.map { Int128($0) * Int128(PriceBound.scale) }
    var book = PriceBook(model, prices: prices)
    for other in 0..<model.layerCount where other != layer {
      for site in 0..<model.siteCount { book.deduct(site, other, from: &reduced) }
    }
    return reduced
  }

  private static func work(
    _ model: SizingModel, _ sets: (grouped: [[Int32]], alone: [Int32]), layer: Int
  ) -> Int {
    sets.grouped.reduce(0) { work, sites in
      let unit = SizeTable.unit(model, sites: sites, layer: layer)
      var (length, here) = (0, 0)
      for site in sites {
        let most = model.capacity(of: Int(site), size: model.largest(of: Int(site)), in: layer)
        length = min(length + Int(most / unit), 1 << 40)
        here += min(length * model.sizes(of: Int(site)).count, 1 << 40)
      }
      return min(work + here, 1 << 50)
    }
  }
}

/// The least cost of sizes of some sites that give so many places.
struct SizeTable {
  /// All capacities are multiples of it.
  let unit: Int64
  /// By number of units of places, the least cost of exactly so many, in parts of a unit of cost; `Int64.max`: none. The
  /// last counts for more of them as well, where no more are of use.
  let costs: [Int64]

  static func unit(_ model: SizingModel, sites: [Int32], layer: Int) -> Int64 {
    var unit: Int64 = 0
    for site in sites {
      for size in model.sizes(of: Int(site)) {
        unit = SizingModel.commonDivisor(unit, model.capacities[size * model.layerCount + layer])
      }
    }
    return max(1, unit)
  }

  /// - Parameter enough: So many places and more are the same, the last of the table; `nil`: none are.
  init(
    _ model: SizingModel, sites: [Int32], layer: Int, reduced: [Int128], enough: Int64? = nil
  ) {
    unit = Self.unit(model, sites: sites, layer: layer)
    let last = enough.map { [unit] in Int(($0 + unit - 1) / unit) } ?? .max
    var table: [Int64] = [0]
    for site in sites {
      let options = Self.options(model, of: Int(site), layer: layer, reduced: reduced, unit: unit)
      let most = options.map(\.units).max() ?? 0
      var next = [Int64](
        repeating: .max,
        count: last == .max ? table.count + most : min(last + 1, table.count + most))
      for option in options {
        Self.relax(&next, table, option)
      }
      table = next
    }
    costs = table
  }

  private static func options(
    _ model: SizingModel, of site: Int, layer: Int, reduced: [Int128], unit: Int64
  ) -> [(units: Int, cost: Int64)] {
    let forced = Int(model.least[site])
    let first = Int(model.sizeStarts[site])
    var options: [(units: Int, cost: Int64)] = forced < 0 ? [(0, 0)] : []
    for size in max(0, forced)..<max(0, forced, model.largest(of: site) + 1) {
      let places = model.capacity(of: site, size: size, in: layer)
      options.append((Int(places / unit), Int64(reduced[first + size])))
    }
    return options
  }

  /// The recurrence for one option of a site.
  private static func relax(
    _ next: inout [Int64], _ table: [Int64], _ option: (units: Int, cost: Int64)
  ) {
    // Measured: through arrays with checks this loop takes three times as long.
    next.withUnsafeMutableBufferPointer { next in
      table.withUnsafeBufferPointer { table in
        let last = next.count - 1
        for units in table.indices where table[units] != .max {
          let cost = table[units] + option.cost
          let sum = min(units + option.units, last)
          if cost < next[sum] { next[sum] = cost }
        }
      }
    }
  }
}
