internal import Geodesy
internal import Planar
internal import Planning
internal import Rules

/// Where facilities may be of which it is not known where, or whether, they are: those that name a
/// unit and have no place, and rejected rows.
///
/// Such a facility may be anywhere in the smallest unit of its own that has an area; where none has,
/// anywhere at all. Of rejected rows that say nothing of where they are, see `LostRows`.
struct DoubtfulZones {
  /// Facilities that may be in one zone, taken together.
  struct Zone {
    /// What they have at best, in millionths.
    var offer = Bounds.zero
    /// The first of those that take part, or -1.
    var facility: Int32 = -1
    /// The first of those rejected, or -1.
    var rejected: Int32 = -1
    var count: Int32 = 0

    mutating func add(_ other: Zone) {
      offer.addPossibly(other.offer)
      facility = Self.first(facility, other.facility)
      rejected = Self.first(rejected, other.rejected)
      count += other.count
    }

    private static func first(_ a: Int32, _ b: Int32) -> Int32 {
      a < 0 || b < 0 ? max(a, b) : min(a, b)
    }
  }

  /// Of those that may be anywhere.
  private(set) var anywhere = Zone()
  private(set) var zones: [Zone] = []
  /// By zone: the area of a unit, or a point.
  private(set) var shapes = GeometryColumn()
  private let ground: GroundScale

  /// - Parameter offers: By facility that takes part.
  init(
    _ choice: FacilityChoice, _ measure: FacilityMeasure, in city: MeasuredCity,
    _ selection: FacilitySelection, offers: [Bounds]
  ) {
    let frame = city.frame
    let facilities = city.city.facilities
    ground = city.city.ground
    var zoneOfUnit: [Int: Int] = [:]
    if frame.project.layers.lacks(.facilities) { anywhere.offer = .unknown }
    for row in selection.all where !facilities.rows.isPlaced(Int(row)) {
      add(
        Zone(offer: offers[Int(row)], facility: row, count: 1), in: facilities.units, row: Int(row),
        frame: frame, zoneOfUnit: &zoneOfUnit)
    }
    let rejected = frame.setAside.facilities
    let rejectedOffers = Bounds.offers(of: rejected, measure)
    for row in frame.rejected(choice) {
      let zone = Zone(offer: rejectedOffers[row], rejected: Int32(row), count: 1)
      if rejected.rows.isPlaced(row) {
        shapes.appendPoint(x: rejected.rows.placeX[row], y: rejected.rows.placeY[row])
        zones.append(zone)
      } else if frame.isInAnyUnit(rejected.units, row) || frame.decides(lostFacility: row) {
        add(zone, in: rejected.units, row: row, frame: frame, zoneOfUnit: &zoneOfUnit)
      }
    }
  }

  var isEmpty: Bool { zones.isEmpty && anywhere.offer == .zero }

  private mutating func add(
    _ zone: Zone, in units: UnitMembership, row: Int, frame: Frame,
    zoneOfUnit: inout [Int: Int]
  ) {
    let unit = frame.levels.lazy.compactMap { units[row, $0] }
      .first { frame.units.rows.geometry.kinds[$0].isPolygon }
    guard let unit else { return anywhere.add(zone) }
    if let known = zoneOfUnit[unit] { return zones[known].add(zone) }
    zoneOfUnit[unit] = zones.count
    zones.append(zone)
    shapes.append(row: unit, of: frame.units.rows.geometry)
  }
}

extension DoubtfulZones {
  /// What may be within a limit of each parcel.
  ///
  /// - Parameters:
  ///   - metres: As the crow flies: no walk is shorter.
  ///   - radius: By parcel: from its place to its farthest vertex, metres.
  func near(_ parcels: Parcels, within metres: Double, radius: [Double]) -> [Zone] {
    var result = Array(repeating: anywhere, count: parcels.count)
    guard !zones.isEmpty else { return result }
    let index = SpatialIndex(shapes)
    parcels.rows.geometry.withBuffers { areas in
      for row in 0..<parcels.count where parcels.rows.isPlaced(row) {
        let place = Point(x: parcels.rows.placeX[row], y: parcels.rows.placeY[row])
        let gates = parcels.entrances[
          parcels.entranceOffsets[row]..<parcels.entranceOffsets[row + 1]]
        // No point of the parcel, and no entrance of it, is farther from its place.
        let spread = gates.reduce(radius[row]) { max($0, self.metres($1, place)) }
        let around = ground.reach(ofMetres: metres + spread, fromX: place.x, y: place.y).perhaps
        let box = Envelope(minX: place.x, minY: place.y, maxX: place.x, maxY: place.y)
          .expanded(by: around)
        index.forEachRow(in: box) { zone in
          let isNear: Bool
          if let point = point(of: zone) {
            isNear =
              ground.metres(fromX: point.x, y: point.y, toRow: row, of: areas) <= metres
              || gates.contains { self.metres($0, point) <= metres }
          } else {
            isNear = self.metres(from: place, toZone: zone) <= metres + spread
          }
          if isNear { result[row].add(zones[zone]) }
        }
      }
    }
    return result
  }

  /// Metres from a point to the nearest place that one of the facilities may be at; infinite where
  /// there is none.
  ///
  /// - Parameter excluding: A facility that is not meant.
  func distance(to point: Point, excluding facility: Int32) -> Double {
    func isOther(_ zone: Zone) -> Bool { zone.count > 1 || zone.facility != facility }
    if anywhere.offer.high > 0, isOther(anywhere) { return 0 }
    return zones.indices.reduce(.infinity) { nearest, zone in
      guard isOther(zones[zone]) else { return nearest }
      guard point.x.isFinite, point.y.isFinite else { return 0 }
      return min(nearest, metres(from: point, toZone: zone))
    }
  }

  private func metres(_ one: Point, _ other: Point) -> Double {
    ground.metres(fromX: one.x, y: one.y, toX: other.x, y: other.y)
  }

  private func metres(from place: Point, toZone zone: Int) -> Double {
    shapes.withBuffers { ground.metres(fromX: place.x, y: place.y, toRow: zone, of: $0) }
  }

  /// `nil` for an area.
  private func point(of zone: Int) -> Point? {
    guard !shapes.kinds[zone].isPolygon else { return nil }
    let vertex = shapes.vertices(ofRow: zone).lowerBound
    return Point(x: shapes.x[vertex], y: shapes.y[vertex])
  }
}
