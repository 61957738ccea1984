internal import Planar
internal import Planning
internal import Workers

/// Which facilities each parcel reaches, in compressed rows: those of parcel `i` are
/// `facilities[offsets[i]..<offsets[i + 1]]`, ascending.
struct ReachEdges: Sendable {
  var offsets: [Int32]
  var facilities: [Int32]

  func facilities(of parcel: Int) -> ArraySlice<Int32> {
    facilities[Int(offsets[parcel])..<Int(offsets[parcel + 1])]
  }

  /// For every parcel, the sum over its facilities.
  ///
  /// - Parameter amounts: By facility row.
  func sums(of amounts: [Bounds], _ workers: Workers) async throws -> [Bounds] {
    try await workers.map(offsets.count - 1, grain: 32_768) { range in
      range.map { parcel in
        var sum = Bounds.zero
        for edge in Int(offsets[parcel])..<Int(offsets[parcel + 1]) {
          sum += amounts[Int(facilities[edge])]
        }
        return sum
      }
    }.flatMap { $0 }
  }

  /// No parcel reaches anything.
  init(parcels: Int) {
    offsets = Array(repeating: 0, count: parcels + 1)
    facilities = []
  }

  /// From one ascending list per parcel.
  init(lists: [[Int32]]) {
    self.init(parcels: 0)
    offsets.reserveCapacity(lists.count + 1)
    for list in lists {
      facilities.append(contentsOf: list)
      offsets.append(Int32(facilities.count))
    }
  }

  init(pieces: [(counts: [Int32], facilities: [Int32])]) {
    self.init(parcels: 0)
    facilities.reserveCapacity(pieces.reduce(0) { $0 + $1.facilities.count })
    for piece in pieces {
      for count in piece.counts { offsets.append(offsets[offsets.count - 1] + count) }
      facilities.append(contentsOf: piece.facilities)
    }
  }
}

extension RunContext {
  /// Edges from every parcel to the facilities of a grid within a limit of its best entrance, or
  /// of its place where it has no entrances.
  func edges(to grid: PointGrid, within limit: Double) async throws -> ReachEdges {
    let parcels = city.parcels
    let pieces = try await workers.map(parcels.count, grain: 16_384) { range in
      var counts: [Int32] = []
      counts.reserveCapacity(range.count)
      var found: [Int32] = []
      grid.search { view in
        for row in range {
          let start = found.count
          let gates = parcels.entranceOffsets[row]..<parcels.entranceOffsets[row + 1]
          if gates.isEmpty {
            view.forEach(
              within: limit, ofX: parcels.rows.placeX[row], y: parcels.rows.placeY[row]
            ) { facility, _, _ in found.append(facility) }
            found[start...].sort()
          } else {
            var reached = Set<Int32>()
            for gate in gates {
              let point = parcels.entrances[gate]
              view.forEach(within: limit, ofX: point.x, y: point.y) { facility, _, _ in
                reached.insert(facility)
              }
            }
            found.append(contentsOf: reached.sorted())
          }
          counts.append(Int32(found.count - start))
        }
      }
      return (counts: counts, facilities: found)
    }
    return ReachEdges(pieces: pieces)
  }

  /// Edges as declared or by location: a facility that is declared for parcels serves just those;
  /// another one serves the parcel that it lies in.
  func ownFacilities(of selection: FacilitySelection) -> ReachEdges {
    var lists: [[Int32]] = Array(repeating: [], count: city.parcels.count)
    let facilities = city.facilities
    for row in selection.all {
      let served = facilities.servedParcels[Int(row)]
      if !served.isEmpty {
        for parcel in Set(served) { lists[parcel].append(row) }
      } else if facilities.insideParcel[Int(row)] >= 0 {
        lists[Int(facilities.insideParcel[Int(row)])].append(row)
      }
    }
    return ReachEdges(lists: lists)
  }

  /// Edges within a limit, with declared facilities serving just the parcels they are declared
  /// for.
  ///
  /// - Parameter isOnNetwork: Whether the limit is one of walking along the network.
  func servedEdges(
    to selection: FacilitySelection, within limit: Double, isOnNetwork: Bool
  ) async throws -> ReachEdges {
    let declared = city.facilities.servedParcels
    let open = selection.all.filter { declared[Int($0)].isEmpty }
    let edges =
      if isOnNetwork, let walking {
        try await edges(walkingTo: open, within: limit, walking)
      } else {
        try await edges(to: grid(of: open), within: limit)
      }
    guard open.count < selection.all.count else { return edges }
    var lists = (0..<city.parcels.count).map { Array(edges.facilities(of: $0)) }
    for row in selection.all where !declared[Int(row)].isEmpty {
      for parcel in Set(declared[Int(row)]) { lists[parcel].append(row) }
    }
    return ReachEdges(lists: lists.map { $0.sorted() })
  }
}
