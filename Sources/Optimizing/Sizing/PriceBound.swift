/// What the sites could earn at given prices, and the bound that follows.
///
/// For any prices that are not negative, what all needs would pay, less what existing servers and sites could earn beyond
/// their cost, is at most the cost of any answer (weak duality of the Lagrangian that drops the needs). A site earns most
/// by selling to the dearest clients in reach, to each no more than it needs: that is tighter than its places at the
/// highest price in reach, and as easy to check.
///
/// Source: Geoffrion, *Lagrangean relaxation for integer programming*, 1974; Cornuéjols, Sridharan & Thizy, *A comparison
/// of heuristics and relaxations for the capacitated plant location problem*, 1991.
struct PriceBound {
  /// Prices are in parts of a unit of cost.
  static let scale: Int64 = 1 << 20

  /// In parts of a unit of cost.
  let value: Int128
  /// The part of it that no site has a say in.
  let fixed: Int128
  /// By size of every site, what it costs beyond what it earns.
  let reduced: [Int128]
  /// By site the size that loses least, -1: none does not lose.
  let choices: [Int32]

  init(_ model: SizingModel, prices: [Int64]) {
    var book = PriceBook(model, prices: prices)
    var value: Int128 = 0
    for (need, price) in zip(model.needs, prices) { value += Int128(need) * Int128(price) }
    for port in 0..<model.portCount where model.portSites[port] < 0 {
      value -= book.earnings(port, [model.portFixed[port]])[0]
    }
    var reduced = model.costs.map { Int128($0) * Int128(Self.scale) }
    for site in 0..<model.siteCount {
      for layer in 0..<model.layerCount {
        book.deduct(site, layer, from: &reduced)
      }
    }
    var choices = [Int32](repeating: -1, count: model.siteCount)
    var least = [Int128](repeating: 0, count: model.siteCount)
    for site in 0..<model.siteCount {
      (choices[site], least[site]) = model.cheapestOption(of: site, reduced: reduced)
    }
    for excluded in model.beyondExclusions(least) {
      choices[excluded] = -1
      least[excluded] = 0
    }
    fixed = value
    self.value = value + least.reduce(0, +)
    self.reduced = reduced
    self.choices = choices
  }

  /// How far apart the sizes of a site are in what they lose.
  func spread(_ site: Int, _ model: SizingModel) -> Int128 {
    let sizes = model.sizes(of: site)
    guard !sizes.isEmpty else { return 0 }
    let (most, least) = sizes.reduce((Int128(0), Int128(0))) {
      (max($0.0, reduced[$1]), min($0.1, reduced[$1]))
    }
    return most - least
  }

  /// In the unit of the costs, rounded up to a multiple of what all costs are multiples of; at least 0.
  static func rounded(_ value: Int128, unit: Int64) -> Int64 {
    guard value > 0 else { return 0 }
    let step = Int128(scale) * Int128(unit)
    return Int64((value + step - 1) / step) * unit
  }
}

extension SizingModel {
  /// The size of a site, among those it may have, that loses least; none, at 0, where it need not be built.
  func cheapestOption(of site: Int, reduced: [Int128]) -> (size: Int32, loss: Int128) {
    let first = Int(sizeStarts[site])
    let forced = Int(least[site])
    var best: (size: Int32, loss: Int128) =
      forced < 0 ? (-1, 0) : (Int32(forced), reduced[first + forced])
    for size in (forced + 1)..<max(forced + 1, largest(of: site) + 1)
    where reduced[first + size] < best.loss {
      best = (Int32(size), reduced[first + size])
    }
    return best
  }

  /// Sites that gain something, but are too many for an exclusion: those that gain least. A site counts in the first
  /// exclusion that it is in.
  func beyondExclusions<Loss: SignedNumeric & Comparable>(_ loss: [Loss]) -> [Int] {
    var beyond: [Int] = []
    var isCounted = [Bool](repeating: false, count: siteCount)
    for (sites, limit) in zip(exclusionSites, exclusionLimits) {
      let forced = sites.filter { least[Int($0)] >= 0 }.count
      let gaining = sites.map { Int($0) }.filter {
        !isCounted[$0] && least[$0] < 0 && loss[$0] < 0
      }
      for site in sites { isCounted[Int(site)] = true }
      let sorted = gaining.sorted { (loss[$0], $0) < (loss[$1], $1) }
      beyond += sorted.dropFirst(max(0, limit - forced))
    }
    return beyond
  }
}

/// What ports earn at prices; holds memory that is used again.
struct PriceBook {
  let model: SizingModel
  let prices: [Int64]
  private var buyers: [(price: Int64, need: Int64)] = []

  init(_ model: SizingModel, prices: [Int64]) {
    self.model = model
    self.prices = prices
  }

  /// The most that a port can earn with each of some capacities, ascending.
  mutating func earnings(_ port: Int, _ capacities: some Collection<Int64>) -> [Int128] {
    gather(port)
    var result: [Int128] = []
    result.reserveCapacity(capacities.count)
    var (earned, sold, next) = (Int128(0), Int64(0), 0)
    for capacity in capacities {
      while next < buyers.count, sold + buyers[next].need <= capacity {
        earned += Int128(buyers[next].need) * Int128(buyers[next].price)
        sold += buyers[next].need
        next += 1
      }
      let rest = next < buyers.count ? Int128(capacity - sold) * Int128(buyers[next].price) : 0
      result.append(earned + rest)
    }
    return result
  }

  /// Takes what a site can earn in a layer at each of its sizes from what they cost.
  mutating func deduct(_ site: Int, _ layer: Int, from reduced: inout [Int128]) {
    let sizes = model.sizes(of: site)
    let capacities = sizes.map { model.capacities[$0 * model.layerCount + layer] }
    let earned = earnings(model.port(of: site, in: layer), capacities)
    for (size, amount) in zip(sizes, earned) { reduced[size] -= amount }
  }

  private mutating func gather(_ port: Int) {
    buyers.removeAll(keepingCapacity: true)
    var isSorted = true
    for place in Int(model.portStarts[port])..<Int(model.portStarts[port + 1]) {
      let parcel = Int(model.edgeParcels[Int(model.portEdges[place])])
      let price = prices[parcel]
      guard price > 0, model.needs[parcel] > 0 else { continue }
      if let last = buyers.last, last.price < price { isSorted = false }
      buyers.append((price, model.needs[parcel]))
    }
    if !isSorted { buyers.sort { $0.price > $1.price } }
  }
}
