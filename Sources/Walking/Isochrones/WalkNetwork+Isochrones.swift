public import Planar
public import Workers

/// Whether an isochrone is of walks to a place or away from it; the same but for one-way edges.
public enum WalkSense: Sendable, Hashable {
  /// From where the place is reached: a facility's catchment.
  case toPlace
  /// What is reached from the place.
  case fromPlace
}

extension WalkNetwork {
  /// The area within each limit of each place: the reached parts of edges and some ground beside
  /// them, dissolved, with holes.
  ///
  /// The laws of every polygon: all points of reached edges are in it; no point of it is farther
  /// than `offset` from a reached point; it is valid. The area of a shorter limit is within that of
  /// a longer one, but for 0.05 of the offset, which their outlines are simplified by. A picture,
  /// not evidence: verdicts rest on distances.
  ///
  /// An area of 15 minutes has some 2,000 vertices and takes 0.2 ms; a column holds 2,147,483,647.
  ///
  /// - Parameters:
  ///   - places: A row without a position, or whose straight piece is beyond the limit, reaches
  ///     nothing and gives a row of kind `.none`.
  ///   - offsets: Places that are reached together, such as those of one park: groups + 1 entries,
  ///     group `i` being `offsets[i]..<offsets[i + 1]`; `nil`: each for itself.
  ///   - limits: In metres, inclusive; the straight piece counts, but is not drawn.
  ///   - offset: In metres; the most that is drawn to each side of a street.
  /// - Returns: One column per limit with one row per place or group.
  /// - Throws: `NetworkError`.
  /// - Precondition: All positions are of this network.
  public func isochrones(
    of places: NetworkPositions, groupedBy offsets: [Int]? = nil, within limits: [Double],
    offset: Double, sense: WalkSense = .toPlace, workers: Workers
  ) async throws -> [GeometryColumn] {
    guard offset > 0, offset < .infinity else { throw NetworkError.badOffset(offset) }
    var ticks: [Int32] = []
    for limit in limits { ticks.append(try NetworkLength.limit(limit)) }
    check(places)
    let sorted = limits.indices.sorted { (ticks[$0], $0) < (ticks[$1], $1) }
    let ascending = sorted.map { ticks[$0] }
    let offsets = offsets ?? Array(0...places.count)
    let count = offsets.count - 1
    let grain = max(64, count / (8 * workers.count))
    let parts = try await workers.map(count, grain: grain) { range in
      try isochrones(
        range, of: places, groupedBy: offsets, ascending: ascending, offset: offset,
        isForward: sense == .fromPlace)
    }
    var result = [GeometryColumn](repeating: GeometryColumn(), count: limits.count)
    for (index, limit) in sorted.enumerated() {
      result[limit] = GeometryColumn(joining: parts.map { $0[index] })
    }
    return result
  }

  /// - Parameter ascending: Limits in ticks.
  private func isochrones(
    _ rows: Range<Int>, of places: NetworkPositions, groupedBy offsets: [Int],
    ascending: [Int32], offset: Double, isForward: Bool
  ) throws(NetworkError) -> [GeometryColumn] {
    var columns = [GeometryColumn](repeating: GeometryColumn(), count: ascending.count)
    guard let longest = ascending.last else { return columns }
    let memory = SearchMemory(self)
    memory.prepare(limit: longest)
    var field = DistanceField(band: StreetBand(offset: offset))
    var tracer = OutlineTracer()
    var ground = ReachedGround()
    var ends: [Int] = []
    for row in rows {
      ground.removeAll()
      ends.removeAll(keepingCapacity: true)
      let group = (offsets[row]..<offsets[row + 1]).compactMap { places[$0] }
        .filter { $0.leastStraight <= longest }
      if let nearest = group.map(\.leastStraight).min() {
        search(from: group, isForward: isForward, limit: longest, memory)
        var before: Int32 = -1
        for limit in ascending {
          ground.add(
            self, memory, around: group, isForward: isForward, limit: limit, before: before)
          ends.append(ground.pieces.count)
          if limit >= nearest { before = limit }
        }
        memory.reset()
        try field.reset(to: ground.envelope, offset: offset)
      }
      var drawn = 0
      for index in ascending.indices {
        guard let end = ends.isEmpty ? nil : ends[index], end > 0 else {
          columns[index].appendNone()
          continue
        }
        while drawn < end {
          let piece = ground.pieces[drawn]
          field.add(fromX: piece.ax, y: piece.ay, toX: piece.bx, y: piece.by)
          drawn += 1
        }
        tracer.trace(field, into: &columns[index])
      }
    }
    return columns
  }
}
