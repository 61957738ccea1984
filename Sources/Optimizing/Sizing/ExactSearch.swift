/// Branch and bound over the sizes of all sites: decides small problems, and those of which prices leave little open.
///
/// A node has decided some sites; the others count with their largest sizes for what can be served, and with what they
/// lose least at the prices for what it costs at least.
///
/// Source: Land & Doig, *An automatic method of solving discrete programming problems*, 1960.
final class ExactSearch {
  let model: SizingModel
  private let state: FlowState
  private let reduced: [Int128]
  /// By site, what it loses at the least.
  private let least: [Int128]
  private let order: [Int]
  private var decidedOpen: [Int]
  private var lower: Int128
  private var nodes = 0
  private var mostNodes = 0
  private var isCut = false

  /// Sizes that cost less than what was known; `nil`: none were found.
  private(set) var best: [Int32]?
  private(set) var bestCost: Int64
  /// Whether all was tried: then nothing costs less than the best known, or, without one, nothing serves all.
  private(set) var isComplete = false

  /// - Parameters:
  ///   - sizes: Known to serve all, at a cost; `nil`: none are known.
  init(_ model: SizingModel, prices: [Int64], sizes: [Int32]?, cost: Int64) {
    self.model = model
    state = FlowState(model)
    let bound = PriceBound(model, prices: prices)
    reduced = bound.reduced
    let options = (0..<model.siteCount).map { model.cheapestOption(of: $0, reduced: bound.reduced) }
    least = options.map(\.loss)
    lower = bound.fixed + least.reduce(0, +)
    order = (0..<model.siteCount).sorted {
      let (one, other) = (bound.spread($0, model), bound.spread($1, model))
      return one == other ? $0 < $1 : one > other
    }
    decidedOpen = Array(repeating: 0, count: model.exclusionSites.count)
    bestCost = sizes == nil ? .max : cost
  }

  /// How many nodes a problem is worth: about as much work whatever its size, and not more than was asked for.
  static func affordable(_ model: SizingModel, _ limits: SearchLimits) -> Int {
    min(
      200 * min(limits.iterations ?? 1_000, 1_000),
      5_000_000 / max(1, model.edgeCount + model.siteCount))
  }

  /// Tries all, up to so many nodes.
  func run(nodes: Int, goOn: () -> Bool) {
    mostNodes = nodes
    state.isJournaling = true
    for site in 0..<model.siteCount { state.resize(site, to: Int32(model.largest(of: site))) }
    serveAll()
    if state.shortfall == 0 { branch(0, goOn) }
    isComplete = !isCut
  }

  private func serveAll() {
    for parcel in state.hungry.members.sorted() {
      state.pushAll(Int(parcel))
      if state.wanting[Int(parcel)] > 0 { return }
    }
  }

  private func branch(_ depth: Int, _ goOn: () -> Bool) {
    nodes += 1
    if nodes > mostNodes || (nodes % 64 == 0 && !goOn()) { isCut = true }
    guard !isCut, PriceBound.rounded(lower, unit: model.costUnit) < bestCost else { return }
    guard depth < order.count else { return record() }
    let site = order[depth]
    for size in options(of: site) where size < 0 || mayOpen(site) {
      let mark = state.journal.count
      state.resize(site, to: size)
      serveAll()
      if state.shortfall == 0 {
        decide(site, size, by: 1)
        branch(depth + 1, goOn)
        decide(site, size, by: -1)
      }
      state.rollBack(to: mark)
      if isCut { return }
    }
  }

  private func record() {
    guard state.cost < bestCost else { return }
    bestCost = state.cost
    best = state.size.array
  }

  /// Sizes that a site may have, those that lose least first.
  private func options(of site: Int) -> [Int32] {
    (model.least[site]..<Int32(model.largest(of: site) + 1)).sorted {
      let (one, other) = (loss(site, $0), loss(site, $1))
      return one == other ? $0 < $1 : one < other
    }
  }

  private func loss(_ site: Int, _ size: Int32) -> Int128 {
    size < 0 ? 0 : reduced[Int(model.sizeStarts[site]) + Int(size)]
  }

  private func mayOpen(_ site: Int) -> Bool {
    model.exclusionsOfSite[site].allSatisfy {
      decidedOpen[Int($0)] < model.exclusionLimits[Int($0)]
    }
  }

  private func decide(_ site: Int, _ size: Int32, by count: Int) {
    lower += Int128(count) * (loss(site, size) - least[site])
    guard size >= 0 else { return }
    for exclusion in model.exclusionsOfSite[site] { decidedOpen[Int(exclusion)] += count }
  }
}
