import Rules

/// Packs around rules as a reader of documents would write them; what all rules need and no test is
/// about is filled in.
enum SmallPack {
  static func make(
    _ rules: String..., parameters: [String] = [], isDraft: Bool = false
  ) throws -> RulePack {
    try make(rules, parameters: parameters, isDraft: isDraft)
  }

  static func make(
    _ rules: [String], parameters: [String] = [], isDraft: Bool = false
  ) throws -> RulePack {
    let filled = rules.enumerated().map { index, rule in
      var lines = rule.split(separator: "\n").map(String.init)
      lines += ["clause: \"1\"", "says: {en: Something., zh: 某事。}", "means: elder-circle"]
      if !rule.contains("force:") { lines.append("force: binding") }
      if !rule.contains("id:") { lines.append("id: r\(index)") }
      return "  - " + lines.joined(separator: "\n    ")
    }
    let text =
      """
      schema: 1
      id: small
      title: {en: Small, zh: 小}
      document:
        number: null
        issuer: {en: Nobody, zh: 无}
        issued: 2025-01-01
        status: \(isDraft ? "draft" : "issued")
      parameters: {\(parameters.joined(separator: ", "))}
      rules:

      """ + filled.joined(separator: "\n")
    return try RulePack(
      yaml: text, file: "small.yaml", vocabulary: SmallCity.library.vocabulary,
      topics: SmallCity.library.topics)
  }
}
