internal import Geodesy
internal import Planar

/// Which part of a parcel lies within a limit of facilities, on the ground; for one worker.
///
/// Where the plane is not the truth, the parcel and what is near it are looked at in the coordinates of
/// the parcel's own place, in which circles on the ground are circles. So an answer is the same in
/// whatever plane they are.
struct SiteCover: ~Copyable {
  private let ground: GroundScale
  private var circles = CircleCover()
  private var offsets = OffsetCover()
  /// The parcel, and areas near it, in its own coordinates.
  private var local = GeometryColumn()
  private var localAreas = GeometryColumn()

  init(on ground: GroundScale) { self.ground = ground }

  /// The share of a parcel within a limit of any facility: of points by circles, where an area comes
  /// near by all that is within the limit of it.
  ///
  /// - Parameters:
  ///   - x: A place of the parcel.
  ///   - y: See `x`.
  ///   - radius: From there to the farthest vertex of the parcel, metres.
  ///   - distance: From there to the nearest facility, metres.
  mutating func share(
    of row: Int, in parcels: GeometryBuffers, atX x: Double, y: Double, radius: Double,
    distance: Double, limit: Double, _ sites: FacilitySites.View
  ) -> Double {
    let frame = ground.frame(atX: x, y: y)
    // Wide enough for every disc that may touch the parcel, however its sum rounds.
    let within = plane((limit + radius) * (1 + 1e-12), x, y)
    if let areas = sites.areas {
      // What is farther than the nearest by the width of the parcel is nowhere nearest.
      let reach = min(within, plane((distance + 2 * radius) * (1 + 1e-12) + 1e-6, x, y))
      if takeAreas(
        areas, within: reach, ofX: x, y: y, meeting: parcels.envelope(of: row), limit: limit,
        in: frame)
      {
        sites.points.forEach(within: within, ofX: x, y: y) { _, x, y in
          offsets.insert(Capsule(disc(atX: x, y: y, metres: limit, in: frame)))
        }
        guard let frame else { return offsets.share(of: row, in: parcels, areas: areas.areas) }
        local.replaceAll(with: row, of: parcels) { frame.position(x: $0, y: $1) }
        return local.withBuffers { parcel in
          localAreas.withBuffers { offsets.share(of: 0, in: parcel, areas: $0) }
        }
      }
    }
    circles.removeAll()
    sites.points.forEach(within: within, ofX: x, y: y) { _, x, y in
      circles.insert(disc(atX: x, y: y, metres: limit, in: frame))
    }
    guard let frame else { return circles.share(of: row, in: parcels).share }
    local.replaceAll(with: row, of: parcels) { frame.position(x: $0, y: $1) }
    return local.withBuffers { circles.share(of: 0, in: $0).share }
  }

  /// As many metres of the plane as so many on the ground may be.
  private func plane(_ metres: Double, _ x: Double, _ y: Double) -> Double {
    ground.reach(ofMetres: metres, fromX: x, y: y).perhaps
  }

  private func disc(atX x: Double, y: Double, metres: Double, in frame: GroundFrame?) -> Disc {
    guard let frame else { return Disc(x: x, y: y, radius: metres) }
    let circle = frame.circle(aroundX: x, y: y, metres: metres)
    return Disc(x: circle.x, y: circle.y, radius: circle.radius)
  }

  /// - Returns: Whether there are any near.
  private mutating func takeAreas(
    _ areas: AreaIndex.View, within reach: Double, ofX x: Double, y: Double, meeting box: Envelope,
    limit: Double, in frame: GroundFrame?
  ) -> Bool {
    offsets.removeAll()
    localAreas.removeAll()
    var isAnyNear = false
    // That of a circle whose rim comes by the place of the parcel.
    let radius = frame.map { $0.circle(aroundX: x, y: y, metres: limit).radius } ?? limit
    areas.forEachEdge(within: reach, ofX: x, y: y) { ax, ay, bx, by in
      let a = frame?.position(x: ax, y: ay) ?? (x: ax, y: ay)
      let b = frame?.position(x: bx, y: by) ?? (x: bx, y: by)
      offsets.insert(Capsule(ax: a.x, ay: a.y, bx: b.x, by: b.y, radius: radius))
      isAnyNear = true
    }
    areas.forEachArea(meeting: box) { area in
      if let frame {
        localAreas.append(row: area, of: areas.areas) { frame.position(x: $0, y: $1) }
      }
      offsets.insert(area: frame == nil ? area : localAreas.count - 1)
      isAnyNear = true
    }
    return isAnyNear
  }
}
