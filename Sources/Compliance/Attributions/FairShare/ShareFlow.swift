/// A largest flow from parcels to facilities: each parcel sends at most what it wants, each facility
/// takes at most what it has. In whole numbers; blocking flows along shortest paths (Dinic 1970).
struct ShareFlow<Value: ShareAmount> {
  private let graph: ShareGraph
  /// By place, so that all who use a facility are read in a row.
  private var flow: [Value]
  /// By parcel: what it wants and does not get.
  private var unmet: [Value]
  /// By facility: what nobody takes.
  private var spare: [Value]
  /// How many exchanges away from an unmet parcel each side is; -1: cannot be got from.
  private var parcelLevels: [Int32]
  private var facilityLevels: [Int32]

  init(_ graph: ShareGraph, wanted: [Value], capacity: [Value]) {
    self.graph = graph
    flow = Array(repeating: .zero, count: graph.targets.count)
    unmet = wanted
    spare = capacity
    parcelLevels = Array(repeating: -1, count: wanted.count)
    facilityLevels = Array(repeating: -1, count: capacity.count)
    fillGreedily()
    while findLevels() { augment() }
  }

  /// Whether every parcel gets what it wants.
  var isComplete: Bool { unmet.allSatisfy { $0 == .zero } }

  /// Class 1: parcels that unmet ones could get more at the cost of, and the facilities that these
  /// reach. Together the parcels want more than the facilities have; it is the smallest such cut.
  /// Class 0: all others.
  var cut: ShareGraph.Classes {
    ShareGraph.Classes(
      ofParcel: parcelLevels.map { $0 < 0 ? 0 : 1 },
      ofFacility: facilityLevels.map { $0 < 0 ? 0 : 1 })
  }

  /// Takes what a parcel wants from the facility that has most to spare.
  private mutating func fillGreedily() {
    for parcel in unmet.indices where unmet[parcel] > .zero {
      while unmet[parcel] > .zero {
        var best = -1
        var most = Value.zero
        for edge in graph.edges(of: parcel) where spare[Int(graph.targets[edge])] > most {
          best = edge
          most = spare[Int(graph.targets[edge])]
        }
        if best < 0 { break }
        let amount = min(unmet[parcel], most)
        flow[Int(graph.places[best])] += amount
        unmet[parcel] -= amount
        spare[Int(graph.targets[best])] -= amount
      }
    }
  }

  /// Numbers parcels and facilities by level; true when a facility with something to spare is among
  /// them.
  private mutating func findLevels() -> Bool {
    for index in facilityLevels.indices { facilityLevels[index] = -1 }
    var front: [Int32] = []
    for parcel in unmet.indices {
      let isUnmet = unmet[parcel] > .zero
      parcelLevels[parcel] = isUnmet ? 0 : -1
      if isUnmet { front.append(Int32(parcel)) }
    }
    var reached: [Int32] = []
    var level: Int32 = 0
    while !front.isEmpty {
      var hasSpare = false
      reached.removeAll(keepingCapacity: true)
      for parcel in front {
        for edge in graph.edges(of: Int(parcel)) {
          let target = Int(graph.targets[edge])
          if facilityLevels[target] < 0 {
            facilityLevels[target] = level
            if spare[target] > .zero { hasSpare = true }
            reached.append(Int32(target))
          }
        }
      }
      // Deeper levels are of no use to a shortest path.
      if hasSpare { return true }
      level += 1
      front.removeAll(keepingCapacity: true)
      for facility in reached {
        for place in graph.places(of: Int(facility)) where flow[place] > .zero {
          let parcel = graph.sources[place]
          if parcelLevels[Int(parcel)] < 0 {
            parcelLevels[Int(parcel)] = level
            front.append(parcel)
          }
        }
      }
    }
    return false
  }

