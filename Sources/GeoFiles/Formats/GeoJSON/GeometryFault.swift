/// Why a geometry cannot be used, and where in it.
struct GeometryFault: Error {
  /// Below the geometry: `.coordinates[0][3]`; empty for the geometry itself.
  let place: String
  let message: String

  init(_ place: String, _ message: String) {
    self.place = place
    self.message = message
  }
}
