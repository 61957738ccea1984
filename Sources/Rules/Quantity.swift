internal import Documents
public import Quantities

/// A sum or a count over the area of a subject.
public struct Quantity: Sendable, Hashable {
  /// What is added up.
  public enum Source: Sendable, Hashable {
    /// Facilities of these kinds that meet a condition.
    case facilities(kinds: [String], where: Condition, measure: FacilityMeasure)
    /// People or dwellings.
    case people(PeopleMeasure)
    /// Units of these levels that meet a condition.
    case units([RuleSubject], where: Condition)
    /// Nothing that the layers hold: only a declared figure.
    case declared
  }

  /// What is added up.
  public let source: Source
  /// The declared figure that takes precedence.
  public let statistic: String?

  /// The columns that it reads.
  var columns: Set<String> {
    switch source {
    case .facilities(_, let filter, let measure): filter.columns.union([measure.name])
    case .units(_, let filter): filter.columns
    case .people, .declared: parcelColumns
    }
  }

  /// The columns of parcels among them.
  var parcelColumns: Set<String> {
    guard case .people(.columns(let names)) = source else { return [] }
    return Set(names)
  }

  /// Reads a quantity; `keys` are further keys that its place allows.
  static func read(_ node: DocumentNode, _ what: String, _ context: RuleContext) -> Quantity? {
    let reader = context.reader
    guard
      let fields = reader.fields(
        node, of: what, allowed: ["facility", "where", "measure", "statistic", "units"])
    else { return nil }
    let statistic = fields.optionalText("statistic")
    let condition = Condition.read(fields["where"], "where", context)
    if fields["facility"] != nil {
      let kinds = context.kinds(fields, "facility")
      guard let measure = fields.text("measure") else { return nil }
      return Quantity(
        source: .facilities(
          kinds: kinds, where: condition, measure: FacilityMeasure(name: measure)),
        statistic: statistic)
    }
    if fields["units"] != nil {
      return Quantity(
        source: .units(context.levels(fields, "units"), where: condition), statistic: statistic)
    }
    if let measure = fields["measure"] {
      guard let people = PeopleMeasure.read(measure, reader) else { return nil }
      return Quantity(source: .people(people), statistic: statistic ?? people.rawValue)
    }
    guard statistic != nil else {
      reader.report(
        node, "\(what) needs 'facility' and 'measure', 'measure', 'units' or 'statistic'")
      return nil
    }
    return Quantity(source: .declared, statistic: statistic)
  }

  /// What is counted, in a rule's unit; `nil` where anything fits.
  var unit: MeasureUnit? {
    switch source {
    case .facilities(_, _, let measure): measure.unit
    case .people(let measure): measure.unit
    case .units: MeasureUnit(.count)
    case .declared: nil
    }
  }
}

/// A number that facilities have.
public enum FacilityMeasure: Sendable, Hashable {
  /// How many facilities.
  case count
  /// Square metres.
  case floorArea
  /// Square metres.
  case landArea
  /// Childcare places.
  case places
  /// Beds.
  case beds
  /// Nursing-type beds.
  case nursingBeds
  /// Persons living there.
  case residents
  /// Doctors.
  case doctors
  /// Nurses.
  case nurses
  /// A numeric column of the data.
  case column(String)

  /// All with a name of their own.
  public static let named: [FacilityMeasure] = [
    .count, .floorArea, .landArea, .places, .beds, .nursingBeds, .residents, .doctors, .nurses,
  ]

  init(name: String) {
    self = Self.named.first { $0.name == name } ?? .column(name)
  }

  /// Its name in rule packs.
  public var name: String {
    switch self {
    case .count: "count"
    case .floorArea: "floor_area"
    case .landArea: "land_area"
    case .places: "places"
    case .beds: "beds"
    case .nursingBeds: "nursing_beds"
    case .residents: "residents"
    case .doctors: "doctors"
    case .nurses: "nurses"
    case .column(let name): name
    }
  }

  /// It in a rule's unit; `nil` where anything fits.
  public var unit: MeasureUnit? {
    switch self {
    case .count: MeasureUnit(.count)
    case .floorArea, .landArea: MeasureUnit(.squareMetres)
    case .places: MeasureUnit(.places)
    case .beds, .nursingBeds: MeasureUnit(.beds)
    case .residents, .doctors, .nurses: MeasureUnit(.persons)
    case .column: nil
    }
  }
}
