package import Documents

/// What is built in which year.
extension ProposalWords {
  package static let stages = LocalizedText(en: "Year by year", zh: "分年度安排")
  package static let stagesCaption = LocalizedText(
    en: "What is built in which year; numbers as on the map", zh: "各年度建设内容（编号同图）")
  package static let year = LocalizedText(en: "Year", zh: "年度")
  package static let yearBudget = LocalizedText(en: "Money of the year", zh: "年度资金")
  package static let left = LocalizedText(en: "Left at its end", zh: "年末结余")
  package static let builtThen = LocalizedText(en: "Built", zh: "建设设施")
  package static let metThen = LocalizedText(
    en: "Need met in all at its end", zh: "年末总需求满足率")
  package static let stagesNote = LocalizedText(
    en:
      "In each year is built, as long as there is money, what of the proposal serves most need for its cost, with what was"
      + " built before; what is left is there in the next. The bound is of the whole proposal: of the order nothing is"
      + " proven.",
    zh: "各年度在资金允许时，先建单位费用所满足需求最多的设施，结余转入下一年度。理论下限针对整体方案，对先后次序不作证明。")

  /// Sites that no year has the money for.
  package static func unstaged(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "For \(NumberWords.many(count, "site", "sites")) no year has the money.",
      zh: "\(count)处设施各年度资金均不足，未作安排。")
  }
}
