package import Documents

extension OpinionWords {
  package static let effectsNotAsked = LocalizedText(
    en: "Effects were not looked at.", zh: "本次未分析对周边的影响。")
  package static let noEffect = LocalizedText(
    en: "No effect: no existing compound, facility or administrative unit gains or loses anything.",
    zh: "无影响：周边既有小区、设施和行政单元的各项结果均不变。")
  package static let nobodyBroken = LocalizedText(
    en: "Nobody who complies today fails with the plan", zh: "没有既有小区、设施或行政单元由符合变为不符合")

  package static func losing(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "for \(count) a figure gets worse without a change of verdict",
      zh: "结论不变、服务水平下降的\(count)个")
  }

  package static func gaining(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "for \(count) a figure gets better without a change of verdict",
      zh: "结论不变、服务水平提高的\(count)个"
    )
  }

  package static func fillingUp(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: NumberWords.many(count, "existing facility fills up", "existing facilities fill up"),
      zh: "\(count)处既有设施将满负荷")
  }

  package static let howMany = LocalizedText(en: "How many", zh: "数量")
  package static let whoChanges = LocalizedText(
    en: "Who (today → with the plan)", zh: "对象（现状 → 建成后）")

  package static func change(of name: String, from before: String, to after: String)
    -> LocalizedText
  {
    LocalizedText(en: "\(name) (\(before) → \(after))", zh: "\(name)（\(before) → \(after)）")
  }

  package static let who = LocalizedText(en: "Who", zh: "对象")
  package static let today = LocalizedText(en: "Today", zh: "现状")
  package static let withThePlan = LocalizedText(en: "With the plan", zh: "建成后")

  package static func firstEffects(_ shown: Int, of count: Int, file: String) -> LocalizedText {
    LocalizedText(
      en: "The first \(shown) of \(count); all are in \(file).",
      zh: "共\(count)条，仅列前\(shown)条，全部见 \(file)。")
  }

  package static func largestShifts(_ shown: Int, of count: Int) -> LocalizedText {
    LocalizedText(
      en: "Figures that change while the verdict stays: the \(shown) largest of \(count)",
      zh: "结论不变、服务水平变化的对象（共\(count)条，列变化最大的\(shown)条）")
  }

  package static let shifts = LocalizedText(
    en: "Figures that change while the verdict stays", zh: "结论不变、服务水平变化的对象")
  package static let fullFacilities = LocalizedText(
    en: "Existing facilities that are full once the plan stands", zh: "建成后满负荷的既有设施")
  package static let offers = LocalizedText(en: "Offers", zh: "容量")
  package static let usedToday = LocalizedText(en: "Used today", zh: "现状使用")
  package static let usedWithThePlan = LocalizedText(en: "With the plan", zh: "建成后使用")
}
