import Rules

/// Packs around rules as a reader of documents would write them; what all rules need and no test is
/// about is filled in.
enum SmallPack {
  static func make(
    _ rules: String..., id: String = "small", parameters: [String] = [], isDraft: Bool = false,
    parents: [RulePack] = [], head: String = ""
  ) throws -> RulePack {
    try make(
      rules, id: id, parameters: parameters, isDraft: isDraft, parents: parents, head: head)
  }

  static func make(
    _ rules: [String], id: String = "small", parameters: [String] = [], isDraft: Bool = false,
    parents: [RulePack] = [], head: String = ""
  ) throws -> RulePack {
    let filled = rules.enumerated().map { index, rule in
      var lines = rule.split(separator: "\n").map(String.init)
      lines += ["clause: \"1\"", "says: {en: Something., zh: 某事。}"]
      if !rule.contains("means:") { lines.append("means: elder-circle") }
      if !rule.contains("force:") { lines.append("force: binding") }
      if !rule.contains("id:") { lines.append("id: r\(index)") }
      return "  - " + lines.joined(separator: "\n    ")
    }
    let text =
      """
      schema: 1
      id: \(id)
      title: {en: Small, zh: 小}
      document:
        number: null
        issuer: {en: Nobody, zh: 无}
        issued: 2025-01-01
        status: \(isDraft ? "draft" : "issued")
      parameters: {\(parameters.joined(separator: ", "))}
      \(head)
      rules: \(filled.isEmpty ? "[]" : "")

      """ + filled.joined(separator: "\n")
    return try RulePack(
      yaml: text, file: "\(id).yaml", vocabulary: SmallCity.library.vocabulary,
      topics: SmallCity.library.topics, parents: parents)
  }
}
