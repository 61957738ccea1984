package import Walking
internal import Workers

/// The walking network of a run, with the rows of its city on it.
package struct Walks: Sendable {
  package let network: WalkNetwork
  package let access: NetworkAccess

  package init(network: WalkNetwork, access: NetworkAccess) {
    self.network = network
    self.access = access
  }
}

extension Walks {
  /// Edges from every parcel to facilities within a limit along the network, from its best place.
  ///
  /// - Parameters:
  ///   - rows: Of facilities, ascending.
  ///   - direct: Those nearer to a door than any street.
  func edges(
    to rows: [Int32], within limit: Double, _ direct: DirectPairs, workers: Workers
  ) async throws -> ReachEdges {
    let targets = access.facilities.selecting(rows.lazy.map { Int($0) })
    let owners = targets.owners
    let pairs = try await network.pairs(
      from: access.parcels.doors, to: targets.doors,
      within: min(limit, WalkNetwork.longestLimit), workers: workers)
    let offsets = access.parcels.offsets
    let hasRepeats = targets.doors.count > targets.count
    var isWanted = [Bool](repeating: false, count: direct.isEmpty ? 0 : access.facilities.count)
    if !direct.isEmpty { for row in rows { isWanted[Int(row)] = true } }
    var counts: [Int32] = []
    counts.reserveCapacity(offsets.count)
    var found: [Int32] = []
    found.reserveCapacity(pairs.targets.count)
    for parcel in 0..<offsets.count - 1 {
      let start = found.count
      let first = pairs.offsets[offsets[parcel]]
      let last = pairs.offsets[offsets[parcel + 1]]
      for pair in first..<last { found.append(rows[Int(owners[Int(pairs.targets[pair])])]) }
      let before = found.count
      if !direct.isEmpty {
        for door in access.parcels.doors(of: parcel) {
          for pair in direct.pairs(of: door)
          where direct.metres[pair] <= limit && isWanted[Int(direct.facilities[pair])] {
            found.append(direct.facilities[pair])
          }
        }
      }
      if hasRepeats || found.count > before || offsets[parcel + 1] - offsets[parcel] > 1 {
        let reached = Set(found[start...]).sorted()
        found.removeSubrange(start...)
        found += reached
      }
      counts.append(Int32(found.count - start))
    }
    return ReachEdges(pieces: [(counts: counts, facilities: found)])
  }
}

/// The facility in a parcel that is nearest to all of it.
struct InsideFacility: Sendable {
  /// To the farthest vertex; infinite where there is none.
  var metres = Double.infinity
  /// Its row, or -1.
  var facility: Int32 = -1
}

/// For every parcel: how far its places are from the nearest facility along the network, and the
/// part of them from which it is within a limit.
struct WalkCoverage: Sendable {
  private let offsets: [Int]
  private let lost: [Int32]
  /// By place: the nearest facility that surely counts, by row, or -1.
  private let nearest: [Int32]
  /// By place; infinite where there is none.
  private let metres: [Double]
  /// With facilities that may count; empty where there are none.
  private let metresAtBest: [Double]
  /// By place: from the worst of the streets that it fronts on.
  private let metresFromWorst: [Double]
  /// By parcel: whether its gate is not known, so that the best place of its boundary was taken.
  private let isAssumed: [Bool]
  /// By parcel: the facility that surely counts in it, and how far everyone in it is from that at
  /// most.
  private let inside: [InsideFacility]
  /// By parcel, with facilities that may count.
  private let insideAtBest: [InsideFacility]

  /// - Parameters:
  ///   - inside: By parcel, what surely counts in it, and what may.
  ///   - limit: How far is looked, metres.
  init(
    of selection: FacilitySelection, _ walks: Walks,
    inside: (certain: [InsideFacility], all: [InsideFacility]), _ direct: DirectPairs,
    within limit: Double, workers: Workers
  ) async throws {
    // What may count is another group, where there is any.
    let groups =
      selection.possible.isEmpty ? [selection.certain] : [selection.certain, selection.all]
    let targets = groups.map { rows in
      walks.access.facilities.selecting(rows.lazy.map { Int($0) })
    }
    var found = try await walks.network.nearest(
      targets.map(\.doors), from: walks.access.parcels.doors, within: limit,
      workers: workers)
    for (index, rows) in groups.enumerated() {
      found[index].take(direct, rows, ofDoors: targets[index].owners)
    }
    // Whether somebody gets out at all where something stands before every street is not known.
    for door in walks.access.parcels.isBarred.indices where walks.access.parcels.isBarred[door] {
      for index in found.indices { found[index].metresFromWorst[door] = .infinity }
    }
    self.inside = inside.certain
    insideAtBest = inside.all
    offsets = walks.access.parcels.offsets
    lost = walks.access.lost
    let owners = targets[0].owners
    nearest = found[0].rows.map { $0 < 0 ? -1 : selection.certain[Int(owners[Int($0)])] }
    metres = found[0].metres
    metresAtBest = found.count > 1 ? found[1].metres : []
    metresFromWorst = found[0].metresFromWorst
    isAssumed = walks.access.isAssumed.indices.map { parcel in
      walks.access.isAssumed[parcel]
        || walks.access.parcels.doors(of: parcel).contains { walks.access.parcels.isBarred[$0] }
    }
  }

