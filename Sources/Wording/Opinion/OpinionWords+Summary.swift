package import Documents

extension OpinionWords {
  package static let summaryTitle = LocalizedText(
    en: "Plans reviewed: childcare and elder-care provision", zh: "“一老一小”服务设施配建审查汇总表")
  package static let plansReviewed = LocalizedText(en: "Plans", zh: "各项目审查结论")
  package static let plansNotReviewed = LocalizedText(
    en: "Plans that could not be reviewed", zh: "未能审查的方案")
  package static let clausesNotMet = LocalizedText(en: "Not met", zh: "不符合的条款")
  package static let summaryNote = LocalizedText(
    en: "Each project's name leads to its sheet, which alone counts.",
    zh: "点击项目名称查看审查意见表，内容以审查意见表为准。")

  package static func reviewed(_ count: Int) -> LocalizedText {
    LocalizedText(en: NumberWords.many(count, "plan", "plans"), zh: "共\(count)个方案")
  }

  package static func plans(_ count: Int, _ word: LocalizedText) -> LocalizedText {
    LocalizedText(en: "\(word.en.lowercased()) \(count)", zh: "\(word.zh)\(count)个")
  }

  package static func unreviewed(_ count: Int) -> LocalizedText {
    LocalizedText(en: "not reviewed \(count)", zh: "未能审查\(count)个")
  }

  package static func rowsToMend(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: NumberWords.many(count, "row", "rows") + " to be mended", zh: "\(count)行数据需补正")
  }
}
