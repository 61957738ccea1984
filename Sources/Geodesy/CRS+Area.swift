internal import CPROJ

/// A stretch of longitudes and latitudes in degrees.
public struct GeographicArea: Sendable, Hashable {
  /// The westernmost longitude.
  public let west: Double
  /// The southernmost latitude.
  public let south: Double
  /// The easternmost longitude; less than `west` where the area crosses the antimeridian.
  public let east: Double
  /// The northernmost latitude.
  public let north: Double

  /// Whether a place is in it, or no farther from it than a margin in degrees.
  public func contains(longitude: Double, latitude: Double, margin: Double = 0) -> Bool {
    guard latitude >= south - margin, latitude <= north + margin else { return false }
    if east < west { return longitude >= west - margin || longitude <= east + margin }
    return longitude >= west - margin && longitude <= east + margin
  }
}

extension CRS {
  /// The area that the register says it is for; `nil` for a definition of one's own.
  public var areaOfUse: GeographicArea? {
    guard let authorityCode else { return nil }
    let context = PROJContext()
    guard let object = PROJObject(adopting: proj_create(context.raw, authorityCode), in: context)
    else { return nil }
    var (west, south, east, north) = (0.0, 0.0, 0.0, 0.0)
    guard
      proj_get_area_of_use(context.raw, object.raw, &west, &south, &east, &north, nil) != 0,
      west > -1000
    else { return nil }
    return GeographicArea(west: west, south: south, east: east, north: north)
  }

  /// A PROJ string with room for the shift that leads to WGS 84 in metres, for a user to fill in; `nil`:
  /// PROJ has none for it.
  public var definitionWithShift: String? {
    let context = PROJContext()
    guard let object = PROJObject(adopting: proj_create(context.raw, projDefinition), in: context),
      let text = proj_as_proj_string(context.raw, object.raw, PJ_PROJ_4, nil)
    else { return nil }
    let words = String(cString: text).split(separator: " ").filter {
      $0 != "+no_defs" && $0 != "+type=crs"
    }
    return words.joined(separator: " ") + " +towgs84=DX,DY,DZ"
  }

  /// Gauss–Krüger zones of the same datum: by the meridian or with the number of the zone in front of
  /// eastings, of 3 and 6 degrees. None for other CRS.
  public var otherZones: [CRS] {
    guard let authorityCode, authorityCode.hasPrefix("EPSG:"),
      let code = Int(authorityCode.dropFirst(5)),
      let family = Self.zoneFamilies.first(where: { $0.contains { $0.contains(code) } })
    else { return [] }
    // The same meridian first, then the same width.
    let own = family.firstIndex { $0.contains(code) } ?? 0
    let partner = own ^ 1
    let twin = family[partner].lowerBound + code - family[own].lowerBound
    let order = own < 2 ? [0, 1, 2, 3] : [2, 3, 0, 1]
    return ([twin] + order.flatMap { family[$0] }.filter { $0 != code && $0 != twin })
      .compactMap { try? CRS(epsg: $0) }
  }

  /// CRS that are mistaken for this one since their coordinates look alike: zones of the same datum, the
  /// nearest first, and those of a country's other datum. None for most CRS.
  public var lookAlikes: [CRS] {
    guard let authorityCode, authorityCode.hasPrefix("EPSG:"),
      let code = Int(authorityCode.dropFirst(5))
    else { return [] }
    let others = Self.lookAlikeFamilies.first { $0.contains { $0.contains(code) } } ?? []
    let own = others.filter { $0.contains(code) }.joined().filter { $0 != code }
      .sorted { (abs($0 - code), $0) < (abs($1 - code), $1) }
    let rest = others.filter { !$0.contains(code) }.joined()
    return otherZones + (own + rest).compactMap { try? CRS(epsg: $0) }
  }

  /// UTM; by country: Taiwan, Korea, Japan, Europe, and the states of Germany in Gauss–Krüger.
  private static let lookAlikeFamilies: [[ClosedRange<Int>]] = [
    [32601...32660], [32701...32760], [3825...3828], [5173...5188, 2096...2098],
    [6669...6687, 2443...2461], [25828...25838], [31466...31469],
  ]

  /// By datum: zones of 3 degrees with and without the number, then of 6 degrees.
  private static let zoneFamilies: [[ClosedRange<Int>]] = [
    [4513...4533, 4534...4554, 4491...4501, 4502...4512],
    [2349...2369, 2370...2390, 2327...2337, 2338...2348],
    [2401...2421, 2422...2442, 21413...21423, 21453...21463],
  ]
}

extension Transformer {
  /// Whether the way from one datum to the other is not known at a place, so that its degrees are taken
  /// as they are.
  ///
  /// - Parameters:
  ///   - x: Longitude or easting.
  ///   - y: Latitude or northing.
  public func isGuess(atX x: Double, y: Double) -> Bool {
    guard transform(x: x, y: y) != nil else { return false }
    return operations.contains(where: \.wasBallpark)
  }
}

extension PROJObject {
  /// Whether the operation that moved the last point makes no change of datum where there is one.
  fileprivate var wasBallpark: Bool {
    let last = PROJObject(adopting: proj_trans_get_last_used_operation(raw), in: context)
    return proj_coordoperation_has_ballpark_transformation(context.raw, last?.raw ?? raw) != 0
  }
}
