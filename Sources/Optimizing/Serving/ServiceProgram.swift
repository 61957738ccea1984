/// A service model as an integer program, with a column per free or open site and per level of cost
/// of a client, for what a search left undecided.
///
/// Source: Elloumi, *A tighter formulation of the p-median problem*, 2010: z_ik = 1 if no open site
/// serves client i at its k-th cost or less. Same bound as a column per pair, far fewer entries.
struct ServiceProgram {
  private(set) var program = IntegerProgram()
  /// Cost that every answer has, unscaled.
  private(set) var base: Int64 = 0
  /// By site its column; -1 where it is closed.
  private var columns: [Int32]
  private let model: ServiceModel

  /// The program for what is not closed in `states`.
  ///
  /// - Parameter reach: By client the largest scaled cost of service that an answer of interest has.
  init(_ model: ServiceModel, states: [SiteState], reach: [Int64]) {
    self.model = model
    columns = [Int32](repeating: -1, count: model.siteCount)
    for site in 0..<model.siteCount where states[site] != .closed {
      let low = states[site] == .open ? 1.0 : 0
      columns[site] = program.addColumn(
        cost: unscaled(model.fixed[site]), in: low...1, isInteger: true)
    }
    if let count = model.count { addSum(columns.filter { $0 >= 0 }, in: 0...Double(count)) }
    for group in model.settled.groups {
      let open = group.map { columns[Int($0)] }.filter { $0 >= 0 }
      if open.count > 1 { addSum(open, in: 0...1) }
    }
    for client in 0..<model.clientCount { add(client, states: states, reach: reach[client]) }
  }

  private func unscaled(_ cost: Int64) -> Double { Double(cost >> Int64(model.shift)) }

  private mutating func addSum(_ columns: [Int32], in range: ClosedRange<Double>) {
    program.addRow(columns.lazy.map { ($0, 1.0) }, in: range)
  }

  /// Levels of a client: distinct costs with the sites at each, up to the first that is sure.
  private func levels(
    _ client: Int, _ states: [SiteState], _ reach: Int64
  ) -> (levels: [(cost: Int64, sites: [Int32])], isSure: Bool) {
    var levels: [(cost: Int64, sites: [Int32])] = []
    var isSure = false
    for entry in model.starts[client]..<model.starts[client + 1] {
      let site = Int(model.sites[entry])
      let cost = model.costs.isEmpty ? 0 : model.costs[entry]
      let isNew = levels.last.map { $0.cost < cost } ?? true
      if cost > reach || (isNew && isSure) { break }
      guard states[site] != .closed else { continue }
      if isNew { levels.append((cost, [])) }
      levels[levels.count - 1].sites.append(columns[site])
      if states[site] == .open { isSure = true }
    }
    return (levels, isSure)
  }

  private mutating func add(_ client: Int, states: [SiteState], reach: Int64) {
    // Costs nothing either way.
    if !model.mustServe[client], model.limits[client] == 0 { return }
    var (levels, isSure) = levels(client, states, reach)
    let isServed = isSure || model.mustServe[client] || model.limits[client] > reach
    if !isServed { levels.append((model.limits[client], [])) }
    guard let first = levels.first else {
      // Nobody can serve it: a row that nothing obeys says so.
      return program.addRow([], in: 1...(.infinity))
    }
    base += first.cost >> Int64(model.shift)
    var before: Int32?
    for (level, next) in zip(levels, levels.dropFirst()) {
      let column = program.addColumn(
        cost: unscaled(next.cost - level.cost), in: 0...1, isInteger: false)
      addRow(level.sites + [column], atLeast: before)
      before = column
    }
    if let last = levels.last, !isSure, isServed { addRow(last.sites, atLeast: before) }
  }

  /// sum of columns >= the column `before`, or 1.
  private mutating func addRow(_ columns: [Int32], atLeast before: Int32?) {
    let entries = columns.map { ($0, 1.0) } + (before.map { [($0, -1.0)] } ?? [])
    program.addRow(entries, in: (before == nil ? 1 : 0)...(.infinity))
  }

  /// The sites that values of the columns open.
  func sites(of values: [Double]) -> [Int32] {
    columns.indices.filter { columns[$0] >= 0 && values[Int(columns[$0])] > 0.5 }
      .map { Int32($0) }
  }
}
