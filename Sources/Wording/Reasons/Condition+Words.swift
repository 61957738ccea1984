internal import Documents
internal import Quantities
internal import Rules

extension Naming {
  /// What a condition asks: exactly as a pack would write it, or in words.
  func condition(_ condition: Condition) -> LocalizedText {
    switch condition {
    case .always: LocalizedText(en: "", zh: "")
    case .all(let parts): joined(parts, by: LocalizedText(en: "; ", zh: isExact ? "; " : "；"))
    case .any(let parts): joined(parts, by: LocalizedText(en: " / ", zh: isExact ? " / " : " 或 "))
    case .atLeast(let least, let parts): some(least, of: parts)
    case .not(let part): not(self.condition(part))
    case .column(let name, .oneOf(let words)):
      equality(column(name), words.map { value($0, of: name) })
    case .column(let name, .unit(let part)): inside(name, self.condition(part))
    case .column(_, .facility(let part)): inFacility(self.condition(part))
    case .column(let name, .compare(let comparison, let figure, let upper)):
      comparing(column(name), comparison, figure, upper: upper)
    }
  }

  private func joined(_ parts: [Condition], by separator: LocalizedText) -> LocalizedText {
    let words = parts.map(condition)
    return LocalizedText(
      en: words.map(\.en).joined(separator: separator.en),
      zh: words.map(\.zh).joined(separator: separator.zh))
  }

  private func some(_ least: Int, of parts: [Condition]) -> LocalizedText {
    let all = joined(parts, by: LocalizedText(en: " / ", zh: isExact ? " / " : "、"))
    return LocalizedText(
      en: "at least \(least) of: \(all.en)",
      zh: isExact ? "at least \(least) of: \(all.zh)" : "以下至少\(least)项：\(all.zh)")
  }

  private func inside(_ level: String, _ words: LocalizedText) -> LocalizedText {
    let unit = column(level)
    return LocalizedText(
      en: "\(unit.en) with \(words.en)",
      zh: isExact ? "\(unit.zh) with \(words.zh)" : "所在\(unit.zh)：\(words.zh)")
  }

  private func inFacility(_ words: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "in a facility with \(words.en)",
      zh: isExact ? "in a facility with \(words.zh)" : "所在设施：\(words.zh)")
  }

  private func not(_ words: LocalizedText) -> LocalizedText {
    LocalizedText(en: "not \(words.en)", zh: isExact ? "not \(words.zh)" : "不得为：\(words.zh)")
  }

  private func equality(_ column: LocalizedText, _ values: [LocalizedText]) -> LocalizedText {
    let en = values.map(\.en).joined(separator: ", ")
    let zh = values.map(\.zh)
    return isExact
      ? LocalizedText(
        en: "\(column.en) = \(en)", zh: "\(column.zh) = \(zh.joined(separator: ", "))")
      : LocalizedText(en: "\(column.en): \(en)", zh: "\(column.zh)为\(zh.joined(separator: "、"))")
  }

  private func comparing(
    _ column: LocalizedText, _ comparison: Comparison, _ figure: Amount, upper: Amount?
  ) -> LocalizedText {
    if let upper {
      let sign = isExact ? "\(comparison.symbol) " : ""
      return LocalizedText(
        en: "\(column.en) \(sign)\(figure)–\(upper)",
        zh: "\(column.zh) \(sign)\(figure)–\(upper)")
    }
    return LocalizedText(
      en: "\(column.en) \(comparison.symbol) \(figure)",
      zh: "\(column.zh) \(comparison.symbol) \(figure)")
  }
}
