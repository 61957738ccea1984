internal import Documents
public import Quantities

/// An attribute of one facility, absolute or per place; or something that it must contain.
///
/// Unknown when the attribute is missing.
public struct Size: ReadableCheck {
  /// `size`
  public static let name = "size"
  /// Its keys.
  public static let keys = ["kinds", "where", "measure", "per", "times", "has"]
  /// Facilities; parcels for delivery together with the housing.
  public static let subjects: [RuleSubject] = [.facility, .parcel]
  /// `childcare-size`
  public static let exampleTopic = "childcare-size"

  /// What a facility must show.
  public enum Demanded: Sendable, Hashable {
    /// A number, over another one times `times`.
    case measure(FacilityMeasure, per: FacilityMeasure?, times: Int)
    /// A condition that must hold.
    case has(Condition)
    /// Delivered no later than the housing that it lies in or serves.
    case deliveredWithHousing
    /// Delivered before so many percent of the dwellings that it is for.
    case deliveredBefore(percent: Amount)
  }

  /// Which facilities are judged.
  public let kinds: [String]
  /// Which of them; for parcels as subject, which facilities of the parcel.
  public let filter: Condition
  /// What each must show.
  public let demanded: Demanded

  init?(_ fields: Fields, _ context: RuleContext) {
    let reader = context.reader
    guard let kinds = context.requiredKinds(fields, "kinds") else { return nil }
    self.kinds = kinds
    filter = Condition.read(fields["where"], "where", context)
    if let has = fields["has"] {
      if has["delivered"]?.scalar == "with_housing" {
        demanded = .deliveredWithHousing
      } else if let node = has["delivered"]?["before_share_of_housing"] {
        guard let share = Self.shareOfHousing(node, reader) else { return nil }
        demanded = .deliveredBefore(percent: share)
      } else {
        demanded = .has(Condition.read(has, "has", context))
      }
      if fields["measure"] != nil {
        reader.report(has, "a size rule has 'measure' or 'has', not both")
      }
    } else {
      guard let measure = fields.text("measure") else { return nil }
      demanded = .measure(
        FacilityMeasure(name: measure), per: fields.optionalText("per").map(FacilityMeasure.init),
        times: fields["times"].flatMap { reader.count($0, "times") } ?? 1)
    }
    if context.subjects == [.parcel], !demanded.isDelivery {
      reader.report(
        fields.node,
        "a size rule about parcels is about {delivered: with_housing};"
          + " for an amount that each parcel must have use 'provision' with {measure: parcel}")
    }
  }

  /// The figure of `{delivered: {before_share_of_housing: 50}}`.
  private static func shareOfHousing(_ node: DocumentNode, _ reader: DocumentReader) -> Amount? {
    guard let share = reader.amount(node, "before_share_of_housing") else { return nil }
    guard share > .zero, share <= Amount(100) else {
      reader.report(node, "'before_share_of_housing' is a percentage above 0")
      return nil
    }
    return share
  }

  /// `m2`, `m2/place`, `persons/100 residents`; `none` for what a facility must have.
  public func units(subjects: [RuleSubject], isReportOnly: Bool) -> [MeasureUnit] {
    guard case .measure(let measure, let per, let times) = demanded else {
      return [MeasureUnit(.nothing)]
    }
    guard let unit = measure.unit else { return [] }
    guard let per else { return [unit] }
    guard
      let thing = per == .residents ? .residents : per.unit?.thing ?? MeasuredThing(word: per.name)
    else { return [] }
    return [MeasureUnit(unit.thing, per: times, thing)]
  }

  /// A size above its range is told, and passes.
  public var passesOversized: Bool { true }

  /// Where a number is asked for.
  var needsThreshold: Bool {
    if case .measure = demanded { return true }
    return false
  }

  /// What a facility must have, where that is no number.
  public var terms: [CheckTerm] {
    switch demanded {
    case .measure: []
    case .has(let condition): [.property(condition)]
    case .deliveredWithHousing: [.deliveredWithHousing]
    case .deliveredBefore(let percent): [.deliveredBefore(percent: percent)]
    }
  }

  /// What it demands.
  public var mending: Mending {
    switch demanded {
    case .measure(let measure, _, _): .raising(measure)
    case .has(let condition): .equipping(condition)
    case .deliveredWithHousing, .deliveredBefore: .deliveringWithHousing(kinds: kinds)
    }
  }

  /// Those judged.
  public var facilityKinds: [String] { kinds }

  /// Those that meet its condition, in the subject itself.
  public var asked: AskedFacilities {
    AskedFacilities(kinds: kinds, filter: filter, areOwn: true)
  }

  /// Of its conditions and measures.
  public var columns: Set<String> {
    switch demanded {
    case .measure(let measure, let per, _):
      filter.columns.union([measure.name]).union(per.map { [$0.name] } ?? [])
    case .has(let condition): filter.columns.union(condition.columns)
    case .deliveredWithHousing, .deliveredBefore: filter.columns
    }
  }

  /// None.
  public var statistics: [String] { [] }

  func lintConditions(_ lint: RuleLint) {
    if !demanded.isDelivery { lint.checkCondition(lint.node["has"], ofRowsOf: .facilities) }
  }

  func lint(_ lint: RuleLint) {
    if case .measure(let measure, let per, _) = demanded {
      for key in ["measure", "per"] { if let stated = lint.node[key] { lint.checkMeasure(stated) } }
      if measure == .count || per == .count {
        lint.reader.report(
          lint.place(measure == .count ? "measure" : "per"),
          "one facility is judged, so its count is 1; count them with 'presence' or 'total'")
      }
      if measure == per {
        lint.reader.report(lint.place("per"), "a measure over itself is always 1")
      }
      if per == nil, let times = lint.node["times"] {
        lint.reader.report(times, "'times' is for so many of 'per', which is not stated")
      }
      return
    }
    if case .deliveredBefore(let percent) = demanded, percent < Amount(1) {
      lint.reportFraction(percent, lint.place("has", "delivered", "before_share_of_housing"))
    }
    if demanded.isDelivery, case .mapping(let pairs)? = lint.node["has"]?.content {
      for pair in pairs where pair.key.scalar != "delivered" {
        lint.reader.report(
          pair.key, "{delivered: with_housing} stands alone; make a rule of its own of the rest")
      }
    }
  }
}

extension Size.Demanded {
  /// Whether it compares when things are handed over.
  var isDelivery: Bool {
    switch self {
    case .deliveredWithHousing, .deliveredBefore: true
    case .measure, .has: false
    }
  }
}
