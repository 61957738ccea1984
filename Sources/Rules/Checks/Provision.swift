internal import Documents
public import Quantities

/// Supply over demand: m² per 100 households, places per 1,000 residents, m² of land per person.
///
/// Unknown when the supply or the demand is missing and its best and worst case differ in verdict.
public struct Provision: ReadableCheck {
  /// `provision`
  public static let name = "provision"
  /// Its keys.
  public static let keys = ["supply", "demand", "within", "attribution", "weights"]
  /// Parcels, plans and units.
  public static let subjects: [RuleSubject] = [
    .parcel, .plan, .community, .street, .township, .district, .city, .province,
  ]
  /// `childcare-places-new`
  public static let exampleTopic = "childcare-places-new"
  static let quantityKeys = ["supply"]

  /// What a supply is divided by.
  public enum Demand: Sendable, Hashable {
    /// People or dwellings, in steps of `per`; `statistic` is the declared figure.
    case people(PeopleMeasure, per: Amount, statistic: String)
    /// One a parcel: an amount that each parcel must have.
    case parcel
  }

  /// What is offered.
  public let supply: Quantity
  /// What it is divided by.
  public let demand: Demand
  /// How far away it may be; `nil`: the pack's default.
  public let within: Reach?
  /// How shared supply is divided.
  public let dividing: Attribution
  /// For `two_step`: how much counts at what distance, nearer bands first; empty: all alike.
  public let weights: [DistanceBand]

  init?(_ fields: Fields, _ context: RuleContext) {
    guard
      let supply = fields.required("supply").flatMap({ Quantity.read($0, "supply", context) }),
      let demand = fields.required("demand").flatMap({ Self.demand($0, context) })
    else { return nil }
    self.supply = supply
    self.demand = demand
    let within = fields["within"].flatMap { Reach.read($0, context.reader) }
    self.within = within
    dividing =
      fields["attribution"].flatMap { context.reader.choice($0, "attribution") } ?? .fair
    weights =
      fields["weights"].map { DistanceBand.read($0, within: within, context.reader) } ?? []
    if dividing != .twoStep, let node = fields["weights"] {
      context.reader.report(node, "'weights' is for 'attribution: two_step'")
    }
    if context.subjects.contains(where: { $0 != .parcel }), fields["within"] != nil {
      context.reader.report(
        fields.node, "'within' is for parcels; a unit's or plan's rate takes all that lies in it")
    }
    if context.subjects == [.parcel], case .declared = supply.source {
      context.reader.report(fields.node, "the supply of a parcel is from facilities")
    }
  }

  private static func demand(_ node: DocumentNode, _ context: RuleContext) -> Demand? {
    let reader = context.reader
    guard
      let fields = reader.fields(node, of: "demand", allowed: ["measure", "per", "statistic"]),
      let measure = fields.required("measure")
    else { return nil }
    if measure.scalar == "parcel" { return .parcel }
    guard let people = PeopleMeasure.read(measure, reader) else { return nil }
    let per = fields["per"].flatMap { reader.amount($0, "per") } ?? Amount(1)
    guard per > .zero else {
      reader.report(node, "'per' must be above 0")
      return nil
    }
    return .people(people, per: per, statistic: fields.optionalText("statistic") ?? people.rawValue)
  }

  /// `m2/100 households`, `m2/person`; the supply's own unit where demand is one a parcel.
  public func units(subjects: [RuleSubject], isReportOnly: Bool) -> [MeasureUnit] {
    guard let unit = supply.unit else { return [] }
    switch demand {
    case .parcel: return [unit]
    case .people(let people, let per, _):
      return people.things.map { MeasureUnit(unit.thing, per: per, $0) }
    }
  }

  /// A rate is nothing without a figure to hold it against.
  var needsThreshold: Bool { true }

  /// Of the supply.
  public var facilityKinds: [String] { supply.facilityKinds }

  /// Its supply.
  public var asked: AskedFacilities {
    guard case .facilities(let kinds, let filter, let measure) = supply.source else {
      return AskedFacilities(kinds: [])
    }
    return AskedFacilities(
      kinds: kinds, filter: filter, measure: measure, areOwn: dividing == .onSite)
  }

  /// What it is divided by.
  public var peopleColumns: Set<String> {
    guard case .people(let measure, _, _) = demand else { return [] }
    return Set(measure.columns)
  }

  /// Of its conditions and measures.
  public var columns: Set<String> { supply.columns.union(parcelColumns) }

  /// What demand is counted by.
  public var parcelColumns: Set<String> {
    guard case .people(.columns(let names), _, _) = demand else { return supply.parcelColumns }
    return supply.parcelColumns.union(names)
  }

  /// It does.
  var asksForSupply: Bool { true }

  /// The limit.
  public var reach: Reach? { within }

  /// More supply.
  public var mending: Mending { .enlarging(supply) }

  /// As the rule says.
  public var attribution: Attribution? { dividing }

  /// Of supply and demand.
  public var statistics: [String] {
    var names = supply.statistic.map { [$0] } ?? []
    if case .people(_, _, let statistic) = demand { names.append(statistic) }
    return names
  }

  func lint(_ lint: RuleLint) {
    if lint.rule.subjects == [.parcel] {
      switch supply.source {
      case .facilities, .declared: break
      default:
        lint.reader.report(
          lint.place("supply"), "the supply of a parcel is of facilities; name them")
      }
    }
    for key in ["per", "statistic"] where demand == .parcel {
      if let stated = lint.node["demand"]?[key] {
        lint.reader.report(
          stated, "{measure: parcel} is one amount for each parcel; '\(key)' is for people")
      }
    }
    if let per = lint.node["demand"]?["per"],
      let figure = per.scalar.flatMap({ Amount(exactly: $0) }),
      figure > Amount(DocumentReader.most)
    {
      lint.reader.report(per, "'per' is at most \(DocumentReader.most)")
    }
    if let measure = lint.node["demand"]?["measure"] { lint.checkPeople(measure) }
    if lint.rule.subjects != [.parcel], let stated = lint.node["attribution"] {
      lint.reader.report(
        stated, "'attribution' is for parcels; a unit's or plan's rate takes all that lies in it")
    }
  }
}

extension Quantity {
  /// The kinds that it counts.
  var facilityKinds: [String] {
    if case .facilities(let kinds, _, _) = source { return kinds }
    return []
  }
}
