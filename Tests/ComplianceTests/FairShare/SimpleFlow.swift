/// A largest flow by one augmenting path after another (Ford & Fulkerson 1956).
struct SimpleFlow {
  private var unmet: [Int128]
  private var spare: [Int128]
  private var flow: [[Int: Int128]]
  private let reach: [[Int]]

  init(wanted: [Int128], capacity: [Int128], _ reach: [[Int]]) {
    unmet = wanted
    spare = capacity
    self.reach = reach
    flow = wanted.map { _ in [:] }
    for parcel in wanted.indices {
      while unmet[parcel] > 0, augment(parcel) {}
    }
  }

  var isComplete: Bool { unmet.allSatisfy { $0 == 0 } }

  /// Breadth first, from a parcel to the nearest facility with something to spare.
  private mutating func augment(_ start: Int) -> Bool {
    var cameFrom: [Int: Int] = [:]
    var tookFrom: [Int: Int] = [start: -1]
    var waiting = [start][...]
    while let parcel = waiting.popFirst() {
      for facility in reach[parcel] where cameFrom[facility] == nil {
        cameFrom[facility] = parcel
        if spare[facility] > 0 {
          push(from: start, to: facility, cameFrom, tookFrom)
          return true
        }
        for other in flow.indices where tookFrom[other] == nil && flow[other][facility] ?? 0 > 0 {
          tookFrom[other] = facility
          waiting.append(other)
        }
      }
    }
    return false
  }

  private mutating func push(
    from start: Int, to end: Int, _ cameFrom: [Int: Int], _ tookFrom: [Int: Int]
  ) {
    var steps: [(parcel: Int, gains: Int, loses: Int)] = []
    var facility = end
    while let parcel = cameFrom[facility], let next = tookFrom[parcel] {
      steps.append((parcel, facility, next))
      if next < 0 { break }
      facility = next
    }
    var amount = min(unmet[start], spare[end])
    for step in steps where step.loses >= 0 {
      amount = min(amount, flow[step.parcel][step.loses] ?? 0)
    }
    for step in steps {
      flow[step.parcel][step.gains, default: 0] += amount
      if step.loses >= 0 { flow[step.parcel][step.loses, default: 0] -= amount }
    }
    unmet[start] -= amount
    spare[end] -= amount
  }
}
