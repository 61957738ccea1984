internal import Quantities

extension CRS {
  /// A transverse Mercator on WGS 84, in metres, centred on the data, for a run that states no
  /// working CRS.
  ///
  /// On the central meridian lengths are true; away from it they are too long by about
  /// (x / 6,371 km)² / 2: by 0.12 mm in a kilometre at 100 km and by 0.3 m in a kilometre (0.03 %) at
  /// 1.5 degrees (160 km) from it. A wider extent still projects, but ask for a stated CRS beyond
  /// 3 degrees of longitude. Lengths on the ellipsoid come from `Geodesic`.
  ///
  /// The centre is rounded to 1e-6 degrees, so that the text, and with it the run, is the same
  /// wherever it is made.
  ///
  /// - Parameters:
  ///   - longitude: Of the centre of the data, WGS 84, in degrees.
  ///   - latitude: Of the centre of the data, WGS 84, in degrees.
  /// - Precondition: Longitude and latitude are finite, and the latitude within ±90 degrees.
  public static func metric(centredOn longitude: Double, _ latitude: Double) -> CRS {
    precondition(longitude.isFinite && abs(latitude) <= 90, "centre \(longitude) \(latitude)")
    let definition =
      "+proj=tmerc +lat_0=\(sixDecimals(latitude)) +lon_0=\(sixDecimals(longitude)) "
      + "+k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs +type=crs"
    return CRS(
      definition: definition, name: definition, authorityCode: nil, units: .metres)
  }

  /// Without exponent and without zeros at the end.
  private static func sixDecimals(_ degrees: Double) -> String {
    guard let amount = Amount(rounding: degrees) else {
      preconditionFailure("\(degrees) degrees")
    }
    return amount.description
  }
}
