public import Documents

/// Where a result is not what a case expects.
public struct Difference: Sendable, Hashable {
  /// What it is about: a rule and its subject, or a row of a layer; `nil`: the run as a whole.
  public let about: String?
  /// What differs: a column, or what the run ended with.
  public let field: String
  /// What is there.
  public let found: String
  /// What should be.
  public let expected: Expected
  /// What else helps to understand it: the reason of a finding, the message of the program.
  public let note: String?

  /// What should be there.
  public enum Expected: Sendable, Hashable {
    /// Just this.
    case just(String)
    /// This among others.
    case with(String)
    /// Anything without this.
    case without(String)
    /// A text that a regular expression is found in.
    case matching(String)
    /// Nothing.
    case nothing
  }

  init(
    _ about: String?, _ field: String, found: String, _ expected: Expected, note: String? = nil
  ) {
    self.about = about
    self.field = field
    self.found = found
    self.expected = expected
    self.note = note?.isEmpty == false ? note : nil
  }

  /// `r on A: measured 5, expected 4`
  public var sentence: LocalizedText {
    let (foundEn, foundZh) = found.isEmpty ? ("nothing", "空") : (found, found)
    let wanted = expected.words
    let place = about.map { "\($0): " } ?? ""
    let more = note.map { "; \($0)" } ?? ""
    return LocalizedText(
      en: "\(place)\(field) \(foundEn), expected \(wanted.en)\(more)",
      zh: "\(place)\(field) 为 \(foundZh)，应\(wanted.zh)\(more)")
  }
}

extension Difference.Expected {
  /// The same in words.
  public var words: LocalizedText {
    switch self {
    case .just(let text): LocalizedText(en: text, zh: "为 \(text)")
    case .with(let text): LocalizedText(en: "with \(text)", zh: "含 \(text)")
    case .without(let text): LocalizedText(en: "without \(text)", zh: "不含 \(text)")
    case .matching(let text): LocalizedText(en: "/\(text)/", zh: "匹配 /\(text)/")
    case .nothing: LocalizedText(en: "nothing", zh: "为空")
    }
  }
}
