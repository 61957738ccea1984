internal import Geodesy
internal import Planar

/// The one metric CRS that a run works in.
enum WorkingCRS {
  /// Why a CRS cannot be worked in; `nil`: it can.
  static func fault(of crs: CRS) -> String? {
    if crs.isGeographic {
      return "\(crs) is in degrees; state a projected CRS in metres such as EPSG:4547, or leave it out"
    }
    if crs.metresPerUnit != 1 {
      return "\(crs) is not in metres; state a projected CRS in metres, or leave it out"
    }
    return nil
  }

  /// The stated CRS, else a transverse Mercator centred on the middle of the data.
  ///
  /// - Parameters:
  ///   - text: As stated.
  ///   - centres: Of the rows that take part, WGS 84, in any order.
  static func choose(stated text: String?, centres: [Point]) throws(CityLoadError) -> CRS {
    if let text {
      let crs: CRS
      do {
        crs = try CRS(parsing: text)
      } catch {
        throw CityLoadError(nil, "working_crs: \(error)")
      }
      if let fault = fault(of: crs) { throw CityLoadError(nil, "working_crs: \(fault)") }
      return crs
    }
    let centre = median(of: centres) ?? Point(x: 0, y: 0)
    return .metric(centredOn: centre.x, centre.y)
  }

  /// The median of x and that of y: unlike the middle of the extent it stays where the data is
  /// when a single row is in another province.
  static func median(of points: [Point]) -> Point? {
    guard !points.isEmpty else { return nil }
    let xs = points.map(\.x).sorted()
    let ys = points.map(\.y).sorted()
    return Point(x: xs[xs.count / 2], y: ys[ys.count / 2])
  }
}