  /// A parcel is as far as its worst place; the nearest facility is that place's. What lies in it
  /// serves all of it.
  ///
  /// - Parameter mayReach: By parcel: whether there is a facility of which it is not known whether it
  ///   serves it.
  func measure(limit: Double, mayReach: [Bool]) -> CoverageKernel.Measured {
    var result = CoverageKernel.Measured()
    let count = offsets.count - 1
    result.share.reserveCapacity(count)
    result.nearest.reserveCapacity(count)
    result.distance.reserveCapacity(count)
    var shareAtBest: [Double] = []
    result.shareOfWorstGate.reserveCapacity(count)
    let hasDoubt = !metresAtBest.isEmpty || mayReach.contains(true)
    for parcel in 0..<count {
      let places = offsets[parcel]..<offsets[parcel + 1]
      let all = Double(places.count + Int(lost[parcel]))
      let (worst, row) = farthest(places, inside[parcel])
      result.nearest.append(row)
      result.distance.append(worst)
      result.share.append(
        inside[parcel].metres <= limit
          ? 1 : Double(places.count { metres[$0] <= limit }) / all)
      let share = result.share[parcel]
      result.shareOfWorstGate.append(
        !isAssumed[parcel] || share == 0 || inside[parcel].metres <= limit
          ? share : Double(places.count { metresFromWorst[$0] <= limit }) / all)
      guard hasDoubt else { continue }
      let atBest = metresAtBest.isEmpty ? metres : metresAtBest
      shareAtBest.append(
        mayReach[parcel] || insideAtBest[parcel].metres <= limit
          ? 1 : Double(places.count { atBest[$0] <= limit }) / all)
    }
    result.shareAtBest = shareAtBest
    return result
  }

  /// How far the worst of some places is, and from what.
  private func farthest(
    _ places: Range<Int>, _ inside: InsideFacility
  ) -> (metres: Double, facility: Int32) {
    guard let worst = places.max(by: { metres[$0] < metres[$1] }),
      metres[worst] <= inside.metres
    else { return (inside.metres, inside.facility) }
    return (metres[worst], nearest[worst])
  }

  /// Whether no street is near a parcel, or near one of its entrances.
  func isLost(_ parcel: Int) -> Bool { lost[parcel] > 0 }
}

extension Walks {
  /// How far facilities are from the nearest other ones along the network.
  ///
  /// - Parameters:
  ///   - judged: Rows; one without a street near has no answer, which is not that there is none.
  ///   - counted: Rows, ascending.
  func nearestOthers(
    of judged: [Int32], among counted: [Int32], within limit: Double, workers: Workers
  ) async throws -> [(row: Int32, distance: Double)?] {
    let origins = access.facilities.selecting(judged.lazy.map { Int($0) })
    let targets = access.facilities.selecting(counted.lazy.map { Int($0) })
    let owners = targets.owners
    let pairs = try await network.pairs(
      from: origins.doors, to: targets.doors,
      within: min(limit, WalkNetwork.longestLimit), workers: workers)
    return judged.indices.map { index in
      var best: (row: Int32, distance: Double)?
      let places = origins.doors(of: index)
      let own = pairs.offsets[places.lowerBound]..<pairs.offsets[places.upperBound]
      for pair in own {
        let row = counted[Int(owners[Int(pairs.targets[pair])])]
        guard row != judged[index] else { continue }
        // The pairs of one place after those of another: of equally near ones the first row.
        if let best, (best.distance, best.row) <= (pairs.metres[pair], row) { continue }
        best = (row, pairs.metres[pair])
      }
      return best
    }
  }
}

extension NearestTargets {
  /// Takes facilities that are nearer to a door than any street where they are nearer than what was
  /// found.
  ///
  /// - Parameters:
  ///   - rows: The facilities that count, ascending.
  ///   - owners: By door of these: which of them it belongs to.
  fileprivate mutating func take(
    _ direct: DirectPairs, _ rows: [Int32], ofDoors owners: [Int32]
  ) {
    guard !direct.isEmpty else { return }
    // By facility: its first door, for the names of targets are those of doors.
    var firstDoor: [Int32: Int32] = [:]
    for (door, owner) in owners.enumerated().reversed() {
      firstDoor[rows[Int(owner)]] = Int32(door)
    }
    for door in self.rows.indices {
      for pair in direct.pairs(of: door) {
        guard let target = firstDoor[direct.facilities[pair]], direct.metres[pair] < metres[door]
        else { continue }
        self.rows[door] = target
        metres[door] = direct.metres[pair]
        metresFromWorst[door] = max(metresFromWorst[door], metres[door])
      }
    }
  }
}