  /// One blocking flow: depth-first over the levels, each arc looked at once.
  private mutating func augment() {
    var search = PathSearch(graph)
    for start in unmet.indices {
      while unmet[start] > .zero, let end = findPath(from: start, &search) {
        var amount = min(unmet[start], spare[end])
        for step in search.steps { amount = min(amount, flow[Int(step.back)]) }
        for step in search.steps {
          flow[Int(graph.places[Int(step.out)])] += amount
          flow[Int(step.back)] -= amount
        }
        flow[Int(graph.places[Int(search.last)])] += amount
        unmet[start] -= amount
        spare[end] -= amount
      }
    }
  }

  /// Where a search along the levels is, and what it need not look at again.
  private struct PathSearch {
    /// By parcel: its next edge.
    var nextOut: [Int32]
    /// By facility: its next place.
    var nextBack: [Int32]
    /// Exchanges: a parcel takes an edge, and the facility takes from one that uses it.
    var steps: [(out: Int32, back: Int32)] = []
    /// The edge to the facility at the end.
    var last: Int32 = -1

    init(_ graph: ShareGraph) {
      nextOut = graph.offsets
      nextBack = graph.facilityOffsets
    }
  }

  /// A path to a facility with something to spare, along rising levels.
  private func findPath(from start: Int, _ search: inout PathSearch) -> Int? {
    var parcel = start
    search.steps.removeAll(keepingCapacity: true)
    while true {
      let level = Int32(search.steps.count)
      // Forward from the parcel to a facility of its level.
      let end = graph.offsets[parcel + 1]
      var out = search.nextOut[parcel]
      while out < end, facilityLevels[Int(graph.targets[Int(out)])] != level { out += 1 }
      search.nextOut[parcel] = out
      guard out < end else {
        // A dead end: take back the last exchange, and try the next one.
        guard let step = search.steps.popLast() else { return nil }
        let facility = Int(graph.targets[Int(step.out)])
        search.nextBack[facility] += 1
        parcel = Int(graph.sources[Int(graph.places[Int(step.out)])])
        continue
      }
      let facility = Int(graph.targets[Int(out)])
      if spare[facility] > .zero {
        search.last = out
        return facility
      }
      // Back from the facility to a parcel that could get its share elsewhere. A parcel is entered
      // at its own level only: its edges are looked at once, for that level.
      let stop = graph.facilityOffsets[facility + 1]
      var back = search.nextBack[facility]
      while back < stop {
        let other = Int(graph.sources[Int(back)])
        if flow[Int(back)] > .zero, parcelLevels[other] == level + 1,
          search.nextOut[other] < graph.offsets[other + 1]
        {
          break
        }
        back += 1
      }
      search.nextBack[facility] = back
      if back < stop {
        search.steps.append((out, back))
        parcel = Int(graph.sources[Int(back)])
      } else {
        search.nextOut[parcel] += 1
      }
    }
  }

  /// Who stands in whose way once all supply is used: seeds take turns; in its turn, a seed finds
  /// those at whose cost it could get more, and the facilities that it could get it from.
  ///
  /// - Parameter seeds: In order; a seed that was found before finds nothing new. Those of one turn
  ///   follow each other.
  /// - Parameter turns: By seed.
  /// - Returns: The turn in which each was found; -1: never.
  func found(by seeds: [Int32], turns: [Int32]) -> ShareGraph.Classes {
    var found = ShareGraph.Classes(
      ofParcel: Array(repeating: -1, count: graph.parcels.count),
      ofFacility: Array(repeating: -1, count: graph.facilities.count))
    var waiting: [Int32] = []
    for (seed, turn) in zip(seeds, turns) where found.ofParcel[Int(seed)] < 0 {
      found.ofParcel[Int(seed)] = turn
      waiting.append(seed)
      while let parcel = waiting.popLast() {
        for edge in graph.edges(of: Int(parcel)) {
          let facility = Int(graph.targets[edge])
          if found.ofFacility[facility] >= 0 { continue }
          found.ofFacility[facility] = turn
          for place in graph.places(of: facility) where flow[place] > .zero {
            let other = graph.sources[place]
            if found.ofParcel[Int(other)] < 0 {
              found.ofParcel[Int(other)] = turn
              waiting.append(other)
            }
          }
        }
      }
    }
    return found
  }
}
