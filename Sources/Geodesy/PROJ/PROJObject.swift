import CPROJ

/// The one owner of a `PJ *`: a CRS or an operation.
///
/// A class, since a transformer keeps one and hands it to several calls.
final class PROJObject {
  let raw: OpaquePointer
  let context: PROJContext  // strong: the context outlives its objects

  init?(adopting raw: OpaquePointer?, in context: PROJContext) {
    guard let raw else { return nil }
    self.raw = raw
    self.context = context
  }

  deinit { proj_destroy(raw) }

  var type: PJ_TYPE { proj_get_type(raw) }

  var name: String { proj_get_name(raw).map { String(cString: $0) } ?? "" }

  /// `EPSG:4547`, where the object says that it is one of an authority's.
  var authorityCode: String? {
    guard let authority = proj_get_id_auth_name(raw, 0), let code = proj_get_id_code(raw, 0)
    else { return nil }
    return "\(String(cString: authority)):\(String(cString: code))"
  }

  /// WKT 2:2019 on one line.
  var wkt: String? {
    withOptions(["MULTILINE=NO"]) { options in
      proj_as_wkt(context.raw, raw, PJ_WKT2_2019, options).map { String(cString: $0) }
    }
  }

  /// The geographic CRS that a projected one is based on; itself for a geographic one.
  var geodeticBase: PROJObject? {
    PROJObject(adopting: proj_crs_get_geodetic_crs(context.raw, raw), in: context)
  }

  func isEquivalent(to other: PROJObject) -> Bool {
    proj_is_equivalent_to_with_ctx(
      context.raw, raw, other.raw, PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0
  }

  private func withOptions<Result>(
    _ options: [StaticString], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
  ) -> Result {
    var list = options.map { option -> UnsafePointer<CChar>? in
      UnsafeRawPointer(option.utf8Start).assumingMemoryBound(to: CChar.self)
    }
    list.append(nil)
    return body(list)
  }
}
