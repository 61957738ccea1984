internal import Glibc

/// Metres east and north of a position in degrees, for what is small: areas are true, and straight
/// lines nearly so.
///
/// The sinusoidal projection, in which a row's centre of gravity is that on the ground to the second
/// order of its extent, and which depends on nothing but the row.
public struct LocalFrame: Sendable {
  private let longitude: Double
  private let latitude: Double
  /// Metres in a degree.
  private let north: Double
  private let east: Double
  /// How much less of that there is for each metre to the north.
  private let narrowing: Double

  /// Around a position on WGS 84, in degrees.
  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
    let flattening = 1 / 298.257223563
    let eccentricity = flattening * (2 - flattening)
    let (s, c) = (sin(latitude * .pi / 180), cos(latitude * .pi / 180))
    let w = 1 - eccentricity * s * s
    let transverse = 6_378_137 / w.squareRoot()
    north = transverse * (1 - eccentricity) / w * .pi / 180
    east = transverse * c * .pi / 180
    narrowing = s * .pi / 180
  }

  /// Metres of a position in degrees.
  public func position(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
    let y = (latitude - self.latitude) * north
    return ((longitude - self.longitude) * (east - narrowing * y), y)
  }

  /// Degrees of a position in metres.
  public func place(x: Double, y: Double) -> (longitude: Double, latitude: Double) {
    let width = east - narrowing * y
    return (longitude + (width == 0 ? 0 : x / width), latitude + y / north)
  }
}
