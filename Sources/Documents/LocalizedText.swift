/// The languages that the program speaks.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// Chinese.
  case zh
  /// English.
  case en
}

/// A text in both languages.
public struct LocalizedText: Sendable, Hashable {
  /// English.
  public let en: String
  /// Chinese.
  public let zh: String

  /// A text in both languages.
  public init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  /// The same text with both languages, where one of two states but one of them, which then stands for
  /// both; `nil`: the texts differ.
  public func completed(by other: LocalizedText) -> LocalizedText? {
    if self == other || (other.en == other.zh && [en, zh].contains(other.zh)) { return self }
    return en == zh && [other.en, other.zh].contains(zh) ? other : nil
  }

  /// The text in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .en: en
    case .zh: zh
    }
  }
}
