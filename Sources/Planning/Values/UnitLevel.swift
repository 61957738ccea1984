/// The levels of administrative units, from small to large.
public enum UnitLevel: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Urban community or village.
  case community
  /// Street (subdistrict).
  case street
  /// Township or town.
  case township
  /// County-level unit: district, county, county-level city.
  case district
  /// Prefecture-level city, or the city that issued the document.
  case city
  /// Province.
  case province

  /// From small to large.
  public static func < (a: UnitLevel, b: UnitLevel) -> Bool { a.rank < b.rank }

  /// 0 for community, 5 for province.
  public var rank: Int {
    switch self {
    case .community: 0
    case .street: 1
    case .township: 2
    case .district: 3
    case .city: 4
    case .province: 5
    }
  }
}
