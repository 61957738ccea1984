package import Compliance
package import Documents

extension VerdictTurn {
  /// Whose verdict takes the turn, as the heading of a table.
  package var heading: LocalizedText {
    switch self {
    case .broken:
      LocalizedText(en: "Clauses that are met today and no longer would be", zh: "由符合变为不符合")
    case .failing:
      LocalizedText(
        en: "Clauses that cannot be decided today and would not be met", zh: "现状无法判定、建成后不符合")
    case .undecided:
      LocalizedText(
        en: "Clauses that are met today and of which that could no longer be said",
        zh: "由符合变为无法判定")
    case .mended:
      LocalizedText(en: "Clauses that are not met today and would be", zh: "由不符合或无法判定变为符合")
    }
  }

  /// What happens to so many of them, within a sentence.
  package func clause(_ count: Int) -> LocalizedText {
    switch self {
    case .broken:
      LocalizedText(
        en: "of those who comply today \(count) no longer would",
        zh: "\(count)个现状符合的小区、设施或行政单元将不再符合")
    case .failing:
      LocalizedText(
        en: "\(count) of whom nothing can be said today would not comply",
        zh: "\(count)个现状无法判定的将不符合")
    case .undecided:
      LocalizedText(
        en: "of those who comply today \(count) could no longer be said to, for want of data",
        zh: "\(count)个现状符合的因资料不足将无法判定")
    case .mended:
      LocalizedText(
        en: "\(count) would comply with a clause that they do not meet today",
        zh: "\(count)个将变为符合")
    }
  }

  /// How many they are, before their names on a terminal.
  package func line(_ count: Int) -> LocalizedText {
    switch self {
    case .broken: LocalizedText(en: "\(count) no longer pass: ", zh: "\(count) 个不再符合：")
    case .failing:
      LocalizedText(en: "\(count) fail that were undecided: ", zh: "\(count) 个由无法判定变为不符合：")
    case .undecided:
      LocalizedText(en: "\(count) can no longer be decided: ", zh: "\(count) 个由符合变为无法判定：")
    case .mended: LocalizedText(en: "\(count) pass now: ", zh: "\(count) 个转为符合：")
    }
  }
}
