import Documents

/// Why a geometry cannot be used, and where in it.
struct GeometryFault: Error {
  /// Below the geometry: `.coordinates[0][3]`; empty for the geometry itself.
  let place: String
  let message: FaultText
  let lack: ReadNote.Lack?

  init(_ place: String, _ message: FaultText, lack: ReadNote.Lack? = nil) {
    self.place = place
    self.message = message
    self.lack = lack
  }
}
