package import Documents
package import Rules

extension TerminalWords {
  package static let document = LocalizedText(en: "document", zh: "文件")
  package static let says = LocalizedText(en: "says", zh: "内容")
  package static let topic = LocalizedText(en: "topic", zh: "主题")
  package static let check = LocalizedText(en: "check", zh: "检查")
  package static let subject = LocalizedText(en: "subject", zh: "对象")
  package static let force = LocalizedText(en: "force", zh: "效力")
  package static let duty = LocalizedText(en: "duty", zh: "责任方")
  package static let dueBy = LocalizedText(en: "due by", zh: "期限")
  package static let standard = LocalizedText(en: "standard", zh: "标准")
  package static let appliesBy = LocalizedText(en: "applies by", zh: "适用条件")
  package static let facilities = LocalizedText(en: "facilities", zh: "设施")
  package static let statistics = LocalizedText(en: "statistics", zh: "统计指标")
  package static let disputedBy = LocalizedText(en: "disputed by", zh: "冲突条款")
  package static let literal = LocalizedText(en: "literal", zh: "原文")
  package static let corrected = LocalizedText(en: "corrected", zh: "更正依据")
  package static let note = LocalizedText(en: "note", zh: "说明")
  package static let replaces = LocalizedText(en: "replaces", zh: "替代")
  package static let inheritedFrom = LocalizedText(en: "inherited from", zh: "继承自")
  package static let definedIn = LocalizedText(en: "defined in", zh: "定义位置")
  package static let rules = LocalizedText(en: "rules", zh: "规则")
  package static let issued = LocalizedText(en: "issued", zh: "日期")
  package static let status = LocalizedText(en: "status", zh: "状态")
  package static let title = LocalizedText(en: "title", zh: "名称")

  package static func noComplaint(_ file: String, rules: Int) -> LocalizedText {
    LocalizedText(en: "\(file): \(rules) rules, no complaint", zh: "\(file)：\(rules) 条规则，无问题")
  }

  /// - Parameters:
  ///   - names: Of what takes its place.
  ///   - count: How many these are.
  ///   - levels: For which it does; empty: for all.
  package static func replaced(
    _ rule: RuleKey, by names: String, count: Int, levels: String
  ) -> LocalizedText {
    LocalizedText(
      en: "\(names) \(count == 1 ? "replaces" : "replace") '\(rule.rule)' of \(rule.pack)"
        + (levels.isEmpty ? "" : " for \(levels)"),
      zh: "\(names) 替代 \(rule.pack) 的 '\(rule.rule)'" + (levels.isEmpty ? "" : "（\(levels)）"))
  }
}
