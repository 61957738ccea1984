import Glibc

/// How web maps in China move WGS 84 longitudes and latitudes before they publish them.
///
/// The formulas are the public ones, which reproduce the maps' own services within a metre or so;
/// no register describes them. Points outside the box around China stay where they are.
///
/// Source: the coordinate libraries eviltransform and coordtransform; checked against gcoord.
enum MapShift: String, Sendable, Hashable, CaseIterable {
  /// Amap, Tencent, Google in China: off by 90 to 670 m.
  case gcj02 = "GCJ-02"
  /// Baidu: GCJ-02 and one more shift, off by 760 to 1,480 m.
  case bd09 = "BD-09"

  /// From WGS 84 to the shifted position, in degrees.
  func apply(longitude: Double, latitude: Double) -> (longitude: Double, latitude: Double) {
    guard Self.isInChina(longitude, latitude) else { return (longitude, latitude) }
    let (dx, dy) = Self.gcjOffset(longitude, latitude)
    let gcj = (longitude + dx, latitude + dy)
    return self == .gcj02 ? gcj : Self.baiduFromGCJ(gcj.0, gcj.1)
  }

  /// From the shifted position back to WGS 84, in degrees, within 1e-9 degrees of a position that
  /// `apply` moves to this one. The one-step inverses in common use differ from it by centimetres.
  func remove(longitude: Double, latitude: Double) -> (longitude: Double, latitude: Double) {
    guard Self.isInChina(longitude, latitude) else { return (longitude, latitude) }
    let gcj =
      self == .gcj02
      ? (longitude, latitude)
      : Self.invert(longitude, latitude) { x, y in
        let (shiftedX, shiftedY) = Self.baiduFromGCJ(x, y)
        return (shiftedX - x, shiftedY - y)
      }
    return Self.invert(gcj.0, gcj.1, offset: Self.gcjOffset)
  }

  /// The box that the public formulas test, its border excluded.
  private static func isInChina(_ x: Double, _ y: Double) -> Bool {
    72.004 < x && x < 137.8347 && 0.8293 < y && y < 55.8271
  }

  /// Solves `p + offset(p) = target` by fixed point: the offset changes by less than a hundredth of
  /// the step, so that each round gains two digits.
  private static func invert(
    _ targetX: Double, _ targetY: Double, offset: (Double, Double) -> (Double, Double)
  ) -> (Double, Double) {
    var x = targetX
    var y = targetY
    for _ in 0..<30 {
      let (dx, dy) = offset(x, y)
      let moved = max(abs(targetX - dx - x), abs(targetY - dy - y))
      x = targetX - dx
      y = targetY - dy
      if moved < 1e-11 { break }
    }
    return (x, y)
  }

  private static func gcjOffset(_ longitude: Double, _ latitude: Double) -> (Double, Double) {
    // Krasovsky's semi-major axis, and its squared eccentricity as the formula has it.
    let axis = 6_378_245.0
    let eccentricity = 0.00669342162296594323
    let x = longitude - 105
    let y = latitude - 35
    let root = abs(x).squareRoot()
    let short = (20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi)) * 2 / 3
    var north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    north += short + (20 * sin(y * .pi) + 40 * sin(y / 3 * .pi)) * 2 / 3
    north += (160 * sin(y / 12 * .pi) + 320 * sin(y * .pi / 30)) * 2 / 3
    var east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    east += short + (20 * sin(x * .pi) + 40 * sin(x / 3 * .pi)) * 2 / 3
    east += (150 * sin(x / 12 * .pi) + 300 * sin(x / 30 * .pi)) * 2 / 3
    let radians = latitude / 180 * .pi
    let magic = 1 - eccentricity * sin(radians) * sin(radians)
    let meridian = axis * (1 - eccentricity) / (magic * magic.squareRoot())
    let parallel = axis / magic.squareRoot() * cos(radians)
    return (east * 180 / (parallel * .pi), north * 180 / (meridian * .pi))
  }

  private static let baiduFactor = Double.pi * 3000 / 180

  private static func baiduFromGCJ(_ x: Double, _ y: Double) -> (Double, Double) {
    let radius = (x * x + y * y).squareRoot() + 0.00002 * sin(y * baiduFactor)
    let angle = atan2(y, x) + 0.000003 * cos(x * baiduFactor)
    return (radius * cos(angle) + 0.0065, radius * sin(angle) + 0.006)
  }
}
