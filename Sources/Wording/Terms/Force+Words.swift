public import Documents
public import Rules

extension Force {
  /// What a reader calls it.
  public var words: LocalizedText {
    switch self {
    case .binding: LocalizedText(en: "binding", zh: "约束性")
    case .expected: LocalizedText(en: "expected", zh: "预期性")
    case .advisory: LocalizedText(en: "advisory", zh: "倡导性")
    }
  }
}
