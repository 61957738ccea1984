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

  /// - Parameters:
  ///   - seconds: For all of it; a region whose turn does not come counts with what its prices alone prove.
  ///   - gap: What is open, in the unit of the costs: where the first regions close less than half of their share, the
  ///     others are not asked.
  func run(
    _ solver: any ProgramSolver, seconds: Double, gap: Double = .infinity, workers: Workers
  ) async -> Result? {
    let start = ContinuousClock.now
    let share = seconds * Double(min(workers.count, count)) / Double(max(1, count))
    let least = priced()
    var answers: [Answer] = []
    for range in [0..<min(Self.trial, count), min(Self.trial, count)..<count] {
      let gained = zip(answers, least).reduce(0) { $0 + max(0, $1.0.bound - $1.1) }
      let isPromising = gained * Double(count) > 0.5 * gap * Double(Self.trial)
      guard answers.isEmpty || gap == .infinity || isPromising else { break }
      answers += await workers.sideBySide(Array(range)) { region in
        let left = seconds - (ContinuousClock.now - start) / .seconds(1)
        return ask(solver, region: Int32(region), seconds: min(left, 3 * share))
      }
    }
    var bound = payments()
    for (region, least) in least.enumerated() {
      bound += region < answers.count ? max(least, answers[region].bound) : least
    }
    let unit = Double(model.costUnit)
    guard bound > 0, bound < 0x1p50 else { return nil }
    return Result(
      bound: Int64((bound / unit).rounded(.up)) * model.costUnit,
      sizes: count == 1 ? answers[0].sizes : nil)
  }

  /// The first regions, which are those on the outskirts: whole sizes matter most there.
  private static let trial = 4

  private struct Answer: Sendable {
    var bound = -Double.infinity
    var sizes: [Int32]?
  }

  /// What a solver says of a region, with room for its tolerances.
  private func ask(_ solver: any ProgramSolver, region: Int32, seconds: Double) -> Answer {
    guard seconds > 0.05 else { return Answer() }
    let part = RegionProgram(model, region, regions: regions, prices: prices)
    let answer = solver.solve(part.program, limits: SearchLimits(seconds: seconds), start: nil)
    let bound = answer.bound - max(1e-3, abs(answer.bound) * 1e-8) + Double(part.forced)
    return Answer(bound: bound.isFinite ? bound : -.infinity, sizes: sizes(part, answer.values))
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
