internal import Documents
public import Quantities

/// One total over another: nursing beds of all beds, social workers per 100 beds.
///
/// Unknown when a total is; not applicable when the whole is nothing.
public struct Share: ReadableCheck {
  /// `share`
  public static let name = "share"
  /// Its keys.
  public static let keys = ["part", "whole", "per"]
  /// Plans and units.
  public static let subjects: [RuleSubject] = [
    .plan, .community, .street, .township, .district, .city, .province,
  ]
  /// `elder-nursing-beds`
  public static let exampleTopic = "elder-nursing-beds"
  static let quantityKeys = ["part", "whole"]

  /// The part.
  public let part: Quantity
  /// The whole.
  public let whole: Quantity
  /// 100 for percent.
  public let per: Int

  init?(_ fields: Fields, _ context: RuleContext) {
    guard let part = fields.required("part").flatMap({ Quantity.read($0, "part", context) }),
      let whole = fields.required("whole").flatMap({ Quantity.read($0, "whole", context) })
    else { return nil }
    self.part = part
    self.whole = whole
    per = fields["per"].flatMap { context.reader.count($0, "per") } ?? 100
  }

  /// Percent where part and whole are alike, else `persons/100 beds`.
  public func units(subjects: [RuleSubject], isReportOnly: Bool) -> [MeasureUnit] {
    guard let first = part.unit, let second = whole.unit else { return [] }
    if first == second, per == 100 { return [.percent] }
    return [MeasureUnit(first.thing, per: per, second.thing)]
  }

  /// A share is held against a figure.
  var needsThreshold: Bool { true }

  /// Of both totals.
  public var facilityKinds: [String] { part.facilityKinds + whole.facilityKinds }

  /// Of its conditions and measures.
  public var columns: Set<String> { part.columns.union(whole.columns) }

  /// Of both totals.
  public var parcelColumns: Set<String> { part.parcelColumns.union(whole.parcelColumns) }

  /// Of both totals.
  public var statistics: [String] { [part.statistic, whole.statistic].compactMap { $0 } }

  func lint(_ lint: RuleLint) {
    if part == whole {
      lint.reader.report(lint.place("part"), "'part' and 'whole' are the same, so all of it is")
    }
  }
}
