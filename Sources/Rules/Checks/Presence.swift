internal import Documents
public import Quantities

/// Does a unit have it; or, what share of the units (or parcels) has it.
///
/// Unknown when facilities that may or may not count decide it, or the units are not known.
public struct Presence: ReadableCheck {
  /// `presence`
  public static let name = "presence"
  /// Its keys.
  public static let keys = ["facility", "at_least_of", "where", "counting", "declared"]
  /// Parcels, plans and units.
  public static let subjects: [RuleSubject] = [
    .parcel, .plan, .community, .street, .township, .district, .city, .province,
  ]
  /// `elder-community-presence`
  public static let exampleTopic = "elder-community-presence"

  /// Which units are counted, and when one counts as having it.
  public struct Counting: Sendable, Hashable {
    /// Levels of units, or parcels.
    public let units: [RuleSubject]
    /// Which of them.
    public let when: Condition
    /// How many facilities one must have.
    public let atLeast: Amount
    /// The rules that one must pass, all of them, instead of having facilities; empty: none.
    public internal(set) var passing: [String]
  }

  /// The names of declared figures that take precedence.
  public struct Declared: Sendable, Hashable {
    /// How many units have it.
    public let have: String
    /// How many units there are.
    public let of: String
  }

  /// Any of these kinds counts.
  public let facility: [String]
  /// Of these groups of kinds so many must be there, which is then what is counted; `nil`: facilities
  /// are.
  public let groups: KindGroups?
  /// Which of them.
  public let filter: Condition
  private let namesGroups: Bool
  /// `nil`: the subject itself must have it.
  public private(set) var counting: Counting?
  /// Declared figures, if any.
  public let declared: Declared?

  init?(_ fields: Fields, _ context: RuleContext) {
    let reader = context.reader
    let groups = fields["at_least_of"].flatMap { KindGroups.read($0, context) }
    self.groups = groups
    namesGroups = fields["at_least_of"] != nil
    facility = groups?.kinds ?? context.kinds(fields, "facility")
    if let node = fields["at_least_of"], fields["facility"] != nil {
      reader.report(node, "'at_least_of' names the kinds; a rule has it or 'facility'")
    }
    filter = Condition.read(fields["where"], "where", context)
    declared = fields["declared"].flatMap { node in
      guard let named = reader.fields(node, of: "declared", allowed: ["have", "of"]),
        let have = named.text("have"), let of = named.text("of")
      else { return nil }
      return Declared(have: have, of: of)
    }
    counting = fields["counting"].flatMap { Self.counting($0, context) }
    if fields["facility"] == nil, fields["at_least_of"] == nil,
      counting?.passing.isEmpty ?? true
    {
      reader.report(fields.node, "a presence rule needs 'facility', or 'counting' with 'passing'")
      return nil
    }
  }

  private static func counting(_ node: DocumentNode, _ context: RuleContext) -> Counting? {
    let reader = context.reader
    guard
      let fields = reader.fields(
        node, of: "counting", allowed: ["units", "when", "at_least", "passing"]),
      fields.required("units") != nil
    else { return nil }
    let units = context.levels(fields, "units")
    guard !units.isEmpty else { return nil }
    let passing = fields.texts("passing")
    if let node = fields["passing"], !passing.isEmpty, units != [.parcel] {
      reader.report(node, "'passing' counts parcels that pass; state 'units: parcel'")
    }
    return Counting(
      units: units, when: Condition.read(fields["when"], "when", context),
      atLeast: fields["at_least"].flatMap { reader.amount($0, "at_least") } ?? Amount(1),
      passing: passing)
  }

  /// A count of facilities, or the percentage of units.
  public func units(subjects: [RuleSubject], isReportOnly: Bool) -> [MeasureUnit] {
    [counting == nil ? MeasureUnit(.count) : .percent]
  }

  /// A count is held against a figure, unless so many groups say how many.
  var needsThreshold: Bool { counting != nil || !namesGroups }

  /// So many groups, unless units are counted.
  public var ownThreshold: Threshold? {
    guard let groups, counting == nil else { return nil }
    return Threshold(
      comparison: .atLeast, figure: .amount(Amount(groups.least), decimals: 0), upper: nil)
  }

  /// Those that count.
  public var facilityKinds: [String] { facility }

  /// Of its conditions and measures.
  public var columns: Set<String> { filter.columns.union(parcelColumns) }

  /// Those that meet its condition, in the subject itself.
  public var asked: AskedFacilities {
    AskedFacilities(kinds: facility, filter: filter, areOwn: true)
  }

  /// What decides whether one counts.
  public var parcelColumns: Set<String> { counting?.when.columns ?? [] }

  /// One more of them.
  public var mending: Mending { .adding(kinds: facility, where: filter) }

  /// Those that a unit or parcel must pass to be counted.
  public var passing: [String] { counting?.passing ?? [] }

  /// So many groups, where they are asked for.
  public var terms: [CheckTerm] { groups.map { [.groups($0)] } ?? [] }

  func counting(passing rules: [String]) -> Presence {
    var check = self
    check.counting?.passing = rules
    return check
  }

  /// The declared figures.
  public var statistics: [String] { declared.map { [$0.have, $0.of] } ?? [] }

  var countsPieces: Bool { true }

  func lintConditions(_ lint: RuleLint) {
    lint.checkCondition(
      lint.node["counting"]?["when"],
      ofRowsOf: counting?.units == [.parcel] ? .parcels : .units)
  }

  func lint(_ lint: RuleLint) {
    if lint.node["counting"] == nil, let declared = lint.node["declared"] {
      lint.reader.report(declared, "'declared' is for 'counting', which is not stated")
    }
    if let declared, declared.have == declared.of {
      lint.reader.report(
        lint.place("declared"), "'have' and 'of' are the same figure, so all of it is")
    }
    guard let counting else { return }
    lint.checkLevels(lint.place("counting", "units"))
    if counting.units.contains(.parcel), counting.units.count > 1 {
      lint.reader.report(lint.place("counting", "units"), "parcels or units are counted, not both")
    }
    if let least = lint.node["counting"]?["at_least"],
      counting.atLeast < Amount(1) || !counting.atLeast.isWhole
    {
      lint.reader.report(
        least, "a unit has a whole number of facilities, 1 or more, not \(counting.atLeast)")
    }
    guard !counting.passing.isEmpty else { return }
    if let facility = lint.node["facility"] {
      lint.reader.report(
        facility, "what passes a rule is counted; leave 'facility' or 'passing' out")
    }
    if let least = lint.node["counting"]?["at_least"] {
      lint.reader.report(least, "'at_least' is for facilities, 'passing' for rules; leave one out")
    }
    for id in counting.passing {
      guard let other = lint.pack.applied.first(where: { $0.id == id }), other.isReportOnly else {
        continue
      }
      lint.reader.report(
        lint.place("counting", "passing"),
        "rule '\(id)' only reports, so nothing passes it; give it a threshold")
    }
  }
}
