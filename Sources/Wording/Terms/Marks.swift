package import Documents

/// What stands between words and sentences, which is not the same in all languages.
package enum Marks {
  /// Between the items of a list.
  package static let listComma = LocalizedText(en: ", ", zh: "、")
  /// Between the parts of a sentence.
  package static let comma = LocalizedText(en: ", ", zh: "，")
  package static let semicolon = LocalizedText(en: "; ", zh: "；")
  package static let colon = LocalizedText(en: ": ", zh: "：")
  /// With nothing behind it.
  package static let lastColon = LocalizedText(en: ":", zh: "：")
  package static let stop = LocalizedText(en: ".", zh: "。")

  /// Between the ends of a range.
  package static let range = LocalizedText(en: "–", zh: "～")

  /// A remark behind a word.
  package static func bracketed(_ text: String) -> LocalizedText {
    LocalizedText(en: " (\(text))", zh: "（\(text)）")
  }
}
