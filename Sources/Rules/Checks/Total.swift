internal import Documents
public import Quantities

/// A sum or a count over a unit, the city, or as declared: 53,700 beds; one guidance centre.
///
/// Unknown when the layers do not hold the whole of the unit and nothing is declared.
public struct Total: ReadableCheck {
  /// `total`
  public static let name = "total"
  /// Its keys.
  public static let keys = ["sum"]
  /// Plans and units.
  public static let subjects: [RuleSubject] = [
    .plan, .community, .street, .township, .district, .city, .province,
  ]
  /// `elder-beds-total`
  public static let exampleTopic = "elder-beds-total"
  static let quantityKeys = ["sum"]

  /// What is added up.
  public let sum: Quantity

  init?(_ fields: Fields, _ context: RuleContext) {
    guard let sum = fields.required("sum").flatMap({ Quantity.read($0, "sum", context) }) else {
      return nil
    }
    self.sum = sum
  }

  /// The unit of what is added up.
  public func units(subjects: [RuleSubject], isReportOnly: Bool) -> [MeasureUnit] {
    sum.unit.map { [$0] } ?? []
  }

  /// A total is held against a figure.
  var needsThreshold: Bool { true }

  /// Of the sum.
  public var facilityKinds: [String] { sum.facilityKinds }

  /// Of its conditions and measures.
  public var columns: Set<String> { sum.columns }

  /// Of the sum.
  public var parcelColumns: Set<String> { sum.parcelColumns }

  /// Of the sum.
  public var statistics: [String] { sum.statistic.map { [$0] } ?? [] }
}
