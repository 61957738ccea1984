package import Documents

extension ReportWords {
  package static func judgedNothing(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) clauses apply to nothing in this data: ", zh: "以下 \(count) 条对本次数据均不适用：")
  }

  package static func leftOut(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "Not judged, since other clauses were chosen (\(count)): ",
      zh: "按选择未检查的条款（\(count) 条）：")
  }

  package static let requirement = LocalizedText(en: "Requirement", zh: "要求")
  package static let notApplicable = LocalizedText(en: "n/a", zh: "不适用")
  package static let missingInAll = LocalizedText(en: "Missing in all", zh: "缺口合计")
  package static let flags = LocalizedText(en: "Flags", zh: "标记")

  package static func findings(of title: LocalizedText) -> LocalizedText {
    LocalizedText(en: "\(title.en): findings by clause", zh: "《\(title.zh)》逐条核查结果")
  }

  package static func residentsOutOfReach(_ people: String) -> LocalizedText {
    LocalizedText(en: "\(people) residents out of reach", zh: "\(people)人未覆盖")
  }

  /// Before the reasons in brackets.
  package static func notComputed(_ count: Int) -> LocalizedText {
    LocalizedText(en: "Not computed: \(count) further clauses (", zh: "未计算的其他条款\(count)条（")
  }

  package static let endOfReasons = LocalizedText(en: ").", zh: "）。")
}
