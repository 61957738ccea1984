package import Documents

extension OpinionWords {
  package static let theProject = LocalizedText(en: "The project", zh: "项目概况")
  package static let conclusion = LocalizedText(en: "Conclusion", zh: "审查结论")
  package static let map = LocalizedText(en: "The plan and its map", zh: "方案与示意图")
  package static let clauseByClause = LocalizedText(en: "Clause by clause", zh: "逐条审查")
  package static let missingData = LocalizedText(en: "Missing data", zh: "需补充的资料")
  package static let effects = LocalizedText(en: "Effects on the surroundings", zh: "对周边的影响")
  package static let howToMend = LocalizedText(en: "How to mend it", zh: "方案修改建议")
  package static let basis = LocalizedText(en: "Basis and notes", zh: "依据与说明")
  package static let alsoListed = LocalizedText(en: "; ", zh: "、")
  package static let thePlan = LocalizedText(en: "the plan", zh: "本项目")

  /// `No. 3, 5`
  package static func references(to numbers: String) -> LocalizedText {
    LocalizedText(en: "No. \(numbers)", zh: "第\(numbers)项")
  }
}
