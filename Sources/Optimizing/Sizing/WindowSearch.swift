import Workers

/// Betters an answer by windows: neighbouring sites whose sizes a solver finds anew, several windows side by side.
///
/// Windows of one batch have no site in common, so that what one finds is there for the others to be kept as well, unless
/// two of them want the same spare room.
struct WindowSearch {
  let solver: any ProgramSolver
  let watch: SizingWatch
  let workers: Workers
  private let chain: RuinRecreate
  /// By site, its least cost beyond earnings.
  private let loss: [Int128]
  private var random: Lots
  /// By site, how many windows it was in.
  private var visits: [Int32]
  /// Open sites of a window, and how long a solver may take for it.
  private var width = 25
  private var patience = 0.5

  /// Columns beyond which a window would not be decided in its time.
  private static let mostColumns = 20_000
  private static let batch = 8

  init(
    _ chain: RuinRecreate, prices: [Int64], solver: any ProgramSolver, watch: SizingWatch,
    workers: Workers
  ) {
    self.chain = chain
    (self.solver, self.watch, self.workers) = (solver, watch, workers)
    let model = chain.model
    let reduced = PriceBound(model, prices: prices).reduced
    loss = (0..<model.siteCount).map { model.sizes(of: $0).map { reduced[$0] }.min() ?? 0 }
    visits = Array(repeating: 0, count: model.siteCount)
    random = Lots(seed: watch.limits.seed &+ 0x51DE)
  }

  private var model: SizingModel { chain.model }

  /// Goes on until the time is over, or the answer is good enough, or three batches found nothing: the next windows are
  /// larger.
  mutating func run() async {
    chain.adopt(chain.best)
    var idle = 0
    while !watch.isOver, !watch.isEnough(chain.bestCost), idle < 3 {
      let windows = nextBatch()
      guard !windows.isEmpty else { return }
      let before = chain.bestCost
      let answers = await solve(windows)
      for (window, values) in zip(windows, answers) {
        if let values { take(window, values) }
      }
      idle = chain.bestCost < before ? 0 : idle + 1
      if chain.bestCost < before { watch.tell(value: chain.bestCost) }
    }
    (width, patience) = (width * 5 / 4, patience * 1.5)
  }

  private func solve(_ windows: [SizingWindow]) async -> [[Double]?] {
    let (solver, watch, patience) = (solver, watch, patience)
    return await workers.sideBySide(windows) { window -> [Double]? in
      let left = watch.limits.seconds.map { $0 - watch.elapsed } ?? .infinity
      guard left > 0.01 else { return nil }
      let limits = SearchLimits(seconds: min(patience, left), goOn: { _, _ in !watch.isOver })
      return solver.solve(window.program, limits: limits, start: window.start).values
    }
  }

  /// Takes sizes over, if a flow serves everybody with them at no higher cost.
  private func take(_ window: SizingWindow, _ values: [Double]) {
    let state = chain.state
    state.commit()
    let before = state.cost
    for (site, size) in zip(window.sites, window.sizes(values)) {
      state.resize(Int(site), to: size)
    }
    for parcel in state.hungry.members.sorted() { state.pushAll(Int(parcel)) }
    let isGood =
      state.shortfall == 0 && state.cost <= before && model.obeysExclusions(state.size.array)
    if isGood { chain.remember() } else { state.rollBack() }
    state.commit()
  }

  /// Windows without a site in common, around open sites that were in the fewest.
  private mutating func nextBatch() -> [SizingWindow] {
    var isTaken = [Bool](repeating: false, count: model.siteCount)
    var windows: [SizingWindow] = []
    let seeds = chain.state.open.members.map { site in (site, visits[Int(site)], random.next()) }
      .sorted { ($0.1, $0.2, $0.0) < ($1.1, $1.2, $1.0) }
    for (seed, _, _) in seeds where !isTaken[Int(seed)] && windows.count < Self.batch {
      let sites = neighbourhood(of: seed, &isTaken)
      for site in sites { visits[Int(site)] += 1 }
      let window = SizingWindow(chain.state, sites: sites)
      if window.program.columnCount <= Self.mostColumns { windows.append(window) }
    }
    return windows
  }

  /// Open sites around one, the nearest by shared parcels first, and as many closed ones, the most promising among those
  /// that share parcels with them.
  private func neighbourhood(of seed: Int32, _ isTaken: inout [Bool]) -> [Int32] {
    var open = [seed]
    var closed: Set<Int32> = []
    isTaken[Int(seed)] = true
    var next = 0
    while next < open.count, open.count < width {
      for site in sharing(Int(open[next])) where !isTaken[Int(site)] {
        if chain.state.size[site] < 0 {
          closed.insert(site)
        } else if open.count < width {
          isTaken[Int(site)] = true
          open.append(site)
        }
      }
      next += 1
    }
    let promising = closed.sorted { (loss[Int($0)], $0) < (loss[Int($1)], $1) }.prefix(width)
    for site in promising { isTaken[Int(site)] = true }
    return open + promising
  }

  /// Sites that share parcels with one, those that share most first.
  private func sharing(_ site: Int) -> [Int32] {
    var shared: [Int32: Int] = [:]
    for layer in 0..<model.layerCount {
      for parcel in model.parcels(inReachOf: model.port(of: site, in: layer)) {
        for edge in model.parcelStarts[parcel]..<model.parcelStarts[parcel + 1] {
          let other = model.portSites[Int(model.edgePorts[Int(edge)])]
          if other >= 0 { shared[other, default: 0] += 1 }
        }
      }
    }
    return shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
