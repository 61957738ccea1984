internal import Planar
internal import Planning
internal import Workers

extension MeasuredCity {
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
}
