import Planar
import Planning
import Quantities
import Rules

/// A limit of reach as an exact fraction of metres in a straight line.
struct OracleLimit {
  let top: Int128
  let bottom: Int128
  /// Whether what lies at it lies beyond it.
  var isExclusive = false

  init(_ reach: Reach, metresPerMinute: Amount, detour: Amount?) {
    let detour = Int128((detour ?? Amount(micros: 1_300_000)).micros)
    let scale = Int128(Amount.scale)
    switch reach {
    case .radius(let metres):
      top = Int128(metres.micros)
      bottom = scale
    case .walk(let metres):
      top = Int128(metres.micros)
      bottom = detour
    case .walkTime(let minutes, _):
      top = Int128(minutes.micros) * Int128(metresPerMinute.micros)
      bottom = detour * scale
    }
  }

  /// The binary number next to it, for circles.
  var metres: Double {
    let metres = Double(top) / Double(bottom)
    return isExclusive ? metres.nextDown : metres
  }

  /// Whether two places with whole coordinates are no farther apart.
  func contains(_ a: Point, _ b: Point) -> Bool { contains(squared: squaredDistance(a, b)) }

  /// Whether a distance, given by its square, is no longer.
  func contains(squared: Int128) -> Bool {
    isExclusive
      ? squared * bottom * bottom < top * top : squared * bottom * bottom <= top * top
  }
}

/// Of places whose coordinates are whole metres.
func squaredDistance(_ a: Point, _ b: Point) -> Int128 {
  let dx = Int128(a.x) - Int128(b.x)
  let dy = Int128(a.y) - Int128(b.y)
  precondition(
    Double(Int128(a.x)) == a.x && Double(Int128(a.y)) == a.y && Double(Int128(b.x)) == b.x
      && Double(Int128(b.y)) == b.y, "whole metres")
  return dx * dx + dy * dy
}

extension Reach {
  var isWalk: Bool {
    if case .radius = self { false } else { true }
  }

  var isTimed: Bool {
    if case .walkTime = self { true } else { false }
  }
}

extension NaiveOracle {
  func place(ofParcel row: Int) -> Point {
    Point(x: city.parcels.rows.placeX[row], y: city.parcels.rows.placeY[row])
  }

  func place(ofFacility row: Int) -> Point {
    Point(x: city.facilities.rows.placeX[row], y: city.facilities.rows.placeY[row])
  }

  /// The square of the way from a place to where a facility is reached: the nearest of its entrances,
  /// else its square, else its point.
  func squaredDistance(_ place: Point, toFacility row: Int) -> Int128 {
    let facilities = city.facilities
    let doors = facilities.entrances(of: row).map { ComplianceTests.squaredDistance(place, $0) }
    if let nearest = doors.min() { return nearest }
    let box = facilities.rows.geometry.envelope(of: row)
    return ComplianceTests.squaredDistance(
      place,
      Point(
        x: min(max(place.x, box.minX), box.maxX), y: min(max(place.y, box.minY), box.maxY)))
  }

  func gates(ofParcel row: Int) -> [Point] {
    Array(
      city.parcels.entrances[
        city.parcels.entranceOffsets[row]..<city.parcels.entranceOffsets[row + 1]])
  }

  func limit(_ reach: Reach, _ metresPerMinute: Amount) -> OracleLimit {
    OracleLimit(
      reach, metresPerMinute: metresPerMinute, detour: city.project.assumptions.detour)
  }
}
