package import Documents

extension OpinionWords {
  package static let theProject = LocalizedText(en: "The project", zh: "项目概况")
  package static let conclusion = LocalizedText(en: "Conclusion", zh: "审查结论")
  package static let map = LocalizedText(en: "Map", zh: "示意图")
  package static let clauseByClause = LocalizedText(en: "Clause by clause", zh: "逐条审查")
  package static let missingData = LocalizedText(en: "Missing data", zh: "缺少的资料")
  package static let effects = LocalizedText(en: "Effects on the surroundings", zh: "对周边的影响")
  package static let howToMend = LocalizedText(en: "How to mend it", zh: "整改建议")
  package static let basis = LocalizedText(en: "Basis and notes", zh: "依据与说明")
  package static let kindOfSheet = LocalizedText(
    en: "Review of childcare and elder-care provision for a new housing plan",
    zh: "新建住宅项目“一老一小”服务设施配建审查意见表")
  package static let reviewedBy = LocalizedText(en: "Reviewed by", zh: "审查人")
  package static let checkedBy = LocalizedText(en: "Checked by", zh: "复核")
  package static let date = LocalizedText(en: "Date", zh: "日期")
  package static let alsoListed = LocalizedText(en: "; ", zh: "、")
  package static let thePlan = LocalizedText(en: "the plan", zh: "整个项目")

  /// `No. 3, 5`
  package static func references(to numbers: String) -> LocalizedText {
    LocalizedText(en: "No. \(numbers)", zh: "第\(numbers)项")
  }
}
