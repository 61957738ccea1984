/// The levels of units: those of administration, from small to large, and any others that plans are
/// made for.
public enum UnitLevel: Sendable, Hashable {
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
  /// A level of planning units, such as `school_district` or 片区, by the name that a pack or the project
  /// gives it. They need not follow the borders of others.
  case planning(String)

  /// Those of administration, from small to large.
  public static let administrative: [UnitLevel] = [
    .community, .street, .township, .district, .city, .province,
  ]

  /// 0 for community, 5 for province; 6 for planning units, which are beside these.
  public var rank: Int {
    switch self {
    case .community: 0
    case .street: 1
    case .township: 2
    case .district: 3
    case .city: 4
    case .province: 5
    case .planning: 6
    }
  }

  /// Whether it is one of planning.
  public var isOfPlanning: Bool {
    if case .planning = self { true } else { false }
  }

  /// The level of a name: one of administration by our word for it, else one of planning.
  public init(name: String) { self = UnitLevel(rawValue: name) ?? .planning(name) }
}

extension UnitLevel {
  /// By number, where a number tells: names are compared of planning units only.
  public static func == (a: UnitLevel, b: UnitLevel) -> Bool {
    if case .planning(let name) = a, case .planning(let other) = b { return name == other }
    return a.rank == b.rank
  }

  /// Likewise.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rank)
    if case .planning(let name) = self { hasher.combine(name) }
  }
}

extension UnitLevel: RawRepresentable {
  /// Our word for it, or the name that it has been given.
  public var rawValue: String {
    switch self {
    case .community: "community"
    case .street: "street"
    case .township: "township"
    case .district: "district"
    case .city: "city"
    case .province: "province"
    case .planning(let name): name
    }
  }

  /// A level of administration by our word for it.
  public init?(rawValue: String) {
    guard let level = Self.administrative.first(where: { $0.rawValue == rawValue }) else {
      return nil
    }
    self = level
  }
}

extension UnitLevel: Comparable {
  /// From small to large; those of planning behind, by name.
  public static func < (a: UnitLevel, b: UnitLevel) -> Bool {
    (a.rank, a.isOfPlanning ? a.rawValue : "") < (b.rank, b.isOfPlanning ? b.rawValue : "")
  }
}
