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
  public static let keys = [
    "facility", "at_least_of", "other", "where", "within", "beyond", "at", "of", "kinds",
  ]
  /// Parcels, facilities, plans and units.
  public static let subjects = RuleSubject.known
  /// `elder-circle`
  public static let exampleTopic = "elder-circle"

  /// Any of these kinds counts.
  public let facility: [String]
  /// Which of them.
  public let filter: Condition
  /// Of these groups of kinds so many must be within reach; `nil`: any facility will do.
  public let groups: KindGroups?
  /// The limit; `nil` where only the distance is reported.
  public let within: Reach?
  /// Whether what lies beyond the limit counts, or at it, and not what lies within: how far away
  /// something must be.
  public let isBeyond: Bool
  /// How a parcel is placed; `nil`: the default of its reach.
  public let placement: Placement?
  /// What a unit's rate weighs.
  public let weight: CoverWeight
  /// For subject `facility`: which facilities are judged.
  public let kinds: [String]
  /// For subject `facility`: whether they keep their distance from parcels, and not from facilities.
  public let isFromParcels: Bool

  init?(_ fields: Fields, _ context: RuleContext) {
    let reader = context.reader
    groups = fields["at_least_of"].flatMap { KindGroups.read($0, context) }
    isFromParcels = fields["other"] != nil
    guard
      let facility = groups?.kinds
        ?? (isFromParcels ? [] : context.requiredKinds(fields, "facility"))
    else { return nil }
    self.facility = facility
    filter = Condition.read(fields["where"], "where", context)
    within = (fields["within"] ?? fields["beyond"]).flatMap { Reach.read($0, reader) }
    isBeyond = fields["beyond"] != nil
    placement = fields["at"].flatMap { reader.choice($0, "placement") }
    weight = fields["of"].flatMap { reader.choice($0, "weight") } ?? .people
    kinds = context.kinds(fields, "kinds")
    if context.subjects == [.facility], fields["kinds"] == nil {
      reader.report(fields.node, "a coverage rule about facilities needs 'kinds': those judged")
    }
    checkGroups(fields, context)
    checkOther(fields, context)
    let reportsOnly = fields["report_only"]?.scalar == "true"
    if fields["within"] == nil, fields["beyond"] == nil, !reportsOnly {
      reader.report(fields.node, "a coverage rule needs 'within', such as {walk: 15 min}")
    }
    if let node = fields["beyond"], fields["within"] != nil {
      reader.report(node, "a coverage rule has 'within' or 'beyond', not both")
    }
    if fields["of"] != nil, context.subjects == [.parcel] || context.subjects == [.facility] {
      reader.report(fields.node, "'of' is for units and plans; a parcel has its own covered share")
    }
  }

  private func checkGroups(_ fields: Fields, _ context: RuleContext) {
    guard let node = fields["at_least_of"] else { return }
    if fields["facility"] != nil {
      context.reader.report(node, "'at_least_of' names the kinds; a rule has it or 'facility'")
    }
    if context.subjects != [.parcel] || isBeyond {
      context.reader.report(
        node, "'at_least_of' is for parcels 'within' reach; count the parcels that pass for a unit")
    }
  }

  private func checkOther(_ fields: Fields, _ context: RuleContext) {
    guard let node = fields["other"] else { return }
    let reader = context.reader
    guard node.scalar == "parcel" else {
      return reader.report(node, "'other' is parcel; name facilities under 'facility'")
    }
    if let facility = fields["facility"] ?? fields["at_least_of"] {
      reader.report(facility, "a rule names what must be far away as 'facility' or as 'other'")
    }
    if let filter = fields["where"] {
      reader.report(filter, "'where' chooses facilities; 'other: parcel' names none")
    }
    var isRadius = false
    if case .radius? = within { isRadius = true }
    if context.subjects != [.facility] || fields["beyond"] == nil || !isRadius {
      reader.report(
        node, "'other: parcel' is for facilities (`subject: facility`) and `beyond: {radius: …}`")
    }
  }

  /// Percent, or metres where only the distance is reported.
  public func units(subjects: [RuleSubject], isReportOnly: Bool) -> [MeasureUnit] {
    [within == nil ? .metres : .percent]
  }

  /// A share is held against a figure.
  var needsThreshold: Bool { true }

  /// Those that count and those judged.
  public var facilityKinds: [String] { facility + kinds }

  /// Of its conditions and measures.
  public var columns: Set<String> { filter.columns }

  /// Where it says how far away.
  public var keepsAway: Bool { isBeyond }

  /// Those that meet its condition.
  public var asked: AskedFacilities { AskedFacilities(kinds: facility, filter: filter) }

  /// None.
  public var statistics: [String] { [] }

  /// The limit.
  public var reach: Reach? { within }

  /// The groups, the limit, and from what it is measured.
  public var terms: [CheckTerm] {
    var terms = groups.map { [CheckTerm.groups($0)] } ?? []
    if let within { terms.append(isBeyond ? .beyond(within) : .within(within)) }
    if isFromParcels { terms.append(.fromParcels) }
    return terms
  }

  /// A facility within reach; what is too near stays where it is.
  public var mending: Mending {
    isBeyond || isFromParcels ? .nothing : .siting(kinds: facility, where: filter)
  }

  /// It does.
  public var measuresCover: Bool { true }

  func lint(_ lint: RuleLint) {
    if lint.rule.subjects != [.facility], let stated = lint.node["kinds"] {
      lint.reader.report(
        stated,
        "'kinds' are the facilities that are judged; this rule judges"
          + " \(lint.rule.subject.rawValue): write 'facility' for those that it must reach")
    }
  }
}
