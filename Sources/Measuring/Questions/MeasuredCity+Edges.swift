internal import Geodesy
internal import Planar
internal import Planning
internal import Workers

extension MeasuredCity {
  /// Edges from every parcel to facilities within a limit of its best entrance, or of its place where
  /// it has no entrances.
  ///
  /// - Parameter limit: Metres on the ground.
  func edges(to sites: FacilitySites, within limit: Double) async throws -> ReachEdges {
    let parcels = city.parcels
    let ground = city.ground
    let pieces = try await workers.map(parcels.count, grain: 16_384) { range in
      var counts: [Int32] = []
      counts.reserveCapacity(range.count)
      var found: [Int32] = []
      sites.search { view in
        for row in range {
          let start = found.count
          let gates = parcels.entranceOffsets[row]..<parcels.entranceOffsets[row + 1]
          if gates.isEmpty, !sites.hasRepeats {
            view.forEach(
              withinMetres: limit, ofX: parcels.rows.placeX[row], y: parcels.rows.placeY[row],
              on: ground
            ) { facility in found.append(facility) }
            found[start...].sort()
          } else {
            var reached = Set<Int32>()
            for point in parcels.doors(of: row) {
              view.forEach(withinMetres: limit, ofX: point.x, y: point.y, on: ground) {
                reached.insert($0)
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

extension Parcels {
  /// The entrances of a parcel; its place where it has none.
  fileprivate func doors(of row: Int) -> [Point] {
    let gates = entrances(of: row)
    return gates.isEmpty ? [Point(x: rows.placeX[row], y: rows.placeY[row])] : Array(gates)
  }
}
