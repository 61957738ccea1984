/// Single-source capacitated location as an integer program: a column per site and per pair.
struct AssignmentProgram {
  private(set) var program = IntegerProgram()
  private let problem: CapacitatedLocation
  private let settled: SettledSites
  /// By site; -1 where it cannot be open.
  private var siteColumns: [Int32] = []
  /// By client, then by site; -1 where it cannot be.
  private var pairColumns: [Int32] = []

  init(_ problem: CapacitatedLocation, settled: SettledSites) {
    self.problem = problem
    self.settled = settled
    let width = problem.capacities.count
    for site in 0..<width {
      let isExisting = settled.isExisting[site]
      let mayOpen = isExisting || settled.states[site] != .closed
      let low = isExisting || settled.states[site] == .open ? 1.0 : 0
      let cost = isExisting ? 0 : Double(problem.fixed[site])
      siteColumns.append(
        mayOpen ? program.addColumn(cost: cost, in: low...1, isInteger: true) : -1)
    }
    for pair in problem.costs.indices {
      let (client, site) = (pair / width, pair % width)
      let mayServe =
        siteColumns[site] >= 0 && problem.demands[client] <= problem.capacities[site]
      pairColumns.append(
        mayServe
          ? program.addColumn(cost: Double(problem.costs[pair]), in: 0...1, isInteger: true) : -1)
    }
    addRows()
  }

  private mutating func addRows() {
    let width = problem.capacities.count
    for client in problem.demands.indices {
      let row = pairColumns[client * width..<(client + 1) * width].filter { $0 >= 0 }
      program.addRow(row.map { ($0, 1.0) }, in: 1...1)
    }
    for site in 0..<width where siteColumns[site] >= 0 {
      var entries = [(column: siteColumns[site], value: -Double(problem.capacities[site]))]
      for client in problem.demands.indices where pairColumns[client * width + site] >= 0 {
        let pair = pairColumns[client * width + site]
        entries.append((pair, Double(problem.demands[client])))
        program.addRow([(pair, 1.0), (siteColumns[site], -1.0)], in: -.infinity...0)
      }
      program.addRow(entries, in: -.infinity...0)
    }
    let chosen = (0..<width).filter { siteColumns[$0] >= 0 && !settled.isExisting[$0] }
    if let count = problem.count {
      program.addRow(chosen.map { (siteColumns[$0], 1.0) }, in: 0...Double(count))
    }
    for group in settled.groups {
      program.addRow(group.map { (siteColumns[Int($0)], 1.0) }, in: 0...1)
    }
  }

  /// Values of all columns for an assignment.
  func values(sites: [Int32], served: [Int32]) -> [Double] {
    var values = program.lowers
    for site in sites { values[Int(siteColumns[Int(site)])] = 1 }
    for (client, site) in served.enumerated() {
      values[Int(pairColumns[client * problem.capacities.count + Int(site)])] = 1
    }
    return values
  }

  /// By client the site that the values give it, or -1.
  func served(by values: [Double]) -> [Int32] {
    let width = problem.capacities.count
    return problem.demands.indices.map { client in
      (0..<width).first { site in
        let column = pairColumns[client * width + site]
        return column >= 0 && values[Int(column)] > 0.5
      }.map { Int32($0) } ?? -1
    }
  }

  /// Sites that the values open, without existing ones.
  func sites(of values: [Double]) -> [Int32] {
    siteColumns.indices.filter { site in
      siteColumns[site] >= 0 && !settled.isExisting[site] && values[Int(siteColumns[site])] > 0.5
    }.map { Int32($0) }
  }
}
