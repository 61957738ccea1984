internal import Documents
public import Quantities

/// The share of a parcel, or of the people, households, parcels or area of a unit, that lies within
/// reach of a facility. In percent.
///
/// Unknown when facilities that may or may not count decide it.
public struct Coverage: ReadableCheck {
  /// `coverage`
  public static let name = "coverage"
  /// Its keys.
  public static let keys = ["facility", "where", "within", "at", "of", "kinds"]
  /// Parcels, facilities, plans and units.
  public static let subjects = RuleSubject.allCases

  /// What a unit's rate weighs.
  public enum Weight: String, Sendable, Hashable, CaseIterable {
    /// Each parcel alike.
    case parcels
    /// Residents.
    case people
    /// Dwellings.
    case households
    /// Persons of 60 and over.
    case elders
    /// Children under 3.
    case infants
    /// Residential land.
    case area
  }

  /// Any of these kinds counts.
  public let facility: [String]
  /// Which of them.
  public let filter: Condition
  /// The limit; `nil` where only the distance is reported.
  public let within: Reach?
  /// How a parcel is placed; `nil`: the default of its reach.
  public let placement: Placement?
  /// What a unit's rate weighs.
  public let weight: Weight
  /// For subject `facility`: which facilities are judged.
  public let kinds: [String]

  init?(_ fields: Fields, _ context: RuleContext) {
    guard let facility = context.requiredKinds(fields, "facility") else { return nil }
    let reader = context.reader
    self.facility = facility
    filter = Condition.read(fields["where"], "where", reader)
    within = fields["within"].flatMap { Reach.read($0, reader) }
    placement = fields["at"].flatMap { reader.choice($0, "placement") }
    weight = fields["of"].flatMap { reader.choice($0, "weight") } ?? .people
    kinds = context.kinds(fields, "kinds")
    if context.subjects == [.facility], fields["kinds"] == nil {
      reader.report(fields.node, "a coverage rule about facilities needs 'kinds': those judged")
    }
    let reportsOnly = fields["report_only"]?.scalar == "true"
    if fields["within"] == nil, !reportsOnly {
      reader.report(fields.node, "a coverage rule needs 'within', such as {walk: 15 min}")
    }
    if fields["of"] != nil, context.subjects == [.parcel] || context.subjects == [.facility] {
      reader.report(fields.node, "'of' is for units and plans; a parcel has its own covered share")
    }
  }

  /// Percent, or metres where only the distance is reported.
  public func units(subjects: [RuleSubject], isReportOnly: Bool) -> [MeasureUnit] {
    [within == nil ? .metres : .percent]
  }

  /// A share is held against a figure.
  public var needsThreshold: Bool { true }

  /// Those that count and those judged.
  public var facilityKinds: [String] { facility + kinds }

  /// Of its conditions and measures.
  public var columns: Set<String> { filter.columns }

  /// None.
  public var statistics: [String] { [] }

  /// The limit.
  public var reach: Reach? { within }

  /// A facility within reach.
  public var mending: Mending { .siting(kinds: facility, where: filter) }

  /// It does.
  public var measuresCover: Bool { true }
}
