import Workers

/// A bound by regions: whole sizes of many neighbouring sites at once, found by a solver, with prices for what regions share.
///
/// The needs of parcels that several regions reach are dropped and paid for (weak duality, as in `PriceBound`); what is
/// left falls apart into regions, and no answer costs less than what shared parcels pay and the least of each region.
/// What a solver says is in floating point: this bound is no part of a certificate.
///
/// Source: Guignard & Kim, *Lagrangean decomposition*, 1987, for parts that stay whole.
struct RegionBound {
  private let model: SizingModel
  private let prices: [Int64]
  /// By port, its region.
  private let regions: [Int32]
  let count: Int

  /// Columns up to which all is one region, and of one region of several.
  private static let wholeColumns = 25_000
  private static let partColumns = 4_000

  /// - Parameter most: Columns of a region; `nil`: one region, if it is small enough, and else so many as are decided soon.
  init(_ model: SizingModel, prices: [Int64], columns most: Int? = nil) {
    self.model = model
    self.prices = prices
    var partition = RegionPartition(model)
    let all = (0..<model.siteCount).reduce(0) { $0 + partition.weight($1) }
    partition.run(columns: most ?? (all <= Self.wholeColumns ? .max : Self.partColumns))
    (regions, count) = (partition.ofPorts(), partition.count)
  }

  /// What came of a run.
  struct Result: Sendable {
    /// In the unit of the costs, with room for the tolerances of a solver.
    var bound: Int64
    /// Where all is one region, its sizes.
    var sizes: [Int32]?
  }

  /// - Parameter seconds: For all of it; a region whose turn does not come counts with what its prices alone prove.
  func run(_ solver: any ProgramSolver, seconds: Double, workers: Workers) async -> Result? {
    let start = ContinuousClock.now
    let share = seconds * Double(min(workers.count, count)) / Double(max(1, count))
    let (model, prices, regions) = (model, prices, regions)
    let parts = await workers.sideBySide(Array(0..<Int32(count))) { region in
      let part = RegionProgram(model, region, regions: regions, prices: prices)
      let left = seconds - (ContinuousClock.now - start) / .seconds(1)
      guard left > 0.05 else { return (part, ProgramAnswer.failed) }
      let limits = SearchLimits(seconds: min(left, 3 * share))
      return (part, solver.solve(part.program, limits: limits, start: nil))
    }
    var bound = payments()
    for ((part, answer), least) in zip(parts, priced()) {
      let found = answer.bound - max(1e-3, abs(answer.bound) * 1e-8) + Double(part.forced)
      bound += answer.bound.isFinite ? max(found, least) : least
    }
    let unit = Double(model.costUnit)
    guard bound > 0, bound < 0x1p50 else { return nil }
    return Result(
      bound: Int64((bound / unit).rounded(.up)) * model.costUnit,
      sizes: count == 1 ? parts.first.flatMap { sizes($0.0, $0.1.values) } : nil)
  }

  /// By region, what it costs at the least as far as prices know: those of its own parcels as well.
  private func priced() -> [Double] {
    var sums = [Int128](repeating: 0, count: count)
    let reduced = PriceBound(model, prices: prices).reduced
    var book = PriceBook(model, prices: prices)
    for (port, region) in regions.enumerated() where model.portSites[port] < 0 {
      sums[Int(region)] -= book.earnings(port, [model.portFixed[port]])[0]
    }
    for site in 0..<model.siteCount where model.layerCount > 0 {
      let region = regions[model.port(of: site, in: 0)]
      sums[Int(region)] += model.cheapestOption(of: site, reduced: reduced).loss
    }
    for parcel in 0..<model.parcelCount where model.needs[parcel] > 0 {
      let own = givers(parcel).map { regions[$0] }
      guard let region = own.first, own.allSatisfy({ $0 == region }) else { continue }
      sums[Int(region)] += Int128(model.needs[parcel]) * Int128(prices[parcel])
    }
    return sums.map { Double($0) / Double(PriceBound.scale) - 1e-3 }
  }

