/// A largest flow from parcels to facilities: each parcel sends at most what it wants, each
/// facility takes at most what it has. In whole numbers.
///
/// What facilities have to spare is pushed towards unmet parcels: a facility gives to a parcel,
/// which gives back as much to a facility that is closer to an unmet one and now has that to spare
/// (Goldberg & Tarjan 1988). So it is a flow all the time, and what many push the same way goes on
/// in one piece.
struct ShareFlow<Value: ShareAmount> {
  private let graph: ShareGraph
  /// By place, so that all who use a facility are read in a row.
  private var flow: [Value]
  /// By parcel: what it wants and does not get.
  private var unmet: [Value]
  /// By facility: what nobody takes.
  private var spare: [Value]
  /// How many exchanges away from an unmet parcel each side is at least.
  private var parcelLevels: [Int32]
  private var facilityLevels: [Int32]

  /// The level of what no unmet parcel can get anything from.
  private static var never: Int32 { .max }

  init(_ graph: ShareGraph, wanted: [Value], capacity: [Value]) {
    self.graph = graph
    flow = Array(repeating: .zero, count: graph.targets.count)
    unmet = wanted
    spare = capacity
    parcelLevels = Array(repeating: Self.never, count: wanted.count)
    facilityLevels = Array(repeating: Self.never, count: capacity.count)
    fillGreedily()
    // Where all get what they want there is no cut to be found.
    while !isComplete {
      findLevels()
      var queue = queue()
      if queue.isEmpty { break }
      // Levels rise one at a time here, and all at once there: both get their share of the work.
      var work = 4 * graph.targets.count
      let ceiling = Int32(queue.count) + 1
      while work > 0, let facility = queue.popHighest() {
        discharge(Int(facility), below: ceiling, &queue, &work)
      }
    }
  }

  /// Whether every parcel gets what it wants.
  var isComplete: Bool { unmet.allSatisfy { $0 == .zero } }

  /// Class 1: unmet parcels, those at whose cost they could get more, and the facilities that these
  /// reach. Together they want more than the facilities have; it is the smallest such cut.
  /// Class 0: all others.
  var cut: ShareGraph.Classes {
    ShareGraph.Classes(
      ofParcel: parcelLevels.map { $0 == Self.never ? 0 : 1 },
      ofFacility: facilityLevels.map { $0 == Self.never ? 0 : 1 })
  }

  /// Takes what a parcel wants from the facilities that have most to spare.
  private mutating func fillGreedily() {
    for parcel in unmet.indices where unmet[parcel] > .zero {
      let edges = graph.edges(of: parcel)
      guard var best = edges.first else { continue }
      for edge in edges where spare[Int(graph.targets[edge])] > spare[Int(graph.targets[best])] {
        best = edge
      }
      if spare[Int(graph.targets[best])] >= unmet[parcel] {
        give(unmet[parcel], through: best, to: parcel)
      } else {
        for edge in edges.sorted(by: {
          spare[Int(graph.targets[$0])] > spare[Int(graph.targets[$1])]
        }) {
          give(min(unmet[parcel], spare[Int(graph.targets[edge])]), through: edge, to: parcel)
        }
      }
    }
  }

  private mutating func give(_ amount: Value, through edge: Int, to parcel: Int) {
    flow[Int(graph.places[edge])] += amount
    unmet[parcel] -= amount
    spare[Int(graph.targets[edge])] -= amount
  }

  /// Numbers parcels and facilities by level.
  private mutating func findLevels() {
    for index in facilityLevels.indices { facilityLevels[index] = Self.never }
    var front: [Int32] = []
    for parcel in unmet.indices {
      let isUnmet = unmet[parcel] > .zero
      parcelLevels[parcel] = isUnmet ? 0 : Self.never
      if isUnmet { front.append(Int32(parcel)) }
    }
    var reached: [Int32] = []
    var level: Int32 = 0
    while !front.isEmpty {
      reached.removeAll(keepingCapacity: true)
      for parcel in front {
        // By number: a slice of the targets would be counted in and out for every parcel.
        for edge in graph.edges(of: Int(parcel)) {
          let target = graph.targets[edge]
          guard facilityLevels[Int(target)] == Self.never else { continue }
          facilityLevels[Int(target)] = level
          reached.append(target)
        }
      }
      level += 1
      front.removeAll(keepingCapacity: true)
      for facility in reached {
        for place in graph.places(of: Int(facility)) where flow[place] > .zero {
          let parcel = graph.sources[place]
          if parcelLevels[Int(parcel)] == Self.never {
            parcelLevels[Int(parcel)] = level
            front.append(parcel)
          }
        }
      }
    }
  }

  /// Facilities with something to spare that an unmet parcel could get.
  private func queue() -> LevelQueue {
    var queue = LevelQueue()
    for (facility, level) in facilityLevels.enumerated()
    where level != Self.never && spare[facility] > .zero {
      queue.append(Int32(facility), at: level)
    }
    return queue
  }

  /// Gives away what a facility has to spare, at ever higher levels if it must.
  private mutating func discharge(
    _ facility: Int, below ceiling: Int32, _ queue: inout LevelQueue, _ work: inout Int
  ) {
    var left = spare[facility]
    while facilityLevels[facility] < ceiling {
      let level = facilityLevels[facility]
      var next = Self.never
      work -= graph.places(of: facility).count
      for place in graph.places(of: facility) {
        let parcel = Int(graph.sources[place])
        if parcelLevels[parcel] == level {
          exchange(&left, at: place, of: parcel, queue: &queue)
          work -= graph.edges(of: parcel).count
          if left == .zero { break }
        }
        next = min(next, parcelLevels[parcel])
      }
      if left == .zero { break }
      facilityLevels[facility] = next
    }
    spare[facility] = left
  }

  /// Gives to a parcel as much as it is unmet, or as it gives back to facilities of the level
  /// below. A parcel that cannot take all rises above those that it could give back to.
  private mutating func exchange(
    _ left: inout Value, at place: Int, of parcel: Int, queue: inout LevelQueue
  ) {
    let level = parcelLevels[parcel]
    if level == 0 {
      let amount = min(left, unmet[parcel])
      flow[place] += amount
      unmet[parcel] -= amount
      left -= amount
      if left == .zero { return }
    }
    var next = Self.never
    for edge in graph.edges(of: parcel) {
      let other = Int(graph.targets[edge])
      let otherLevel = facilityLevels[other]
      if otherLevel >= next { continue }
      let back = Int(graph.places[edge])
      if flow[back] == .zero { continue }
      if otherLevel == level - 1 {
        let amount = min(left, flow[back])
        flow[place] += amount
        flow[back] -= amount
        if spare[other] == .zero { queue.append(Int32(other), at: otherLevel) }
        spare[other] += amount
        left -= amount
        if left == .zero { return }
      } else {
        next = min(next, otherLevel)
      }
    }
    if flow[place] > .zero { next = min(next, level) }
    parcelLevels[parcel] = next == Self.never ? next : next + 1
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

/// Facilities with something to spare, by level.
private struct LevelQueue {
  private var levels: [[Int32]] = []

  var isEmpty: Bool { levels.isEmpty }
  var count: Int { levels.count }

  mutating func append(_ facility: Int32, at level: Int32) {
    while levels.count <= level { levels.append([]) }
    levels[Int(level)].append(facility)
  }

  /// The farthest goes first, so that what comes from afar goes on with what is near.
  mutating func popHighest() -> Int32? {
    while let last = levels.indices.last {
      if let facility = levels[last].popLast() { return facility }
      levels.removeLast()
    }
    return nil
  }
}
