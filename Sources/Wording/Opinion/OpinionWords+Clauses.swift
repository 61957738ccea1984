package import Documents
package import Rules

extension OpinionWords {
  package static let noneApplies = LocalizedText(en: "No clause applies.", zh: "没有适用的条款。")

  /// Over the clauses of a duty.
  package static func clauses(of duty: Duty) -> LocalizedText {
    let (what, who) = (duty.words, duty.holder)
    return LocalizedText(
      en: "\(what.en): clauses that the \(who.en) must meet", zh: "\(what.zh)条款（责任方：\(who.zh)）")
  }

  package static let whatIsAsked = LocalizedText(en: "What is asked", zh: "审查内容")
  package static let required = LocalizedText(en: "Required", zh: "控制要求")
  package static let provided = LocalizedText(en: "Provided", zh: "方案值")
  package static let theWorst = LocalizedText(en: "the worst", zh: "最差者")
  package static let about = LocalizedText(en: "About: ", zh: "对象：")
  package static let disputed = LocalizedText(
    en: "Disputed: another clause of the same document says otherwise; the stricter one counts.",
    zh: "有出入：同一文件另有条款规定不同，以较严者计。")

  package static func disputed(by clauses: String) -> LocalizedText {
    LocalizedText(
      en: "Disputed: \(clauses) of the same document says otherwise; the"
        + " stricter one counts.", zh: "有出入：同一文件的\(clauses)规定不同，以较严者计。")
  }

  package static func alternative(to clauses: String) -> LocalizedText {
    LocalizedText(
      en: "Alternative to \(clauses): meeting one of them is enough.",
      zh: "与\(clauses)为替代关系，满足其一即可。")
  }

  package static let counted = LocalizedText(en: "Counted: ", zh: "计入设施：")
  package static let clausesThatDoNotApply = LocalizedText(
    en: "Clauses that do not apply", zh: "不适用的条款")
  package static let clausesThatReport = LocalizedText(
    en: "Figures without a verdict", zh: "仅列数值、不作判定的条款")

  package static let otherHousing = LocalizedText(
    en: "It is about other kinds of housing.", zh: "本项目住宅不属于该条适用对象。")
  package static let noSuchFacility = LocalizedText(
    en: "The plan has no such facility.", zh: "本项目没有该类设施。")
  package static let notOfThisPlan = LocalizedText(
    en: "It does not speak of this plan.", zh: "不针对本项目。")
}
