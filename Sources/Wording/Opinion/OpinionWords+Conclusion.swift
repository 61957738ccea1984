package import Documents

extension OpinionWords {
  package static let clausesThatCount = LocalizedText(en: "Clauses that count:", zh: "计入结论的条款：")
  package static let complies = LocalizedText(en: "Complies", zh: "符合")
  package static let doesNotComply = LocalizedText(en: "Does not comply", zh: "不符合")
  package static let undecidedForData = LocalizedText(
    en: "Cannot be decided: data missing", zh: "资料不足，无法判定")
  package static let cannotBeDecided = LocalizedText(en: "Cannot be decided", zh: "无法判定")
  package static let noClauseApplies = LocalizedText(en: "No clause applies", zh: "无适用条款")

  package static func meetsAll(_ counted: Int) -> LocalizedText {
    LocalizedText(
      en: "The plan meets all \(counted) clauses that count for it.", zh: "本项目符合全部\(counted)项适用条款。")
  }

  package static func latePhases(_ stages: String) -> LocalizedText {
    LocalizedText(
      en: "Once finished the plan complies, but not with what stands after stage \(stages).",
      zh: "本项目全部建成后符合要求，但第\(stages)期完成时不符合。")
  }

  package static func fails(_ failing: Int, of counted: Int) -> LocalizedText {
    LocalizedText(
      en: "The plan does not comply with \(failing) of the \(counted) clauses that count for it.",
      zh: "本项目在\(counted)项适用条款中有\(failing)项不符合。")
  }

  package static let undecidedPlan = LocalizedText(
    en:
      "Whether the plan complies cannot be decided: no clause is known to fail, but data is missing"
      + " (section 5).", zh: "未发现确定不符合的条款，但因资料不足，目前无法判定本项目是否符合要求（见第五部分）。")
  package static let figuresNotStated = LocalizedText(
    en: "No clause is known to fail, but some ask for figures that their documents do not state.",
    zh: "未发现确定不符合的条款，但部分条款未载明具体指标，无法判定。")
  package static let noClauseOfThisPlan = LocalizedText(
    en: "None of the clauses speaks of this plan.", zh: "所列文件中没有适用于本项目的条款。")
  package static let notMet = LocalizedText(en: "Not met: ", zh: "不符合：")
  package static let othersBelow = LocalizedText(en: "… the others in section 4", zh: "……其余见第四部分")
  package static let undecidedWantOfData = LocalizedText(
    en: "Undecided for want of data: ", zh: "因资料不足无法判定：")

  package static func unusableRows(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: NumberWords.many(count, "row", "rows") + " of the plan could not be used (section 5).",
      zh: "方案数据中有\(count)行无法采用（见第五部分）。")
  }

  package static let advisoryNotMet = LocalizedText(
    en: "Advisory, and not met (does not count): ", zh: "倡导性条款未达到（不影响结论）：")

  package static func notMet(afterStage stage: Int) -> LocalizedText {
    LocalizedText(en: "After stage \(stage) not met: ", zh: "第\(stage)期完成时不符合：")
  }

  package static func notMetEither(afterStage stage: Int) -> LocalizedText {
    LocalizedText(en: "After stage \(stage) not met either: ", zh: "第\(stage)期完成时另不符合：")
  }

  /// Behind a clause, from `MissingWords.phrase`.
  package static func missingInBrackets(_ phrase: String) -> LocalizedText {
    LocalizedText(en: " (\(phrase))", zh: "（\(phrase)）")
  }
}