  /// Ports in a parcel's reach that ever give anything.
  private func givers(_ parcel: Int) -> [Int] {
    let layer = model.layer(ofParcel: parcel)
    return (Int(model.parcelStarts[parcel])..<Int(model.parcelStarts[parcel + 1]))
      .map { Int(model.edgePorts[$0]) }.filter { model.mayGive($0, in: layer) }
  }

  /// What parcels pay that several regions reach.
  private func payments() -> Double {
    var sum = 0.0
    for parcel in 0..<model.parcelCount where model.needs[parcel] > 0 && prices[parcel] > 0 {
      if isShared(parcel) {
        sum += Double(prices[parcel]) / Double(PriceBound.scale) * Double(model.needs[parcel])
      }
    }
    return sum
  }

  private func isShared(_ parcel: Int) -> Bool {
    Set(givers(parcel).map { regions[$0] }).count > 1
  }

  private func sizes(_ part: RegionProgram, _ values: [Double]?) -> [Int32]? {
    guard let values else { return nil }
    var sizes = model.least
    for (site, columns) in zip(part.sites, part.columns) {
      guard let chosen = columns.first(where: { values[Int($0)] > 0.5 }) else { continue }
      sizes[site] += 1 + chosen - columns.lowerBound
    }
    return sizes
  }
}

/// Regions of neighbouring sites, grown one after another: next comes the site that shares most of its parcels with those
/// that a region has.
struct RegionPartition {
  private let model: SizingModel
  /// By site, -1: in none yet.
  private(set) var ofSites: [Int32]
  private(set) var count = 0

  init(_ model: SizingModel) {
    self.model = model
    ofSites = Array(repeating: -1, count: model.siteCount)
  }

  /// - Parameter columns: Of a region's program, about; more begin a new one.
  mutating func run(columns most: Int) {
    guard most < .max else {
      (ofSites, count) = (ofSites.map { _ in 0 }, 1)
      return
    }
    let order = (0..<model.siteCount).sorted { (weight($0), $0) < (weight($1), $1) }
    for seed in order where ofSites[seed] < 0 {
      var (columns, site) = (0, seed)
      var closeness: [Int: Double] = [:]
      while true {
        ofSites[site] = Int32(count)
        closeness[site] = nil
        columns += weight(site)
        guard columns < most else { break }
        approach(site, &closeness)
        // Ties by number: a dictionary has no order of its own.
        let next = closeness.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let next else { break }
        site = next.key
      }
      count += 1
    }
  }

  /// Columns of a site: its sizes, and edges where amounts count.
  func weight(_ site: Int) -> Int {
    (0..<model.layerCount).reduce(model.sizes(of: site).count) {
      let port = model.port(of: site, in: $1)
      return $0 + (model.isCover[$1] ? 0 : Int(model.portStarts[port + 1] - model.portStarts[port]))
    }
  }

  /// Brings those that share parcels with a site closer to its region.
  private func approach(_ site: Int, _ closeness: inout [Int: Double]) {
    for layer in 0..<model.layerCount {
      for parcel in model.parcels(inReachOf: model.port(of: site, in: layer)) {
        for edge in model.parcelStarts[parcel]..<model.parcelStarts[parcel + 1] {
          let other = Int(model.portSites[Int(model.edgePorts[Int(edge)])])
          guard other >= 0, ofSites[other] < 0 else { continue }
          closeness[other, default: 0] += 1 / Double(weight(other))
        }
      }
    }
  }

  /// By port, its region: that of its site, and for an existing server that of most sites around it.
  func ofPorts() -> [Int32] {
    (0..<model.portCount).map { port in
      let site = Int(model.portSites[port])
      guard site < 0 else { return ofSites[site] }
      var votes = [Int](repeating: 0, count: count)
      for parcel in model.parcels(inReachOf: port) {
        for edge in model.parcelStarts[parcel]..<model.parcelStarts[parcel + 1] {
          let other = Int(model.portSites[Int(model.edgePorts[Int(edge)])])
          if other >= 0 { votes[Int(ofSites[other])] += 1 }
        }
      }
      return Int32(votes.indices.max { (votes[$0], $1) < (votes[$1], $0) } ?? 0)
    }
  }
}
