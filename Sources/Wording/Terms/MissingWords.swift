package import Documents
package import Quantities

/// What is missing, as all readers are told it: on pages and on a terminal the same figure as in
/// tables and layers.
package enum MissingWords {
  /// `16 places`, `66.666667 m²`: exact, since less would not do; shares as they are read elsewhere.
  package static func text(_ missing: Amount, _ unit: MeasureUnit, _ language: Language) -> String {
    UnitWords.text(
      NumberWords.text(missing, decimals: unit == .percent ? 2 : 6), unit, language)
  }

  /// What is missing as it can be built: whole places, square metres, metres, rounded up, since less would
  /// not do. Tables and layers have the exact figure.
  package static func buildable(
    _ missing: Amount, _ unit: MeasureUnit, _ language: Language
  ) -> String {
    let isBuilt =
      !unit.isRate && (unit.thing.comesWhole || [.squareMetres, .metres].contains(unit.thing))
    return text(isBuilt ? missing.roundedUp : missing, unit, language)
  }

  /// `16 places` where they are missing, `16 places too many`, so to say, where there is a limit to them:
  /// what stands under a heading that says "missing".
  package static func cell(_ amount: String, isExcess: Bool) -> LocalizedText {
    isExcess ? over(amount) : LocalizedText(en: amount, zh: amount)
  }

  /// The same in a sentence.
  package static func phrase(_ amount: String, isExcess: Bool) -> LocalizedText {
    isExcess ? over(amount) : LocalizedText(en: "\(amount) missing", zh: "缺\(amount)")
  }

  private static func over(_ amount: String) -> LocalizedText {
    LocalizedText(en: "\(amount) above the limit", zh: "超出\(amount)")
  }
}
