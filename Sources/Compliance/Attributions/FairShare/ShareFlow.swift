/// A largest flow from parcels to facilities: each parcel sends at most what it wants, each facility
/// takes at most what it has. In whole numbers; blocking flows along shortest paths (Dinic 1970).
struct ShareFlow<Value: FixedWidthInteger & SignedInteger & Sendable> {
  /// By edge.
  private(set) var flow: [Value]
  /// By parcel: what it wants and does not get.
  private(set) var unmet: [Value]
  /// By facility: what nobody takes.
  private(set) var spare: [Value]
  /// By parcel: whether an unmet parcel could get more at its cost. These parcels want more than
  /// the facilities they reach have; it is the smallest such cut.
  private(set) var isShort: [Bool] = []
  /// By facility: whether a short parcel reaches it.
  private(set) var isTaken: [Bool] = []

  init(_ graph: ShareGraph, wanted: [Value], capacity: [Value]) {
    flow = Array(repeating: 0, count: graph.targets.count)
    unmet = wanted
    spare = capacity
    fillGreedily(graph)
    var levels = Levels(graph)
    while findLevels(graph, &levels) { augment(graph, levels) }
    isTaken = levels.ofFacility.map { $0 >= 0 }
    isShort = graph.parcels.indices.map { parcel in
      // A parcel that gets nothing it wants is short even if it reaches no facility at all.
      if unmet[parcel] > 0 { return true }
      return (Int(graph.offsets[parcel])..<Int(graph.offsets[parcel + 1])).contains {
        flow[$0] > 0 && isTaken[Int(graph.targets[$0])]
      }
    }
  }

  /// Whether every parcel gets what it wants.
  var isComplete: Bool { unmet.allSatisfy { $0 == 0 } }

  private mutating func fillGreedily(_ graph: ShareGraph) {
    for parcel in graph.parcels.indices where unmet[parcel] > 0 {
      for edge in Int(graph.offsets[parcel])..<Int(graph.offsets[parcel + 1]) {
        let target = Int(graph.targets[edge])
        let amount = min(unmet[parcel], spare[target])
        if amount > 0 {
          flow[edge] = amount
          unmet[parcel] -= amount
          spare[target] -= amount
          if unmet[parcel] == 0 { break }
        }
      }
    }
  }

  /// How many exchanges away from an unmet parcel each side is; -1: cannot be got from.
  private struct Levels {
    var ofParcel: [Int32]
    var ofFacility: [Int32]

    init(_ graph: ShareGraph) {
      ofParcel = Array(repeating: -1, count: graph.parcels.count)
      ofFacility = Array(repeating: -1, count: graph.facilities.count)
    }
  }

  /// Numbers parcels and facilities by level; true when a facility with something to spare is among
  /// them.
  private func findLevels(_ graph: ShareGraph, _ levels: inout Levels) -> Bool {
    levels = Levels(graph)
    var front: [Int32] = []
    for parcel in graph.parcels.indices where unmet[parcel] > 0 {
      levels.ofParcel[parcel] = 0
      front.append(Int32(parcel))
    }
    var depth: Int32 = 0
    var hasSpare = false
    while !front.isEmpty {
      var reached: [Int32] = []
      for parcel in front {
        for edge in Int(graph.offsets[Int(parcel)])..<Int(graph.offsets[Int(parcel) + 1]) {
          let target = Int(graph.targets[edge])
          if levels.ofFacility[target] < 0 {
            levels.ofFacility[target] = depth
            if spare[target] > 0 { hasSpare = true }
            reached.append(Int32(target))
          }
        }
      }
      // Deeper levels are of no use to a shortest path.
      if hasSpare { return true }
      front.removeAll(keepingCapacity: true)
      for facility in reached {
        let range =
          Int(graph.facilityOffsets[Int(facility)])..<Int(graph.facilityOffsets[Int(facility) + 1])
        for place in range {
          let edge = Int(graph.edgesByFacility[place])
          let parcel = Int(graph.sources[edge])
          if flow[edge] > 0, levels.ofParcel[parcel] < 0 {
            levels.ofParcel[parcel] = depth + 1
            front.append(Int32(parcel))
          }
        }
      }
      depth += 1
    }
    return false
  }

  /// One blocking flow: depth-first over the levels, each arc looked at once.
  private mutating func augment(_ graph: ShareGraph, _ levels: Levels) {
    var nextOut = graph.offsets
    var nextBack = graph.facilityOffsets
    /// Alternating: an edge out of a parcel, then an edge whose flow is given back.
    var path: [Int32] = []
    for start in graph.parcels.indices {
      while unmet[start] > 0 {
        path.removeAll(keepingCapacity: true)
        guard
          let end = findPath(from: start, graph, levels, &nextOut, &nextBack, &path)
        else { break }
        var amount = min(unmet[start], spare[end])
        for place in stride(from: 1, to: path.count, by: 2) {
          amount = min(amount, flow[Int(path[place])])
        }
        for (place, edge) in path.enumerated() {
          if place % 2 == 0 { flow[Int(edge)] += amount } else { flow[Int(edge)] -= amount }
        }
        unmet[start] -= amount
        spare[end] -= amount
      }
    }
  }

  /// A path to a facility with something to spare, along rising levels.
  private func findPath(
    from start: Int, _ graph: ShareGraph, _ levels: Levels, _ nextOut: inout [Int32],
    _ nextBack: inout [Int32], _ path: inout [Int32]
  ) -> Int? {
    var parcel = start
    var depth: Int32 = 0
    while true {
      // Forward from the parcel to a facility of the next level.
      var facility = -1
      while nextOut[parcel] < graph.offsets[parcel + 1] {
        let target = Int(graph.targets[Int(nextOut[parcel])])
        if levels.ofFacility[target] == depth {
          facility = target
          break
        }
        nextOut[parcel] += 1
      }
      if facility < 0 {
        // A dead end: take back the last exchange, and try the next one.
        guard path.count >= 2 else { return nil }
        let back = Int(path.removeLast())
        let out = Int(path.removeLast())
        nextBack[Int(graph.targets[back])] += 1
        parcel = Int(graph.sources[out])
        depth -= 1
        continue
      }
      path.append(nextOut[parcel])
      if spare[facility] > 0 { return facility }
      // Back from the facility to a parcel that could get its share elsewhere.
      var moved = false
      while nextBack[facility] < graph.facilityOffsets[facility + 1] {
        let edge = Int(graph.edgesByFacility[Int(nextBack[facility])])
        let other = Int(graph.sources[edge])
        // A parcel is entered at its own level only: its arcs are looked at once, for that level.
        if flow[edge] > 0, levels.ofParcel[other] == depth + 1,
          nextOut[other] < graph.offsets[other + 1]
        {
          path.append(Int32(edge))
          parcel = other
          depth += 1
          moved = true
          break
        }
        nextBack[facility] += 1
      }
      if !moved {
        path.removeLast()
        nextOut[parcel] += 1
      }
    }
  }
}
