internal import Geodesy
internal import Planar

/// The one metric CRS that a run works in.
enum WorkingCRS {
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
      if let fault = crs.workingFault { throw CityLoadError(nil, "working_crs: \(fault)") }
      return crs
    }
    let centre = median(of: centres) ?? Point(x: 0, y: 0)
    return .metric(centredOn: centre.x, centre.y)
  }

  /// The median of x and that of y: unlike the middle of the extent it stays where the data is
  /// when a single row is in another province.
  ///
  /// - Parameter points: Finite.
  static func median(of points: [Point]) -> Point? {
    guard !points.isEmpty else { return nil }
    return Point(x: median(points.map(\.x)), y: median(points.map(\.y)))
  }

  /// The value that half of the others are not above, by partition: to sort them takes ten times
  /// as long.
  private static func median(_ values: [Double]) -> Double {
    var values = values
    let middle = values.count / 2
    var low = 0
    var high = values.count - 1
    while low < high {
      let pivot = values[low + (high - low) / 2]
      var left = low
      var right = high
      while left <= right {
        while values[left] < pivot { left += 1 }
        while values[right] > pivot { right -= 1 }
        guard left <= right else { break }
        values.swapAt(left, right)
        left += 1
        right -= 1
      }
      if middle <= right {
        high = right
      } else if middle >= left {
        low = left
      } else {
        break
      }
    }
    return values[middle]
  }
}
