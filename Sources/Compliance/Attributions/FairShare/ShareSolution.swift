/// What the decomposition of some parts came to.
struct ShareSolution: Sendable {
  private(set) var ratios: [(parcel: Int32, ratio: FairShare.Ratio)] = []
  private(set) var loads: [(facility: Int32, load: FairShare.Ratio)] = []
  private(set) var shortages: [FairShare.Shortage] = []

  /// Solves one connected part.
  mutating func solve(
    _ part: ShareGraph, needs: [Int128], assured: [Int128], capacities: [Int128]
  ) {
    var waiting = [part]
    while let graph = waiting.popLast() {
      let problem = LevelProblem(
        graph, needs: graph.parcels.map { needs[Int($0)] },
        assured: graph.parcels.map { assured[Int($0)] },
        capacities: graph.facilities.map { capacities[Int($0)] })
      let level = problem.level
      if let cut = problem.cut(at: level) {
        // The short side takes all facilities that it reaches; the others do without them.
        waiting.append(graph.part(keepingParcels: cut.isShort, facilities: cut.isTaken))
        waiting.append(
          graph.part(
            keepingParcels: cut.isShort.map { !$0 }, facilities: cut.isTaken.map { !$0 }))
      } else if level == .one {
        for parcel in graph.parcels { ratios.append((parcel, .one)) }
        evenOut(graph, problem)
      } else {
        settle(graph, problem, level)
      }
    }
  }

  /// All parcels of a graph come to one level, or to what they are assured where that is more, and
  /// use up all that they reach.
  private mutating func settle(
    _ graph: ShareGraph, _ problem: LevelProblem, _ level: FairShare.Ratio
  ) {
    var isShort = [Bool](repeating: false, count: graph.parcels.count)
    for (index, parcel) in graph.parcels.enumerated() {
      let ratio = problem.ratio(of: index, at: level)
      ratios.append((parcel, ratio))
      isShort[index] = ratio != .one
    }
    for (index, facility) in graph.facilities.enumerated() where problem.capacities[index] > 0 {
      loads.append((facility, .one))
    }
    let group = graph.part(
      keepingParcels: isShort, facilities: Array(repeating: true, count: graph.facilities.count))
    for component in group.components() {
      shortages.append(
        FairShare.Shortage(
          parcels: component.parcels,
          facilities: component.facilities.filter { facility in
            guard let index = graph.facilities.firstIndex(of: facility) else { return false }
            return problem.capacities[index] > 0
          }))
    }
  }

  /// Loads of facilities that can give everyone what is needed: as even as can be.
  private mutating func evenOut(_ part: ShareGraph, _ problem: LevelProblem) {
    let needOf = Dictionary(
      uniqueKeysWithValues: zip(part.parcels, problem.needs))
    let capacityOf = Dictionary(
      uniqueKeysWithValues: zip(part.facilities, problem.capacities))
    var waiting = [part]
    while let graph = waiting.popLast() {
      guard !graph.parcels.isEmpty else { continue }
      let needs = graph.parcels.map { needOf[$0] ?? 0 }
      let capacities = graph.facilities.map { capacityOf[$0] ?? 0 }
      let load = FairShare.Ratio(needs.reduce(0, +), capacities.reduce(0, +))
      // Needs times the denominator, capacities times the numerator: whole numbers again.
      let cut = graph.cut(
        wanted: needs.map { $0 * load.denominator },
        capacity: capacities.map { $0 * load.numerator })
      guard let cut else {
        for (index, facility) in graph.facilities.enumerated() where capacities[index] > 0 {
          loads.append((facility, load))
        }
        continue
      }
      waiting.append(graph.part(keepingParcels: cut.isShort, facilities: cut.isTaken))
      waiting.append(
        graph.part(keepingParcels: cut.isShort.map { !$0 }, facilities: cut.isTaken.map { !$0 }))
    }
  }
}

/// One step of the decomposition: some parcels, and all that they may still use.
struct LevelProblem {
  let graph: ShareGraph
  let needs: [Int128]
  let assured: [Int128]
  let capacities: [Int128]

  init(_ graph: ShareGraph, needs: [Int128], assured: [Int128], capacities: [Int128]) {
    self.graph = graph
    self.needs = needs
    self.assured = assured
    self.capacities = capacities
  }

  /// The common ratio, at most 1, at which parcels would together use up all that is there, each
  /// getting at least what it is assured.
  var level: FairShare.Ratio {
    let supply = capacities.reduce(0, +)
    var need = needs.reduce(0, +)
    if need <= supply { return .one }
    var left = supply
    var isFixed = [Bool](repeating: false, count: needs.count)
    // A parcel that is assured more than the level stays at that, which lowers the level for the
    // others, and may fix more of them.
    while need > 0 {
      var changed = false
      let current = FairShare.Ratio(max(0, left), need)
      for index in needs.indices where !isFixed[index] && assured[index] > 0 {
        if assured[index] * current.denominator > needs[index] * current.numerator {
          isFixed[index] = true
          changed = true
          left -= assured[index]
          need -= needs[index]
        }
      }
      if !changed { return current }
    }
    return FairShare.Ratio(0, 1)
  }

  /// What a parcel gets at a level, over its need.
  func ratio(of index: Int, at level: FairShare.Ratio) -> FairShare.Ratio {
    if assured[index] * level.denominator > needs[index] * level.numerator {
      return FairShare.Ratio(assured[index], needs[index])
    }
    return level
  }

  /// The smallest cut where a level cannot be delivered; `nil` where it can.
  func cut(at level: FairShare.Ratio) -> ShareGraph.Cut? {
    graph.cut(
      wanted: needs.indices.map { index in
        max(assured[index] * level.denominator, needs[index] * level.numerator)
      },
      capacity: capacities.map { $0 * level.denominator })
  }
}

extension ShareGraph {
  /// Parcels that together want more than the facilities that they reach have, and these.
  typealias Cut = (isShort: [Bool], isTaken: [Bool])

  /// The smallest cut where not all wants can be met; `nil` where they can.
  func cut(wanted: [Int128], capacity: [Int128]) -> Cut? {
    // Machine words where they do, which is nearly always, and is several times as fast.
    let limit = Int128(Int64.max / 4)
    if wanted.reduce(0, +) < limit, capacity.reduce(0, +) < limit {
      let flow = ShareFlow<Int64>(
        self, wanted: wanted.map { Int64($0) }, capacity: capacity.map { Int64($0) })
      return flow.isComplete ? nil : (flow.isShort, flow.isTaken)
    }
    let flow = ShareFlow<Int128>(self, wanted: wanted, capacity: capacity)
    return flow.isComplete ? nil : (flow.isShort, flow.isTaken)
  }
}
