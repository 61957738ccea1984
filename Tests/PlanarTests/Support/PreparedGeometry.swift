import CGEOS

@testable import Planar

/// One geometry that is asked many questions: an index over its segments is built once.
///
/// Not `Sendable`, for asking fills caches; it belongs to the worker of its engine.
final class PreparedGeometry {
  private let handle: GEOSHandle  // what `prepared` points into
  private let prepared: OpaquePointer
  private var context: GEOSContext { handle.context }

  /// Prepares a geometry.
  init(_ geometry: Geometry, in engine: GeometryEngine) throws(GeometryError) {
    let handle = try GEOSHandle(geometry, in: engine.context)
    guard let prepared = GEOSPrepare_r(engine.context.raw, handle.raw) else {
      throw engine.context.takeError(in: "GEOSPrepare_r")
    }
    self.handle = handle
    self.prepared = prepared
  }

  deinit { GEOSPreparedGeom_destroy_r(context.raw, prepared) }

  /// Whether the other lies in this one and not only on its border.
  func contains(_ other: Geometry) throws(GeometryError) -> Bool {
    try ask(other, GEOSPreparedContains_r, from: "GEOSPreparedContains_r")
  }

  /// Whether the other lies in this one and does not touch its border.
  func containsProperly(_ other: Geometry) throws(GeometryError) -> Bool {
    try ask(other, GEOSPreparedContainsProperly_r, from: "GEOSPreparedContainsProperly_r")
  }

  /// Whether every point of the other is a point of this one.
  func covers(_ other: Geometry) throws(GeometryError) -> Bool {
    try ask(other, GEOSPreparedCovers_r, from: "GEOSPreparedCovers_r")
  }

  /// Whether they share a point.
  func intersects(_ other: Geometry) throws(GeometryError) -> Bool {
    try ask(other, GEOSPreparedIntersects_r, from: "GEOSPreparedIntersects_r")
  }

  /// Whether the nearest points are at most this far apart.
  func isWithinDistance(
    _ other: Geometry, _ distance: Double
  ) throws(GeometryError) -> Bool {
    if other.isEmpty { return false }
    let other = try GEOSHandle(other, in: context)
    return try context.answer(
      GEOSPreparedDistanceWithin_r(context.raw, prepared, other.raw, distance),
      from: "GEOSPreparedDistanceWithin_r")
  }

  /// Between the nearest points; `.infinity` if one is empty.
  func distance(to other: Geometry) throws(GeometryError) -> Double {
    if other.isEmpty { return .infinity }
    let other = try GEOSHandle(other, in: context)
    var distance = 0.0
    guard GEOSPreparedDistance_r(context.raw, prepared, other.raw, &distance) == 1 else {
      throw context.takeError(in: "GEOSPreparedDistance_r")
    }
    return distance
  }

  private func ask(
    _ other: Geometry,
    _ predicate: (GEOSContextHandle_t?, OpaquePointer?, OpaquePointer?) -> CChar,
    from call: StaticString
  ) throws(GeometryError) -> Bool {
    let other = try GEOSHandle(other, in: context)
    return try context.answer(predicate(context.raw, prepared, other.raw), from: call)
  }
}
