internal import Planar
internal import Planning
internal import Workers

/// Which facilities each parcel reaches, in compressed rows: those of parcel `i` are
/// `facilities[offsets[i]..<offsets[i + 1]]`, ascending.
package struct ReachEdges: Sendable, Hashable {
  package var offsets: [Int32]
  package var facilities: [Int32]

  package func facilities(of parcel: Int) -> ArraySlice<Int32> {
    facilities[Int(offsets[parcel])..<Int(offsets[parcel + 1])]
  }

  /// Where the edges of a parcel are in `facilities`.
  package func range(of parcel: Int) -> Range<Int> {
    Int(offsets[parcel])..<Int(offsets[parcel + 1])
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

  /// So many edges for each parcel, to be filled in.
  init(counts: [Int32]) {
    self.init(parcels: 0)
    for count in counts { offsets.append(offsets[offsets.count - 1] + count) }
    facilities = Array(repeating: -1, count: Int(offsets[counts.count]))
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

  /// All edges of both.
  func union(_ other: ReachEdges) -> ReachEdges {
    if other.facilities.isEmpty { return self }
    if facilities.isEmpty { return other }
    var result = ReachEdges(parcels: 0)
    result.offsets.reserveCapacity(offsets.count)
    result.facilities.reserveCapacity(facilities.count + other.facilities.count)
    // Few have more; the rest is taken over in long runs.
    var taken = 0
    for parcel in 0..<offsets.count - 1 {
      let (mine, theirs) = (range(of: parcel), other.range(of: parcel))
      if !theirs.isEmpty {
        let more = other.facilities[theirs].filter { !facilities[mine].contains($0) }
        if !more.isEmpty {
          result.facilities += facilities[taken..<mine.lowerBound]
          result.facilities += (facilities[mine] + more).sorted()
          taken = mine.upperBound
        }
      }
      result.offsets.append(Int32(result.facilities.count + mine.upperBound - taken))
    }
    result.facilities += facilities[taken...]
    return result
  }

  /// Those edges that others do not have.
  func subtracting(_ other: ReachEdges) -> ReachEdges {
    if facilities.isEmpty || other.facilities.isEmpty { return self }
    return ReachEdges(
      lists: (0..<offsets.count - 1).map { parcel in
        let theirs = other.facilities(of: parcel)
        return facilities(of: parcel).filter { !theirs.contains($0) }
      })
  }
}

extension ReachEdges {
  /// The same edges from the other side: the parcels of each facility, ascending.
  func parcels(ofFacilities count: Int) -> ReachEdges {
    var starts = [Int32](repeating: 0, count: count + 1)
    for facility in facilities { starts[Int(facility) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var result = ReachEdges(parcels: 0)
    result.offsets = starts
    result.facilities = Array(repeating: 0, count: facilities.count)
    for parcel in 0..<offsets.count - 1 {
      for facility in facilities(of: parcel) {
        result.facilities[Int(starts[Int(facility)])] = Int32(parcel)
        starts[Int(facility)] += 1
      }
    }
    return result
  }
}
