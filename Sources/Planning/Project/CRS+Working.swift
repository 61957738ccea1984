internal import Geodesy

extension CRS {
  /// Why a CRS cannot be worked in; `nil`: it can.
  var workingFault: String? {
    if isGeographic {
      return
        "\(self) is in degrees; state a projected CRS in metres such as EPSG:4547, or leave it out"
    }
    if metresPerUnit != 1 {
      return "\(self) is not in metres; state a projected CRS in metres, or leave it out"
    }
    return nil
  }
}
