internal import Compliance
internal import Quantities
internal import Wording

extension Report {
  /// Of the topics that change most no more than so many are named.
  private static var mostNamedTopics: Int { 3 }

  /// What the result would be with other assumptions.
  func sensitivityTable(_ sensitivity: Sensitivity) -> Markup {
    table(
      "sensitivity", caption: say(SensitivityWords.caption),
      head: [
        .text(say(PageWords.assumption)), .number(say(SensitivityWords.stated)),
        .number(say(SensitivityWords.other)), .number(say(SensitivityWords.newlyPassing)),
        .number(say(SensitivityWords.newlyFailing)), .number(say(SensitivityWords.otherChanges)),
        .number(say(SensitivityWords.parcels)), .text(say(SensitivityWords.topics)),
      ]
    ) {
      for variant in sensitivity.variants {
        tag("tr") {
          tag("th", ["scope": "row"]) { say(SensitivityWords.of(variant.assumption)) }
          numberCell(variant.stated.map { value($0, variant.assumption) } ?? "–")
          numberCell(value(variant.value, variant.assumption))
          numberCell(count(variant) { $0.after == .pass })
          numberCell(count(variant) { $0.after == .fail })
          numberCell(count(variant) { $0.after != .pass && $0.after != .fail })
          numberCell(NumberWords.grouped(variant.parcels))
          tag("td") { mostChanged(variant) }
        }
      }
    }
  }

  private func value(_ amount: Amount, _ assumption: Sensitivity.Assumption) -> String {
    // Speeds are told as the literature has them.
    guard assumption == .walkingSpeed else { return "\(amount)" }
    return say(SensitivityWords.metresPerSecond(Amount(micros: amount.micros / 60)))
  }

  private func count(
    _ variant: Sensitivity.Variant, _ isMeant: (Sensitivity.Change) -> Bool
  ) -> String {
    NumberWords.grouped(
      variant.counts.reduce(0) { isMeant($1.key) ? $0 + $1.value : $0 })
  }

  private func mostChanged(_ variant: Sensitivity.Variant) -> String {
    let topics = variant.topics.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(Self.mostNamedTopics)
    if topics.isEmpty { return say(SensitivityWords.noChange) }
    return topics.map { "\(edition.title(ofTopic: $0.key)) \($0.value)" }
      .joined(separator: say(Marks.listComma))
  }
}
