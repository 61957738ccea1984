internal import Geodesy
internal import Planar
internal import Planning
internal import Workers

/// For every parcel: the nearest facility, and the part of the parcel that lies within a limit of
/// facilities. Exact: with true arcs, and "everything" decided by position.
package struct CoverageKernel: Sendable {
  /// Columns, one entry per parcel.
  struct Measured: Sendable {
    /// Share covered by facilities that surely count; 1 only if nothing is left over.
    var share: [Double] = []
    /// Share with those that may count, too; empty where there are none.
    var shareAtBest: [Double] = []
    /// Share if the worst possible gate were the only one, where no gate is known; empty where gates do
    /// not matter.
    var shareOfWorstGate: [Double] = []
    /// Row of the nearest facility that surely counts, or -1.
    var nearest: [Int32] = []
    /// Metres to it; infinite where there is none.
    var distance: [Double] = []

    mutating func append(contentsOf other: Measured) {
      share += other.share
      shareAtBest += other.shareAtBest
      shareOfWorstGate += other.shareOfWorstGate
      nearest += other.nearest
      distance += other.distance
    }
  }

  /// How a parcel is placed.
  package enum Place: Sendable, Hashable {
    /// By all of its area.
    case area
    /// By its place point.
    case point
    /// By its entrances; all of its area where it has none.
    case entrances
  }

  let geometry: GeometryColumn
  let placeX: [Double]
  let placeY: [Double]
  /// No vertex of a parcel is farther from its place, metres.
  let radiusOfParcel: [Double]
  let entranceOffsets: [Int]
  let entrances: [Point]
  let certain: FacilitySites
  /// Those that may count together with those that do; `nil` where there are none.
  let atBest: FacilitySites?
  /// What a metre of the working CRS is on the ground.
  let ground: GroundScale

  func measure(
    limit: Double, place: Place, workers: Workers
  ) async throws -> Measured {
    let pieces = try await workers.map(placeX.count, grain: 16_384) { range in
      var measured = measure(range, by: certain, limit: limit, place: place, wantsNearest: true)
      if let atBest {
        measured.shareAtBest =
          measure(range, by: atBest, limit: limit, place: place, wantsNearest: false).share
      }
      return measured
    }
    var result = Measured()
    result.share.reserveCapacity(placeX.count)
    result.nearest.reserveCapacity(placeX.count)
    result.distance.reserveCapacity(placeX.count)
    for piece in pieces { result.append(contentsOf: piece) }
    return result
  }

  private func measure(
    _ range: Range<Int>, by sites: FacilitySites, limit: Double, place: Place, wantsNearest: Bool
  ) -> Measured {
    var result = Measured()
    result.share.reserveCapacity(range.count)
    if wantsNearest {
      result.nearest.reserveCapacity(range.count)
      result.distance.reserveCapacity(range.count)
    }
    var cover = SiteCover(on: ground)
    sites.search { view in
      geometry.withBuffers { buffers in
        for row in range {
          let nearest = view.nearest(toX: placeX[row], y: placeY[row], on: ground)
          if wantsNearest {
            result.nearest.append(nearest?.row ?? -1)
            result.distance.append(nearest?.distance ?? .infinity)
          }
          result.share.append(
            share(
              of: row, distance: nearest?.distance ?? .infinity, by: view, in: buffers,
              cover: &cover, limit: limit, place: place))
        }
      }
    }
    return result
  }

  @inline(__always)
  private func share(
    of row: Int, distance: Double, by view: FacilitySites.View, in buffers: GeometryBuffers,
    cover: inout SiteCover, limit: Double, place: Place
  ) -> Double {
    switch place {
    case .point:
      return distance <= limit ? 1 : 0
    case .entrances where entranceOffsets[row] < entranceOffsets[row + 1]:
      let gates = entranceOffsets[row]..<entranceOffsets[row + 1]
      var reached = 0
      for gate in gates {
        let nearest = view.nearest(
          toX: entrances[gate].x, y: entrances[gate].y, on: ground)
        if let nearest, nearest.distance <= limit { reached += 1 }
      }
      return Double(reached) / Double(gates.count)
    case .area, .entrances:
      let radius = radiusOfParcel[row]
      if distance == .infinity { return 0 }
      // Every vertex is within distance + radius, so the one disc has them all: with a margin for
      // rounding, since the exact test is the one on vertices.
      let margin = ground.isPlane ? limit * 1e-12 : limit * 1e-8 + 2e-6
      if distance + radius <= limit - margin { return 1 }
      if distance - radius > limit + margin { return 0 }
      return cover.share(
        of: row, in: buffers, atX: placeX[row], y: placeY[row], radius: radius,
        distance: distance, limit: limit, view)
    }
  }
}
