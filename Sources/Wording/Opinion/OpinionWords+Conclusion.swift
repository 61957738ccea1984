package import Documents

extension OpinionWords {
  package static let inWords = LocalizedText(en: "Conclusion", zh: "审查结论")
  package static let draftsOnly = LocalizedText(
    en: " (rests on drafts only, for reference)", zh: "（依据征求意见稿，仅供参考）")

  /// Whose clauses a conclusion rests on, where not on all.
  package static func restsOn(_ duties: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: " (\(duties.en.prefix(1).lowercased() + duties.en.dropFirst()) only)",
      zh: "（仅就\(duties.zh)）")
  }

  package static let duty = LocalizedText(en: "What is asked", zh: "审查方面")
  package static let clauses = LocalizedText(en: "Clauses", zh: "条款")
  package static let findings = LocalizedText(en: "Findings", zh: "主要问题")
  package static let noFindings = LocalizedText(en: "none", zh: "无")

  /// So many clauses that count of a duty, and what became of them.
  package static func counted(
    _ count: Int, failing: Int, undecided: Int
  ) -> LocalizedText {
    guard count > 0 else { return LocalizedText(en: "none", zh: "无适用条款") }
    let met = count - failing - undecided
    var en: [String] = []
    var zh: [String] = []
    for (number, word, label) in [
      (met, "met", "符合"), (failing, "not met", "不符合"), (undecided, "undecided", "无法判定"),
    ] where number > 0 {
      en.append("\(number) \(word)")
      zh.append("\(label)\(number)项")
    }
    return LocalizedText(
      en: "\(count) that count: " + en.joined(separator: ", "),
      zh: "计入结论\(count)项：" + zh.joined(separator: "、"))
  }

  package static let othersBelow = LocalizedText(en: "… the others in section 4", zh: "……其余见第四部分")
  package static let undecidedWantOfData = LocalizedText(
    en: "Undecided for want of data (section 5): ", zh: "因资料不足无法判定（见第五部分）：")
  package static let leftToTheBureau = LocalizedText(
    en: "The document states no figure, the bureau decides: ", zh: "文件未明确指标值，由主管部门认定：")

  package static func unusableRows(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: NumberWords.many(count, "row", "rows")
        + " of the plan could not be used; what they could decide is left undecided (section 5).",
      zh: "方案数据中有\(count)行未采用，可能受其影响的条款均不作判定（见第五部分）。")
  }

  package static let advisoryNotMet = LocalizedText(
    en: "Advisory, and not met (does not count): ", zh: "倡导性条款未达到（不影响结论）：")

  package static func notMet(afterStage stage: Int) -> LocalizedText {
    LocalizedText(
      en: "After stage \(stage) not met, though once all is built: ",
      zh: "第\(stage)期完成时不符合（全部建成后符合）：")
  }

  /// Behind a clause, from `MissingWords.phrase`.
  package static func missingInBrackets(_ phrase: String) -> LocalizedText {
    LocalizedText(en: " (\(phrase))", zh: "（\(phrase)）")
  }
}
