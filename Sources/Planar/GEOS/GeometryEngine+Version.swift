internal import CGEOS

extension GeometryEngine {
  /// The version of GEOS that does the work: `3.11.1-CAPI-1.17.1`.
  public static var version: String { String(cString: GEOSversion()) }
}
