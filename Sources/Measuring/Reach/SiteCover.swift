internal import Planar

/// Which part of a parcel lies within a limit of facilities; for one worker.
struct SiteCover: ~Copyable {
  private var circles = CircleCover()
  private var offsets = OffsetCover()

  /// The share of a parcel within a limit of any facility: of points by circles, where an area comes
  /// near by all that is within the limit of it.
  ///
  /// - Parameters:
  ///   - x: A place of the parcel.
  ///   - y: See `x`.
  ///   - radius: From there to the farthest vertex of the parcel.
  ///   - distance: From there to the nearest facility.
  mutating func share(
    of row: Int, in parcels: GeometryBuffers, atX x: Double, y: Double, radius: Double,
    distance: Double, limit: Double, _ sites: FacilitySites.View
  ) -> Double {
    // Wide enough for every disc that may touch the parcel, however its sum rounds.
    let within = (limit + radius) * (1 + 1e-12)
    if let areas = sites.areas {
      // What is farther than the nearest by the width of the parcel is nowhere nearest.
      let reach = min(within, (distance + 2 * radius) * (1 + 1e-12) + 1e-6)
      if takeAreas(areas, within: reach, x, y, parcels.envelope(of: row), limit) {
        sites.points.forEach(within: within, ofX: x, y: y) { _, x, y in
          offsets.insert(Capsule(Disc(x: x, y: y, radius: limit)))
        }
        return offsets.share(of: row, in: parcels, areas: areas.areas)
      }
    }
    circles.removeAll()
    sites.points.forEach(within: within, ofX: x, y: y) { _, x, y in
      circles.insert(Disc(x: x, y: y, radius: limit))
    }
    return circles.share(of: row, in: parcels).share
  }

  /// - Returns: Whether there are any near.
  private mutating func takeAreas(
    _ areas: AreaIndex.View, within reach: Double, _ x: Double, _ y: Double, _ box: Envelope,
    _ limit: Double
  ) -> Bool {
    offsets.removeAll()
    var isAnyNear = false
    areas.forEachEdge(within: reach, ofX: x, y: y) { ax, ay, bx, by in
      offsets.insert(Capsule(ax: ax, ay: ay, bx: bx, by: by, radius: limit))
      isAnyNear = true
    }
    areas.forEachArea(meeting: box) { area in
      offsets.insert(area: area)
      isAnyNear = true
    }
    return isAnyNear
  }
}
