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
}
