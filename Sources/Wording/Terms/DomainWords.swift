public import Documents

/// What facilities of a domain are called on maps.
public enum DomainWords {
  private static let all: [String: LocalizedText] = [
    "elder": LocalizedText(en: "elder care", zh: "养老设施"),
    "childcare": LocalizedText(en: "childcare", zh: "托育设施"),
    "medical": LocalizedText(en: "medical", zh: "医疗设施"),
    "education": LocalizedText(en: "education", zh: "教育设施"),
    "life_circle": LocalizedText(en: "daily life", zh: "生活圈设施"),
  ]
  private static let other = LocalizedText(en: "other", zh: "其他设施")

  /// Of a domain, as the vocabulary of kinds has it.
  public static func of(_ domain: String) -> LocalizedText { all[domain] ?? other }
}
