/// Better prices for the same groups: each group's price, or those of all that pay no less, up or down in shrinking steps,
/// as long as the bound of `KnapsackBound` rises.
///
/// The groups' tables of sizes do not depend on their own prices, so that a step reads only tables; the bound is concave
/// in the prices as long as their order is kept. (Coordinate ascent: it may stop early at a kink.)
struct GroupPriceAscent {
  private let groups: PriceGroups
  private let tables: [SizeTable]
  /// By group, those whose servers its clients reach, and those whose clients its servers reach.
  private let dearer: [[Int]]
  private let cheaper: [[Int]]
  /// By group, whether its servers reach somebody who pays nothing.
  private let reachesFree: [Bool]
  private(set) var prices: [Int64]
  private var terms: [Int128]

  init?(_ bound: KnapsackBound, _ model: SizingModel, layer: Int) {
    groups = bound.groups
    tables = bound.tables
    prices = groups.prices
    let pairs = groups.crossings(model, layer: layer)
    var dearer = prices.map { _ in [Int]() }
    var cheaper = dearer
    var reachesFree = prices.map { _ in false }
    for pair in pairs {
      if pair.client < 0 {
        reachesFree[pair.server] = true
      } else {
        dearer[pair.client].append(pair.server)
        cheaper[pair.server].append(pair.client)
      }
    }
    (self.dearer, self.cheaper, self.reachesFree) = (dearer, cheaper, reachesFree)
    terms = []
    for group in prices.indices {
      guard let term = term(group) else { return nil }
      terms.append(term)
    }
  }

  /// What a group adds to the bound at the prices now, in half parts; `nil`: the order of prices is not kept.
  private func term(_ group: Int) -> Int128? {
    let price = prices[group]
    var (up, down) = (Int64?.none, reachesFree[group] ? price : Int64?.none)
    for other in dearer[group] { up = min(up ?? .max, prices[other] - price) }
    for other in cheaper[group] { down = min(down ?? .max, price - prices[other]) }
    guard up ?? 1 > 0, down ?? 1 > 0, price > 0 else { return nil }
    let least = groups.least(group, tables[group], price: price, up: up, down: down)
    return least.map { $0 + 2 * Int128(price) * Int128(groups.needs[group]) }
  }

  /// Goes up until steps are small, or so many tables were read.
  mutating func run(evaluations: Int, goOn: () -> Bool) {
    guard prices.count > 1 || !prices.isEmpty else { return }
    var left = evaluations
    var step = (prices.max() ?? 0) / 16
    while step > 16, left > 0, goOn() {
      var isBetter = false
      let order = prices.indices.sorted { (prices[$0], $0) < (prices[$1], $1) }
      for group in order {
        for change in [step, -step] {
          let above = prices.indices.filter { prices[$0] >= prices[group] }
          for set in [[group], above] where left > 0 {
            left -= set.count
            if shift(set, by: change) { isBetter = true }
          }
        }
      }
      if !isBetter { step /= 2 }
    }
  }

  /// Moves the prices of some groups; keeps that if the bound rises.
  private mutating func shift(_ set: [Int], by change: Int64) -> Bool {
    let before = prices
    for group in set { prices[group] += change }
    var touched = Set(set)
    for group in set { touched.formUnion(dearer[group] + cheaper[group]) }
    var gain: Int128 = 0
    var changed: [(group: Int, term: Int128)] = []
    for group in touched {
      guard let term = term(group) else {
        prices = before
        return false
      }
      gain += term - terms[group]
      changed.append((group, term))
    }
    guard gain > 0 else {
      prices = before
      return false
    }
    for (group, term) in changed { terms[group] = term }
    return true
  }

  /// By parcel of the model: those of the layer pay their group's price.
  func prices(_ model: SizingModel, _ others: [Int64], layer: Int) -> [Int64] {
    var result = others
    for (offset, parcel) in model.parcelRange(of: layer).enumerated() {
      let group = groups.ofParcels[offset]
      if group >= 0 { result[parcel] = prices[Int(group)] }
    }
    return result
  }
}
