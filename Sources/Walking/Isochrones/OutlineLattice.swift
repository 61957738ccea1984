internal import Foundation

/// Where the vertices of outlines lie: on multiples of a unit that is as small as what is printed.
///
/// Outlines are drawn through square cells around a place, and cross their sides at whole units. So a
/// coordinate is never rounded after it was drawn, and an outline that surrounds another one does so
/// as it is printed. The lattice hangs on the ground and on its own place, not on the plane that a run
/// works in, which depends on all its rows.
struct OutlineLattice {
  /// Units in a coordinate of 1.
  let perUnit: Double
  /// The place, in units.
  let originX: Int
  let originY: Int
  /// Metres in a unit, east and north.
  let metresX: Double
  let metresY: Double
  /// Units in a cell.
  let stepX: Int32
  let stepY: Int32

  private init(
    aroundX x: Double, y: Double, perUnit: Double, metresX: Double, metresY: Double, cell: Double
  ) {
    self.perUnit = perUnit
    self.metresX = metresX
    self.metresY = metresY
    originX = Int((x * perUnit).rounded())
    originY = Int((y * perUnit).rounded())
    stepX = max(4, Int32(cell / metresX))
    stepY = max(4, Int32(cell / metresY))
  }

  /// Longitude and latitude in units of 10⁻⁷ degrees, 11 mm, as GeoJSON has them.
  ///
  /// Degrees are as long as at the latitude of the place: 10 km north of it those of longitude are
  /// shorter by 0.1 % (at 35 degrees), and so is what is drawn beside streets.
  static func degrees(longitude: Double, latitude: Double, cell: Double) -> OutlineLattice {
    let flattening = 1 / 298.257223563
    let eccentricity = flattening * (2 - flattening)
    let (s, c) = (sin(latitude * .pi / 180), cos(latitude * .pi / 180))
    let w = 1 - eccentricity * s * s
    let transverse = 6_378_137 / w.squareRoot()
    let meridian = transverse * (1 - eccentricity) / w
    let unit = 1e-7 * .pi / 180
    return OutlineLattice(
      aroundX: longitude, y: latitude, perUnit: 1e7, metresX: max(transverse * c, 1) * unit,
      metresY: meridian * unit, cell: cell)
  }

  /// A plane in metres, in units of 1 mm.
  static func plane(aroundX x: Double, y: Double, cell: Double) -> OutlineLattice {
    OutlineLattice(aroundX: x, y: y, perUnit: 1_000, metresX: 0.001, metresY: 0.001, cell: cell)
  }

  /// The sides of a cell, metres; not longer than asked for.
  var cellX: Double { Double(stepX) * metresX }
  /// See `cellX`.
  var cellY: Double { Double(stepY) * metresY }
  /// The longer side of a unit.
  var metresOfUnit: Double { max(metresX, metresY) }

  /// Metres from the place.
  @inline(__always)
  func metres(x: Double, y: Double) -> SIMD2<Double> {
    SIMD2((x * perUnit - Double(originX)) * metresX, (y * perUnit - Double(originY)) * metresY)
  }

  /// The coordinates of a vertex, in units from the place.
  @inline(__always)
  func coordinates(_ x: Int32, _ y: Int32) -> (x: Double, y: Double) {
    (Double(originX + Int(x)) / perUnit, Double(originY + Int(y)) / perUnit)
  }
}
