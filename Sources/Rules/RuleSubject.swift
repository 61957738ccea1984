/// What a rule is about.
public enum RuleSubject: Sendable, Hashable {
  /// Each residential compound.
  case parcel
  /// A planned area as a whole.
  case plan
  /// Each facility.
  case facility
  /// Each community or village.
  case community
  /// Each street.
  case street
  /// Each township.
  case township
  /// Each county-level unit.
  case district
  /// The city.
  case city
  /// The province.
  case province
  /// Each unit of a level of planning that the pack names.
  case planning(PlanningLevel)

  /// Those that every pack may speak of.
  public static let known: [RuleSubject] = [
    .parcel, .plan, .facility, .community, .street, .township, .district, .city, .province,
  ]

  /// The levels of administrative units among them.
  static let levels = known.filter(\.isUnit)

  /// Whether it is a unit.
  public var isUnit: Bool {
    switch self {
    case .parcel, .plan, .facility: false
    case .community, .street, .township, .district, .city, .province, .planning: true
    }
  }

  /// Whether its rates may pass `rounded`.
  public var allowsRounding: Bool {
    self == .city || self == .district || self == .province
  }
}

extension RuleSubject: RawRepresentable {
  /// The word for it in a pack.
  public var rawValue: String {
    switch self {
    case .parcel: "parcel"
    case .plan: "plan"
    case .facility: "facility"
    case .community: "community"
    case .street: "street"
    case .township: "township"
    case .district: "district"
    case .city: "city"
    case .province: "province"
    case .planning(let level): level.id
    }
  }

  /// One that every pack may speak of.
  public init?(rawValue: String) {
    guard let subject = Self.known.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = subject
  }
}
