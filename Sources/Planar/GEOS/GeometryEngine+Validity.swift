internal import CGEOS

/// Whether areas and overlays of a geometry mean anything.
public enum Validity: Sendable, Hashable {
  /// Rings are closed and cross neither themselves nor each other.
  case valid
  /// Not so; with the place of the first fault, if it has one.
  case invalid(reason: String, location: Point?)
}

/// How `GeometryEngine.makeValid(_:by:)` decides what is inside.
public enum RepairMethod: Sendable, Hashable {
  /// Shells are shells and holes are holes: shells are merged, then holes are cut out. For data
  /// that means what it says but has slips.
  case structure
  /// All rings of a polygon are lines, and what an odd number of them surrounds is inside.
  case linework
}

extension GeometryEngine {
  /// Whether a geometry is valid, and if not why and where. Coordinates that are not finite, and
  /// rings that are open or too short, are faults found here and no errors.
  public func validity(of geometry: Geometry) throws(GeometryError) -> Validity {
    let handle: GEOSHandle
    do throws(GeometryError) {
      handle = try GEOSHandle(geometry, in: context)
    } catch {
      switch error {
      case .ringNotClosed(_, let point), .tooFewVertices(_, let point):
        return .invalid(reason: "\(error)", location: point)
      case .notFinite: return .invalid(reason: "\(error)", location: nil)
      case .malformedWKB, .unsupported, .engine: throw error
      }
    }
    var reason: UnsafeMutablePointer<CChar>?
    var location: OpaquePointer?
    let code = GEOSisValidDetail_r(context.raw, handle.raw, 0, &reason, &location)
    if try context.answer(code, from: "GEOSisValidDetail_r") { return .valid }
    let text = try context.adopt(reason, from: "GEOSisValidDetail_r")
    guard location != nil else { return .invalid(reason: text, location: nil) }
    let place = try GEOSHandle(adopting: location, from: "GEOSisValidDetail_r", in: context)
    return .invalid(reason: text, location: try place.value().centroid)
  }

  /// The geometry with its faults repaired; what collapses to a line or a point is dropped.
  ///
  /// - Throws: Also for rings that are open or too short, which no repair can guess.
  public func makeValid(
    _ geometry: Geometry, by method: RepairMethod = .structure
  ) throws(GeometryError) -> Geometry {
    let handle = try GEOSHandle(geometry, in: context)
    guard let parameters = GEOSMakeValidParams_create_r(context.raw) else {
      throw context.takeError(in: "GEOSMakeValidParams_create_r")
    }
    defer { GEOSMakeValidParams_destroy_r(context.raw, parameters) }
    let code = GEOSMakeValidParams_setMethod_r(
      context.raw, parameters,
      method == .structure ? GEOS_MAKE_VALID_STRUCTURE : GEOS_MAKE_VALID_LINEWORK)
    guard code == 1 else { throw context.takeError(in: "GEOSMakeValidParams_setMethod_r") }
    let repaired = try GEOSHandle(
      adopting: GEOSMakeValidWithParams_r(context.raw, handle.raw, parameters),
      from: "GEOSMakeValidWithParams_r", in: context)
    let result = try repaired.value()
    // GEOS keeps the lines of a collapsed polygon in spite of the parameters' default.
    return geometry.kind.isPolygon && !result.kind.isPolygon ? .none : result
  }
}
