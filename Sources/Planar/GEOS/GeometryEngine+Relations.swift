internal import CGEOS

/// Questions about two geometries: internal, for no run asks them of GEOS; tests do, as an oracle.
extension GeometryEngine {
  /// Whether they share a point.
  func intersects(_ a: Geometry, _ b: Geometry) throws(GeometryError) -> Bool {
    try relation(a, b, GEOSIntersects_r, from: "GEOSIntersects_r")
  }

  /// Whether b lies in a and not only on its border.
  func contains(_ a: Geometry, _ b: Geometry) throws(GeometryError) -> Bool {
    try relation(a, b, GEOSContains_r, from: "GEOSContains_r")
  }

  /// Whether every point of b is a point of a.
  func covers(_ a: Geometry, _ b: Geometry) throws(GeometryError) -> Bool {
    try relation(a, b, GEOSCovers_r, from: "GEOSCovers_r")
  }

  /// Whether they share points of their borders and none of their insides.
  func touches(_ a: Geometry, _ b: Geometry) throws(GeometryError) -> Bool {
    try relation(a, b, GEOSTouches_r, from: "GEOSTouches_r")
  }

  /// Whether they are the same points, however they are written.
  func isSameShape(_ a: Geometry, _ b: Geometry) throws(GeometryError) -> Bool {
    try relation(a, b, GEOSEquals_r, from: "GEOSEquals_r")
  }

  /// Between the nearest points; `.infinity` if one is empty.
  func distance(_ a: Geometry, _ b: Geometry) throws(GeometryError) -> Double {
    if a.isEmpty || b.isEmpty { return .infinity }
    let a = try GEOSHandle(a, in: context)
    let b = try GEOSHandle(b, in: context)
    var distance = 0.0
    guard GEOSDistance_r(context.raw, a.raw, b.raw, &distance) == 1 else {
      throw context.takeError(in: "GEOSDistance_r")
    }
    return distance
  }

  /// Whether the nearest points are at most this far apart.
  func isWithinDistance(
    _ a: Geometry, _ b: Geometry, _ distance: Double
  ) throws(GeometryError) -> Bool {
    if a.isEmpty || b.isEmpty { return false }
    let a = try GEOSHandle(a, in: context)
    let b = try GEOSHandle(b, in: context)
    return try context.answer(
      GEOSDistanceWithin_r(context.raw, a.raw, b.raw, distance), from: "GEOSDistanceWithin_r")
  }

  /// Whether a line does not cross itself, and no point occurs twice.
  func isSimple(_ geometry: Geometry) throws(GeometryError) -> Bool {
    let handle = try GEOSHandle(geometry, in: context)
    return try context.answer(GEOSisSimple_r(context.raw, handle.raw), from: "GEOSisSimple_r")
  }

  private func relation(
    _ a: Geometry, _ b: Geometry,
    _ predicate: (GEOSContextHandle_t?, OpaquePointer?, OpaquePointer?) -> CChar,
    from call: StaticString
  ) throws(GeometryError) -> Bool {
    let a = try GEOSHandle(a, in: context)
    let b = try GEOSHandle(b, in: context)
    return try context.answer(predicate(context.raw, a.raw, b.raw), from: call)
  }
}
