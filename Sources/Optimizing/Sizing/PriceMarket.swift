/// What sites earn at payments, and what they would sell: `PriceBound` in floating point, fast enough for thousands of
/// steps.
final class PriceMarket {
  private let model: SizingModel
  /// By parcel what it pays for all of its need.
  let payments: Column<Double>
  /// By parcel 1 less the share of its need that is sold, in the last evaluation.
  let slopes: Column<Double>
  /// By parcel, whether it makes sense that it pays: not where what exists covers it for nothing.
  let mayPay: [Bool]
  private let needs: Column<Double>
  /// By port its parcels, the dearest by unit of need first where that matters; orders hardly change from step to step.
  private let buyers: Column<Int32>
  private let portStarts: Column<Int32>
  /// By port, whether any capacity is less than what all in reach need.
  private let isScarce: [Bool]
  private let capacities: Column<Double>
  // Memory that is used again: by size of a site what it earns beyond its cost, by site what it loses, and the size.
  private var earned: [Double]
  private var losses: [Double]
  private var choices: [Int32]

  init(_ model: SizingModel) {
    self.model = model
    payments = Column(repeating: 0, count: model.parcelCount)
    slopes = Column(repeating: 1, count: model.parcelCount)
    needs = Column(model.needs.map { Double($0) })
    buyers = Column(model.portEdges.map { model.edgeParcels[Int($0)] })
    portStarts = Column(model.portStarts)
    capacities = Column(model.capacities.map { Double($0) })
    let mostSizes = (0..<model.siteCount).map { model.sizes(of: $0).count }.max() ?? 0
    earned = Array(repeating: 0, count: mostSizes)
    losses = Array(repeating: 0, count: model.siteCount)
    choices = Array(repeating: -1, count: model.siteCount)
    mayPay = Self.payers(model)
    isScarce = (0..<model.portCount).map { Self.isScarce(model, $0) }
  }

  deinit {
    for column in [payments, slopes, needs, capacities] { column.free() }
    for column in [buyers, portStarts] { column.free() }
  }

  private static func payers(_ model: SizingModel) -> [Bool] {
    var mayPay = model.needs.map { $0 > 0 }
    for layer in 0..<model.layerCount where model.isCover[layer] {
      for port in model.portRange(of: layer)
      where model.portSites[port] < 0 && model.portFixed[port] > 0 {
        for parcel in model.parcels(inReachOf: port) { mayPay[parcel] = false }
      }
    }
    return mayPay
  }

  private static func isScarce(_ model: SizingModel, _ port: Int) -> Bool {
    let all = model.parcels(inReachOf: port).reduce(Int64(0)) { $0 + model.needs[$1] }
    let site = Int(model.portSites[port])
    guard site >= 0 else { return model.portFixed[port] < all }
    let layer = model.layer(ofPort: port)
    return model.sizes(of: site).contains { size in
      let given = model.capacities[size * model.layerCount + layer]
      return given > 0 && given < all
    }
  }

  /// The bound at the payments; afterwards `slopes` are its subgradient.
  func evaluate() -> Double {
    var value = 0.0
    for parcel in 0..<payments.count { value += payments[parcel] }
    slopes.fill(1)
    for port in 0..<model.portCount where model.portSites[port] < 0 && model.portFixed[port] > 0 {
      value -= sell(port, Double(model.portFixed[port]))
    }
    for site in 0..<model.siteCount { (choices[site], losses[site]) = choose(site) }
    for site in model.beyondExclusions(losses) { (choices[site], losses[site]) = (-1, 0) }
    for site in 0..<model.siteCount where choices[site] >= 0 {
      value += losses[site]
      for layer in 0..<model.layerCount {
        let size = Int(model.sizeStarts[site] + choices[site])
        let capacity = capacities[size * model.layerCount + layer]
        if capacity > 0 { _ = sell(model.port(of: site, in: layer), capacity) }
      }
    }
    return value
  }

  /// The size that loses least.
  private func choose(_ site: Int) -> (Int32, Double) {
    let sizes = model.sizes(of: site)
    guard !sizes.isEmpty else { return (-1, 0) }
    for size in 0..<sizes.count { earned[size] = -Double(model.costs[sizes.lowerBound + size]) }
    for layer in 0..<model.layerCount {
      let port = model.port(of: site, in: layer)
      guard portStarts[port] < portStarts[port + 1] else { continue }
      if isScarce[port] { earnScarce(port, sizes, layer) } else { earnAll(port, sizes, layer) }
    }
    let forced = Int(model.least[site])
    var best: (Int32, Double) = forced < 0 ? (-1, 0) : (Int32(forced), -earned[forced])
    for size in (forced + 1)..<max(forced + 1, sizes.count) where -earned[size] < best.1 {
      best = (Int32(size), -earned[size])
    }
    return best
  }

  private func earnAll(_ port: Int, _ sizes: Range<Int>, _ layer: Int) {
    var sum = 0.0
    for place in portStarts[port]..<portStarts[port + 1] { sum += payments[buyers[place]] }
    for size in sizes where capacities[size * model.layerCount + layer] > 0 {
      earned[size - sizes.lowerBound] += sum
    }
  }

  private func earnScarce(_ port: Int, _ sizes: Range<Int>, _ layer: Int) {
    sort(port)
    var (sum, sold) = (0.0, 0.0)
    var place = portStarts[port]
    let end = portStarts[port + 1]
    for size in sizes {
      let capacity = capacities[size * model.layerCount + layer]
      while place < end, sold + needs[buyers[place]] <= capacity {
        sum += payments[buyers[place]]
        sold += needs[buyers[place]]
        place += 1
      }
      var rest = 0.0
      if place < end {
        rest = (capacity - sold) / needs[buyers[place]] * payments[buyers[place]]
      }
      earned[size - sizes.lowerBound] += sum + rest
    }
  }

  /// The dearest first, by insertion: little changes from step to step.
  private func sort(_ port: Int) {
    let first = portStarts[port]
    var place = first + 1
    while place < portStarts[port + 1] {
      let buyer = buyers[place]
      let (pays, need) = (payments[buyer], needs[buyer])
      var hole = place
      while hole > first {
        let other = buyers[hole - 1]
        guard payments[other] * need < pays * needs[other] else { break }
        buyers[hole] = other
        hole -= 1
      }
      buyers[hole] = buyer
      place += 1
    }
  }

  /// Sells a capacity to the dearest; returns what they pay.
  private func sell(_ port: Int, _ capacity: Double) -> Double {
    if isScarce[port] { sort(port) }
    var (left, earned) = (capacity, 0.0)
    for place in portStarts[port]..<portStarts[port + 1] {
      let buyer = buyers[place]
      if isScarce[port], payments[buyer] <= 0 { break }
      let share = min(1, left / needs[buyer])
      earned += share * payments[buyer]
      slopes[buyer] -= share
      left -= share * needs[buyer]
      if left <= 0 { break }
    }
    return earned
  }
}
