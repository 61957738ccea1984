package import Documents

/// What less money can do.
extension ProposalWords {
  package static let tradeOff = LocalizedText(en: "With less money", zh: "费用与效果")
  package static let tradeOffCaption = LocalizedText(
    en: "What a budget does: the part of its need that everybody gets, at least",
    zh: "不同预算下各对象至少可得的需求比例")
  package static let budget = LocalizedText(en: "Budget", zh: "预算")
  package static let spent = LocalizedText(en: "Spent", zh: "实际费用")
  package static let facilities = LocalizedText(en: "Facilities", zh: "设施数")
  package static let share = LocalizedText(en: "Everybody gets", zh: "各对象至少可得")
  package static let shareBound = LocalizedText(en: "At most possible", zh: "理论上限")
  package static let met = LocalizedText(en: "Need met in all", zh: "总需求满足率")
  package static let gained = LocalizedText(en: "Everybody gets more than above", zh: "各对象可得较上一行增加")
  package static let gainedPerSite = LocalizedText(
    en: "for each further facility", zh: "每增一处设施增加")
  package static let pricePerPercent = LocalizedText(
    en: "Cost of one percent more", zh: "每提高1个百分点的费用")
  package static let tradeOffNote = LocalizedText(
    en:
      "The last columns say what the next money, and the next facility, buy between two rows. The bound is what no"
      + " choice of sites could pass with that budget.",
    zh: "后三列为相邻两行之间追加费用、追加设施所换得的效果；理论上限为该预算下任何选址方案均无法超过的比例。")
  package static let staying = LocalizedText(
    en: "With less money, too", zh: "较少预算下是否保留")
  package static let plot = LocalizedText(
    en: "What everybody gets, and the number of facilities, against the cost",
    zh: "各对象至少可得比例、设施数与费用的关系")
  package static let found = LocalizedText(en: "found", zh: "所得方案")
  package static let costAxis = LocalizedText(en: "Cost", zh: "费用")

  /// In how many of some answers.
  package static func stays(_ count: Int, of all: Int) -> LocalizedText {
    LocalizedText(en: "in \(count) of \(all)", zh: "\(all)档中保留\(count)档")
  }

  /// What stands with a budget.
  package static func with(_ budget: String, _ size: String) -> LocalizedText {
    LocalizedText(en: "with \(budget): \(size)", zh: "预算\(budget)：\(size)")
  }

  /// Sites of smaller answers that the proposal does not have.
  package static func dropped(_ count: Int, budget: String) -> LocalizedText {
    LocalizedText(
      en:
        "The answer for \(budget) has \(NumberWords.many(count, "site", "sites")) that the proposal does not have.",
      zh: "预算\(budget)的方案中有\(count)处不在建议方案内。")
  }
}
